using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// A WQL data query: <c>SELECT * | a, b FROM Class [WHERE condition]</c>, with =, &lt;&gt;, !=, &lt;, &gt;, &lt;=, &gt;=, LIKE, IS [NOT]
/// NULL, AND, OR,
/// NOT and parentheses. Texts compare without regard to case, as in WMI. What isn't known of a row leaves it open whether it matches.
/// </summary>
internal sealed class WqlStatement
{
    private readonly IReadOnlyList<string> _properties;
    private readonly Func<CimRow, bool?> _condition;

    private WqlStatement(
        string @class,
        IReadOnlyList<string> properties,
        Func<CimRow, bool?> condition,
        IReadOnlyList<string> conditionNames
    ) => (Class, _properties, _condition, ConditionNames) = (@class, properties, condition, conditionNames);

    /// <summary>The properties that the condition looks at.</summary>
    public IReadOnlyList<string> ConditionNames { get; }

    public string Class { get; }

    /// <exception cref="FormatException">It isn't such a query.</exception>
    public static WqlStatement Parse(string wql)
    {
        var tokens = new WqlTokens(wql);
        tokens.Keyword("SELECT");
        var properties = new List<string>();
        if (!tokens.TryTake("*"))
        {
            do properties.Add(tokens.Name());
            while (tokens.TryTake(","));
        }

        tokens.Keyword("FROM");
        var @class = tokens.Name();
        var before = tokens.Names.Count;
        var condition = tokens.TryKeyword("WHERE") ? WqlCondition.Parse(tokens) : _ => true;
        tokens.End();
        return new WqlStatement(@class, properties, condition, tokens.Names.Skip(before).ToArray());
    }

    /// <summary>Null where the row doesn't tell what the condition turns on.</summary>
    public bool? Matches(CimRow row) => _condition(row);

    /// <summary>What a row doesn't have at all, it doesn't have afterwards either.</summary>
    public CimRow Project(CimRow row) =>
        _properties.Count == 0
            ? row
            : new CimRow(
                _properties
                    .Where(row.Has)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(name => name, name => row[name], StringComparer.OrdinalIgnoreCase)
            );
}
