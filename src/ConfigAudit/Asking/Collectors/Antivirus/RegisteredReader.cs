using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Products of other vendors that are registered with the Security Center. Registrations outlive the programs that made them: one that says
/// "on" is believed
/// when something of the product runs, and of nothing that contradicts it.
/// </summary>
internal sealed class RegisteredReader
{
    private readonly IReadOnlyList<Registration> _all;
    private readonly ServiceStates _services;
    private readonly RunningPrograms _programs;
    private readonly DateTimeOffset? _now;
    private readonly DateTimeOffset? _lastBoot;

    /// <param name="all">Every registration, Microsoft Defender's among them.</param>
    /// <param name="services">What runs of the catalogue's services and drivers.</param>
    /// <param name="programs">What runs in the registered folders.</param>
    /// <param name="now">The moment of the snapshot.</param>
    /// <param name="lastBoot">When Windows last started, where that was asked.</param>
    public RegisteredReader(
        IReadOnlyList<Registration> all,
        ServiceStates services,
        RunningPrograms programs,
        DateTimeOffset? now,
        DateTimeOffset? lastBoot
    ) => (_all, _services, _programs, _now, _lastBoot) = (all, services, programs, now, lastBoot);

    public SeenProduct Read(AntivirusFact fact, Registration registration, SecurityProduct? product)
    {
        var (state, why, evidence) = Judge(registration, product);
        var doubt = registration.DoubtOfCurrent(_now, _lastBoot);
        var source =
            evidence != Evidence.Runs ? null
            : product is not null && _services.Of(product) == Evidence.Runs ? _services.SourceOf(product)
            : _programs.SourceOf(registration);
        return new SeenProduct(
            fact with
            {
                Source = source is null ? Registration.Source : $"{Registration.Source}; {source}",
                Product = registration.Name,
                // It registered as an antivirus.
                IsEpp = true,
                State = state,
                RegisteredState = registration.Claim,
                IsReporting = evidence is Evidence.Runs or Evidence.Nothing && registration.IsRecent(_now),
                UsesDefinitions = fact.UsesDefinitions ?? (registration.State?.DefinitionsCurrent is null ? null : true),
                HasDefinitions = registration.State?.DefinitionsCurrent is null ? null : true,
                DefinitionsCurrent = doubt is null ? registration.State?.DefinitionsCurrent : null,
                ReportedAt = registration.ReportedAt,
            },
            product
        )
        {
            Why = why,
            Gaps = doubt is null ? Array.Empty<Gap>() : new[] { doubt },
            IsOrphan = state is null && evidence is Evidence.Stopped or Evidence.Absent or Evidence.Nothing,
        };
    }

    private (ProtectionState? State, Gap? Why, Evidence Evidence) Judge(Registration registration, SecurityProduct? product)
    {
        if (registration.Claim is null)
        {
            return (
                null,
                new Gap(
                    GapKind.Unusable,
                    Registration.Source,
                    new LocalText(
                        $"{Name(registration).Ja} についてのセキュリティセンターの値を解釈できない",
                        $"what the Security Center says of {Name(registration).En} can't be understood"
                    )
                ),
                Evidence.Unread
            );
        }

        if (registration.Claim != ProtectionState.On)
            return (registration.Claim, null, Evidence.Unread);
        if (registration.Name is null)
        {
            return (
                null,
                new Gap(
                    GapKind.Unusable,
                    Registration.Source,
                    new LocalText(
                        "セキュリティセンターでは、名前のない製品が有効。何の製品か分からない",
                        "the Security Center calls a product without a name on: it may be anything"
                    )
                ),
                Evidence.Unread
            );
        }

        if (IsDisputed(registration))
        {
            return (
                null,
                Unusable(
                    registration,
                    new LocalText("だが、同じ名前の別の登録では有効でない", ", and also not on, in another registration of that name")
                ),
                Evidence.Unread
            );
        }

        var evidence = Weigh(registration, product);
        return evidence switch
        {
            Evidence.Runs => (ProtectionState.On, null, evidence),
            Evidence.Unread => (null, UnreadGap(registration, product), evidence),
            Evidence.Nothing => (
                null,
                Unusable(
                    registration,
                    new LocalText(
                        $"だが、実行中のもので裏付けるものがない{Looked(registration, product)}。古い登録の可能性がある",
                        $", but nothing that runs bears it out{Looked(registration, product)}: a stale registration?"
                    )
                ),
                evidence
            ),
            _ => (
                null,
                Unusable(
                    registration,
                    new LocalText(
                        $"だが、サービスとドライバ{Looked(registration, product)}の一部が実行されていない。古い登録の可能性がある",
                        $", but not all of its services and drivers{Looked(registration, product)} run: a stale registration?"
                    )
                ),
                evidence
            ),
        };
    }

    /// <summary>The catalogue's verified services decide; where it knows none, what is in the registered folder speaks too.</summary>
    private Evidence Weigh(Registration registration, SecurityProduct? product)
    {
        var known = product is null ? Evidence.Nothing : _services.Of(product);
        if (
            known is Evidence.Runs or Evidence.Stopped
            || (product is { IsVerified: true, Services.Count: > 0 } && known == Evidence.Absent)
        )
        {
            return known;
        }

        var seen = _programs.Of(registration);
        return seen is Evidence.Runs or Evidence.Stopped ? seen
            : known == Evidence.Absent ? known
            : known == Evidence.Unread ? known
            : seen;
    }

    /// <summary>The same name, on and not on: one of the two is out of date, and nobody knows which.</summary>
    private bool IsDisputed(Registration registration) =>
        registration.Name is not null
        && _all.Any(other =>
            string.Equals(other.Name, registration.Name, StringComparison.OrdinalIgnoreCase) && other.Claim != registration.Claim
        );

    private Gap UnreadGap(Registration registration, SecurityProduct? product)
    {
        var gap = _services.Gap ?? _services.DriverGap ?? _programs.Gap;
        var claim = new LocalText(
            $"セキュリティセンターでは {Name(registration).Ja} は有効だが、実行中か分からない: ",
            $"the Security Center calls {Name(registration).En} on; whether anything of it runs isn't known: "
        );
        return gap is null
            ? new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_Service",
                claim.Then(
                    (product is null ? null : _services.Contradiction(product))
                        ?? _programs.Contradiction(registration)
                        ?? new LocalText("サービス又はドライバの状態が示されない", "a service or driver doesn't tell its state")
                )
            )
            : gap.Saying(claim.Then(gap.Told));
    }

    private static Gap Unusable(Registration registration, LocalText but) =>
        new(
            GapKind.Unusable,
            Registration.Source,
            new LocalText(
                $"セキュリティセンターでは {Name(registration).Ja} は有効",
                $"the Security Center calls {Name(registration).En} on"
            ).Then(but)
        );

    private static string Looked(Registration registration, SecurityProduct? product)
    {
        var names = product is null ? Enumerable.Empty<string>() : product.Services.Concat(product.Components).Concat(product.Drivers);
        var places = names.Concat(registration.Folders.Select(folder => folder.Path)).Distinct().ToArray();
        return places.Length == 0 ? string.Empty : $" ({string.Join(", ", places)})";
    }

    private static LocalText Name(Registration registration) =>
        registration.Name is { } name ? LocalText.Of(name) : new LocalText("名前のない製品", "a product without a name");
}
