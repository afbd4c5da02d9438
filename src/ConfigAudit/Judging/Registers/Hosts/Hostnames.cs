using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Whether a register means a host: by the target's name, by what the host calls itself, with or without its domain, or by an
/// address.</summary>
internal static class Hostnames
{
    public static bool IsOf(Snapshot host, string name) =>
        host.Identity() is var identity && (identity.Is(name) == true || identity.Names.Any(own => HostPattern.IsOf(name, own)));

    /// <summary>Whether two names may be one host's, of which one is written with its domain and the other without.</summary>
    public static bool AreSame(string a, string b) => HostName.AreSame(a, b) == true;

    /// <summary>The first label of a name; an address as it is.</summary>
    public static string Short(string name) => HostName.Short(name);

    /// <summary>Whether two names or addresses are one, in whatever case, width or form of IPv6.</summary>
    public static bool AreEqual(string? a, string? b) => HostName.AreEqual(a, b);

    /// <summary>Whether it may mean a host that it doesn't seem to mean, since the host didn't tell by what name or address it
    /// goes.</summary>
    public static bool MayBeOf(Snapshot host, string name) =>
        (name.IndexOf('*') >= 0 ? !host.Identity().IsRead : host.Identity().IsOwn(name) is null)
        || (host.IPAddresses.Count == 0 && AddressRange.TryParse(name, out _));

    /// <summary>Whether an account's domain is the host itself; null where that may be.</summary>
    public static Func<string, bool?> Locally(Snapshot host)
    {
        var identity = host.Identity();
        return name =>
            identity.Is(name) is not false and var known ? known
            : identity.IsRead ? false
            : null;
    }

    /// <summary>The same, of a host of which a register tells the name alone.</summary>
    public static Func<string, bool?> Locally(string host) =>
        domain =>
            HostName.AreSame(domain, host) is not false and var same ? same
            : HostName.IsAddress(host) ? null
            : false;

    /// <summary>Says why properties are null where that is since a register may mean the host.</summary>
    public static void Unread<T>(FactSetBuilder<T> set, Snapshot host, params string[] properties)
        where T : Fact, new()
    {
        if (host.HostName is null)
        {
            set.Unread(
                new Gap(
                    GapKind.NotCollected,
                    "root/cimv2:Win32_ComputerSystem",
                    new LocalText("ホスト自身の名前を読んでいない", "what the host calls itself wasn't read")
                ),
                properties
            );
        }

        if (host.IPAddresses.Count == 0)
        {
            set.Unread(
                new Gap(
                    GapKind.NotCollected,
                    "root/cimv2:Win32_NetworkAdapterConfiguration",
                    new LocalText("ホストのアドレスを読んでいない", "the host's addresses weren't read")
                ),
                properties
            );
        }
    }
}
