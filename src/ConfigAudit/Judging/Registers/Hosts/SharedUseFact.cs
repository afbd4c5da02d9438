using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>
/// A session of a person under an account that is registered as shared, held against the log in which people write that they use it. From
/// <c>root/cimv2:Win32_LogonSession</c> and, where they were asked for, the events 4624, 4634, 4647, 4778, 4779 and 4800 to 4803 of the
/// Security log.
/// </summary>
public sealed record SharedUseFact : Fact
{
    /// <summary>DOMAIN\name.</summary>
    public string? Account { get; init; }

    /// <summary>The first moment at which it is known to have been open, by the clock of whoever asked.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The last moment at which it is known to have been open.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Whether the log of use covers all of it.</summary>
    public bool? IsLogged { get; init; }

    /// <summary>Who wrote that they used the account on this host at that time; empty for nobody.</summary>
    public IReadOnlyList<string>? Persons { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => $"{Account} {From:yyyy-MM-dd HH:mm}";
}
