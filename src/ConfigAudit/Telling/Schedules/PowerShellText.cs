using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>Values as PowerShell's own text, which says them and nothing else.</summary>
internal static class PowerShellText
{
    /// <summary>PowerShell takes the quotes of a word processor for quotes: each of them ends a text, and two of them are one.</summary>
    private const string Quotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>A text, a list of texts, a number or true.</summary>
    /// <exception cref="ScheduleException">A text has control characters.</exception>
    public static string Of(object value) =>
        value switch
        {
            string text => Quoted(text),
            IEnumerable<string> texts => $"@({string.Join(", ", texts.Select(Quoted))})",
            int number => number.ToString(CultureInfo.InvariantCulture),
            bool flag => flag ? "$true" : "$false",
            _ => throw new ArgumentException($"No text for {value.GetType()}", nameof(value)),
        };

    private static string Quoted(string text)
    {
        Refuse(text);
        var quoted = new StringBuilder("'");
        foreach (var one in text)
        {
            if (Quotes.IndexOf(one) >= 0)
                quoted.Append(one);
            quoted.Append(one);
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>A line break in a path is nobody's honest path.</summary>
    /// <exception cref="ScheduleException">It has control characters.</exception>
    public static void Refuse(string text)
    {
        if (text.Any(one => char.IsControl(one) || one is '\u2028' or '\u2029'))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{new string(text.Select(one => char.IsControl(one) ? ' ' : one).ToArray())}' には改行などの制御文字があり、スクリプトに書き込めません",
                    $"'{new string(text.Select(one => char.IsControl(one) ? ' ' : one).ToArray())}' has a line break or another control character in it, and can't be written into a script"
                )
            );
        }
    }
}
