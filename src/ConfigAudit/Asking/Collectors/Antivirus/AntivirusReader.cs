using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>What a host answered of its security products to antivirus facts: the registered ones, Microsoft Defender, and those known by
/// their services.</summary>
internal sealed class AntivirusReader
{
    private const string DefenderId = "microsoft-defender";

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

    private readonly Collection _collection;
    private readonly AntivirusAnswers _answers;
    private readonly FactSetBuilder<AntivirusFact> _facts = new();
    private readonly List<SeenProduct> _seen = new();

    private AntivirusReader(Collection collection, AntivirusAnswers answers) => (_collection, _answers) = (collection, answers);

    public static FactSet<AntivirusFact> Read(Collection collection, AntivirusAnswers answers)
    {
        var reader = new AntivirusReader(collection, answers);
        reader.ReadRegistered();
        reader.ReadServices();
        reader.Settle();
        reader.TellUnread();
        return reader._facts.Build();
    }

    /// <summary>The catalogue's entry of a registered product: by its name, or by a service of it that starts from the registered
    /// folder.</summary>
    public static SecurityProduct? ProductOf(Collection collection, Registration registration, ServiceStates services)
    {
        var products = collection.Catalogs.SecurityProducts;
        return IsDefender(collection, registration)
            ? Defender(collection)
            : products.FirstOrDefault(each => registration.Name is { } name && each.Matches(name))
                ?? products.FirstOrDefault(each => each.Id != DefenderId && services.StartsFrom(each, registration));
    }

    /// <summary>The products of the catalogue that a host shows by a registration, a service or a driver.</summary>
    public static IEnumerable<SecurityProduct> Present(
        Collection collection,
        IReadOnlyList<Registration> registrations,
        ServiceStates states
    ) =>
        registrations
            .Select(each => ProductOf(collection, each, states))
            .OfType<SecurityProduct>()
            .Concat(collection.Catalogs.SecurityProducts.Where(states.Has))
            .GroupBy(product => product.Id)
            .Select(same => same.First());

    private static bool IsDefender(Collection collection, Registration registration) =>
        registration.State?.IsOfWindows == true || (registration.Name is { } name && Defender(collection)?.Matches(name) == true);

    private static SecurityProduct? Defender(Collection collection) =>
        collection.Catalogs.SecurityProducts.FirstOrDefault(each => each.Id == DefenderId);

    private void ReadRegistered()
    {
        var defenders = _answers.Registrations.Where(each => IsDefender(_collection, each)).ToArray();
        var defender = new DefenderReader(defenders, _answers, Against().ToArray());
        var others = new RegisteredReader(_answers.Registrations, _answers.Services, _answers.Programs, _collection.Now, _answers.LastBoot);
        foreach (var registration in _answers.Registrations)
        {
            if (!IsDefender(_collection, registration))
                _seen.Add(Others(registration));
            else if (registration == defenders[0])
                Add(registration.Name);
        }

        if (defenders.Length == 0 && defender.IsThere)
            Add(null);
        if (!defender.IsThere)
        {
            _facts.MayLack(
                defender.Gap,
                new AntivirusFact
                {
                    Product = "Microsoft Defender Antivirus",
                    IsListed = true,
                    IsEpp = true,
                    IsListedEdr = false,
                    IsReporting = false,
                    State = _answers.Services.IsRunning(DefenderReader.Service) == false ? ProtectionState.Off : null,
                }
            );
        }

        SeenProduct Others(Registration registration)
        {
            var product = ProductOf(_collection, registration, _answers.Services);
            return others.Read(Blank(product), registration, product);
        }

        void Add(string? name)
        {
            var product = Defender(_collection);
            // It runs, and doesn't look: its state and its definitions are what they are all the same.
            var blind = _answers.Switches.Blind is { } doubt ? doubt with { Property = nameof(AntivirusFact.IsEpp) } : null;
            var fact = Blank(product) with
            {
                Product = name ?? product?.Name ?? "Microsoft Defender Antivirus",
                IsEpp = blind is null ? true : null,
            };
            var seen = defender.Read(fact, product, _collection.Now);
            var untold =
                defender.Gap
                ?? new Gap(
                    GapKind.NotSupported,
                    DefenderStatus.Source,
                    new LocalText("Microsoft Defenderは自身についてこれを示さない", "Microsoft Defender doesn't tell this of itself")
                );
            _seen.Add(
                seen with
                {
                    Gaps = seen
                        .Gaps.Concat(new[] { blind }.OfType<Gap>())
                        .Concat(
                            DefenderStatus
                                .Properties.Append(nameof(AntivirusFact.DefinitionDate))
                                .Select(property => untold with { Property = property })
                        )
                        .ToArray(),
                }
            );
        }
    }

    /// <summary>
    /// What speaks against Microsoft Defender's protecting. Beside another product Windows makes it passive, and its service runs on; that
    /// product needn't be registered. A sensor of
    /// Microsoft's own works beside it.
    /// </summary>
    private IEnumerable<LocalText> Against() =>
        _answers
            .Switches.Set.Select(place => new LocalText($"{place} が無効にしている", $"{place} switches it off"))
            .Concat(
                _collection
                    .Catalogs.SecurityProducts.Where(each =>
                        each.Id != DefenderId && each.Id != ServiceProductReader.SensorId && _answers.Services.Of(each) == Evidence.Runs
                    )
                    .Select(each => new LocalText(
                        $"{_answers.Services.SourceOf(each)} では {each.Name} が実行中で、Defenderは受動モードかもしれない",
                        $"{_answers.Services.SourceOf(each)} shows that {each.Name} runs, beside which it may be passive"
                    ))
            );

    private void ReadServices()
    {
        var known = new HashSet<string>(_seen.Select(each => each.Product?.Id).OfType<string>().Append(DefenderId), StringComparer.Ordinal);
        var hasStranger = _answers.Registrations.Any(each => ProductOf(_collection, each, _answers.Services) is null);
        var reader = new ServiceProductReader(_answers.Services, _answers.Center, hasStranger);
        foreach (var product in _collection.Catalogs.SecurityProducts.Where(each => _answers.Services.Has(each) && known.Add(each.Id)))
        {
            if (reader.Read(Blank(product), product, _answers.Onboarding) is { } seen)
                _seen.Add(seen);
        }
    }

    private AntivirusFact Blank(SecurityProduct? product) =>
        new()
        {
            ComputerName = _collection.ComputerName,
            IsListed = true,
            CatalogEdition = _collection.Catalogs.SecurityProducts.Edition,
            Vendor = product?.Vendor,
            Detection = product?.Detection,
            UsesDefinitions = product?.Detection is not { } kind ? null : kind is DetectionKind.Pattern or DetectionKind.PatternAndBehavior,
            IsEpp = product?.IsEpp,
            IsListedEdr = product?.IsEdr == true,
            StartsAutomatically = product is null ? null : _answers.Services.StartsAutomatically(product),
            CanBeStopped = product is null ? null : _answers.Services.CanBeStopped(product),
        };

    /// <summary>Where a product is known to protect, one of which nothing runs doesn't, whatever its registration says; elsewhere that is
    /// nobody's to say.</summary>
    private void Settle()
    {
        var isProtected = _seen.Any(each => each.Fact is { State: ProtectionState.On, IsEpp: true });
        var whys = new List<Gap>();
        foreach (var seen in _seen)
        {
            var isGone = isProtected && seen.IsOrphan;
            var fact = isGone ? seen.Fact with { State = ProtectionState.Off, IsReporting = false } : seen.Fact;
            if (!isGone && seen.Why is not null)
                whys.Add(seen.Why);
            foreach (var gap in seen.Gaps)
                _facts.Unread(fact, gap);
            if (seen.Product is not null && _answers.Definitions.TryGetValue(seen.Product.Id, out var definitions))
                fact = WithDefinitions(fact, definitions);
            _facts.Unread(fact, UntoldBehavior(fact));
            fact = WithBehavior(fact) with { TellsCurrent = TellsCurrent(fact) };
            _facts.Unread(
                fact,
                fact is { Detection: DetectionKind.Model, TellsCurrent: null } ? UntoldByCenter(nameof(fact.TellsCurrent)) : null
            );
            _facts.Add(fact);
        }

        if (whys.Count > 0)
            _facts.Unread(whys[0].Saying(LocalText.Join(whys.Select(why => why.Told))), nameof(AntivirusFact.State));
    }

    private AntivirusFact WithDefinitions(AntivirusFact fact, DefinitionState definitions)
    {
        var untold = definitions.Gap is { Kind: GapKind.NotPresent } gap
            ? gap.Saying(
                gap.Told.Then(
                    new LocalText(
                        "。製品は定義ファイルの日付をここに残さない。製品の管理コンソールで確認してください",
                        ": the product keeps no day of its definitions here; look in its own console"
                    )
                )
            )
            : definitions.Gap;
        foreach (var property in new[] { nameof(AntivirusFact.DefinitionDate), nameof(AntivirusFact.DefinitionAge) })
            _facts.Unread(fact, untold is null ? null : untold with { Property = property });
        return fact with
        {
            Source = definitions.Source is null ? fact.Source : $"{fact.Source}; {definitions.Source}",
            DefinitionDate = definitions.Day,
            DefinitionAge = definitions.Age(_collection.Now),
            DefinitionVersion = definitions.Version,
            HasDefinitions = definitions.Day is null ? fact.HasDefinitions : true,
        };
    }

    /// <summary>Whoever works with definitions has to say whether they are current; of a model only the Security Center may know.</summary>
    private bool? TellsCurrent(AntivirusFact fact) =>
        fact.Detection != DetectionKind.Model ? fact.UsesDefinitions
        : _answers.Center is null ? false
        : fact.RegisteredState is null ? null
        : true;

    private Gap UntoldByCenter(string property) =>
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

    /// <summary>A product that does nothing but watch behaviour watches it when it is on.</summary>
    private static AntivirusFact WithBehavior(AntivirusFact fact) =>
        fact.Detection == DetectionKind.Behavior && fact.State is { } state
            ? fact with
            {
                BehaviorMonitoring = state == ProtectionState.On,
            }
            : fact;

    /// <summary>What a product can do doesn't say that it is switched on: nothing on the host tells of others than Microsoft's.</summary>
    private static Gap? UntoldBehavior(AntivirusFact fact) =>
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

    /// <summary>What may be missing, and last what explains where nothing more particular does.</summary>
    private void TellUnread()
    {
        var center = _answers.Center;
        if (center is null)
        {
            _facts.MayLack(
                new Gap(
                    GapKind.NotSupported,
                    Registration.Source,
                    new LocalText(
                        "サーバとWindows Enterpriseマルチセッションにはセキュリティセンターがない。Microsoft Defenderとカタログの製品だけを調べた",
                        "neither a server nor Windows Enterprise multi-session has a Security Center: only Microsoft Defender and the products of the catalogue were looked for"
                    )
                ),
                // Where nothing that was looked for can be what protects, what wasn't looked for is all that matters.
                _facts.Items.All(each => each.State == ProtectionState.Off || each.IsEpp == false)
                    ? new AntivirusFact()
                    : new AntivirusFact
                    {
                        IsListed = false,
                        IsListedEdr = false,
                        CatalogEdition = _collection.Catalogs.SecurityProducts.Edition,
                    }
            );
        }
        else
        {
            _facts.MayLack(
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

        _facts.MayLack(_answers.Services.Gap);
        var catalogue = new Gap(
            GapKind.NotSupported,
            CatalogKind.SecurityProducts.FileName,
            new LocalText(
                "セキュリティ製品のカタログにこの製品の情報がない。ベンダーに確認し、独自のカタログに加えてください",
                "the catalogue of security products doesn't say this of the product: ask its vendor, and put it into a catalogue of your own"
            )
        );
        _facts.Unread(catalogue, nameof(AntivirusFact.IsEpp), nameof(AntivirusFact.Detection), nameof(AntivirusFact.UsesDefinitions));
        if (_facts.Items.Any(each => each.UsesDefinitions is null))
            _facts.Unread(catalogue, nameof(AntivirusFact.TellsCurrent));
        _facts.Unread(
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
        _facts.Unread(
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
            _facts.Unread(UntoldByCenter(property), property);
        _facts.Unread(_answers.Services.Gap, OnlyServicesTell);
        _facts.Unread(
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
