using System;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// Reads a finding back that was written as texts. It comes back whole or not at all: what of it isn't there can't be guessed, and least of
/// all its outcome.
/// </summary>
internal static class FindingRow
{
    /// <param name="cell">The text of a column; null where there is no such column.</param>
    /// <exception cref="FormatException">It is no whole finding; the message says what it lacks, or what can't be understood.</exception>
    public static Finding Read(Func<FindingColumn, string?> cell)
    {
        var cells = FindingColumns.All.Select(column => (Column: column, Text: cell(column) is { } text ? Shown(text) : null)).ToArray();
        var missing = cells
            .Where(each => each.Text is null || (each.Column.IsNeeded && string.IsNullOrWhiteSpace(each.Text)))
            .Select(each => each.Column.Name)
            .ToArray();
        if (missing.Length > 0)
        {
            throw new FormatException(
                new LocalText(
                    $"判定結果の一部がありません: {string.Join("、", missing)}",
                    $"this is no whole finding: it lacks {string.Join(", ", missing)}"
                ).ToString()
            );
        }
        // Windows PowerShell's Export-Csv writes ASCII unless it is told otherwise.
        if (cells.Any(each => each.Column.Name == "Title" && each.Text!.Contains("???")))
        {
            throw new FormatException(
                new LocalText(
                    "日本語が失われています（???）。UTF-8で保存し直してください（Export-Csv -Encoding UTF8）",
                    "its Japanese was lost (???): save it as UTF-8 (Export-Csv -Encoding UTF8)"
                ).ToString()
            );
        }

        var finding = cells.Aggregate(new Finding(), (sofar, each) => With(sofar, each.Column, each.Text!));
        // Whatever passes names what it rests on: one that doesn't was changed, or made by something else.
        return finding.Outcome != Outcome.Pass || !string.IsNullOrWhiteSpace(finding.Evidence)
            ? finding
            : throw new FormatException(
                new LocalText(
                    $"{finding.ComputerName} {finding.CheckId}: 適合（Pass）なのに取得元（Evidence）がありません。根拠のない適合は受け取りません",
                    $"{finding.ComputerName} {finding.CheckId}: it passes and has no Evidence. A pass that rests on nothing isn't taken"
                ).ToString()
            );
    }

    private static Finding With(Finding finding, FindingColumn column, string text)
    {
        try
        {
            return column.With(finding, text);
        }
        catch (FormatException bad)
        {
            throw new FormatException($"{column.Name}: {bad.Message}", bad);
        }
    }

    /// <summary>Anybody may have written it: nothing in it may steer a terminal, or turn around what is read after it.</summary>
    private static string Shown(string text) =>
        text.Any(IsSteering) ? new string(text.Select(one => IsSteering(one) ? '\uFFFD' : one).ToArray()) : text;

    private static bool IsSteering(char one) =>
        (char.IsControl(one) && one is not ('\t' or '\r' or '\n')) || one is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
