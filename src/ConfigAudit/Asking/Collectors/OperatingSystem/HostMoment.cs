using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>
/// Whether a moment that a host tells can be what it is said to be. Years of other calendars (2569 is 2026 in Thailand, 8 is 2026 in
/// Japan), zeros and ends of
/// calendars (1601, 9999) are met in the field: they are no moments, and reckoning with them would leave what a clock can hold.
/// </summary>
internal static class HostMoment
{
    /// <summary>The year in which Windows NT came out: nothing of it was installed before.</summary>
    private const int FirstWindows = 1993;

    /// <summary>A host's clock may be ahead, and a day without an offset may begin before ours does.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>Whether something of Windows can have happened then, as seen from <paramref name="now"/>; from no moment, where that isn't
    /// known.</summary>
    public static bool CanBePast(DateTimeOffset moment, DateTimeOffset? now) =>
        moment.Year >= FirstWindows && ClockMoment.CanBeShown(moment) && (now is not { } known || moment - known <= Ahead);

    /// <summary>The moment, where it can be past.</summary>
    public static Reading<DateTimeOffset?> Past(Reading<DateTimeOffset?> moment, string what, string source, DateTimeOffset? now) =>
        moment.Then<DateTimeOffset?>(
            at => CanBePast(at!.Value, now) ? at : null,
            moment.Value is { } shown ? Odd(what, source, shown) : null
        );

    /// <summary>The moment, where a clock can show it.</summary>
    public static Reading<DateTimeOffset?> Shown(Reading<DateTimeOffset?> moment, string what, string source) =>
        moment.Then<DateTimeOffset?>(at => ClockMoment.Shown(at), moment.Value is { } shown ? Odd(what, source, shown) : null);

    /// <summary>The day, where it can be past.</summary>
    public static DateTime? PastDay(DateTime? day, DateTimeOffset? now) =>
        day is { } known && CanBePast(new DateTimeOffset(known, TimeSpan.Zero), now) ? day : null;

    private static Gap Odd(string what, string source, DateTimeOffset moment) =>
        new(
            GapKind.Unusable,
            source,
            new LocalText(
                FormattableString.Invariant($"{what} が {moment:yyyy-MM-dd HH:mm}。あり得ない値である"),
                FormattableString.Invariant($"{what} is {moment:yyyy-MM-dd HH:mm}, which it can't be")
            )
        );
}
