namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// A text as a cell of a CSV: one that a spreadsheet would take for a formula gets an apostrophe in front, since the names in it come from
/// machines that nobody
/// trusts yet. So does one that would look like such a cell when it is read back.
/// </summary>
internal static class CsvCell
{
    private const char Mark = '\'';

    /// <summary>What formulas begin with; Japanese Excel takes those of full width, too.</summary>
    private const string Formula = "=+-@＝＋－＠\t\r\n";

    /// <summary>What may stand before a formula.</summary>
    private static readonly char[] Before = { ' ', '\u3000', '\u00A0', Mark };

    public static string Escape(string text) => IsLikeFormula(text) ? Mark + text : text;

    public static string Unescape(string cell) =>
        cell.Length > 1 && cell[0] == Mark && IsLikeFormula(cell.Substring(1)) ? cell.Substring(1) : cell;

    private static bool IsLikeFormula(string text) => text.TrimStart(Before) is { Length: > 0 } start && Formula.IndexOf(start[0]) >= 0;
}
