using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Products that are known by their services alone. Where there is no Security Center that is all there is to know. On a client a product
/// that stops malware
/// registers: a running service doesn't tell there whether the licence has run out. A sensor that only watches never registers.
/// </summary>
internal sealed class ServiceProductReader
{
    /// <summary>1 when the host is onboarded.</summary>
    public const string OnboardingName = "OnboardingState";

    public const string SensorId = "microsoft-defender-for-endpoint";

    private readonly ServiceStates _services;
    private readonly Gap? _center;
    private readonly bool _mayBeRegistered;
    private readonly bool _isClient;

    /// <param name="services">What runs.</param>
    /// <param name="center">AntiVirusProduct; null where there is no Security Center.</param>
    /// <param name="hasStranger">Whether a registration is one of a product that the catalogue doesn't know: it may be any.</param>
    public ServiceProductReader(ServiceStates services, CimAnswer? center, bool hasStranger)
    {
        (_services, _isClient) = (services, center is not null);
        _center = center?.Gap;
        _mayBeRegistered = center is { Gap: not null } or { Rows.Count: 0 } || hasStranger;
    }

    /// <summary>Null for a sensor that isn't in use: Windows has the service of Microsoft Defender for Endpoint whether or not it is
    /// onboarded.</summary>
    public SeenProduct? Read(AntivirusFact fact, SecurityProduct product, RegistryAnswer<long?> onboarding)
    {
        if (product.Id == SensorId && onboarding.Or(0) is { } onboarded && onboarded != 1)
            return null;
        fact = fact with { Source = "root/cimv2:Win32_Service", Product = product.Name, IsReporting = false };
        var running = _services.IsRunning(product);
        if (running == false && (product.Services.Count > 0 || product.Drivers.Count > 0))
            return new SeenProduct(fact with { State = ProtectionState.Off }, product);
        if (Doubt(product, running, onboarding) is { } why)
            return new SeenProduct(fact, product) { Why = why };
        // By its service it watches; whether it also stops malware, only the Security Center would tell.
        if (!_isClient || product.IsEpp != true)
            return new SeenProduct(fact with { State = ProtectionState.On }, product);
        return new SeenProduct(fact with { State = ProtectionState.On, IsEpp = null }, product)
        {
            Gaps = new[]
            {
                new Gap(
                    GapKind.Unusable,
                    Registration.Source,
                    new LocalText(
                        $"{product.Name} のサービスは実行されているが、マルウェア対策が有効かはセキュリティセンターでしか分からず、そこにこの製品がない。ライセンスと有効化を製品の管理コンソールで確認してください",
                        $"the services of {product.Name} run, but whether it stops malware here only the Security Center tells, and it names no such product: look in the product's console whether its antivirus is licensed and switched on"
                    )
                )
                {
                    Property = nameof(AntivirusFact.IsEpp),
                },
            },
        };
    }

    private Gap? Doubt(SecurityProduct product, bool? running, RegistryAnswer<long?> onboarding)
    {
        if (product.Id == SensorId && onboarding.GapIfUnread is { } unread)
            return unread;
        if (running is null && product.IsVerified)
        {
            return _services.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    "root/cimv2:Win32_Service",
                    _services.Contradiction(product)
                        ?? new LocalText(
                            $"{product.Name} のサービス又はドライバの状態が示されない",
                            $"a service or driver of {product.Name} doesn't tell its state"
                        )
                );
        }

        if (running is null || !product.IsVerified)
        {
            return new Gap(
                GapKind.NotSupported,
                "root/cimv2:Win32_Service",
                new LocalText(
                    $"カタログにある {product.Name} のサービスが実行されているだけでは、保護している証明にならない",
                    $"what the catalogue knows of {product.Name} runs at most, which alone doesn't prove that it protects"
                )
            );
        }

        if (!_isClient || product.IsEpp == false || (product.IsEdr == true && !_mayBeRegistered))
            return null;
        var says = new LocalText(
            $"{product.Name} のサービスは実行されているが、クライアントで保護しているかはセキュリティセンターでしか分からない",
            $"the services of {product.Name} run, but on a client only the Security Center tells whether it protects"
        );
        return _center is null
            ? new Gap(
                GapKind.Unusable,
                Registration.Source,
                says.Then(new LocalText("。そこにこの製品がない", ", and it names no such product"))
            )
            : _center.Saying(says.Then(LocalText.Of(": ")).Then(_center.Told));
    }
}
