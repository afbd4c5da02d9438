using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Registers;

/// <summary>The names of machines in a cell of the register of assets, as people write them: several, as a directory writes an account
/// (LG\PC$), with a note of what it is for.</summary>
internal static class AssetNames
{
    private static readonly char[] Separators = " \t\r\n;,、；，".ToCharArray();

    /// <summary>A note that says what a machine is for, or where it stands. Any other may say that it is another by now.</summary>
    private static readonly Regex Note = LinearPattern.Of(
        "[(\\[](?:予備|代替|本番|検証|開発|試験|研修|主|副|正|従|現用|現行|待機|運用中|使用中|稼働中|窓口|共用|個人|仮想|物理|サーバ|端末|ノート|デスクトップ|タブレット|[0-9]+号)?(?:用|系|機|側|サーバー?|端末|PC|[課室係階舎館庁所]|)[)\\]]$",
        RegexOptions.IgnoreCase
    );

    private static readonly Regex GoneNote = LinearPattern.Of(
        "(?:廃棄|除却|返却|返納|撤去|売却|譲渡|処分|廃止|退役|紛失|盗難|滅失|抹消|リース(?:終了|満了|返却))(?:済み?|ずみ|しました|した|品|機|$|(?=[)\\] ]))"
            + "|(?:^|[ (\\[])(?:scrapped|disposed|disposed of|retired|decommissioned|returned|sold|lost|stolen)(?:$|[ )\\]])",
        RegexOptions.IgnoreCase
    );

    /// <summary>What says that the machine is gone; null for nothing.</summary>
    public static string? Gone(string cell) =>
        GoneNote.Match(HostileText.Compatible(cell)) is { Success: true } match ? match.Value.Trim(' ', '(', '[', ')', ']') : null;

    /// <summary>Each by itself; a cell that says more than names and what they are for stays whole, and is no machine's name.</summary>
    public static IReadOnlyList<string> Of(string cell)
    {
        var names = HostileText
            .Compatible(cell)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(Plain)
            .Where(name => name.Length > 0)
            .ToArray();
        return names.Length == 0 || names.All(name => name.All(letter => letter < 0x80)) ? names : new[] { cell.Trim() };
    }

    /// <summary>
    /// Whether a name that may have a domain, in front or behind, is a host's, by what the host itself said. One that is a member of none
    /// doesn't say in which domain its name is: another machine may have the same there.
    /// </summary>
    public static bool? IsOwn(HostIdentity identity, string name)
    {
        var isOwn = identity.IsOwn(WithoutNetBiosDomain(name));
        var slash = name.IndexOf('\\');
        if (isOwn != true)
            return isOwn;
        if (slash <= 0)
            return HostName.Suffix(name).Length > 0 && identity.Domain is null && !HostName.AreEqual(name, identity.Called) ? null : true;
        // A NetBIOS domain is mostly the first label of its name in DNS. Where it isn't, nobody can tell.
        var domain = name.Substring(0, slash);
        return HostName.AreEqual(domain, identity.NetBios) || HostName.AreEqual(domain, HostName.Label(identity.Domain ?? string.Empty))
            ? true
            : null;
    }

    /// <summary>A name without its domain.</summary>
    public static string Bare(string name) => HostName.Label(WithoutNetBiosDomain(name));

    private static string WithoutNetBiosDomain(string name) => name.IndexOf('\\') is > 0 and var slash ? name.Substring(slash + 1) : name;

    private static string Plain(string name) => Note.Replace(name, string.Empty).TrimEnd('$');
}
