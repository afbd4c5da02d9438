using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Collectors.OperatingSystem;

namespace ConfigAudit.Catalogs;

/// <summary>How long vendors support their products. What it doesn't know, it says so.</summary>
internal sealed class LifecycleCatalog
{
    private readonly IReadOnlyList<LifecycleProduct> _systems;
    private readonly IReadOnlyList<LifecycleProduct> _products;

    public LifecycleCatalog(string edition, IReadOnlyList<LifecycleProduct> products)
    {
        Edition = edition;
        Products = products;
        _systems = products.Where(product => product.Systems.Count > 0).ToArray();
        _products = products.Where(product => product.Systems.Count == 0).ToArray();
    }

    /// <summary>The day of the catalogue's data.</summary>
    public string Edition { get; }

    public IReadOnlyList<LifecycleProduct> Products { get; }

    /// <summary>The cycle that an installed product belongs to, by the name and version that it registered.</summary>
    public LifecycleMatch? Find(string name, string? displayVersion) =>
        _products.Select(product => product.Match(name, displayVersion)).FirstOrDefault(match => match is not null);

    /// <summary>
    /// The cycle of a Windows. Editions of one build have different dates: without a SKU an answer is given only when all of them agree. Enterprise multi-session
    /// calls itself a server, and without a SKU can't be told from one of the same build.
    /// </summary>
    public LifecycleMatch? FindSystem(HostKind? kind, long? build, long? sku)
    {
        if (kind is null || build is null)
            return null;
        var matches = _systems
            .SelectMany(product => product.Cycles
                .Where(cycle => cycle.Build == build && (product.Systems.Contains(kind.Value) ? IsMeant(cycle, sku) : sku is null && kind == HostKind.Server && cycle.Skus.Contains(WindowsEdition.MultiSession)))
                .Select(cycle => new LifecycleMatch(product, cycle)))
            .ToArray();
        return matches.Length > 0 && matches.All(match => match.Cycle.HasSameEnds(matches[0].Cycle)) ? matches[0] : null;
    }

    private static bool IsMeant(LifecycleCycle cycle, long? sku) => sku is null || cycle.Skus.Count == 0 || cycle.Skus.Contains(sku.Value);
}

/// <summary>A cycle of a product that something installed was found to belong to.</summary>
internal sealed record LifecycleMatch(LifecycleProduct Product, LifecycleCycle Cycle)
{
    /// <summary>How facts name it.</summary>
    public string Name => Product.Systems.Count > 0 ? Cycle.Title ?? $"{Product.Title} {Cycle.Name}" : $"{Product.Title} {Cycle.Name}";

    /// <summary>
    /// Whether ordinary support lasts to the end of <paramref name="day"/>, as far as anything was announced by the catalogue's edition: the guideline asks
    /// that no end is planned within the time of use.
    /// </summary>
    public bool? Covers(DateTime? day) => day is null ? null : Cycle.EndIsOpen || Cycle.Ends >= day.Value.Date;

    /// <summary>What the cycle's dates say of <paramref name="day"/>; null when that depends on a day that nobody knows.</summary>
    public SupportStatus? On(DateTimeOffset? day)
    {
        if (Cycle.EndIsOpen)
            return SupportStatus.Supported;
        if (Cycle.Ends is null)
            return SupportStatus.Ended;
        if (day is null)
            return null;
        // The last day counts to its end, in Japan as elsewhere: judged by the calendar day of the snapshot's own offset.
        var date = day.Value.Date;
        if (date <= Cycle.Ends)
            return SupportStatus.Supported;
        return Cycle.Extended is not null && date <= Cycle.Extended ? SupportStatus.ExtendedOnly : SupportStatus.Ended;
    }
}
