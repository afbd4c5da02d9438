using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// An account as people name it: DOMAIN\name, HOST\name, .\name, name@domain, or the name alone, which stands for it anywhere; in any case
/// and width.
/// Whether two are one is null where nobody knows: a suffix of name@domain needn't be called as the domain is.
/// </summary>
internal readonly struct AccountName
{
    private const string This = ".";

    private readonly string? _domain;

    public AccountName(string text)
    {
        var plain = HostileText.Compatible(text).Trim();
        var at = plain.IndexOf('\\');
        var sign = plain.IndexOf('@');
        (Name, _domain) =
            at >= 0 ? (plain.Substring(at + 1).Trim(), plain.Substring(0, at).Trim())
            : sign > 0 ? (plain.Substring(0, sign), plain.Substring(sign + 1))
            : (plain, null);
    }

    /// <summary>Without its domain, in half width.</summary>
    public string Name { get; }

    /// <summary>Whether both name one account.</summary>
    /// <param name="text">The other.</param>
    /// <param name="isHost">Whether a domain is the host's own name, on which both are looked at; null where that isn't known.</param>
    public bool? Is(string text, Func<string, bool?> isHost)
    {
        var other = new AccountName(text);
        if (!Same(Name, other.Name) || Name.Length == 0)
            return false;
        if (_domain is null || other._domain is null || Same(_domain, other._domain))
            return true;
        var (here, there) = (IsLocal(_domain, isHost), IsLocal(other._domain, isHost));
        if (here is null || there is null)
            return null;
        if (here == true || there == true)
            return here == there;
        return Same(First(_domain), First(other._domain)) ? true
            : IsFull(_domain) || IsFull(other._domain) ? null
            : false;
    }

    /// <summary>Whether it is a domain's, and so the same on every host; null for a name alone, which may be a host's own.</summary>
    /// <param name="host">The host on which it is looked at.</param>
    public bool? IsOfDomain(string host) =>
        _domain is null ? null
        : _domain == This ? false
        : !Hosts.Hostnames.AreSame(_domain, host);

    private static bool? IsLocal(string domain, Func<string, bool?> isHost) => domain == This ? true : isHost(domain);

    private static bool IsFull(string domain) => domain.IndexOf('.') >= 0;

    private static string First(string domain) => domain.IndexOf('.') is > 0 and var dot ? domain.Substring(0, dot) : domain;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
