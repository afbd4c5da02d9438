using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>The machines of a run, so that one which comes under several of its names counts once.</summary>
internal sealed class HostIndex
{
    private readonly Dictionary<string, List<HostIdentity>> _hosts = new(StringComparer.Ordinal);

    /// <summary>Adds a host, unless the machine is there under another of its names, or the same: then that is what comes back.</summary>
    public HostIdentity? Add(HostIdentity host)
    {
        if (!_hosts.TryGetValue(host.Likeness, out var alike))
            _hosts.Add(host.Likeness, alike = new List<HostIdentity>());
        if (alike.FirstOrDefault(each => each.IsTwiceNamed(host)) is { } known)
            return known;
        alike.Add(host);
        return null;
    }
}
