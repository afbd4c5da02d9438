using System;
using System.Globalization;

namespace ConfigAudit.Values;

/// <summary>A moment, ISO 8601 with its offset.</summary>
internal sealed class InstantKind : TextKind<DateTimeOffset>
{
    public override string Name => "a moment (ISO 8601 with offset)";

    public override bool IsOrdered => true;

    public override DateTimeOffset Parse(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override string Format(DateTimeOffset value) => value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);
}
