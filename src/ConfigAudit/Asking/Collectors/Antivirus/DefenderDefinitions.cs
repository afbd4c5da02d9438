using System;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>How old Microsoft Defender's definitions are, by the moment and by the number of days that MSFT_MpComputerStatus tells of
/// them.</summary>
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

    private static readonly Gap Untold = new(
        GapKind.NotSupported,
        DefenderStatus.Source,
        new LocalText(
            "定義ファイルの日付も経過日数も、計算できる形では示されていない",
            "neither the day of the definitions nor their age is told so that an age can be counted"
        )
    );

    public static DefenderDefinitions Of(CimRow row, DateTimeOffset? now)
    {
        var updated = row.Instant("AntivirusSignatureLastUpdated");
        var days = row.Number("AntivirusSignatureAge");
        var (noDays, noDate) = (days is 65535 or uint.MaxValue, IsNever(row["AntivirusSignatureLastUpdated"]));
        if ((noDays && updated is null) || (noDate && days is null))
        {
            return new DefenderDefinitions(
                null,
                null,
                false,
                new Gap(
                    GapKind.NotPresent,
                    DefenderStatus.Source,
                    new LocalText("Microsoft Defenderに定義ファイルがない", "Microsoft Defender has no definitions")
                )
            );
        }

        if (noDays || noDate)
        {
            return Contradiction(
                updated,
                new LocalText(
                    $"定義ファイルの経過日数は {days}、日付は {(updated is { } when ? Day(when) : "1601")} で食い違う",
                    $"the age of the definitions is {days}, and their day {(updated is { } day ? Day(day) : "1601")}"
                )
            );
        }

        if (new DefenderStatus(row).NoVersion is { } none)
        {
            return Contradiction(
                updated,
                none.Then(new LocalText($"だが、定義ファイルの経過日数は {days}", $", and the age of the definitions {days}"))
            );
        }

        TimeSpan? counted = days is >= 0 and <= MostDays ? TimeSpan.FromDays(days.Value) : null;
        // Either of them bears out or contradicts the other, as long as it can be read.
        if (counted is null && row.Has("AntivirusSignatureAge"))
        {
            return Contradiction(
                updated,
                new LocalText(
                    "AntivirusSignatureAge が存在するが、日数ではない",
                    "AntivirusSignatureAge is there, and is no number of days"
                )
            );
        }

        if (updated is null && row.Has("AntivirusSignatureLastUpdated") && !IsWithoutOffset(row["AntivirusSignatureLastUpdated"]))
        {
            return Contradiction(
                null,
                new LocalText(
                    "AntivirusSignatureLastUpdated が存在するが、日時ではない",
                    "AntivirusSignatureLastUpdated is there, and is no moment"
                )
            );
        }

        // Beside a moment an age counts as exact: one in whole days is then told as the most that it can be, and never as fresher.
        if (updated is null || now is null)
        {
            return new DefenderDefinitions(
                updated,
                updated is null ? counted : counted + TimeSpan.FromDays(1),
                updated is null && counted is null ? null : true,
                Untold
            );
        }

        var age = now.Value - updated.Value;
        if (age < -ClockTolerance)
        {
            return Contradiction(
                updated,
                new LocalText(
                    $"定義ファイルの日付 {Day(updated.Value)} がスナップショットより後。いずれかの時計が誤っている",
                    $"the definitions are dated {Day(updated.Value)}, after the snapshot: one of the clocks is wrong"
                )
            );
        }

        if (counted is { } other && (age - other).Duration() > CountTolerance)
        {
            return Contradiction(
                updated,
                new LocalText(
                    $"定義ファイルの日付は {Day(updated.Value)} だが、ホストの数える経過日数は {days} 日",
                    $"the definitions are dated {Day(updated.Value)}, and the host counts {days} days since"
                )
            );
        }

        return new DefenderDefinitions(updated, age < TimeSpan.Zero ? TimeSpan.Zero : age, true, null);
    }

    private static DefenderDefinitions Contradiction(DateTimeOffset? updated, LocalText told) =>
        new(updated, null, null, new Gap(GapKind.Unusable, DefenderStatus.Source, told));

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A moment that a provider tells without an offset may be any of a day's; the count of days then stands for it.</summary>
    private static bool IsWithoutOffset(object? value) => value is string text && CimDateTime.IsWithoutOffset(text);

    /// <summary>The zero of Windows file times, however the protocol carries it; west of Greenwich it is a day of 1600.</summary>
    private static bool IsNever(object? value) =>
        value switch
        {
            string text => text.StartsWith("1601", StringComparison.Ordinal) || text.StartsWith("1600", StringComparison.Ordinal),
            DateTimeOffset moment => moment.Year <= 1601,
            DateTime moment => moment.Year <= 1601,
            _ => false,
        };
}
