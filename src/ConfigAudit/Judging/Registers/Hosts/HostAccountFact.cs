using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>A local account that is enabled, held against the register of accounts. From <c>root/cimv2:Win32_UserAccount</c> and the
/// register.</summary>
public sealed record HostAccountFact : Fact
{
    /// <summary>Its name on the host.</summary>
    public string? Account { get; init; }

    /// <summary>Whether the register has it.</summary>
    public bool? IsRegistered { get; init; }

    /// <summary>What it is for, by the register; null where that doesn't say, or doesn't have it.</summary>
    public RegisteredAccountKind? Kind { get; init; }

    /// <summary>Whether the register allows it on this host; null where it doesn't have it.</summary>
    public bool? IsHostAllowed { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Account ?? "?";
}
