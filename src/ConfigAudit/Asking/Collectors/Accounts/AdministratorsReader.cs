using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of Win32_GroupUser to the members of the local Administrators group.</summary>
internal static class AdministratorsReader
{
    private const string UserClass = "Win32_UserAccount";
    private const string GroupClass = "Win32_Group";

    public static FactSet<AdministratorFact> Read(Collection collection, LocalGroup group, FactSet<AccountFact> accounts)
    {
        var facts = new FactSetBuilder<AdministratorFact>();
        foreach (var member in group.Members.Rows.Select(row => row.Path("PartComponent")))
        {
            if (member is null)
            {
                facts.MayLack(
                    new Gap(
                        GapKind.Unusable,
                        LocalGroup.Source,
                        new LocalText("メンバーの名前を解釈できない", "a member isn't named in a way that can be understood")
                    )
                );
                continue;
            }

            var (name, memberDomain) = (Named(member["Name"]), Named(member["Domain"]));
            bool? isLocal =
                memberDomain is { } domain && group.Domain is not null
                    ? domain.Equals(group.Domain, StringComparison.OrdinalIgnoreCase)
                    : null;
            facts.Add(
                new AdministratorFact
                {
                    ComputerName = collection.ComputerName,
                    Source = LocalGroup.Source,
                    Name = name,
                    Domain = memberDomain,
                    IsGroup =
                        Is(member, GroupClass) ? true
                        : Is(member, UserClass) ? false
                        : null,
                    IsLocal = isLocal,
                    Sid =
                        isLocal == true && Is(member, UserClass) && name is not null
                            ? accounts
                                .Items.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase))
                                ?.Sid
                            : null,
                }
            );
        }

        facts.MayLack(group.Members.Gap);
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                LocalGroup.Source,
                new LocalText("SIDを調べるのはローカルアカウントだけ", "only local accounts are asked for their SIDs")
            ),
            nameof(AdministratorFact.Sid)
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                LocalGroup.Source,
                new LocalText("メンバーが利用者でもグループでもない", "a member is neither a user nor a group")
            ),
            nameof(AdministratorFact.IsGroup)
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                LocalGroup.Source,
                new LocalText("メンバーの名前又はドメインが示されていない", "a member is named without its name or its domain")
            ),
            nameof(AdministratorFact.Name),
            nameof(AdministratorFact.Domain),
            nameof(AdministratorFact.IsLocal)
        );
        return facts.Build();
    }

    private static bool Is(CimPath member, string @class) => member.Class.Equals(@class, StringComparison.OrdinalIgnoreCase);

    private static string? Named(string? name) => string.IsNullOrWhiteSpace(name) ? null : name;

    /// <summary>The accounts, each told whether it is a member. Groups of a domain hold no local account, so direct membership is all there
    /// is.</summary>
    public static FactSet<AccountFact> Mark(FactSet<AccountFact> accounts, FactSet<AdministratorFact> administrators)
    {
        // Everyone, and others that Windows makes up, may hold any account.
        var mayHold =
            administrators.SetGaps.Any()
            || administrators.Items.Any(member =>
                member.Name is null
                || member.IsGroup is null
                || member.IsLocal is null
                || (member.IsGroup == true && member.IsLocal == true)
            );
        var gap =
            administrators.SetGaps.FirstOrDefault()
            ?? new Gap(
                GapKind.Unusable,
                LocalGroup.Source,
                new LocalText(
                    "グループのメンバーに、このアカウントが含まれている可能性がある",
                    "a member of the group may hold the account"
                )
            );
        var facts = new FactSetBuilder<AccountFact>();
        foreach (var account in accounts.Items)
        {
            var isMember = administrators.Items.Any(member =>
                member.IsLocal == true
                && member.IsGroup == false
                && account.Name is not null
                && string.Equals(member.Name, account.Name, StringComparison.OrdinalIgnoreCase)
            );
            facts.Add(
                account with
                {
                    IsAdministrator =
                        isMember ? true
                        : mayHold || account.Name is null ? null
                        : false,
                }
            );
        }

        facts.Unread(gap, nameof(AccountFact.IsAdministrator));
        var marked = facts.Build();
        return new FactSet<AccountFact>(marked.Items, accounts.Gaps.Concat(marked.Gaps).Distinct().ToArray(), accounts.Sources);
    }
}
