using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What a kind of fact and its properties are called in a sentence that somebody signs.</summary>
internal sealed class FactWords
{
    private static readonly Dictionary<string, FactWords> Known = HostWords
        .All.Concat(RegisterWords.All)
        .Concat(MailWords.All)
        .ToDictionary(each => each.Fact, StringComparer.Ordinal);

    private readonly Dictionary<string, PropertyWords> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isWritten;

    /// <param name="fact">As a baseline names it.</param>
    /// <param name="ja">One of them, in Japanese.</param>
    /// <param name="en">One of them, without an article.</param>
    /// <param name="isOne">Whether there is exactly one.</param>
    /// <param name="isWritten">Whether people write it into a register.</param>
    public FactWords(string fact, string ja, string en, bool isOne = false, bool isWritten = false) =>
        (Fact, Noun, IsOne, _isWritten) = (fact, new LocalText(ja, en), isOne, isWritten);

    public static IEnumerable<FactWords> All => Known.Values;

    public string Fact { get; }

    public LocalText Noun { get; }

    public bool IsOne { get; }

    public IEnumerable<PropertyWords> Properties => _properties.Values;

    /// <summary>Of a kind that has no words here, its name as one types it.</summary>
    public static FactWords Of(FactType type) =>
        Known.TryGetValue(type.Name, out var words) ? words : new FactWords(type.Name, type.Name, type.Name);

    /// <summary>Likewise of a property: an organisation's own baseline may ask for any.</summary>
    public PropertyWords Property(FactProperty property) =>
        _properties.TryGetValue(property.Name, out var words)
            ? words
            : new PropertyWords(property.Name, new LocalText(property.Name, Spaced(property.Name))) { IsWritten = _isWritten };

    /// <summary>A property that has values.</summary>
    public FactWords Has(string property, string ja, string en, Unit unit = Unit.None) =>
        With(new PropertyWords(property, new LocalText(ja, en)) { IsWritten = _isWritten, Unit = unit });

    /// <summary>A property that is or isn't so.</summary>
    public FactWords Is(string property, string ja, string en) =>
        With(new PropertyWords(property, new LocalText(ja, en)) { IsClause = true });

    private FactWords With(PropertyWords words)
    {
        _properties.Add(words.Property, words);
        return this;
    }

    /// <summary>HostName: host name.</summary>
    private static string Spaced(string name) =>
        Regex.Replace(name, "(?<=[a-z0-9])(?=[A-Z])", " ") is var spaced && spaced.Length > 1 && char.IsLower(spaced[1])
            ? char.ToLowerInvariant(spaced[0]) + spaced.Substring(1)
            : spaced;
}
