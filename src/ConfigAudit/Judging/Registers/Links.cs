using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Hosts;
using ConfigAudit.Judging.Registers.Reading;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers;

/// <summary>What the registers say of each other's rows, and what hosts say of them.</summary>
internal static class Links
{
    public static IReadOnlyList<FactSet> Add(IReadOnlyList<FactSet> sets, Sightings seen)
    {
        var accounts = sets.OfType<FactSet<RegisteredAccountFact>>().Single();
        var uses = sets.OfType<FactSet<AccountUseFact>>().Single();
        var assets = sets.OfType<FactSet<RegisteredAssetFact>>().Single();
        var overlaps = Overlaps.Of(uses.Items, assets);
        // The same people use the same accounts on the same hosts, day after day.
        var allowed = uses
            .Items.GroupBy(use => (use.Account, use.Person, use.Host))
            .ToDictionary(same => same.Key, same => IsAllowed(same.First(), accounts));
        return sets.Select(set =>
                set switch
                {
                    FactSet<AccountUseFact> => Doubted(
                        Linked(
                            uses,
                            use =>
                                use.IsYetToCome
                                    ? use
                                    : use with
                                    {
                                        IsAllowed = allowed[(use.Account, use.Person, use.Host)],
                                        Overlaps = overlaps[use],
                                    }
                        )
                    ),
                    FactSet<DiscoveredAssetFact> discovered => Linked(
                        discovered,
                        each => each with { IsRegistered = IsRegistered(each, assets) }
                    ),
                    FactSet<RegisteredAssetFact> when seen.HasHosts => Linked(
                        assets,
                        each => each with { IsSeen = each.HostName is not { Length: > 0 } ? null : seen.HasAsset(each.Asset!) }
                    ),
                    FactSet<ApprovedSoftwareFact> software when seen.HasHosts => Linked(
                        software,
                        each => each with { IsSeen = seen.HasSoftware(each.Name!) }
                    ),
                    FactSet<AllowedFlowFact> flows when seen.HasHosts => Linked(
                        flows,
                        each => each with { IsSeen = seen.HasFlow(each.Name!) }
                    ),
                    FactSet<RegisteredAccountFact> when seen.HasHosts => Linked(
                        accounts,
                        each =>
                            each with
                            {
                                IsSeen =
                                    seen.HasAccount(each.Account!) ? true
                                    : seen.HasLogons ? false
                                    : null,
                            }
                    ),
                    _ => set,
                }
            )
            .ToArray();
    }

    /// <summary>Says why it isn't known of entries whether they overlap, which could be read.</summary>
    private static FactSet<AccountUseFact> Doubted(FactSet<AccountUseFact> set) =>
        set.Items.Any(use => use.Overlaps is null && !use.IsYetToCome)
            ? new FactSet<AccountUseFact>(
                set.Items.ToArray(),
                set.Gaps.Append(
                        new Gap(
                            GapKind.Unusable,
                            "AccountUse",
                            new LocalText(
                                "別の人が同じ名前のアカウントを同じ時間に別の端末で使ったとあるが、同じアカウントかは名前だけでは分からない。ドメインのものは「DOMAIN\\名前」、端末ごとのものは「端末名\\名前」と書いてください",
                                "another person used an account of that name on another host at that time, and whether it is the same account can't be told by the name alone: "
                                    + "write DOMAIN\\name, or HOST\\name where each host has its own"
                            )
                        )
                        {
                            Property = nameof(AccountUseFact.Overlaps),
                        }
                    )
                    .ToArray(),
                set.Sources
            )
            : set;

    private static FactSet<T> Linked<T>(FactSet<T> set, Func<T, T> link)
        where T : Fact, new() => new(set.Items.Select(link).ToArray(), set.Gaps, set.Sources);

    /// <summary>Null where the register has gaps that may hold the answer.</summary>
    private static bool? IsAllowed(AccountUseFact use, FactSet<RegisteredAccountFact> accounts)
    {
        var named = accounts
            .Items.Where(each => each.Kind is null or RegisteredAccountKind.Shared)
            .ToLookup(each => new AccountName(each.Account!).Is(use.Account!, Hostnames.Locally(use.Host!)));
        return named[true].Any(account => Allows(account) == true) ? true
            : named[null].Concat(named[true]).Any(account => Allows(account) != false) || (!named[true].Any() && accounts.SetGaps.Any())
                ? null
            : false;

        bool? Allows(RegisteredAccountFact account)
        {
            var isPerson = account.Persons?.Contains(use.Person!, StringComparer.OrdinalIgnoreCase);
            bool? isHost = account.Hosts is not { } hosts
                ? null
                : hosts.Count == 0 || hosts.Any(host => Hostnames.AreSame(host, use.Host!) || HostPattern.IsOf(host, use.Host!));
            return isPerson == false || isHost == false ? false
                : isPerson is null || isHost is null || account.Kind is null ? null
                : true;
        }
    }

    private static bool? IsRegistered(DiscoveredAssetFact discovered, FactSet<RegisteredAssetFact> assets) =>
        assets.Items.Any(asset =>
            asset.HostName is not null
            && asset.Gone is null
            && (asset.Addresses ?? Array.Empty<string>()).Concat(asset.HostNames).Any(name => Hostnames.AreEqual(name, discovered.Address))
        )
            ? true
        : assets.SetGaps.Any() || assets.Items.Any(asset => asset.HostName is null || asset.Addresses is null) ? null
        : false;
}
