using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>
/// An interactive logon session that the host knows of at this moment: Win32_LogonSession of type 2, 7 or 10 to 13, with its account from
/// Win32_LoggedOnUser. Sessions may linger after the user has logged off. The two that UAC makes of one administrator's logon are one fact.
/// </summary>
[Noise] // People come and go.
public sealed record LogonSessionFact : Fact
{
    /// <summary>The account's name.</summary>
    public string? Account { get; init; }

    /// <summary>The account's domain, or the host's own name.</summary>
    public string? Domain { get; init; }

    /// <summary>Win32_LogonSession.LogonId, decimal.</summary>
    public string? LogonId { get; init; }

    /// <summary>Win32_LogonSession.LogonType.</summary>
    public LogonKind? Kind { get; init; }

    /// <summary>Win32_LogonSession.StartTime.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Win32_LogonSession.AuthenticationPackage, such as Kerberos or NTLM.</summary>
    public string? AuthenticationPackage { get; init; }

    internal override string Label => Account is null ? $"session {LogonId}" : $"{Domain}\\{Account}";
}
