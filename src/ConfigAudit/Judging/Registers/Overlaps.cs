using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Hosts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// Finds entries of the log of use that say of two people that they used one account at one time, however they wrote the host and the
/// account: on one host; or on two, where the account is a domain's. Of a name alone nobody knows whether each host has an account of that name.
/// </summary>
internal static class Overlaps
{
    /// <summary>By entry: true where it contradicts another, null where it may.</summary>
    public static IReadOnlyDictionary<AccountUseFact, bool?> Of(IReadOnlyList<AccountUseFact> uses, FactSet<RegisteredAssetFact> assets)
    {
        var found = uses.ToDictionary(use => use, _ => (bool?)false, ByReference.Instance);
        var names = uses.Select(use => use.Host!)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(host => host, host => Named(host, assets), StringComparer.Ordinal);
        foreach (var host in uses.GroupBy(use => Hostnames.Short(names[use.Host!]), StringComparer.OrdinalIgnoreCase))
        {
            var entries = host.OrderBy(use => use.From).ToArray();
            for (var a = 0; a < entries.Length; a++)
            {
                for (var b = a + 1; b < entries.Length && entries[b].From < entries[a].Until; b++)
                {
                    var contradict = Contradict(entries[a], entries[b], names);
                    (found[entries[a]], found[entries[b]]) = (found[entries[a]] | contradict, found[entries[b]] | contradict);
                }
            }
        }

        foreach (var account in uses.GroupBy(use => new AccountName(use.Account!).Name, StringComparer.OrdinalIgnoreCase))
            Elsewhere(account, names, found);
        return found;
    }

    private static void Elsewhere(
        IEnumerable<AccountUseFact> uses,
        Dictionary<string, string> names,
        Dictionary<AccountUseFact, bool?> found
    )
    {
        var going = new List<AccountUseFact>();
        foreach (var use in uses.OrderBy(use => use.From))
        {
            going.RemoveAll(each => each.Until <= use.From);
            foreach (var other in going.Where(each => found[each] != true || found[use] != true))
            {
                var contradict = ContradictElsewhere(other, use, names);
                (found[other], found[use]) = (found[other] | contradict, found[use] | contradict);
            }

            going.Add(use);
        }
    }

    private static bool? ContradictElsewhere(AccountUseFact a, AccountUseFact b, Dictionary<string, string> names)
    {
        if (
            string.Equals(a.Person, b.Person, StringComparison.OrdinalIgnoreCase)
            || Hostnames.AreSame(names[a.Host!], names[b.Host!])
            || new AccountName(a.Account!).Is(b.Account!, _ => false) == false
        )
        {
            return false;
        }

        var (one, other) = (new AccountName(a.Account!).IsOfDomain(names[a.Host!]), new AccountName(b.Account!).IsOfDomain(names[b.Host!]));
        return one == false || other == false ? false
            : one is null || other is null || a.IsUnread(nameof(AccountUseFact.To)) ? null
            : true;
    }

    private static bool? Contradict(AccountUseFact a, AccountUseFact b, Dictionary<string, string> names) =>
        string.Equals(a.Person, b.Person, StringComparison.OrdinalIgnoreCase) || !Hostnames.AreSame(names[a.Host!], names[b.Host!]) ? false
        : new AccountName(a.Account!).Is(b.Account!, Hostnames.Locally(names[a.Host!])) is var same
        && same == true
        && a.IsUnread(nameof(AccountUseFact.To))
            ? null
        : same;

    /// <summary>By the register of assets, an address is a host's.</summary>
    private static string Named(string host, FactSet<RegisteredAssetFact> assets) =>
        assets
            .Items.FirstOrDefault(asset =>
                asset.HostNames.Count == 1 && (asset.Addresses ?? Array.Empty<string>()).Any(address => Hostnames.AreEqual(address, host))
            )
            ?.HostNames[0]
        ?? host;

    /// <summary>Two rows may say the same.</summary>
    private sealed class ByReference : IEqualityComparer<AccountUseFact>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(AccountUseFact x, AccountUseFact y) => ReferenceEquals(x, y);

        public int GetHashCode(AccountUseFact obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
