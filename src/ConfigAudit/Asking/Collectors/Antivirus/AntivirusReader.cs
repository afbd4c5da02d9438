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
    private readonly Collection _collection;
    private readonly AntivirusAnswers _answers;
    private readonly AntivirusUntold _untold;
    private readonly FactSetBuilder<AntivirusFact> _facts = new();
    private readonly List<SeenProduct> _seen = new();

    private AntivirusReader(Collection collection, AntivirusAnswers answers) =>
        (_collection, _answers, _untold) = (
            collection,
            answers,
            new AntivirusUntold(answers, collection.Catalogs.SecurityProducts.Edition)
        );

    public static FactSet<AntivirusFact> Read(Collection collection, AntivirusAnswers answers)
    {
        var reader = new AntivirusReader(collection, answers);
        reader.ReadRegistered();
        reader.ReadServices();
        reader.Settle();
        reader._untold.Tell(reader._facts);
        return reader._facts.Build();
    }

    private void ReadRegistered()
    {
        var defenders = _answers.Registrations.Where(each => ProductLookup.IsDefender(_collection, each)).ToArray();
        var defender = new DefenderReader(defenders, _answers, Against().ToArray());
        var others = new RegisteredReader(_answers.Registrations, _answers.Services, _answers.Programs, _collection.Now, _answers.LastBoot);
        foreach (var registration in _answers.Registrations)
        {
            if (!ProductLookup.IsDefender(_collection, registration))
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
            var product = ProductLookup.ProductOf(_collection, registration, _answers.Services);
            return others.Read(Blank(product), registration, product);
        }

        void Add(string? name)
        {
            var product = ProductLookup.Defender(_collection);
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
                        each.Id != ProductLookup.DefenderId
                        && each.Id != ServiceProductReader.SensorId
                        && _answers.Services.Of(each) == Evidence.Runs
                    )
                    .Select(each => new LocalText(
                        $"{_answers.Services.SourceOf(each)} では {each.Name} が実行中で、Defenderは受動モードかもしれない",
                        $"{_answers.Services.SourceOf(each)} shows that {each.Name} runs, beside which it may be passive"
                    ))
            );

    private void ReadServices()
    {
        var known = new HashSet<string>(
            _seen.Select(each => each.Product?.Id).OfType<string>().Append(ProductLookup.DefenderId),
            StringComparer.Ordinal
        );
        var hasStranger = _answers.Registrations.Any(each => ProductLookup.ProductOf(_collection, each, _answers.Services) is null);
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
            _facts.Unread(fact, AntivirusUntold.Behavior(fact));
            fact = WithBehavior(fact) with { TellsCurrent = TellsCurrent(fact) };
            _facts.Unread(
                fact,
                fact is { Detection: DetectionKind.Model, TellsCurrent: null } ? _untold.ByCenter(nameof(fact.TellsCurrent)) : null
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

    /// <summary>A product that does nothing but watch behaviour watches it when it is on.</summary>
    private static AntivirusFact WithBehavior(AntivirusFact fact) =>
        fact.Detection == DetectionKind.Behavior && fact.State is { } state
            ? fact with
            {
                BehaviorMonitoring = state == ProtectionState.On,
            }
            : fact;
}
