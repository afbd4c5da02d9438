using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>The organisation's mail domains and the servers that send for it: its own, and those of whoever relays its mail.</summary>
internal sealed class OwnHosts
{
    /// <summary>Ranges with fewer bits in common hold hosts of everybody.</summary>
    private const int FewestBits = 8,
        FewestBitsOfIPv6 = 16;

    private readonly string[] _names;
    private readonly AddressRange[] _addresses;

    /// <param name="domains">Mail domains: every host in one of them is the organisation's.</param>
    /// <param name="hosts">Names, addresses or ranges (CIDR) of servers besides.</param>
    /// <exception cref="FormatException">A domain or a name is none.</exception>
    public OwnHosts(IEnumerable<string> domains, IEnumerable<string> hosts)
    {
        Domains = domains.Select(Domain).ToArray();
        var each = hosts.Select(host => (Host: host, Range: Range(host))).ToArray();
        _addresses = each.Select(one => one.Range).OfType<AddressRange>().ToArray();
        _names = each.Where(one => one.Range is null).Select(one => Host(one.Host)).ToArray();
    }

    public IReadOnlyList<string> Domains { get; }

    /// <summary>Where addresses were named, they decide.</summary>
    public bool HasAddresses => _addresses.Length > 0;

    public bool HasDomain(string? domain) => domain is not null && Domains.Contains(Ascii(domain), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether mail of that domain is the organisation's: one of its mail domains, or one below.</summary>
    public bool HasMailOf(string domain) => IsWithin(Ascii(domain));

    /// <summary>Whether that name is one of the organisation's: a domain of its own, something in it, or a server that was named.</summary>
    public bool HasName(string? name) =>
        name is not null
        && Ascii(name) is { Length: > 0 } host
        && (_names.Contains(host, StringComparer.OrdinalIgnoreCase) || IsWithin(host));

    public bool HasAddress(IPAddress? address) => address is not null && _addresses.Any(range => range.Contains(Plain(address)));

    /// <summary>Whether who took a message is one of the organisation's, by a name or as an address literal.</summary>
    public bool HasHost(string host) => HasName(host) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && HasAddress(address));

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
    public bool MayStayInside(IPAddress? address) => address is not null && !AddressRanges.IsPublic(Plain(address)) && !HasAddress(address);

    private bool IsWithin(string name) =>
        Domains.Any(domain =>
            name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        );

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static AddressRange? Range(string host)
    {
        // The address alone is held against others as IPv4 where that is meant.
        if (IPAddress.TryParse(host, out var address) && address.IsIPv4MappedToIPv6)
            host = Plain(address).ToString();
        if (!AddressRange.TryParse(host, out var range))
            return null;
        return range.Bits >= (range.IsIPv6 ? FewestBitsOfIPv6 : FewestBits)
            ? range
            : throw new WrittenException(
                new LocalText(
                    $"-OwnHost の '{HostileText.Shown(host)}' は広すぎます。送信に使うアドレスだけを、例えば 192.0.2.25 や 192.0.2.16/28 のように指定してください",
                    $"'{HostileText.Shown(host)}' of -OwnHost holds hosts of everybody: name the addresses that send, such as 192.0.2.25 or 192.0.2.16/28"
                )
            );
    }

    private static string Domain(string domain)
    {
        var name = Ascii(domain);
        return name.IndexOf('.') > 0 && !LooksLikeAddress(domain)
            ? name
            : throw new WrittenException(
                new LocalText(
                    $"-Domain の '{HostileText.Shown(domain)}' はメールのドメインではありません。メールアドレスの @ より後ろを、例えば city.example のように、上位のドメインまで含めて指定してください",
                    $"'{HostileText.Shown(domain)}' of -Domain is no mail domain: give what stands behind the @ of an address, whole, such as city.example"
                )
            );
    }

    private static string Host(string host) =>
        !LooksLikeAddress(host) && Ascii(host) is { Length: > 0 } name
            ? name
            : throw new WrittenException(
                new LocalText(
                    $"-OwnHost の '{HostileText.Shown(host)}' はサーバの名前でもアドレスでもありません。名前（relay.example）、アドレス（192.0.2.25、2001:db8::25）又は範囲（192.0.2.16/28）を指定してください",
                    $"'{HostileText.Shown(host)}' of -OwnHost is neither a server's name nor an address: give a name (relay.example), an address (192.0.2.25, 2001:db8::25) or a range (192.0.2.16/28)"
                )
            );

    private static bool LooksLikeAddress(string name) => name.All(each => each is '.' or ':' or '/' or (>= '0' and <= '9'));

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
