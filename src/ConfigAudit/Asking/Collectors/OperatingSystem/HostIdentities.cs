using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>What a snapshot tells of who its host is.</summary>
internal static class HostIdentities
{
    public static HostIdentity Identity(this Snapshot snapshot)
    {
        var host = snapshot.Table.Set<HostFact>().Items.FirstOrDefault();
        return new HostIdentity(
            snapshot.ComputerName,
            snapshot.HostName ?? host?.HostName,
            host?.DnsHostName,
            host?.InDomain == true ? host.Domain : null,
            snapshot.IPAddresses
        )
        {
            MayHaveDomain = host is { InDomain: null } or { InDomain: true, Domain: null },
        };
    }
}
