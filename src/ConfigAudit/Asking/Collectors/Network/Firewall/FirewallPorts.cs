using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>Which services a rule opens, by its protocol, its ports and what it is bound to.</summary>
internal sealed class FirewallPorts
{
    private static readonly RemoteService[] Services = (RemoteService[])Enum.GetValues(typeof(RemoteService));

    /// <summary>SMB over RDMA by iWARP.</summary>
    private const int SmbDirect = 5445;

    private static readonly (RemoteService Service, string Protocol, int Port)[] Fixed =
    {
        (RemoteService.Smb, PortText.Tcp, 445),
        (RemoteService.Smb, PortText.Tcp, 139),
        (RemoteService.Smb, PortText.Tcp, SmbDirect),
        (RemoteService.WinRm, PortText.Tcp, 5985),
        (RemoteService.WinRm, PortText.Tcp, 5986),
        (RemoteService.Rpc, PortText.Tcp, 135),
    };

    private readonly (RemoteService Service, string Protocol, int Port)[] _known;

    /// <param name="remoteDesktop">Where Remote Desktop answers.</param>
    public FirewallPorts(IEnumerable<int> remoteDesktop) =>
        _known = Fixed
            .Concat(
                remoteDesktop
                    .Distinct()
                    .SelectMany(port => new[] { (RemoteService.Rdp, PortText.Tcp, port), (RemoteService.Rdp, PortText.Udp, port) })
            )
            .ToArray();

    /// <summary>How a rule's ports are those of a service.</summary>
    private enum Match
    {
        None,

        /// <summary>They are among others.</summary>
        Covered,

        /// <summary>The rule names one of them.</summary>
        Named,

        /// <summary>The rule says by a word that it is for this service, whichever program offers it.</summary>
        Meant,
    }

    /// <summary>The services, and whether it is certain; no services for a rule that opens none.</summary>
    public (IReadOnlyList<RemoteService> Services, bool? Certainly) Opened(FirewallRule rule)
    {
        var ports = rule.Ports ?? Array.Empty<string>();
        var judged = Services.Select(service => (service, certainly: Opens(rule, service, ports))).ToArray();
        var sure = judged.Where(each => each.certainly == true).Select(each => each.service).ToArray();
        return sure.Length > 0
            ? (sure, rule.IsNarrowed || ports.Any(port => !PortText.IsUnderstood(port)) ? null : true)
            : (judged.Where(each => each.certainly is null).Select(each => each.service).ToArray(), null);
    }

    /// <summary>Whether a rule is for all of a service's ports that another one is for, and for whoever answers there. Null where that
    /// can't be told.</summary>
    public bool? Holds(FirewallRule rule, FirewallRule other, RemoteService service)
    {
        var (ports, others) = (rule.Ports ?? Array.Empty<string>(), other.Ports ?? Array.Empty<string>());
        var wanted = _known.Where(known =>
            known.Service == service && others.Any(port => Matched(other.Protocol, known, port) != Match.None)
        );
        var holds =
            wanted.All(known => ports.Any(port => PortText.IsUnderstood(port) && Matched(rule.Protocol, known, port) != Match.None))
            && (service != RemoteService.Rpc || RpcPorts.Hold(rule, other))
            && (service != RemoteService.Smb || SmbOverQuic.Holds(rule, other))
            && (service != RemoteService.WinRm || WinRmCompatibility.Holds(rule, other));
        // Whoever answers a question with "block" makes a rule for all ports of that program.
        if (FirewallOwners.Serve(rule, service) == false || (!holds && ports.All(PortText.IsUnderstood)))
            return false;
        return !holds || rule.IsNarrowed ? null : FirewallOwners.Serve(rule, service);
    }

    private bool? Opens(FirewallRule rule, RemoteService service, IReadOnlyList<string> ports)
    {
        var usual = Opens(rule, service, Matched(rule, service, ports));
        var other = service switch
        {
            RemoteService.Rpc when RpcPorts.AreOf(rule) => FirewallOwners.Serve(rule, service),
            RemoteService.Smb => SmbOverQuic.IsLetIn(rule),
            RemoteService.WinRm => WinRmCompatibility.IsLetIn(rule),
            _ => false,
        };
        return usual == true || other == true ? true
            : usual is null || other is null ? null
            : false;
    }

    private static bool? Opens(FirewallRule rule, RemoteService service, Match match)
    {
        if (match == Match.None)
            return false;
        if (match == Match.Meant && !rule.IsForApp)
            return true;
        // That another program listens where Windows would is no concern of a rule for all ports; of one that names the port it may be the
        // point.
        return FirewallOwners.Serve(rule, service) switch
        {
            false => match == Match.Named ? null : false,
            var answer => answer,
        };
    }

    private Match Matched(FirewallRule rule, RemoteService service, IReadOnlyList<string> ports) =>
        _known
            .Where(known => known.Service == service)
            .SelectMany(known => ports.Select(port => Matched(rule.Protocol, known, port)))
            .DefaultIfEmpty(Match.None)
            .Max();

    private static Match Matched(string? protocol, (RemoteService Service, string Protocol, int Port) known, string port)
    {
        if (!PortText.IsFor(protocol, known.Protocol))
            return Match.None;
        if (PortText.IsRpc(port))
            return known.Service == RemoteService.Rpc ? Match.Meant : Match.None;
        if (PortText.IsOther(port))
            return Match.None;
        if (PortText.Range(port) is not { } range)
            return Match.Covered;
        if (known.Port < range.First || known.Port > range.Last)
            return Match.None;
        return range.First == range.Last ? Match.Named : Match.Covered;
    }
}
