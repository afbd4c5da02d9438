using System;
using System.Globalization;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

/// <summary>A day of the calendar, without time or offset.</summary>
internal sealed class DayKind : TextKind<DateTime>
{
    public override LocalText Name { get; } = new("日付（yyyy-MM-dd）", "a day (yyyy-MM-dd)");

    public override bool IsOrdered => true;

    public override DateTime Parse(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Format(DateTime value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
