using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Collectors.OperatingSystem;
using ConfigAudit.Files;

namespace ConfigAudit.Catalogs;

/// <summary>A product of the lifecycle catalogue.</summary>
internal sealed record LifecycleProduct(string Id, string Title)
{
    /// <summary>For a Windows: the kinds of host that it is for. Empty for everything else.</summary>
    public IReadOnlyList<HostKind> Systems { get; init; } = Array.Empty<HostKind>();

    /// <summary>Patterns of the names under which it registers.</summary>
    public IReadOnlyList<BoundedPattern> Names { get; init; } = Array.Empty<BoundedPattern>();

    /// <summary>Patterns of the names of its packages (MSIX); the publisher isn't looked at.</summary>
    public IReadOnlyList<BoundedPattern> Packages { get; init; } = Array.Empty<BoundedPattern>();

    /// <summary>How many numbers of the version name the cycle; 0 when the name itself does, in its group "cycle".</summary>
    public int VersionParts { get; init; }

    /// <summary>Its cycles go by number, and none ends after a later one: what is older than all that are listed ended before them.</summary>
    public bool IsLinear { get; init; }

    public IReadOnlyList<LifecycleCycle> Cycles { get; init; } = Array.Empty<LifecycleCycle>();

    public LifecycleMatch? Match(string name, string? displayVersion) => Match(Names, name, displayVersion);

    public LifecycleMatch? Match(PackageName package) => Match(Packages, package.Name, package.Version.ToString());

    private LifecycleMatch? Match(IReadOnlyList<BoundedPattern> patterns, string name, string? version)
    {
        var isExhausted = false;
        foreach (var match in patterns.Select(pattern => pattern.Match(name)))
        {
            isExhausted |= match is null;
            if (match is { Success: true })
                return Cycle(match, version) is { } cycle ? new LifecycleMatch(this, cycle) : null;
        }

        // A name that no time was left to look at may be this product's.
        return isExhausted ? new LifecycleMatch(this, LifecycleCycle.Untold) : null;
    }

    private LifecycleCycle? Cycle(Match match, string? version)
    {
        var name = VersionParts == 0 ? match.Groups["cycle"].Value : Beginning(version);
        if (name is null)
            return LifecycleCycle.Untold;
        return Cycles.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)) ?? (IsLinear ? Older(name) : null);
    }

    private LifecycleCycle? Older(string name)
    {
        var oldest = Cycles.Aggregate((left, right) => LifecycleCycle.IsBefore(LifecycleCycle.Numbers(right.Name)!, LifecycleCycle.Numbers(left.Name)!) ? right : left);
        return LifecycleCycle.Numbers(name) is { } version && LifecycleCycle.IsBefore(version, LifecycleCycle.Numbers(oldest.Name)!)
            ? oldest with { Name = name, Title = null, IsBound = true }
            : null;
    }

    /// <summary>The numbers that name the cycle; null when the version doesn't tell them.</summary>
    private string? Beginning(string? version)
    {
        var parts = version?.Trim().Split('.');
        if (parts is null || parts.Length < VersionParts)
            return null;
        var beginning = string.Join(".", parts.Take(VersionParts));
        return LifecycleCycle.Numbers(beginning) is null ? null : beginning;
    }
}
