using System;
using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Hosts;

namespace ConfigAudit.Registers;

/// <summary>Which rows of the registers were seen on the hosts of a run.</summary>
internal sealed class Sightings
{
    private readonly HashSet<string> _assets = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _software = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host was looked at, so that what wasn't seen means something.</summary>
    public bool HasHosts { get; private set; }

    /// <param name="host">As it answered; a host that didn't wasn't seen.</param>
    /// <param name="against">The same, held against the registers.</param>
    public void Add(Snapshot host, Snapshot against)
    {
        if (host.HostName is null)
            return;
        HasHosts = true;
        foreach (var place in against.Table.Set<HostPlaceFact>().Items)
        {
            if (place.Asset is not null)
                _assets.Add(place.Asset);
        }

        foreach (var software in against.Table.Set<HostSoftwareFact>().Items)
        {
            if (software.ApprovedAs is not null)
                _software.Add(software.ApprovedAs);
        }
    }

    public bool HasAsset(string asset) => _assets.Contains(asset);

    public bool HasSoftware(string name) => _software.Contains(name);
}
