using System;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>How old Microsoft Defender's definitions are, by the moment and by the number of days that MSFT_MpComputerStatus tells of them.</summary>
/// <param name="UpdatedAt">AntivirusSignatureLastUpdated.</param>
/// <param name="Age">Their age; null when it isn't known, or when there are none.</param>
/// <param name="Exist">Whether there are any.</param>
/// <param name="Gap">Why the age isn't known.</param>
internal sealed record DefenderDefinitions(DateTimeOffset? UpdatedAt, TimeSpan? Age, bool? Exist, Gap? Gap)
{
    /// <summary>Definitions may be dated a little after the snapshot where two clocks differ; beyond this one of them is wrong.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>The host counts whole days, by its own clock.</summary>
    private static readonly TimeSpan CountTolerance = TimeSpan.FromDays(2);

    /// <summary>No definitions are older than the product; what counts more days counts none.</summary>
    private const long MostDays = 36500;

    private static readonly Gap Untold = new(GapKind.NotSupported, DefenderStatus.Source, "neither the day of the definitions nor their age is told so that an age can be counted");

    public static DefenderDefinitions Of(CimRow row, DateTimeOffset? now)
    {
        var updated = row.Instant("AntivirusSignatureLastUpdated");
        var days = row.Number("AntivirusSignatureAge");
        var (noDays, noDate) = (days is 65535 or uint.MaxValue, IsNever(row["AntivirusSignatureLastUpdated"]));
        if ((noDays && updated is null) || (noDate && days is null))
            return new DefenderDefinitions(null, null, false, new Gap(GapKind.NotPresent, DefenderStatus.Source, "Microsoft Defender has no definitions"));
        if (noDays || noDate)
            return Contradiction(updated, $"the age of the definitions is {days}, and their day {(updated is { } day ? Day(day) : "1601")}");
        if (new DefenderStatus(row).NoVersion is { } none)
            return Contradiction(updated, $"{none}, and the age of the definitions {days}");
        TimeSpan? counted = days is >= 0 and <= MostDays ? TimeSpan.FromDays(days.Value) : null;
        // Either of them bears out or contradicts the other, as long as it can be read.
        if (counted is null && row.Has("AntivirusSignatureAge"))
            return Contradiction(updated, "AntivirusSignatureAge is there, and is no number of days");
        if (updated is null && row.Has("AntivirusSignatureLastUpdated") && !IsWithoutOffset(row["AntivirusSignatureLastUpdated"]))
            return Contradiction(null, "AntivirusSignatureLastUpdated is there, and is no moment");
        // Beside a moment an age counts as exact: one in whole days is then told as the most that it can be, and never as fresher.
        if (updated is null || now is null)
            return new DefenderDefinitions(updated, updated is null ? counted : counted + TimeSpan.FromDays(1), updated is null && counted is null ? null : true, Untold);
        var age = now.Value - updated.Value;
        if (age < -ClockTolerance)
            return Contradiction(updated, $"the definitions are dated {Day(updated.Value)}, after the snapshot: one of the clocks is wrong");
        if (counted is { } other && (age - other).Duration() > CountTolerance)
            return Contradiction(updated, $"the definitions are dated {Day(updated.Value)}, and the host counts {days} days since");
        return new DefenderDefinitions(updated, age < TimeSpan.Zero ? TimeSpan.Zero : age, true, null);
    }

    private static DefenderDefinitions Contradiction(DateTimeOffset? updated, string message) =>
        new(updated, null, null, new Gap(GapKind.Unusable, DefenderStatus.Source, message));

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment that a provider tells without an offset may be any of a day's; the count of days then stands for it.</summary>
    private static bool IsWithoutOffset(object? value) => value is string text && CimDateTime.IsWithoutOffset(text);

    /// <summary>The zero of Windows file times, however the protocol carries it; west of Greenwich it is a day of 1600.</summary>
    private static bool IsNever(object? value) => value switch
    {
        string text => text.StartsWith("1601", StringComparison.Ordinal) || text.StartsWith("1600", StringComparison.Ordinal),
        DateTimeOffset moment => moment.Year <= 1601,
        DateTime moment => moment.Year <= 1601,
        _ => false,
    };
}
