using System;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Rows of Win32_UserAccount to account facts.</summary>
internal static class AccountsReader
{
    private const string Source = "root/cimv2:Win32_UserAccount";

    /// <summary>The accounts that can't be deleted, by the last number of their SID.</summary>
    private static readonly (long Rid, LocalText What)[] OfAll =
    {
        (500, new("組み込みのAdministrator（RID 500）", "the built-in administrator (RID 500)")),
        (501, new("組み込みのGuest（RID 501）", "the built-in guest (RID 501)")),
    };

    private static readonly string[] Properties =
    {
        nameof(AccountFact.Name),
        nameof(AccountFact.Sid),
        nameof(AccountFact.Rid),
        nameof(AccountFact.FullName),
        nameof(AccountFact.Enabled),
        nameof(AccountFact.LockedOut),
        nameof(AccountFact.PasswordRequired),
        nameof(AccountFact.PasswordExpires),
        nameof(AccountFact.PasswordChangeable),
        nameof(AccountFact.IsSharedCandidate),
    };

    public static FactSet<AccountFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<AccountFact>();
        foreach (var row in answer.Rows)
            facts.Add(Read(collection, row));
        facts.MayLack(answer.Gap);
        // A domain controller alone has no accounts of its own.
        if (collection.Kind != HostKind.DomainController)
            DemandLeast(facts, answer);
        facts.Unread(
            answer.Gap
                ?? new Gap(GapKind.Unusable, Source, new LocalText("使える値の応答がない", "the host gave no value that can be used")),
            Properties
        );
        return facts.Build();
    }

    private static void DemandLeast(FactSetBuilder<AccountFact> facts, CimAnswer answer)
    {
        var none = Least
            .One(new LocalText("ローカルアカウント（ドメインコントローラを除く）", "local accounts unless it is a domain controller"))
            .GapOf(answer, Source);
        facts.MayLack(none);
        if (none is not null)
            return;
        // One whose number isn't known may be the one that seems to be missing, or another: then that one wasn't seen.
        foreach (var (rid, what) in OfAll)
            facts.MayLack(new Least(what, row => Rid(row.Text("SID")) == rid).GapOf(answer, Source), new AccountFact { Rid = rid });
    }

    private static AccountFact Read(Collection collection, CimRow row)
    {
        var sid = row.Named("SID");
        var fact = new AccountFact
        {
            ComputerName = collection.ComputerName,
            Source = Source,
            Name = row.Named("Name"),
            Sid = sid,
            Rid = Rid(sid),
            FullName = row.Text("FullName"),
            Enabled = !row.Flag("Disabled"),
            LockedOut = row.Flag("Lockout"),
            PasswordRequired = row.Flag("PasswordRequired"),
            PasswordExpires = row.Flag("PasswordExpires"),
            PasswordChangeable = row.Flag("PasswordChangeable"),
        };
        return SharedSigns.Judge(fact);
    }

    private static long? Rid(string? sid) =>
        sid is not null
        && sid.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase)
        && long.TryParse(sid.Substring(sid.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var rid)
            ? rid
            : null;
}
