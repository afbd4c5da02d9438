using System;
using System.Globalization;

namespace ConfigAudit.Base.Kinds;

/// <summary>A day of the calendar, without time or offset.</summary>
internal sealed class DayKind : TextKind<DateTime>
{
    public override string Name => "a day (yyyy-MM-dd)";

    public override bool IsOrdered => true;

    public override DateTime Parse(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Format(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
