using System;
using System.Globalization;

namespace ConfigAudit.Sessions;

/// <summary>DMTF datetimes (DSP0004 §5.5.1): <c>yyyymmddHHMMSS.mmmmmmsUUU</c>, the offset in minutes.</summary>
internal static class CimDateTime
{
    private const int Length = 25;

    /// <summary>Null when the text is no such datetime, when its offset is not known, or when it is FILETIME's zero.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (text.Length != Length
            || !DateTime.TryParseExact(text.Substring(0, 21), "yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            || !int.TryParse(text.Substring(21), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
            || Math.Abs(minutes) > 14 * 60)
        {
            return null;
        }

        return Known(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)));
    }

    /// <summary>1601-01-01, the zero of Windows file times, is how providers say "never".</summary>
    public static DateTimeOffset? Known(DateTimeOffset moment) => moment.Year <= 1601 ? null : moment;
}
