using System;
using System.Globalization;

namespace ConfigAudit.Base.Kinds;

/// <summary>A length of time, as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
internal sealed class AgeKind : TextKind<TimeSpan>
{
    public override string Name => "a length of time (d.hh:mm:ss)";

    public override bool IsOrdered => true;

    public override bool IsPossible(TimeSpan value) => value >= TimeSpan.Zero;

    public override TimeSpan Parse(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    public override string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
