using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>
/// Which of the time servers that are named is the host itself: it would set its clock by its own. It is recognised by what it is called
/// and by the addresses that it has; another
/// name that leads back to it isn't.
/// </summary>
internal sealed class TimeServers
{
    private static readonly Regex Number = LinearPattern.Of("^(?:0x[0-9a-f]*|[0-9]+)$", RegexOptions.IgnoreCase);

    private readonly HashSet<string> _names;
    private readonly HashSet<IPAddress> _addresses;

    /// <param name="target">The name by which the host is asked.</param>
    /// <param name="computer">Win32_ComputerSystem.</param>
    /// <param name="adapters">Win32_NetworkAdapterConfiguration.</param>
    public TimeServers(string target, CimAnswer computer, CimAnswer adapters)
    {
        var own = computer
            .Rows.SelectMany(row => new[] { row.Named("Name"), row.Named("DNSHostName") })
            .OfType<string>()
            .Append(target)
            .ToArray();
        var domains = computer.Rows.Select(row => row.Named("Domain")).OfType<string>();
        _names = new HashSet<string>(
            own.Concat(domains.SelectMany(domain => own.Select(name => $"{name}.{domain}"))).Append("localhost").Select(Plain),
            StringComparer.OrdinalIgnoreCase
        );
        _addresses = new HashSet<IPAddress>(
            adapters
                .Rows.SelectMany(row => row.Texts("IPAddress") ?? Array.Empty<string>())
                .Append(target)
                .Select(Address)
                .OfType<IPAddress>()
        );
    }

    /// <summary>Whether a list of servers has addresses in it: only then it matters which the host has.</summary>
    public static bool HasAddress(string? servers) => servers is not null && Hosts(servers).Any(server => Address(server) is not null);

    /// <summary>"time.example,0x9 10.1.2.3,0x8": blanks between servers, flags behind a comma. Flags alone, or a number, name no
    /// server.</summary>
    public static IReadOnlyList<string> Hosts(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(server => server.Split(',')[0].Trim())
            .Where(server => !RegistryReadings.IsBlank(server) && !Number.IsMatch(server))
            .ToArray();

    public bool IsItself(string server)
    {
        if (Address(server) is { } address)
        {
            return IPAddress.IsLoopback(address)
                || address.Equals(IPAddress.Any)
                || address.Equals(IPAddress.IPv6Any)
                || _addresses.Contains(address);
        }

        var name = Plain(server);
        return _names.Contains(name)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("localhost.", StringComparison.OrdinalIgnoreCase);
    }

    private static string Plain(string name) => name.Trim().TrimEnd('.');

    /// <summary>An IPv6 address may stand in brackets, and one of IPv4 may be written as one of IPv6. Of numbers with fewer than three dots
    /// Windows makes addresses that nobody means.</summary>
    private static IPAddress? Address(string text)
    {
        var plain = text.Trim().TrimStart('[').TrimEnd(']');
        if (!IPAddress.TryParse(plain, out var address) || (plain.IndexOf(':') < 0 && plain.Count(sign => sign == '.') != 3))
            return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
