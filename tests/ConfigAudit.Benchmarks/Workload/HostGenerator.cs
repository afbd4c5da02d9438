using System.Linq;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>
/// Makes host number n, the same each time: mostly well kept, with a few faults of every kind. The numbers are drawn in the order in which
/// they are written here, so no line may be moved.
/// </summary>
internal sealed class HostGenerator
{
    private const int Products = 120;

    private static readonly string[] Antivirus = { "Microsoft Defender Antivirus", "Contoso Shield", "Fabrikam Endpoint" };
    private static readonly string[] Publishers =
    {
        "Microsoft Corporation",
        "Contoso Ltd",
        "Fabrikam Inc",
        "Northwind",
        "Adventure Works",
        "Tailspin",
        "Wide World Importers",
    };
    private static readonly string[] Kinds =
    {
        "Runtime",
        "Viewer",
        "Driver Pack",
        "Update Helper",
        "Redistributable",
        "Office Add-in",
        "Player",
        "Archiver",
        "Editor",
        "Agent",
    };
    private static readonly string[] Banned = { "TorrentBox", "OldFlash Player", "Keygen Tool", "RemoteGhost", "Toolbar Plus" };
    private static readonly int[] ClientBuilds = { 19045, 22621, 22631, 26100 };

    private readonly Chance _chance;

    private HostGenerator(int number) => _chance = new Chance(number);

    /// <param name="number">From 1.</param>
    public static Host Make(int number) => new HostGenerator(number).Make($"HOST{number:D6}");

    private Host Make(string name) =>
        new(
            name,
            MakeSystem(),
            Enumerable.Range(0, 3).Select(MakeAntivirus).ToArray(),
            MakeSoftware(),
            Enumerable.Range(0, 12).Select(MakeAccount).ToArray(),
            Enumerable.Range(0, 3).Select(MakeVpn).ToArray()
        );

    private BenchSystemFact MakeSystem()
    {
        var isServer = _chance.Percent(10);
        return new BenchSystemFact
        {
            Source = "root/cimv2:Win32_OperatingSystem",
            Caption =
                isServer ? "Microsoft Windows Server 2022 Standard"
                : _chance.Percent(85) ? "Microsoft Windows 11 Pro"
                : "Microsoft Windows 10 Pro",
            Build = isServer ? 20348 : ClientBuilds[_chance.Below(4)],
            UptimeDays = _chance.Below(60),
            FirewallDomainEnabled = _chance.Percent(96),
            FirewallDomainInbound = _chance.Percent(95) ? "Block" : "Allow",
            FirewallPrivateEnabled = _chance.Percent(96),
            FirewallPrivateInbound = _chance.Percent(95) ? "Block" : "Allow",
            FirewallPublicEnabled = _chance.Percent(96),
            FirewallPublicInbound = _chance.Percent(95) ? "Block" : "Allow",
            Smb1Enabled = _chance.Percent(4),
            SmbSigningRequired = _chance.Percent(90),
            RdpEnabled = _chance.Percent(40),
            RdpNla = _chance.Percent(93),
            UacLevel = _chance.Percent(94) ? 5 : _chance.Below(3),
            BitlockerMethod = _chance.Percent(90) ? _chance.Of("XtsAes128", "XtsAes256") : _chance.Of("Aes128", "None"),
        };
    }

    private BenchAntivirusFact MakeAntivirus(int at) =>
        new()
        {
            Source = "root/SecurityCenter2:AntiVirusProduct",
            Name = Antivirus[at],
            Enabled = _chance.Percent(at == 0 ? 92 : 30),
            RealTime = _chance.Percent(95),
            DefinitionAge = _chance.Percent(95) ? _chance.Below(5) : 8 + _chance.Below(60),
        };

    private BenchSoftwareFact[] MakeSoftware()
    {
        var agentAt = _chance.Percent(97) ? _chance.Below(Products) : -1;
        return Enumerable.Range(0, Products).Select(at => MakeProduct(at, at == agentAt)).ToArray();
    }

    private BenchSoftwareFact MakeProduct(int at, bool isAgent)
    {
        var major = _chance.Below(20);
        var publisher = _chance.Of(Publishers);
        string name;
        if (isAgent)
        {
            name = "Contoso EDR Agent";
        }
        else if (_chance.PerTenThousand(4))
        {
            name = _chance.Of(Banned);
        }
        else if (_chance.PerTenThousand(60))
        {
            name = $"Java Runtime {8 + _chance.Below(14)}";
            major = _chance.Percent(95) ? 11 + _chance.Below(12) : 8;
        }
        else
        {
            name = $"{publisher} {_chance.Of(Kinds)} {at}";
        }

        return new BenchSoftwareFact
        {
            Source = @"registry:HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall",
            Name = name,
            Version = $"{major}.{_chance.Below(10)}.{_chance.Below(10_000)}",
            MajorVersion = major,
            Publisher = publisher,
            Signed = !_chance.PerTenThousand(8),
            InstalledDays = _chance.Below(1500),
        };
    }

    private BenchAccountFact MakeAccount(int at) =>
        new()
        {
            Source = "root/cimv2:Win32_UserAccount",
            Name =
                at == 0 ? "Administrator"
                : at == 1 ? "Guest"
                : $"user{at:D2}",
            Enabled = _chance.Percent(at == 1 ? 5 : 80),
            Admin = at == 0 || _chance.Percent(14),
            PasswordAge = _chance.PerTenThousand(9900) ? _chance.Below(365) : 366 + _chance.Below(900),
            PasswordRequired = !_chance.PerTenThousand(60),
        };

    private BenchVpnFact MakeVpn(int at) =>
        new()
        {
            Source = "root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection",
            Name = $"vpn{at}",
            Protocol = _chance.Percent(95) ? _chance.Of("IKEv2", "SSTP") : _chance.Of("L2tp", "Pptp"),
            Encryption = _chance.Percent(97) ? "Required" : "Optional",
            SplitTunnel = _chance.Percent(20),
        };
}
