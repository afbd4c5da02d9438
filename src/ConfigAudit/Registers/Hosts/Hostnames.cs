using System;
using System.Linq;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Whether a register means a host: by the target's name, by what the host calls itself, with or without its domain, or by an address.</summary>
internal static class Hostnames
{
    public static bool IsOf(Snapshot host, string name) =>
        Same(name, host.ComputerName) || Same(name, host.HostName) || Same(First(name), host.HostName) || Same(name, First(host.ComputerName)) || host.IPAddresses.Any(address => AreEqual(address, name));

    /// <summary>Whether two names may be one host's, of which one is written with its domain and the other without.</summary>
    public static bool AreSame(string a, string b) => Same(a, b) || Same(First(a), b) || Same(a, First(b));

    /// <summary>The first label of a name; an address as it is.</summary>
    public static string Short(string name) => First(Plain(name));

    /// <summary>Whether two names or addresses are one, in whatever case, width or form of IPv6.</summary>
    public static bool AreEqual(string? a, string? b) =>
        a is { Length: > 0 } && b is { Length: > 0 } && (Plain(a) == Plain(b) || (IPAddress.TryParse(a, out var one) && IPAddress.TryParse(b, out var other) && one.Equals(other) && a.IndexOf(':') >= 0));

    /// <summary>Whether it may mean a host that it doesn't seem to mean, since the host didn't tell by what name or address it goes.</summary>
    public static bool MayBeOf(Snapshot host, string name) => host.HostName is null || (host.IPAddresses.Count == 0 && AddressRange.TryParse(name, out _));

    /// <summary>Whether an account's domain is the host itself; null where that may be.</summary>
    public static Func<string, bool?> Locally(Snapshot host) => domain => IsOf(host, domain) ? true : host.HostName is null ? null : false;

    /// <summary>The same, of a host of which a register tells the name alone.</summary>
    public static Func<string, bool?> Locally(string host) => domain => AreSame(domain, host) ? true : IPAddress.TryParse(host, out _) ? null : false;

    /// <summary>Says why properties are null where that is since a register may mean the host.</summary>
    public static void Explain<T>(FactSetBuilder<T> set, Snapshot host, params string[] properties)
        where T : Fact, new()
    {
        if (host.HostName is null)
            set.Unread(new Gap(GapKind.NotCollected, "root/cimv2:Win32_ComputerSystem", "what the host calls itself wasn't read"), properties);
        if (host.IPAddresses.Count == 0)
            set.Unread(new Gap(GapKind.NotCollected, "root/cimv2:Win32_NetworkAdapterConfiguration", "the host's addresses weren't read"), properties);
    }

    /// <summary>An address has no first label.</summary>
    private static string First(string name) => name.IndexOf('.') is > 0 and var dot && !IPAddress.TryParse(name, out _) ? name.Substring(0, dot) : name;

    private static bool Same(string? a, string? b) => AreEqual(a, b);

    private static string Plain(string name) => HostileText.Compatible(name).Trim().TrimEnd('.').ToUpperInvariant();
}
