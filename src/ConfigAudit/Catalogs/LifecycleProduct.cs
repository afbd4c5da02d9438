using System;
using System.Collections.Generic;
using System.Linq;
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

    /// <summary>How many numbers of the version name the cycle; 0 when the name itself does, in its group "cycle".</summary>
    public int VersionParts { get; init; }

    public IReadOnlyList<LifecycleCycle> Cycles { get; init; } = Array.Empty<LifecycleCycle>();

    public LifecycleMatch? Match(string name, string? displayVersion)
    {
        foreach (var pattern in Names)
        {
            var match = pattern.Match(name);
            if (match is not { Success: true })
                continue;
            var cycleName = VersionParts == 0 ? match.Groups["cycle"].Value : Beginning(displayVersion);
            var cycle = Cycles.FirstOrDefault(each => string.Equals(each.Name, cycleName, StringComparison.OrdinalIgnoreCase));
            return cycle is null ? null : new LifecycleMatch(this, cycle);
        }

        return null;
    }

    private string? Beginning(string? version)
    {
        var parts = version?.Trim().Split('.');
        return parts is null || parts.Length < VersionParts ? null : string.Join(".", parts.Take(VersionParts));
    }
}

/// <summary>A version, or line of versions, that is supported as one.</summary>
internal sealed record LifecycleCycle(string Name)
{
    public string? Title { get; init; }

    /// <summary>For a Windows: its build.</summary>
    public long? Build { get; init; }

    /// <summary>For a Windows: the editions (OperatingSystemSKU) meant; empty for all.</summary>
    public IReadOnlyList<long> Skus { get; init; } = Array.Empty<long>();

    /// <summary>The last day of ordinary security support; null when it has ended on an unknown day, or is open.</summary>
    public DateTime? Ends { get; init; }

    /// <summary>No end has been announced.</summary>
    public bool EndIsOpen { get; init; }

    /// <summary>The last day of extended support that must be bought.</summary>
    public DateTime? Extended { get; init; }

    public bool HasSameEnds(LifecycleCycle other) => Ends == other.Ends && EndIsOpen == other.EndIsOpen && Extended == other.Extended;
}
