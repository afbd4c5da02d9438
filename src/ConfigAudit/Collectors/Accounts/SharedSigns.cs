using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Accounts;

/// <summary>Which signs of being shared an account bears.</summary>
internal static class SharedSigns
{
    /// <summary>A name alone proves nothing, and neither does a password that never expires.</summary>
    private const int Enough = 2;

    private const long Administrator = 500;
    private const long Guest = 501;

    /// <summary>Windows' own accounts have lower numbers, and names that it translates: "Guest" would be a sign in one language and none in another.</summary>
    private const long FirstOfPeople = 1000;

    /// <summary>Names of places and purposes, in the spellings that Japanese offices use; with or without a number behind.</summary>
    private static readonly Regex GenericName = LinearPattern.Of(
        @"^(?:shared?|common|kyou?y[ou]u?|kyodo|madoguchi|uketsuke|staff|guest|user|pc|client|terminal|tanmatsu|test|temp)[-_]?\d*$|共[用有同通]|窓口|受付|端末|代表",
        RegexOptions.IgnoreCase);

    public static AccountFact Judge(AccountFact account)
    {
        var verdicts = Verdicts(account).ToArray();
        var borne = verdicts.Where(pair => pair.IsBorne == true).Select(pair => pair.Sign).ToArray();
        var possible = verdicts.Count(pair => pair.IsBorne != false);
        return account with { SharedSigns = borne, IsSharedCandidate = IsCandidate(account.Enabled, borne.Length, possible) };
    }

    private static bool? IsCandidate(bool? enabled, int borne, int possible)
    {
        if (enabled == false || possible < Enough)
            return false;
        return enabled == true && borne >= Enough ? true : null;
    }

    private static IEnumerable<(SharedSign Sign, bool? IsBorne)> Verdicts(AccountFact account)
    {
        yield return (SharedSign.GenericName, account.Rid < FirstOfPeople ? false : account.Name is null ? null : GenericName.IsMatch(account.Name));
        yield return (SharedSign.NoFullName, account.FullName is null ? null : string.IsNullOrWhiteSpace(account.FullName));
        yield return (SharedSign.PasswordNeverExpires, !account.PasswordExpires);
        yield return (SharedSign.PasswordFixed, !account.PasswordChangeable);
        yield return (SharedSign.BuiltIn, account.Rid is null ? null : account.Rid is Administrator or Guest);
    }
}
