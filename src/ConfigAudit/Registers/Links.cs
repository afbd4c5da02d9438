using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Hosts;
using ConfigAudit.Registers.Rows;

namespace ConfigAudit.Registers;

/// <summary>What the registers say of each other's rows, and what hosts say of them.</summary>
internal static class Links
{
    public static IReadOnlyList<FactSet> Add(IReadOnlyList<FactSet> sets, Sightings seen)
    {
        var accounts = sets.OfType<FactSet<RegisteredAccountFact>>().Single();
        var uses = sets.OfType<FactSet<AccountUseFact>>().Single();
        var assets = sets.OfType<FactSet<RegisteredAssetFact>>().Single();
        var onHost = uses.Items.ToLookup(use => use.Host, StringComparer.OrdinalIgnoreCase);
        return sets.Select(set => set switch
        {
            FactSet<AccountUseFact> => Linked(uses, use => use with { IsAllowed = IsAllowed(use, accounts), Overlaps = onHost[use.Host].Any(other => Overlap(use, other)) }),
            FactSet<DiscoveredAssetFact> discovered => Linked(discovered, each => each with { IsRegistered = IsRegistered(each, assets) }),
            FactSet<RegisteredAssetFact> when seen.HasHosts => Linked(assets, each => each with { IsSeen = each.HostName!.Length == 0 ? null : seen.HasAsset(each.Asset!) }),
            FactSet<ApprovedSoftwareFact> software when seen.HasHosts => Linked(software, each => each with { IsSeen = seen.HasSoftware(each.Name!) }),
            _ => set,
        }).ToArray();
    }

    private static FactSet<T> Linked<T>(FactSet<T> set, Func<T, T> link)
        where T : Fact, new() => new(set.Items.Select(link).ToArray(), set.Gaps);

    /// <summary>Null where the register has gaps that may hold the answer.</summary>
    private static bool? IsAllowed(AccountUseFact use, FactSet<RegisteredAccountFact> accounts)
    {
        var known = accounts.Items.Where(each => each.Kind == RegisteredAccountKind.Shared && new AccountName(each.Account!).Is(use.Account!)).ToArray();
        return known.Any(account => account.Persons!.Contains(use.Person!, StringComparer.OrdinalIgnoreCase) && (account.Hosts!.Count == 0 || account.Hosts.Any(host => Hostnames.AreSame(host, use.Host!)))) ? true
            : known.Length == 0 && accounts.SetGaps.Any() ? null : false;
    }

    private static bool Overlap(AccountUseFact a, AccountUseFact b) =>
        !ReferenceEquals(a, b) && new AccountName(a.Account!).Is(b.Account!) && !Same(a.Person, b.Person)
        && a.From < (b.To ?? DateTimeOffset.MaxValue) && b.From < (a.To ?? DateTimeOffset.MaxValue);

    private static bool? IsRegistered(DiscoveredAssetFact discovered, FactSet<RegisteredAssetFact> assets) =>
        assets.Items.Any(asset => Same(asset.HostName, discovered.Address) || asset.Addresses!.Contains(discovered.Address!, StringComparer.OrdinalIgnoreCase)) ? true
        : assets.SetGaps.Any() ? null : false;

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
