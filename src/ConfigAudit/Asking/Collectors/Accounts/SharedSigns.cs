using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>Which signs of being shared an account bears.</summary>
internal static class SharedSigns
{
    /// <summary>A name alone proves nothing, and neither does a password that never expires.</summary>
    private const int Enough = 2;

    private const long Administrator = 500;
    private const long Guest = 501;

    /// <summary>Windows' own accounts have lower numbers, and names that it translates: "Guest" would be a sign in one language and none in
    /// another.</summary>
    private const long FirstOfPeople = 1000;

    public static AccountFact Judge(AccountFact account)
    {
        var verdicts = Verdicts(account).ToArray();
        var borne = verdicts.Where(pair => pair.IsBorne == true).Select(pair => pair.Sign).ToArray();
        var possible = verdicts.Count(pair => pair.IsBorne != false);
        // A full name that says so needs no second sign.
        var enough = SaysShared(account) ? 1 : Enough;
        return account with { SharedSigns = borne, IsSharedCandidate = IsCandidate(account.Enabled, borne.Length, possible, enough) };
    }

    private static bool? IsCandidate(bool? enabled, int borne, int possible, int enough)
    {
        if (enabled == false || possible < enough)
            return false;
        return enabled == true && borne >= enough ? true : null;
    }

    private static bool SaysShared(AccountFact account) =>
        account.Rid is not < FirstOfPeople && account.FullName is { } full && GenericWords.SayShared(full);

    /// <summary>Where the name is that of a place or a purpose, only a person's full name says that the account is one person's all the
    /// same.</summary>
    private static bool IsNobodys(string full, string? name) =>
        !string.IsNullOrWhiteSpace(full)
        && (
            GenericWords.MakeFull(full.Trim())
            || full.Any(char.IsDigit)
            || string.Equals(full.Trim(), name?.Trim(), StringComparison.OrdinalIgnoreCase)
        );

    private static IEnumerable<(SharedSign Sign, bool? IsBorne)> Verdicts(AccountFact account)
    {
        bool? isGeneric =
            account.Rid < FirstOfPeople ? false
            : account.Name is null ? null
            : GenericWords.Make(account.Name);
        yield return (SharedSign.GenericName, isGeneric);
        yield return (SharedSign.NoFullName, account.FullName is null ? null : string.IsNullOrWhiteSpace(account.FullName));
        yield return (
            SharedSign.GenericFullName,
            SaysShared(account) ? true
            : isGeneric != false && account.FullName is { } full && IsNobodys(full, account.Name) ? isGeneric
            : false
        );
        yield return (SharedSign.PasswordNeverExpires, !account.PasswordExpires);
        yield return (SharedSign.PasswordFixed, !account.PasswordChangeable);
        yield return (SharedSign.BuiltIn, account.Rid is null ? null : account.Rid is Administrator or Guest);
    }
}
