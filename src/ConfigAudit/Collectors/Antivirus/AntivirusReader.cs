using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>Rows of AntiVirusProduct, MSFT_MpComputerStatus and Win32_Service to antivirus facts.</summary>
internal sealed class AntivirusReader
{
    private const string DefenderId = "microsoft-defender";

    /// <summary>1 when the host is onboarded.</summary>
    public const string OnboardingName = "OnboardingState";

    private const string SensorId = "microsoft-defender-for-endpoint";

    private static readonly string[] OnlyServicesTell = { nameof(AntivirusFact.StartsAutomatically), nameof(AntivirusFact.CanBeStopped) };

    private static readonly string[] OnlyVendorsKnow =
    {
        nameof(AntivirusFact.DefinitionAge), nameof(AntivirusFact.DefinitionUpdatedAt), nameof(AntivirusFact.DefinitionDate), nameof(AntivirusFact.DefinitionVersion),
        nameof(AntivirusFact.EngineVersion), nameof(AntivirusFact.BehaviorMonitoring), nameof(AntivirusFact.RealTimeProtection),
        nameof(AntivirusFact.TamperProtection),
    };

    private readonly Collection _collection;
    private readonly ServiceStates _services;
    private readonly IReadOnlyDictionary<string, DefinitionState> _definitions;
    private readonly FactSetBuilder<AntivirusFact> _facts = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private AntivirusReader(Collection collection, ServiceStates services, IReadOnlyDictionary<string, DefinitionState> definitions) =>
        (_collection, _services, _definitions) = (collection, services, definitions);

    /// <param name="collection">The host, its kind and the catalogue.</param>
    /// <param name="center">AntiVirusProduct; null when it wasn't asked because the host is a server.</param>
    /// <param name="defender">MSFT_MpComputerStatus.</param>
    /// <param name="states">Win32_Service and Win32_SystemDriver, of the catalogue's services and drivers.</param>
    /// <param name="sensor">The state of Microsoft Defender for Endpoint.</param>
    /// <param name="definitions">What products keep of their definitions in the registry, by their id.</param>
    public static FactSet<AntivirusFact> Read(
        Collection collection, CimAnswer? center, CimAnswer defender, ServiceStates states, RegistryRow sensor, IReadOnlyDictionary<string, DefinitionState> definitions)
    {
        var reader = new AntivirusReader(collection, states, definitions);
        reader.ReadSecurityCenter(center, defender);
        reader.ReadDefender(defender);
        reader.ReadServices(sensor.Number(OnboardingName));
        // Last, because it explains what nothing more particular does.
        reader._facts.Unread(
            new Gap(GapKind.NotSupported, "root/SecurityCenter2:AntiVirusProduct", "only the vendor's own console knows this of the product"),
            OnlyVendorsKnow);
        reader._facts.Unread(states.Gap, OnlyServicesTell);
        reader._facts.Unread(
            new Gap(GapKind.NotSupported, "root/cimv2:Win32_Service", "no service of the product's in the catalogue, or one that isn't running"), OnlyServicesTell);
        return reader._facts.Build();
    }

    private void ReadSecurityCenter(CimAnswer? center, CimAnswer defender)
    {
        foreach (var row in center?.Rows ?? Array.Empty<CimRow>())
        {
            var (fact, product, isDefender) = ReadRegistered(row);
            if (!isDefender)
                Add(Corroborated(fact, product), product);
            else
                Add(defender.Rows.Count > 0 ? DefenderStatus.Read(fact, defender.Rows[0], _collection.Now) : fact, Known(DefenderId));
        }

        if (center is not null)
        {
            _facts.MayLack(center.Gap);
        }
        else
        {
            _facts.MayLack(
                new Gap(GapKind.NotSupported, "root/SecurityCenter2:AntiVirusProduct",
                    "a server has no Security Center: only Microsoft Defender and the products of the catalogue were looked for"),
                new AntivirusFact { IsListed = false });
        }
    }

    /// <summary>The products of the catalogue that a host shows by a registration, a service or a driver.</summary>
    public static IEnumerable<SecurityProduct> Present(Collection collection, CimAnswer? center, ServiceStates states)
    {
        var names = (center?.Rows ?? Array.Empty<CimRow>()).Select(row => row.Text("displayName")).OfType<string>().ToArray();
        return collection.Catalogs.SecurityProducts.Where(product => states.Has(product) || names.Any(product.Matches));
    }

    private (AntivirusFact Fact, SecurityProduct? Product, bool IsDefender) ReadRegistered(CimRow row)
    {
        var name = row.Text("displayName");
        ProductState? state = row.Number("productState") is { } number ? new ProductState(number) : null;
        var product = state?.IsOfWindows == true
            ? Known(DefenderId)
            : _collection.Catalogs.SecurityProducts.FirstOrDefault(each => name is not null && each.Matches(name));
        var isDefender = state?.IsOfWindows == true || product?.Id == DefenderId;
        if (isDefender || product is not null)
            _seen.Add(isDefender ? DefenderId : product!.Id);
        var fact = WithBehavior(new AntivirusFact
        {
            ComputerName = _collection.ComputerName,
            IsListed = true,
            Source = "root/SecurityCenter2:AntiVirusProduct",
            Product = name,
            Vendor = product?.Vendor,
            Detection = product?.Detection,
            State = state?.Protection,
            DefinitionsCurrent = state?.DefinitionsCurrent,
            ReportedAt = DateTimeOffset.TryParseExact(row.Text("timestamp"), "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
        });
        return (fact, product, isDefender);
    }

    /// <summary>
    /// Registrations outlive the programs that made them: a product that claims to be on while its service doesn't run is believed by nobody.
    /// </summary>
    private AntivirusFact Corroborated(AntivirusFact fact, SecurityProduct? product)
    {
        if (fact.State != ProtectionState.On || product is null || !product.IsVerified || _services.IsRunning(product) != false)
            return fact;
        _facts.Unread(
            new Gap(GapKind.Unusable, "root/SecurityCenter2:AntiVirusProduct",
                $"the Security Center calls {fact.Product} on, but not all of its services and drivers ({string.Join(", ", product.Services.Concat(product.Drivers))}) run: a stale registration?"),
            nameof(AntivirusFact.State));
        return fact with { State = null, BehaviorMonitoring = null };
    }

    private void ReadDefender(CimAnswer defender)
    {
        if (defender.Rows.Count > 0)
        {
            if (_seen.Add(DefenderId))
            {
                var product = Known(DefenderId);
                var fact = new AntivirusFact
                {
                    ComputerName = _collection.ComputerName,
                    IsListed = true,
                    Product = product?.Name ?? "Microsoft Defender Antivirus",
                    Vendor = product?.Vendor,
                    Detection = product?.Detection,
                };
                Add(DefenderStatus.Read(fact, defender.Rows[0], _collection.Now), product);
            }

            _facts.Unread(DefenderStatus.ImplausibleAge(defender.Rows[0], _collection.Now), nameof(AntivirusFact.DefinitionAge));
            _facts.Unread(defender.Gap, DefenderStatus.Properties);
        }
        else if (defender.Gap is { Kind: not GapKind.NotPresent } gap)
        {
            // A class that isn't there is a Defender that isn't there. Anything else leaves room for one.
            _facts.Unread(gap, DefenderStatus.Properties);
            if (!_seen.Contains(DefenderId))
                _facts.MayLack(gap, new AntivirusFact { Product = "Microsoft Defender Antivirus", IsListed = true });
        }
    }

    private void ReadServices(RegistryAnswer<long?> onboarding)
    {
        foreach (var product in _collection.Catalogs.SecurityProducts.Where(each => _services.Has(each) && _seen.Add(each.Id)))
        {
            var running = _services.IsRunning(product);
            var isCertain = running == false || (product.IsVerified && product.Id != DefenderId);
            if (product.Id == SensorId)
            {
                // Windows has the service whether or not the sensor is in use; only the onboarding makes it a product.
                if (onboarding.Or(0) is { } state && state != 1)
                    continue;
                if (onboarding.GapIfUnread is { } gap)
                {
                    if (running == false)
                    {
                        _facts.MayLack(gap, new AntivirusFact { Product = product.Name, IsListed = true, Detection = product.Detection, State = ProtectionState.Off });
                        continue;
                    }

                    _facts.Unread(gap, nameof(AntivirusFact.State), nameof(AntivirusFact.BehaviorMonitoring));
                    isCertain = false;
                }
            }

            if (!isCertain)
            {
                _facts.Unread(
                    new Gap(GapKind.NotSupported, "root/cimv2:Win32_Service", "a service of this name runs, which alone doesn't prove that the product protects"),
                    nameof(AntivirusFact.State));
            }

            var fact = WithBehavior(new AntivirusFact
            {
                ComputerName = _collection.ComputerName,
                IsListed = true,
                Source = "root/cimv2:Win32_Service",
                Product = product.Name,
                Vendor = product.Vendor,
                Detection = product.Detection,
                State = !isCertain ? null : running == true ? ProtectionState.On : ProtectionState.Off,
            });
            Add(fact, product);
        }

        _facts.MayLack(_services.Gap);
    }

    private void Add(AntivirusFact fact, SecurityProduct? product)
    {
        if (product is not null)
            fact = fact with { StartsAutomatically = _services.StartsAutomatically(product), CanBeStopped = _services.CanBeStopped(product) };
        _facts.Add(product is not null && _definitions.TryGetValue(product.Id, out var definitions) ? WithDefinitions(fact, definitions) : fact);
    }

    private AntivirusFact WithDefinitions(AntivirusFact fact, DefinitionState definitions)
    {
        _facts.Unread(definitions.Gap, nameof(AntivirusFact.DefinitionDate), nameof(AntivirusFact.DefinitionAge));
        return fact with
        {
            Source = definitions.Source is null ? fact.Source : $"{fact.Source}; {definitions.Source}",
            DefinitionDate = definitions.Day,
            DefinitionAge = definitions.Age(_collection.Now),
            DefinitionVersion = definitions.Version,
        };
    }

    /// <summary>A product that does nothing but watch behaviour watches it when it is on.</summary>
    private static AntivirusFact WithBehavior(AntivirusFact fact) =>
        fact.Detection == DetectionKind.Behavior && fact.State is { } state ? fact with { BehaviorMonitoring = state == ProtectionState.On } : fact;

    private SecurityProduct? Known(string id) => _collection.Catalogs.SecurityProducts.FirstOrDefault(each => each.Id == id);
}
