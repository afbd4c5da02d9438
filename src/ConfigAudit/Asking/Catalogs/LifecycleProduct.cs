using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A product of the lifecycle catalogue.</summary>
internal sealed record LifecycleProduct(string Id, string Title)
{
    /// <summary>For a Windows: the kinds of host that it is for. Empty for everything else.</summary>
    public IReadOnlyList<HostKind> Systems { get; init; } = Array.Empty<HostKind>();

    /// <summary>Patterns of the names under which it registers.</summary>
    public IReadOnlyList<BoundedPattern> Names { get; init; } = Array.Empty<BoundedPattern>();

    /// <summary>Patterns of the names of its packages (MSIX); the publisher isn't looked at.</summary>
    public IReadOnlyList<BoundedPattern> Packages { get; init; } = Array.Empty<BoundedPattern>();

    /// <summary>How many numbers of the version name the cycle; 0 when the name itself does, in its group "cycle". That group also speaks
    /// where the version tells none.</summary>
    public int VersionParts { get; init; }

    /// <summary>Its cycles go by number, and none ends after a later one: what isn't listed ended when the next that is listed did, at the
    /// latest.</summary>
    public bool IsLinear { get; init; }

    /// <summary>The first build of Windows that it is for; null for all.</summary>
    public long? FirstBuild { get; init; }

    /// <summary>The last build of Windows that it is for; null for all.</summary>
    public long? LastBuild { get; init; }

    /// <summary>No version of it is supported any more: what its vendor said of all, also of those that aren't listed or don't tell their
    /// version. Null for a living product.</summary>
    public LifecycleCycle? Retired { get; init; }

    /// <summary>Of versions that aren't listed no end is published, or was found: the product is known, and its support isn't. Null where
    /// that was never looked for.</summary>
    public LifecycleCycle? Undated { get; init; }

    public IReadOnlyList<LifecycleCycle> Cycles { get; init; } = Array.Empty<LifecycleCycle>();

    /// <summary>It comes from an organisation's own file: where it knows the answer, no other is asked.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The day of the file that it comes from, where that isn't the catalogue's: an own file counts by its own.</summary>
    public DateTime? Edition { get; init; }

    /// <summary>Whether it may be on a Windows of that build; any may, where that isn't known.</summary>
    public bool MayBeOn(long? build) => build is null || (build >= (FirstBuild ?? build) && build <= (LastBuild ?? build));

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
        var named = match.Groups["cycle"];
        var name = (VersionParts == 0 ? null : Beginning(version)) ?? (VersionParts == 0 || named.Success ? named.Value : null);
        if (name is null)
            return Retired ?? Undated ?? LifecycleCycle.Untold;
        return Cycles.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? (IsLinear ? Unlisted(name) : null)
            ?? (Retired is null ? null : Retired with { Name = name })
            ?? (Undated is null ? null : Undated with { Name = name });
    }

    /// <summary>
    /// What isn't listed, by the next that is. Between two that are listed, a product of which some versions outlive later ones may have
    /// had another such: there
    /// only the order of all that are listed says that it has none.
    /// </summary>
    private LifecycleCycle? Unlisted(string name)
    {
        if (LifecycleCycle.Numbers(name) is not { } version)
            return null;
        var ordered = Cycles.OrderBy(cycle => LifecycleCycle.Numbers(cycle.Name)!, LifecycleCycle.ByNumber).ToArray();
        var next = Array.FindIndex(ordered, cycle => LifecycleCycle.IsBefore(version, LifecycleCycle.Numbers(cycle.Name)!));
        var isSuccessor =
            next == 0
            || (next > 0 && LifecycleCycle.IsBefore(LifecycleCycle.Numbers(ordered[next - 1].Name)!, version) && EndInOrder(ordered));
        return isSuccessor ? ordered[next] with { Name = name, Title = null, IsBound = true } : null;
    }

    private static bool EndInOrder(LifecycleCycle[] ordered) =>
        !ordered.Zip(ordered.Skip(1), (earlier, later) => earlier.Ending <= later.Ending).Contains(false);

    /// <summary>The numbers that name the cycle; null when the version doesn't tell them.</summary>
    private string? Beginning(string? version)
    {
        // Some write v1.2, and some 1,2,0,0.
        var parts = version?.Trim().TrimStart('v', 'V').Replace(',', '.').Split('.');
        if (parts is null || parts.Length < VersionParts)
            return null;
        var beginning = string.Join(".", parts.Take(VersionParts));
        return LifecycleCycle.Numbers(beginning) is null ? null : beginning;
    }
}
