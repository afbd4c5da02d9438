using System;
using System.Globalization;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// DMTF datetimes (DSP0004 §5.5.1): <c>yyyymmddHHMMSS.mmmmmmsUUU</c>, the offset in minutes; and xs:dateTime, which is how WS-Management
/// carries them
/// (DSP0230 §7.2).
/// </summary>
internal static class CimDateTime
{
    private const int Length = 25;

    /// <summary>Null when the text is no such datetime, when its offset is not known, or when it is FILETIME's zero.</summary>
    public static DateTimeOffset? Parse(string text) => text.Length > 4 && text[4] == '-' ? ParseIso(text) : ParseDmtf(text);

    /// <summary>1601-01-01, the zero of Windows file times, is how providers say "never".</summary>
    public static DateTimeOffset? Known(DateTimeOffset moment) => moment.Year <= 1601 ? null : moment;

    /// <summary>Null where the two make no moment between the years 1 and 9999.</summary>
    public static DateTimeOffset? Known(DateTime local, TimeSpan offset) =>
        local.Ticks - offset.Ticks is var ticks && ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? Known(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), offset))
            : null;

    /// <summary>Whether the text is a datetime of which only the offset isn't known: <c>+***</c>, or none.</summary>
    public static bool IsWithoutOffset(string text) =>
        text.Length > 4 && text[4] == '-'
            ? !HasOffset(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            : text.Length == Length && text.EndsWith("***", StringComparison.Ordinal) && TryLocal(text, out _);

    private static bool TryLocal(string text, out DateTime local) =>
        DateTime.TryParseExact(
            text.Substring(0, 21),
            "yyyyMMddHHmmss.ffffff",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out local
        );

    private static bool HasOffset(string text) =>
        text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > 6 && text[text.Length - 6] is '+' or '-');

    private static DateTimeOffset? ParseIso(string text)
    {
        // Without an offset it could be any of a day's moments.
        return HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Known(moment)
            : null;
    }

    private static DateTimeOffset? ParseDmtf(string text)
    {
        if (
            text.Length != Length
            || !TryLocal(text, out var local)
            || !int.TryParse(text.Substring(21), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
            || Math.Abs(minutes) > 14 * 60
        )
        {
            return null;
        }

        return Known(local, TimeSpan.FromMinutes(minutes));
    }
}
