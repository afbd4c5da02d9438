using System;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors;

/// <summary>
/// Whether a setting that group policy delivered was applied: RSOP_SecuritySettings.Status, which is 1 where it was, 0 where it wasn't
/// tried and 3 where that failed (Microsoft Learn), and
/// ErrorCode. The host writes them when it has tried; a setting, or a recording, that tells neither contradicts nothing.
/// </summary>
internal static class AppliedSetting
{
    private const string Status = "Status";
    private const string ErrorCode = "ErrorCode";
    private const long Applied = 1;

    public static string[] Properties { get; } = { Status, ErrorCode };

    /// <summary>Why what such a row sets may not be in force; null where nothing says so.</summary>
    /// <param name="row">An instance of a class that derives from RSOP_SecuritySettings.</param>
    /// <param name="source">What was asked.</param>
    /// <param name="name">What the row sets.</param>
    public static Gap? Doubt(CimRow row, string source, string? name) =>
        IsOther(row, Status, Applied) || IsOther(row, ErrorCode, 0)
            ? new Gap(
                GapKind.Unusable,
                source,
                new LocalText(
                    $"グループポリシーが配布した{name ?? "設定"}が適用されていない: Status は{Said(row, Status).Ja}、ErrorCode は{Said(row, ErrorCode).Ja}（適用されれば 1 と 0）",
                    $"group policy delivered {name ?? "a setting"}, and it wasn't applied: Status is {Said(row, Status).En}, ErrorCode {Said(row, ErrorCode).En} (1 and 0 where it was)"
                )
            )
            : null;

    private static bool IsOther(CimRow row, string property, long expected) =>
        row[property] is not null && row.Number(property) != expected;

    private static LocalText Said(CimRow row, string property) =>
        row[property] is { } value
            ? LocalText.Of($"'{Convert.ToString(value, CultureInfo.InvariantCulture)}'")
            : new LocalText("値なし", "not told");
}
