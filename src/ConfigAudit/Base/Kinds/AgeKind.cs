using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

/// <summary>A length of time, as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
internal sealed class AgeKind : TextKind<TimeSpan>
{
    public override LocalText Name { get; } = new("経過時間（d.hh:mm:ss）", "a length of time (d.hh:mm:ss)");

    public override bool IsOrdered => true;

    public override bool IsPossible(TimeSpan value) => value >= TimeSpan.Zero;

    public override TimeSpan Parse(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    /// <summary>In days, hours, minutes and seconds, those that there are.</summary>
    public override LocalText Words(TimeSpan value)
    {
        var parts = new[]
        {
            Part(value.Days, "日", "day"),
            Part(value.Hours, "時間", "hour"),
            Part(value.Minutes, "分", "minute"),
            Part(value.Seconds, "秒", "second"),
        }
            .OfType<LocalText>()
            .ToArray();
        return value < TimeSpan.Zero || value.Ticks % TimeSpan.TicksPerSecond != 0 || parts.Length == 0
            ? LocalText.Of(Format(value))
            : new LocalText(string.Concat(parts.Select(part => part.Ja)), string.Join(" ", parts.Select(part => part.En)));
    }

    private static LocalText? Part(int count, string ja, string en) =>
        count == 0 ? null : new LocalText(string.Concat(Digits(count), ja), $"{Digits(count)} {en}{(count == 1 ? null : "s")}");

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);

    public override string Format(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);
}
