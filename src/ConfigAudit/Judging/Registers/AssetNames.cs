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

    /// <summary>That the machine is gone, behind its name or in brackets; 廃棄予定 is still there.</summary>
    private static readonly Regex GoneNote = LinearPattern.Of(
        $"(?:{Ended}|リース(?:終了|満了|返却))(?:済み?|ずみ|しました|した|品|機|分|$|(?=[)\\]】〕> ]))"
            + "|(?:^|[ (\\[])(?:scrapped|disposed|disposed of|retired|decommissioned|returned|sold|lost|stolen|deleted|removed)(?:$|[ )\\]])",
        RegexOptions.IgnoreCase
    );

    private const string Ended =
        "廃棄|除却|返却|返納|撤去|売却|譲渡|処分|廃止|退役|紛失|盗難|滅失|抹消|削除|破棄|除籍|売払い?|撤収|解体|使用停止|利用停止|使用終了|利用終了|使用中止|除外|取消し?|移管";

    /// <summary>A number or a name that stands for no machine: a number that was skipped, a row to try, an example of how to fill it in.</summary>
    private static readonly Regex NoMachine = LinearPattern.Of(
        "^[ (\\[【〔<]*(?>(?:(?:旧|元)?(?:欠番|空番|空き番号?|空き|空白|空欄|飛び番|未使用|未割当|未登録|未割り当て|不使用|無効|欠|無|該当機器?なし|対象外|重複|誤登録|登録誤り|テストデータ|テスト登録|テスト|試験登録|サンプルデータ|サンプル|ダミーデータ|ダミー|見本|記入例|記載例|例"
            + "|void|vacant|unused|unassigned|free|test|sample|example|dummy|foo|hoge|deleted|removed|n/?a|none|xxx)[ 0-9_.)\\]】〕>-]*)+)$|^[×✕✖✗]",
        RegexOptions.IgnoreCase
    );

    /// <summary>What says that there is no such machine, or none any more; null for nothing.</summary>
    public static string? Gone(string cell)
    {
        var plain = HostileText.Compatible(cell).Trim();
        return GoneNote.Match(plain) is { Success: true } match ? match.Value.Trim(" ()[]【】〔〕<>".ToCharArray())
            : NoMachine.IsMatch(plain) ? plain
            : null;
    }

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
