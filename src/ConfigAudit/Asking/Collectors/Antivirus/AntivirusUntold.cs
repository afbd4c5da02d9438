using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>What nothing on a host tells of its security products, and why.</summary>
internal sealed class AntivirusUntold
{
    private static readonly string[] OnlyServicesTell = { nameof(AntivirusFact.StartsAutomatically), nameof(AntivirusFact.CanBeStopped) };

    private static readonly string[] OnlyTheCenterTells = { nameof(AntivirusFact.RegisteredState), nameof(AntivirusFact.ReportedAt) };

    private static readonly string[] OnlyVendorsKnow =
    {
        nameof(AntivirusFact.DefinitionAge),
        nameof(AntivirusFact.DefinitionUpdatedAt),
        nameof(AntivirusFact.DefinitionDate),
        nameof(AntivirusFact.DefinitionVersion),
        nameof(AntivirusFact.EngineVersion),
        nameof(AntivirusFact.BehaviorMonitoring),
        nameof(AntivirusFact.RealTimeProtection),
        nameof(AntivirusFact.TamperProtection),
        nameof(AntivirusFact.HasDefinitions),
        nameof(AntivirusFact.DefinitionsCurrent),
    };

    private readonly AntivirusAnswers _answers;
    private readonly DateTime? _edition;

    /// <param name="answers">The Security Center and the services, among others.</param>
    /// <param name="edition">Of the catalogue of security products.</param>
    public AntivirusUntold(AntivirusAnswers answers, DateTime? edition) => (_answers, _edition) = (answers, edition);

    /// <summary>What a product can do doesn't say that it is switched on: nothing on the host tells of others than Microsoft's.</summary>
    public static Gap? Behavior(AntivirusFact fact) =>
        fact is { Detection: DetectionKind.PatternAndBehavior or DetectionKind.Model, BehaviorMonitoring: null, RunningMode: null }
        && fact.Source?.Contains(DefenderStatus.Source) != true
            ? new Gap(
                GapKind.NotSupported,
                CatalogKind.SecurityProducts.FileName,
                new LocalText(
                    $"{fact.Product} には振る舞い検知があるが、有効かどうかは製品の管理コンソールでしか分からない。そこで確認し、Set-ConfigAuditAttestation で記録してください",
                    $"{fact.Product} has behaviour detection, and only its own console tells whether it is switched on: look there, and keep what was seen with Set-ConfigAuditAttestation"
                )
            )
            {
                Property = nameof(AntivirusFact.BehaviorMonitoring),
            }
            : null;

    /// <summary>What the Security Center doesn't say of a product.</summary>
    public Gap ByCenter(string property) =>
        (
            _answers.Center?.Gap
            ?? new Gap(
                GapKind.NotSupported,
                Registration.Source,
                new LocalText("製品が登録されていないか、状態を示さない", "the product isn't registered, or doesn't say")
            )
        ) with
        {
            Property = property,
        };

    /// <summary>What may be missing, and last what explains where nothing more particular does.</summary>
    public void Tell(FactSetBuilder<AntivirusFact> facts)
    {
        var center = _answers.Center;
        if (center is null)
        {
            facts.MayLack(
                new Gap(
                    GapKind.NotSupported,
                    Registration.Source,
                    new LocalText(
                        "サーバとWindows Enterpriseマルチセッションにはセキュリティセンターがない。Microsoft Defenderとカタログの製品だけを調べた",
                        "neither a server nor Windows Enterprise multi-session has a Security Center: only Microsoft Defender and the products of the catalogue were looked for"
                    )
                ),
                // Where nothing that was looked for can be what protects, what wasn't looked for is all that matters.
                facts.Items.All(each => each.State == ProtectionState.Off || each.IsEpp == false)
                    ? new AntivirusFact()
                    : new AntivirusFact
                    {
                        IsListed = false,
                        IsListedEdr = false,
                        CatalogEdition = _edition,
                    }
            );
        }
        else
        {
            facts.MayLack(
                center.Gap
                    ?? (
                        center.Rows.Count > 0
                            ? null
                            : new Gap(
                                GapKind.Unusable,
                                Registration.Source,
                                new LocalText(
                                    "セキュリティセンターに製品が1つもない。クライアントではあり得ない",
                                    "the Security Center names no product at all, which no client does"
                                )
                            )
                    )
            );
        }

        facts.MayLack(_answers.Services.Gap);
        var catalogue = new Gap(
            GapKind.NotSupported,
            CatalogKind.SecurityProducts.FileName,
            new LocalText(
                "セキュリティ製品のカタログにこの製品の情報がない。ベンダーに確認し、独自のカタログに加えてください",
                "the catalogue of security products doesn't say this of the product: ask its vendor, and put it into a catalogue of your own"
            )
        );
        facts.Unread(catalogue, nameof(AntivirusFact.IsEpp), nameof(AntivirusFact.Detection), nameof(AntivirusFact.UsesDefinitions));
        if (facts.Items.Any(each => each.UsesDefinitions is null))
            facts.Unread(catalogue, nameof(AntivirusFact.TellsCurrent));
        facts.Unread(
            center is null
                ? new Gap(
                    GapKind.NotSupported,
                    Registration.Source,
                    new LocalText(
                        "セキュリティセンターがないと、Microsoft Defender以外の製品は定義ファイルが最新かどうかを示さない。AV-03は製品が残す日付から経過日数を判定する。それ以外は製品の管理コンソールで確認し、Set-ConfigAuditAttestation で記録してください",
                        "without a Security Center no product but Microsoft Defender tells whether its definitions are current: AV-03 looks at their age where the product keeps it, and its own console tells the rest; keep what was seen with Set-ConfigAuditAttestation"
                    )
                )
                : null,
            nameof(AntivirusFact.DefinitionsCurrent)
        );
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                Registration.Source,
                new LocalText(
                    "製品の管理コンソールでしか分からない。そこで確認し、Set-ConfigAuditAttestation で記録してください",
                    "only the product's own console tells this: look there, and keep what was seen with Set-ConfigAuditAttestation"
                )
            ),
            OnlyVendorsKnow
        );
        foreach (var property in OnlyTheCenterTells)
            facts.Unread(ByCenter(property), property);
        facts.Unread(_answers.Services.Gap, OnlyServicesTell);
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                "root/cimv2:Win32_Service",
                new LocalText(
                    "カタログにある製品のサービスがないか、実行されていない",
                    "no service of the product's in the catalogue, or one that isn't running"
                )
            ),
            OnlyServicesTell
        );
    }
}
