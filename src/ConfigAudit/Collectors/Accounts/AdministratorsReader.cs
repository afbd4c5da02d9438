using System;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Accounts;

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
                facts.MayLack(new Gap(GapKind.Unusable, LocalGroup.Source, "a member isn't named in a way that can be understood"));
                continue;
            }

            bool? isLocal = member["Domain"] is { } domain && group.Domain is not null ? domain.Equals(group.Domain, StringComparison.OrdinalIgnoreCase) : null;
            facts.Add(new AdministratorFact
            {
                ComputerName = collection.ComputerName,
                Source = LocalGroup.Source,
                Name = member["Name"],
                Domain = member["Domain"],
                IsGroup = member.Class == GroupClass ? true : member.Class == UserClass ? false : null,
                IsLocal = isLocal,
                Sid = isLocal == true && member.Class == UserClass
                    ? accounts.Items.FirstOrDefault(account => string.Equals(account.Name, member["Name"], StringComparison.OrdinalIgnoreCase))?.Sid
                    : null,
            });
        }

        facts.MayLack(group.Members.Gap);
        facts.Unread(new Gap(GapKind.NotSupported, LocalGroup.Source, "only local accounts are asked for their SIDs"), nameof(AdministratorFact.Sid));
        facts.Unread(new Gap(GapKind.Unusable, LocalGroup.Source, "a member is neither a user nor a group"), nameof(AdministratorFact.IsGroup));
        return facts.Build();
    }

    /// <summary>The accounts, each told whether it is a member. Groups of a domain hold no local account, so direct membership is all there is.</summary>
    public static FactSet<AccountFact> Mark(FactSet<AccountFact> accounts, FactSet<AdministratorFact> administrators)
    {
        // Everyone, and others that Windows makes up, may hold any account.
        var mayHold = administrators.SetGaps.Any() || administrators.Items.Any(member => member.IsGroup is null || member.IsLocal is null || (member.IsGroup == true && member.IsLocal == true));
        var gap = administrators.SetGaps.FirstOrDefault()
            ?? new Gap(GapKind.Unusable, LocalGroup.Source, "a member of the group may hold the account");
        var facts = new FactSetBuilder<AccountFact>();
        foreach (var account in accounts.Items)
        {
            var isMember = administrators.Items.Any(member => member.IsLocal == true && member.IsGroup == false && account.Name is not null
                && string.Equals(member.Name, account.Name, StringComparison.OrdinalIgnoreCase));
            facts.Add(account with { IsAdministrator = isMember ? true : mayHold || account.Name is null ? null : false });
        }

        facts.Unread(gap, nameof(AccountFact.IsAdministrator));
        var marked = facts.Build();
        return new FactSet<AccountFact>(marked.Items, accounts.Gaps.Concat(marked.Gaps).Distinct().ToArray(), accounts.Sources);
    }
}
