using System;
using System.Globalization;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>
/// The day in InstallDate, eight digits of the Gregorian calendar. Where Windows counts by another, its installers write that calendar's
/// year: 2569 for 2026
/// in Thailand. Nothing corroborates which was meant, so a day that can't be is not known.
/// </summary>
internal static class InstallDay
{
    /// <summary>Windows 95 was the first with uninstall keys.</summary>
    private static readonly DateTime First = new(1995, 8, 1);

    /// <summary>Where a recording doesn't say when it was made: the years of other calendars lie beyond.</summary>
    private static readonly DateTime Last = new(2099, 12, 31);

    private static readonly Gap None = new(
        GapKind.NotPresent,
        UninstallEntry.InstallDateName,
        new LocalText("ベンダーが登録していない", "its vendor registered none")
    );

    public static (DateTime? Day, Gap? Gap) Of(UninstallEntry entry, DateTimeOffset? now)
    {
        if (string.IsNullOrWhiteSpace(entry.InstallDate.Value))
            return (null, entry.InstallDate.GapIfUnread ?? None);
        var text = entry.InstallDate.Value!;
        if (!DateTime.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (null, Bad(entry, new LocalText($"「{text}」は8桁の日付ではない", $"'{text}' is no day of eight digits")));
        // The host's own calendar day may be ahead of the offset that the moment has.
        return day < First || day > (now?.Date.AddDays(1) ?? Last)
            ? (
                null,
                Bad(
                    entry,
                    new LocalText($"「{text}」はインストールの日付としてあり得ない", $"'{text}' is no day on which anything was installed")
                )
            )
            : (day, null);
    }

    private static Gap Bad(UninstallEntry entry, LocalText told) =>
        new(GapKind.Unusable, $"{entry.Key.Source}\\{UninstallEntry.InstallDateName}", told);
}
