using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>
/// A regular expression that comes from a file. One that explodes is refused when it is read: it is tried on texts made of its own
/// characters,
/// repeated, as long as any that it will be asked about, which is what makes nested quantifiers blow up. One that still runs out of time
/// later is not tried
/// again, so that it costs its limits once and not once a value. The clock runs for a thread that has to wait, too: so what runs out of
/// time is tried once
/// more, with patience, before it is called exponential. A longer text than it was tried on isn't decided, whoever wrote it: it would cost
/// the other hosts the expression.
/// </summary>
internal sealed class BoundedPattern
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const int MaxText = 2048;
    private const int MaxLength = 1000;
    private const int MaxProbes = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Regex _regex;
    private volatile bool _isExhausted;

    private BoundedPattern(Regex regex) => _regex = regex;

    /// <param name="node">The text of the expression.</param>
    /// <exception cref="InputException">It isn't a regular expression, or takes exponential time.</exception>
    public static BoundedPattern Compile(JsonNode node)
    {
        var pattern = node.Text();
        if (pattern.Length > MaxLength)
        {
            throw node.Error(
                new LocalText(
                    $"正規表現が{pattern.Length}文字あります。使えるのは{MaxLength}文字までです",
                    $"the regular expression has {pattern.Length} characters, and at most {MaxLength} are read"
                )
            );
        }

        try
        {
            var regex = new Regex(pattern, Options, Limit);
            if (Probes(pattern).Any(probe => Try(regex, probe) is null))
            {
                throw node.Error(
                    new LocalText(
                        $"正規表現 '{pattern}' の処理には指数関数的な時間がかかります。繰り返しの中に繰り返しを書かないでください",
                        $"the regular expression '{pattern}' takes exponential time: write it without quantifiers inside quantifiers"
                    )
                );
            }

            return new BoundedPattern(regex);
        }
        catch (ArgumentException bad)
        {
            throw node.Error(
                new LocalText($"正規表現が正しくありません: {bad.Message}", $"the regular expression isn't valid: {bad.Message}")
            );
        }
    }

    /// <summary>The match, which may be a failed one; null when time ran out, or the text is too long.</summary>
    public Match? Match(string text)
    {
        if (_isExhausted || text.Length > MaxText)
            return null;
        var match = Try(_regex, text);
        _isExhausted = match is null;
        return match;
    }

    public override string ToString() => _regex.ToString();

    private static Match? Try(Regex regex, string text) => Once(regex, text) ?? Once(new Regex(regex.ToString(), Options, Patience), text);

    private static Match? Once(Regex regex, string text)
    {
        try
        {
            return regex.Match(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string[] Probes(string pattern)
    {
        var letters = pattern.Where(char.IsLetterOrDigit).Concat("a0 ").Distinct().Take(MaxProbes).ToArray();
        return letters
            .Select(letter => new string(letter, MaxText - 1) + "\u0001")
            .Append(new StringBuilder().Insert(0, new string(letters), MaxText / letters.Length).Append('\u0001').ToString())
            .ToArray();
    }
}
