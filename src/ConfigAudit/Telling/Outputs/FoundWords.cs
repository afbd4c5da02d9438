using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Baselines.Assertions;
using ConfigAudit.Judging.Baselines.Wording;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// What was found in the words in which a check says what it expects, for reports that people read. Findings, and what programs read, keep
/// the names and values as they are. What isn't recognised stays as it is, too: a value may hold anything.
/// </summary>
internal sealed class FoundWords
{
    private static readonly Regex Values = LinearPattern.Of(@"\((?<pairs>[A-Z]\w*=[^()]*)\)");
    private static readonly Regex Between = LinearPattern.Of(@", (?=[A-Z]\w*=)");
    private static readonly Regex More = LinearPattern.Of(@"(?<=^|; )and (?<count>[0-9]+) more(?=$|; )");

    /// <summary>Hosts of one kind say the same.</summary>
    private readonly Dictionary<(Assertion Of, string Actual), string> _told = new();

    private readonly Language _language;

    public FoundWords(Language language) => _language = language;

    public string Of(Finding finding)
    {
        if (_language != Language.Japanese || finding.Check is not { } check || finding.Actual.Length == 0)
            return finding.Actual;
        if (!_told.TryGetValue((check.Assertion, finding.Actual), out var told))
            _told[(check.Assertion, finding.Actual)] = told = Japanese(check, finding.Actual);
        return told;
    }

    private static string Japanese(Check check, string actual)
    {
        var named = Values.Replace(
            actual,
            match => $"({string.Join("、", Between.Split(match.Groups["pairs"].Value).Select(pair => Pair(check, pair)))})"
        );
        return More.Replace(named, "ほか${count}件");
    }

    private static string Pair(Check check, string pair)
    {
        var sign = pair.IndexOf('=');
        var (name, value) = (pair.Substring(0, sign), pair.Substring(sign + 1));
        foreach (var type in check.Facts)
        {
            if (type.Property(name) is { } property)
                return FactWords.Of(type).Property(property).FoundInJapanese(property, value);
        }

        return pair;
    }
}
