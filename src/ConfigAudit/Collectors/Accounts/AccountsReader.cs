using System.Globalization;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Accounts;

/// <summary>Rows of Win32_UserAccount to account facts.</summary>
internal static class AccountsReader
{
    private static readonly string[] Properties =
    {
        nameof(AccountFact.Name), nameof(AccountFact.Sid), nameof(AccountFact.Rid), nameof(AccountFact.FullName), nameof(AccountFact.Enabled),
        nameof(AccountFact.LockedOut), nameof(AccountFact.PasswordRequired), nameof(AccountFact.PasswordExpires), nameof(AccountFact.PasswordChangeable),
        nameof(AccountFact.IsSharedCandidate),
    };

    public static FactSet<AccountFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<AccountFact>();
        foreach (var row in answer.Rows)
            facts.Add(Read(collection, row));
        facts.MayLack(answer.Gap);
        facts.Unread(answer.Gap, Properties);
        return facts.Build();
    }

    private static AccountFact Read(Collection collection, CimRow row)
    {
        var sid = row.Text("SID");
        var fact = new AccountFact
        {
            ComputerName = collection.ComputerName,
            Source = "root/cimv2:Win32_UserAccount",
            Name = row.Text("Name"),
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
        sid is not null && long.TryParse(sid.Substring(sid.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var rid) ? rid : null;
}
