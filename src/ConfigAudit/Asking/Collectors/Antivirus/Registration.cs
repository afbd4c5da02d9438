using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>A row of AntiVirusProduct: what a product told the Security Center of itself, lately or long ago.</summary>
/// <param name="Name">displayName, in whatever language; null where it has no letter or digit, and so names nothing.</param>
/// <param name="State">productState; null where that couldn't be read.</param>
/// <param name="ReportedAt">timestamp.</param>
/// <param name="IsDated">Whether the row has a timestamp, if one that can't be read. Windows 7 has none.</param>
/// <param name="Folders">Of pathToSignedProductExe and pathToSignedReportingExe, those that are the product's own.</param>
internal sealed record Registration(
    string? Name,
    ProductState? State,
    DateTimeOffset? ReportedAt,
    bool IsDated,
    IReadOnlyList<ProgramFolder> Folders
)
{
    public const string Source = "root/SecurityCenter2:AntiVirusProduct";

    /// <summary>A product tells the Center when it starts, and when its state or its definitions change: most do so within a day.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    /// <summary>
    /// How long what a product said stands for today. Nobody but the product renews its word: it does so when it starts and when its state
    /// changes. So one that has run
    /// since it spoke, and said nothing since, still means it, however long ago that was. A word from before the last start of Windows is
    /// one that the product has let stand without
    /// renewing it; some may do so for a while.
    /// </summary>
    private static readonly TimeSpan Standing = TimeSpan.FromDays(30);

    /// <summary>Where the last start isn't known: updates alone restart a computer more often than this.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromDays(365);

    public ProtectionState? Claim => State?.Protection;

    public static Registration Of(CimRow row) =>
        new(
            row.Named("displayName") is { } name && name.Any(char.IsLetterOrDigit) ? name : null,
            row.Number("productState") is { } number ? new ProductState(number) : null,
            DateTimeOffset.TryParseExact(row.Text("timestamp"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at
                : null,
            row.Has("timestamp"),
            new[] { row.Text("pathToSignedReportingExe"), row.Text("pathToSignedProductExe") }
                .Select(ProgramFolder.Of)
                .OfType<ProgramFolder>()
                .Distinct()
                .ToArray()
        );

    /// <summary>Whether the Center heard that the product is on, on the day before this moment.</summary>
    public bool IsRecent(DateTimeOffset? now) =>
        Claim == ProtectionState.On && ReportedAt is { } at && now - at is { } age && age < Lately && age > -Lately;

    /// <summary>Whether it spoke too long ago to be told from by itself: then it matters since when Windows runs.</summary>
    public bool IsOld(DateTimeOffset? now) => ReportedAt is { } at && now - at > Standing;

    /// <summary>Whether it is still the product's word: one that is old, and that the product has let stand since Windows last started,
    /// proves nothing of today, and contradicts nothing.</summary>
    public bool Stands(DateTimeOffset? now, DateTimeOffset? lastBoot) => !(IsOld(now) && ReportedAt < lastBoot);

    /// <summary>Why its calling its definitions current proves nothing of today; null where it does.</summary>
    public Gap? DoubtOfCurrent(DateTimeOffset? now, DateTimeOffset? lastBoot)
    {
        var when =
            State?.DefinitionsCurrent != true || !IsDated ? null
            : ReportedAt is not { } at ? new LocalText("報告の日時を読めない", "at a time that can't be read")
            : at - now > Lately
                ? new LocalText(
                    $"報告は{Day(at)}で、未来の日付である（時計が誤っている）",
                    $"on {Day(at)}, which lies ahead: a clock is wrong"
                )
            : IsOld(now) && at < lastBoot
                ? new LocalText(
                    $"報告は{Day(at)}で、{Day(lastBoot.Value)}のWindowsの起動以降はない",
                    $"on {Day(at)}, and nothing since Windows last started on {Day(lastBoot.Value)}"
                )
            : lastBoot is null && now - at > LongestRun
                ? new LocalText($"報告は{Day(at)}で、以降はない", $"on {Day(at)}, and nothing since")
            : null;
        return when is null
            ? null
            : new Gap(
                GapKind.Unusable,
                Source,
                new LocalText(
                    $"セキュリティセンターでは {Name ?? "名前のない製品"} の定義ファイルは最新だが、{when.Ja}。現在の証明にならない。製品の管理コンソールで確認するか、ホストを再起動して製品に報告させてください",
                    $"the Security Center calls the definitions of {Name ?? "a product without a name"} current; it heard so {when.En}. That proves nothing of today: look in the product's console, or restart the host so that the product reports again"
                )
            )
            {
                Property = nameof(AntivirusFact.DefinitionsCurrent),
            };
    }

    private static string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a row says twice is one registration; the Center's last word on it counts.</summary>
    public static IReadOnlyList<Registration> All(CimAnswer? center) =>
        (center?.Rows ?? Array.Empty<CimRow>())
            .Select(Of)
            .GroupBy(each => (Name: each.Name?.ToUpperInvariant(), each.State))
            .SelectMany(same => same.Key.Name is null ? same : same.OrderByDescending(each => each.ReportedAt).Take(1))
            .ToArray();
}
