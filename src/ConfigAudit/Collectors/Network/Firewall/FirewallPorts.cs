using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>Which services a rule opens, by its protocol, its ports and what it is bound to.</summary>
internal static class FirewallPorts
{
    private const string Tcp = "TCP";
    private const string Udp = "UDP";

    private static readonly (RemoteService Service, string Protocol, int Port)[] Known =
    {
        (RemoteService.Smb, Tcp, 445), (RemoteService.Smb, Tcp, 139), (RemoteService.Rdp, Tcp, 3389), (RemoteService.Rdp, Udp, 3389),
        (RemoteService.WinRm, Tcp, 5985), (RemoteService.WinRm, Tcp, 5986), (RemoteService.Rpc, Tcp, 135),
    };

    /// <summary>Windows' words for the ports of remote procedure calls: [MS-GPFAS] §2.2.2.3, MSFT_NetProtocolPortFilter.LocalPort, and as people write it.</summary>
    private static readonly string[] RpcWords = { "RPC", "RPC-EPMap", "RPCEPMap" };

    /// <summary>The words for ports of other protocols, from the same places.</summary>
    private static readonly string[] OtherWords = { "Teredo", "IPTLSIn", "IPHTTPSIn", "DHCP", "Ply2Disc", "PlayToDiscovery", "mDNS", "TcpCDPSvc" };

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
    public static (IReadOnlyList<RemoteService> Services, bool? Certainly) Opened(FirewallRule rule)
    {
        var ports = rule.Ports ?? Array.Empty<string>();
        var judged = Known.Select(known => known.Service).Distinct().Select(service => (service, certainly: Opens(rule, service, Matched(rule, service, ports)))).ToArray();
        var sure = judged.Where(each => each.certainly == true).Select(each => each.service).ToArray();
        return sure.Length > 0
            ? (sure, rule.IsNarrowed || ports.Any(port => !IsUnderstood(port)) ? null : true)
            : (judged.Where(each => each.certainly is null).Select(each => each.service).ToArray(), null);
    }

    /// <summary>Whether a rule is for all of a service's ports that another one is for, and for whoever answers there. Null where that can't be told.</summary>
    public static bool? Holds(FirewallRule rule, FirewallRule other, RemoteService service)
    {
        var (ports, others) = (rule.Ports ?? Array.Empty<string>(), other.Ports ?? Array.Empty<string>());
        var wanted = Known.Where(known => known.Service == service && others.Any(port => Matched(other.Protocol, known, port) != Match.None));
        var holds = wanted.All(known => ports.Any(port => IsUnderstood(port) && Matched(rule.Protocol, known, port) != Match.None))
            && (service != RemoteService.Rpc || !others.Any(IsDynamic) || ports.Any(port => Is(port, RpcWords[0]) || Is(port, FirewallRule.Any)));
        // Whoever answers a question with "block" makes a rule for all ports of that program.
        if (Serves(rule, service) == false || (!holds && ports.All(IsUnderstood)))
            return false;
        return !holds || rule.IsNarrowed ? null : Serves(rule, service);
    }

    /// <summary>Whether they are among the ports that Windows chooses for RPC: by its word for them, or by number (from 49152 on).</summary>
    private static bool IsDynamic(string port) => Is(port, RpcWords[0]) || Is(port, FirewallRule.Any) || Range(port) is { Last: >= 49152 } || !IsUnderstood(port);

    private static bool? Opens(FirewallRule rule, RemoteService service, Match match)
    {
        if (match == Match.None)
            return false;
        if (match == Match.Meant && !rule.IsForApp)
            return true;
        // That another program listens where Windows would is no concern of a rule for all ports; of one that names the port it may be the point.
        return Serves(rule, service) switch
        {
            false => match == Match.Named ? null : false,
            var answer => answer,
        };
    }

    private static Match Matched(FirewallRule rule, RemoteService service, IReadOnlyList<string> ports) =>
        Known.Where(known => known.Service == service).SelectMany(known => ports.Select(port => Matched(rule.Protocol, known, port))).DefaultIfEmpty(Match.None).Max();

    private static Match Matched(string? protocol, (RemoteService Service, string Protocol, int Port) known, string port)
    {
        if (!Is(protocol, FirewallRule.Any) && !Is(protocol, known.Protocol))
            return Match.None;
        if (RpcWords.Any(word => Is(port, word)))
            return known.Service == RemoteService.Rpc ? Match.Meant : Match.None;
        if (OtherWords.Any(word => Is(port, word)))
            return Match.None;
        if (Is(port, FirewallRule.Any) || Range(port) is not { } range)
            return Match.Covered;
        if (known.Port < range.First || known.Port > range.Last)
            return Match.None;
        return range.First == range.Last ? Match.Named : Match.Covered;
    }

    /// <summary>
    /// Whether what the rule is bound to answers at the service's ports: the kernel ("System") for SMB and WinRM, TermService for Remote Desktop (up to Windows 7 it
    /// was the kernel), RpcSs and RpcEptMapper for RPC. Null where that can't be told.
    /// </summary>
    private static bool? Serves(FirewallRule rule, RemoteService service)
    {
        if (rule.IsForApp)
            return false;
        if (rule.Program is null || rule.WindowsService is null)
            return null;
        var isUnbound = Is(rule.Program, FirewallRule.Any);
        var isSystem = Is(rule.Program, "System");
        var isHost = Is(rule.Program.Split('\\', '/').Last(), "svchost.exe");
        var isAnyService = Is(rule.WindowsService, FirewallRule.Any);
        if (service is RemoteService.Smb or RemoteService.WinRm)
            return isUnbound || isSystem ? isAnyService ? true : rule.WindowsService == "*" ? null : false : false;
        var owners = service == RemoteService.Rdp ? new[] { "TermService" } : new[] { "RpcSs", "RpcEptMapper" };
        if (!isAnyService && rule.WindowsService != "*" && !owners.Any(owner => Is(rule.WindowsService, owner)))
            return false;
        return isUnbound || isHost ? true : isSystem && service == RemoteService.Rdp ? null : false;
    }

    private static bool IsUnderstood(string port) => Is(port, FirewallRule.Any) || RpcWords.Concat(OtherWords).Any(word => Is(port, word)) || Range(port) is not null;

    /// <summary>"445" or "5000-5010".</summary>
    private static (int First, int Last)? Range(string port)
    {
        var parts = port.Split('-');
        return parts.Length <= 2 && Number(parts[0]) is { } first && Number(parts[parts.Length - 1]) is { } last && first <= last ? (first, last) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? number : null;

    private static bool Is(string? text, string other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
