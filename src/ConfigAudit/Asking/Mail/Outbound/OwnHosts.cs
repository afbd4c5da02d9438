using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>The organisation's mail domains and the servers that send for it: its own, and those of whoever relays its mail.</summary>
internal sealed class OwnHosts
{
    private readonly string[] _names;
    private readonly IPAddress[] _addresses;

    /// <param name="domains">Mail domains: every host in one of them is the organisation's.</param>
    /// <param name="hosts">Names or addresses of servers besides.</param>
    /// <exception cref="FormatException">A domain or a name is none.</exception>
    public OwnHosts(IEnumerable<string> domains, IEnumerable<string> hosts)
    {
        Domains = domains.Select(Name).ToArray();
        var each = hosts.Select(host => (Host: host, Address: IPAddress.TryParse(host, out var address) ? Plain(address) : null)).ToArray();
        _addresses = each.Select(one => one.Address).OfType<IPAddress>().ToArray();
        _names = each.Where(one => one.Address is null).Select(one => Name(one.Host)).ToArray();
    }

    public IReadOnlyList<string> Domains { get; }

    public bool HasDomain(string? domain) => domain is not null && Domains.Contains(Ascii(domain), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether that name is one of the organisation's: a domain of its own, something in it, or a server that was named.</summary>
    public bool HasName(string? name) =>
        name is not null
        && Ascii(name) is { Length: > 0 } host
        && (
            _names.Contains(host, StringComparer.OrdinalIgnoreCase)
            || Domains.Any(domain =>
                host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>Whether a session came from one of them. Who connects says any name; where addresses were named, they decide.</summary>
    /// <param name="names">The name that it said, and those that its address has.</param>
    /// <param name="address">Null where the receiving server didn't write it.</param>
    public bool IsFrom(IEnumerable<string> names, IPAddress? address) =>
        _addresses.Length > 0 && address is not null ? _addresses.Contains(Plain(address)) : _addresses.Length == 0 && names.Any(HasName);

    /// <summary>Whether who took it may stand inside: this computer, a name without a domain, or an address that the internet doesn't
    /// carry.</summary>
    public static bool IsInner(string host)
    {
        var bare = host.Trim('[', ']');
        return IPAddress.TryParse(bare, out var address)
            ? !AddressRanges.IsPublic(Plain(address))
            : bare.IndexOf('.') < 0 || bare.TrimEnd('.').EndsWith(".localdomain", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a session from that address may have stayed inside. One that was named is a way out by its owner's word.</summary>
    public bool MayStayInside(IPAddress? address) =>
        address is not null && !AddressRanges.IsPublic(Plain(address)) && !_addresses.Contains(Plain(address));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Name(string name) =>
        name.All(each => each is '.' or (>= '0' and <= '9')) ? throw new FormatException($"'{name}' looks like an address, and is none")
        : DomainName.IsHost(Ascii(name)) ? Ascii(name)
        : throw new FormatException($"'{name}' is no name of a host or a domain");

    private static string Ascii(string name)
    {
        try
        {
            return DomainName.Ascii(name.Trim().TrimEnd('.'));
        }
        catch (FormatException)
        {
            return string.Empty;
        }
    }
}
