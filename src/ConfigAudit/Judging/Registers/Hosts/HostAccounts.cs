using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds a host's own accounts against the register.</summary>
internal static class HostAccounts
{
    public static FactSet<HostAccountFact> Of(Snapshot host, RegisterSet registers)
    {
        var (accounts, register) = (host.Table.Set<AccountFact>(), registers.Of<RegisteredAccountFact>());
        var set = new FactSetBuilder<HostAccountFact>();
        set.RestsOn(accounts, register);
        foreach (var account in accounts.Items.Where(account => account.Enabled != false))
        {
            if (account.Name is null)
            {
                set.MayLack(
                    new Gap(
                        GapKind.Unusable,
                        account.Source ?? nameof(AccountFact),
                        new LocalText(
                            $"台帳と照合する名前のないアカウントがある（{account.Sid ?? "SIDもない"}）",
                            $"an account has no name by which the register could know it ({account.Sid ?? "nor a SID"})"
                        )
                    )
                );
                continue;
            }

            var named = register.Items.ToLookup(each => new AccountName(each.Account!).Is($".\\{account.Name}", Hostnames.Locally(host)));
            // A domain's account needn't be this one; only of a host without a name it may.
            var (known, maybe) = (named[true].ToArray(), named[null].Any());
            var allowed = known.FirstOrDefault(each => IsAllowed(each, host));
            var found = new HostAccountFact
            {
                ComputerName = host.ComputerName,
                Source = string.Join("; ", new[] { account.Source }.Concat(known.Select(each => each.Source)).OfType<string>()),
                Account = account.Name,
                // Of an account whose state isn't known, nobody knows that it has to be registered.
                IsRegistered =
                    known.Length > 0 ? true
                    : maybe || register.SetGaps.Any() || account.Enabled is null ? null
                    : false,
                Kind = (allowed ?? known.FirstOrDefault())?.Kind,
                IsHostAllowed =
                    allowed is not null ? true
                    : known.Length == 0 || known.Any(each => each.Hosts is null || each.Hosts.Any(name => Hostnames.MayBeOf(host, name)))
                        ? null
                    : false,
            };
            set.Add(found);
            Doubts.Unread(
                set,
                found,
                known,
                (nameof(RegisteredAccountFact.Hosts), nameof(HostAccountFact.IsHostAllowed)),
                (nameof(RegisteredAccountFact.Kind), nameof(HostAccountFact.Kind))
            );
        }

        foreach (var gap in accounts.SetGaps)
            set.MayLack(gap);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostAccountFact.IsRegistered), nameof(HostAccountFact.Kind), nameof(HostAccountFact.IsHostAllowed));
        Hostnames.Unread(set, host, nameof(HostAccountFact.IsHostAllowed));
        return set.Build();
    }

    public static bool IsAllowed(RegisteredAccountFact account, Snapshot host) =>
        account.Hosts is { Count: 0 } || account.Hosts?.Any(name => Hostnames.IsOf(host, name)) == true;
}
