using System;
using System.Globalization;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

/// <summary>A moment, ISO 8601 with its offset.</summary>
internal sealed class InstantKind : TextKind<DateTimeOffset>
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    public override LocalText Name { get; } = new("日時（時差を付けたISO 8601）", "a moment (ISO 8601 with offset)");

    public override bool IsOrdered => true;

    /// <summary>1601 is the zero of Windows' file times; 9999 the end of the calendar, beyond which nothing can be reckoned.</summary>
    public override bool IsPossible(DateTimeOffset value) => value.Year is > 1601 and < 9999;

    public override DateTimeOffset Parse(string text) =>
        // Without an offset it could be any of a day's moments.
        text.Length > 6
        && (text[text.Length - 1] == 'Z' || text[text.Length - 6] is '+' or '-')
            ? DateTimeOffset.ParseExact(text, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None)
            : throw Not(text);

    public override string Format(DateTimeOffset value) => value.ToString(Iso, CultureInfo.InvariantCulture);
}
