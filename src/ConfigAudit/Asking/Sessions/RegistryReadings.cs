using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// Registry values read as what they are documented to be. A value that is there and makes no sense is neither what it seems nor what
/// Windows takes
/// where there is none: it isn't known.
/// </summary>
internal static class RegistryReadings
{
    /// <summary>A switch, which is 0 or 1.</summary>
    public static Reading<bool?> Switch(this RegistryRow row, string name, bool whenAbsent) =>
        row.Choice(name, whenAbsent ? 1 : 0, 0, 1).Then<bool?>(number => number == 1);

    /// <summary>A number that is one of a few.</summary>
    public static Reading<long?> Choice(this RegistryRow row, string name, long? whenAbsent, params long[] allowed)
    {
        var answer = row.Number(name);
        return answer.Value is { } number && !allowed.Contains(number)
            ? Reading<long?>.Unknown(
                Odd(
                    row,
                    name,
                    new LocalText(
                        $"値は {number} で、文書にある値（{string.Join("、", allowed)}）ではない",
                        $"it is {number}, which isn't among the values documented ({string.Join(", ", allowed)})"
                    )
                )
            )
            : row.Any(name, whenAbsent);
    }

    /// <summary>A number, whatever it is.</summary>
    public static Reading<long?> Any(this RegistryRow row, string name, long? whenAbsent = 0)
    {
        var answer = row.Number(name);
        return Reading<long?>.Of(answer.Value ?? (answer.IsAbsent ? whenAbsent : null), answer.Gap ?? NoValue(row, name));
    }

    /// <summary>A text. Blanks, also ideographic ones (U+3000), set nothing.</summary>
    public static Reading<string> TextOr(this RegistryRow row, string name, string whenAbsent)
    {
        var answer = row.Text(name);
        if (answer.Value is { } text)
            return Reading<string>.Of(IsBlank(text) ? whenAbsent : text.Trim());
        return answer.IsAbsent ? Reading<string>.Of(whenAbsent) : Reading<string>.Unknown(answer.Gap ?? NoValue(row, name));
    }

    /// <summary>Whether nobody sees anything in it: blanks of all kinds, and the marks that have no width.</summary>
    public static bool IsBlank(string text) =>
        text.All(each =>
            char.IsWhiteSpace(each) || char.IsControl(each) || each is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'
        );

    private static Gap NoValue(RegistryRow row, string name) =>
        Odd(row, name, new LocalText("値は存在するが、読めない", "the value is there, and can't be read"));

    private static Gap Odd(RegistryRow row, string name, LocalText told) => new(GapKind.Unusable, $"{row.Source}\\{name}", told);
}
