using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Benchmarks.Workload;

namespace ConfigAudit.Benchmarks.Evaluation;

/// <summary>What the checks of the baseline ask, written out by hand: what the engine finds is held against this.</summary>
internal static class PlainChecks
{
    private static readonly string[] Banned = { "TorrentBox", "OldFlash Player", "Keygen Tool", "RemoteGhost", "Toolbar Plus" };

    public static IReadOnlyDictionary<string, Func<Host, bool>> All { get; } =
        new Dictionary<string, Func<Host, bool>>
        {
            ["Host.01"] = host => host.System.Build >= 20348,
            ["Host.02"] = host =>
                StartsWith(host.System.Caption, "Microsoft Windows 11") || StartsWith(host.System.Caption, "Microsoft Windows Server 2022"),
            ["Host.03"] = host => host.System.FirewallDomainEnabled == true,
            ["Host.04"] = host => host.System.FirewallPrivateEnabled == true,
            ["Host.05"] = host => host.System.FirewallPublicEnabled == true,
            ["Host.06"] = host => Same(host.System.FirewallPublicInbound, "Block"),
            ["Host.07"] = host => host.System.Smb1Enabled == false,
            ["Host.08"] = host => host.System.RdpNla == true,
            ["Host.09"] = host => host.System.UacLevel >= 2,
            ["Host.10"] = host => Same(host.System.BitlockerMethod, "XtsAes128") || Same(host.System.BitlockerMethod, "XtsAes256"),
            ["Host.11"] = host => host.Antivirus.Any(product => product.Enabled == true && product.RealTime == true),
            ["Host.12"] = host => !host.Antivirus.Any(product => product.Enabled == true && product.DefinitionAge > 7),
            ["Host.13"] = host => !host.Software.Any(product => Banned.Any(banned => Same(product.Name, banned))),
            ["Host.14"] = host => !host.Software.Any(product => product.Signed != true),
            ["Host.15"] = host => host.Software.Any(product => Same(product.Name, "Contoso EDR Agent")),
            ["Host.16"] = host => !host.Software.Any(product => StartsWith(product.Name, "Java Runtime") && product.MajorVersion < 11),
            ["Host.17"] = host => !host.Accounts.Any(account => Same(account.Name, "Guest") && account.Enabled == true),
            ["Host.18"] = host => !host.Accounts.Any(account => account.Enabled == true && account.PasswordAge > 365),
            ["Host.19"] = host => host.Accounts.Count(account => account.Enabled == true && account.Admin == true) <= 3,
            ["Host.20"] = host =>
                !host.Vpn.Any(vpn => !(Same(vpn.Protocol, "IKEv2") || Same(vpn.Protocol, "SSTP")) || !Same(vpn.Encryption, "Required")),
        };

    private static bool Same(string? text, string wanted) => string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);

    private static bool StartsWith(string? text, string wanted) => text?.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) == true;
}
