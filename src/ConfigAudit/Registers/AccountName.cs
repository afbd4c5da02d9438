using System;

namespace ConfigAudit.Registers;

/// <summary>An account as a register names it: DOMAIN\name, HOST\name, .\name, name@domain, or the name alone, which stands for it anywhere.</summary>
internal readonly struct AccountName
{
    private readonly string _name;
    private readonly string? _domain;

    public AccountName(string text)
    {
        var at = text.IndexOf('\\');
        var sign = text.IndexOf('@');
        (_name, _domain) = at >= 0 ? (text.Substring(at + 1), text.Substring(0, at)) : sign > 0 ? (text.Substring(0, sign), text.Substring(sign + 1)) : (text, null);
    }

    /// <summary>Whether it names an account of a host's own.</summary>
    public bool IsLocal(string name, string? hostName, string computerName) =>
        Same(_name, name) && (_domain is null || _domain == "." || Same(_domain, hostName) || Same(_domain, computerName));

    /// <summary>Whether it names DOMAIN\name; a domain may be named in full or by its first label.</summary>
    public bool Is(string account)
    {
        var other = new AccountName(account);
        return Same(_name, other._name) && (_domain is null || other._domain is null || Same(_domain, other._domain) || Same(First(_domain), First(other._domain)));
    }

    private static string First(string domain) => domain.IndexOf('.') is > 0 and var dot ? domain.Substring(0, dot) : domain;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
