using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>
/// A direct member of the local Administrators group (S-1-5-32-544, whatever its name): Win32_GroupUser. Members of groups within it are
/// not
/// followed, and Windows leaves out members whose SIDs it can't resolve. A domain controller has no such group of its own.
/// </summary>
public sealed record AdministratorFact : Fact
{
    /// <summary>The member's name.</summary>
    public string? Name { get; init; }

    /// <summary>The member's domain, or the host's own name.</summary>
    public string? Domain { get; init; }

    /// <summary>Whether it is a group, whose members are administrators too and can't be seen here.</summary>
    public bool? IsGroup { get; init; }

    /// <summary>Whether it is an account or group of the host itself.</summary>
    public bool? IsLocal { get; init; }

    /// <summary>Its SID, where the local accounts tell it; null for those of a domain.</summary>
    public string? Sid { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("Administratorsのメンバー", "a member of its Administrators"), new AdministratorFact()) };

    internal override string Label => Domain is null ? Name ?? "(unnamed member)" : $"{Domain}\\{Name}";
}
