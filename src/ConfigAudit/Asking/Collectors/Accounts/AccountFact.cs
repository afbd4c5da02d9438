using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>A local account: Win32_UserAccount where LocalAccount is TRUE (without that filter the query walks the whole domain).</summary>
public sealed record AccountFact : Fact
{
    /// <summary>Win32_UserAccount.Name. Built-in accounts have localised names: judge those by <see cref="Rid"/>.</summary>
    public string? Name { get; init; }

    /// <summary>Win32_UserAccount.SID.</summary>
    public string? Sid { get; init; }

    /// <summary>The last number of the SID: 500 administrator, 501 guest, 503 default account, 504 sandbox; 1000 and above made on this
    /// host.</summary>
    public long? Rid { get; init; }

    /// <summary>Win32_UserAccount.FullName; empty is known to be empty.</summary>
    public string? FullName { get; init; }

    /// <summary>The opposite of Win32_UserAccount.Disabled.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Win32_UserAccount.Lockout.</summary>
    [Noise] // A lockout comes from typing errors and ends by itself.
    public bool? LockedOut { get; init; }

    /// <summary>Win32_UserAccount.PasswordRequired. False means that an empty password is allowed, not that there is one.</summary>
    public bool? PasswordRequired { get; init; }

    /// <summary>Win32_UserAccount.PasswordExpires.</summary>
    public bool? PasswordExpires { get; init; }

    /// <summary>Win32_UserAccount.PasswordChangeable.</summary>
    public bool? PasswordChangeable { get; init; }

    /// <summary>Whether it is a member of the local Administrators group (S-1-5-32-544): Win32_GroupUser.</summary>
    [ReadFrom("root/cimv2:Win32_UserAccount", "root/cimv2:Win32_Group", "root/cimv2:Win32_GroupUser")]
    public bool? IsAdministrator { get; init; }

    /// <summary>What makes the account look shared. Signs, not proof: a person has to say.</summary>
    public IReadOnlyList<SharedSign>? SharedSigns { get; init; }

    /// <summary>Whether an enabled account bears at least two signs of being shared. Never from its name alone.</summary>
    public bool? IsSharedCandidate { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText(
                    "組み込みのAdministrator（RID 500。ドメインコントローラを除く）",
                    "the built-in administrator (RID 500) unless it is a domain controller"
                ),
                new AccountFact { Rid = 500 }
            )
            {
                Unless = IsDomainController,
            },
            new Expected(
                new LocalText(
                    "組み込みのGuest（RID 501。ドメインコントローラを除く）",
                    "the built-in guest (RID 501) unless it is a domain controller"
                ),
                new AccountFact { Rid = 501 }
            )
            {
                Unless = IsDomainController,
            },
        };

    internal override string Label => Name ?? Sid ?? "(unnamed account)";

    /// <summary>Accounts that Windows makes have the same number on every host, and set up anew; others are known by their SID, whatever
    /// they are called.</summary>
    internal override string Key => Rid is < 1000 ? $"{Rid}" : Sid ?? Label;

    private static bool IsDomainController(Snapshot snapshot) =>
        snapshot.Table.Set<OperatingSystemFact>().Items.Any(system => system.Kind == HostKind.DomainController);
}
