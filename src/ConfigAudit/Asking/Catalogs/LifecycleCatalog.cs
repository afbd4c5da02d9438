using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>How long vendors support their products. What it doesn't know, it says so.</summary>
internal sealed class LifecycleCatalog
{
    private readonly IReadOnlyList<LifecycleProduct> _systems;
    private readonly IReadOnlyList<LifecycleProduct> _products;

    public LifecycleCatalog(string edition, IReadOnlyList<LifecycleProduct> products, IReadOnlyList<PackageParts>? parts = null)
    {
        Edition = edition;
        Products = products;
        Parts = parts ?? Array.Empty<PackageParts>();
        _systems = products.Where(product => product.Systems.Count > 0).ToArray();
        _products = products.Where(product => product.Systems.Count == 0).ToArray();
    }

    /// <summary>The day of the catalogue's data.</summary>
    public string Edition { get; }

    /// <summary>The same as a day; null where it says none that is one.</summary>
    public DateTime? Day =>
        DateTime.TryParseExact(Edition, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Why the day isn't known by which something is said.</summary>
    public static Gap NoDay { get; } =
        new(
            GapKind.Unusable,
            CatalogKind.Lifecycle.FileName,
            new LocalText("ライフサイクルカタログに、データの日付がない", "the lifecycle catalogue says no day of its data")
        );

    public IReadOnlyList<LifecycleProduct> Products { get; }

    /// <summary>Packages that are parts of Windows or of another package, and no programs of their own.</summary>
    public IReadOnlyList<PackageParts> Parts { get; }

    /// <summary>
    /// The cycle that an installed product belongs to, by the name and version that it registered and the build of its Windows. Of several
    /// products that go by that name,
    /// those are meant that know the version.
    /// </summary>
    public LifecycleMatch? Find(string name, string? displayVersion, long? build = null) =>
        Decided(_products.Where(product => product.MayBeOn(build)).Select(product => product.Match(name, displayVersion)));

    /// <summary>The cycle that a package belongs to.</summary>
    public LifecycleMatch? Find(PackageName package, long? build = null) =>
        Decided(_products.Where(product => product.MayBeOn(build)).Select(product => product.Match(package)));

    /// <summary>The day of the data that an answer comes from; that nothing was found is the catalogue's own answer.</summary>
    public DateTime? Of(LifecycleMatch? match) => match?.Edition ?? Day;

    private static LifecycleMatch? Decided(IEnumerable<LifecycleMatch?> matches)
    {
        var all = matches.OfType<LifecycleMatch>().ToArray();
        var told = OwnOnes(all.Where(match => !match.IsOpen).ToArray());
        return told.Length == 0 ? all.FirstOrDefault() : told[0] with { Others = told.Skip(1).ToArray() };
    }

    /// <summary>
    /// The cycle of a Windows. Editions of one build have different dates: without a SKU an answer is given only when all of them agree. A cycle
    /// of some editions stands before one of all the others.
    /// Enterprise multi-session
    /// calls itself a server, and without a SKU can't be told from one of the same build. Where all are over on a day, the one is told that
    /// ended last.
    /// </summary>
    public LifecycleMatch? FindSystem(HostKind? kind, long? build, long? sku, DateTimeOffset? now = null)
    {
        if (kind is null || build is null)
            return null;
        var matches = OwnOnes(
            _systems
                .SelectMany(product =>
                    product
                        .Cycles.Where(cycle =>
                            cycle.Build == build
                            && (
                                product.Systems.Contains(kind.Value)
                                    ? IsMeant(cycle, sku)
                                    : sku is null && kind == HostKind.Server && cycle.Skus.Contains(WindowsEdition.MultiSession)
                            )
                        )
                        .Select(cycle => new LifecycleMatch(product, cycle))
                )
                .ToArray()
        );
        matches = Nearest(matches, kind.Value, sku);
        if (matches.Length == 0 || matches.All(match => match.Cycle.HasSameEnds(matches[0].Cycle)))
            return matches.FirstOrDefault();
        return now is not null && matches.All(match => match.On(now) == SupportStatus.Ended)
            ? matches.OrderByDescending(match => match.Ends).First()
            : null;
    }

    /// <summary>Of an edition its own cycle, if there is one; without an edition that of all, as which most hosts are. What another kind of host
    /// has beside them may be meant too.</summary>
    private static LifecycleMatch[] Nearest(LifecycleMatch[] matches, HostKind kind, long? sku)
    {
        bool IsNear(LifecycleMatch match) => match.Cycle.Skus.Count > 0 == sku is not null;
        bool IsOfKind(LifecycleMatch match) => match.Product.Systems.Contains(kind);
        return matches.Any(match => IsOfKind(match) && IsNear(match))
            ? matches.Where(match => IsNear(match) || !IsOfKind(match)).ToArray()
            : matches;
    }

    /// <summary>The organisation's own, if there are any.</summary>
    private static LifecycleMatch[] OwnOnes(LifecycleMatch[] matches) =>
        Array.Exists(matches, match => match.Product.IsOwn) ? matches.Where(match => match.Product.IsOwn).ToArray() : matches;

    private static bool IsMeant(LifecycleCycle cycle, long? sku) => sku is null || cycle.Skus.Count == 0 || cycle.Skus.Contains(sku.Value);
}
