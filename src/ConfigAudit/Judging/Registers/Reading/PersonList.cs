using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>The persons that a cell names, each by itself, however people part them. Whoever can't be told one from another is nobody: 担当者,
/// 全職員, 10名.</summary>
internal static class PersonList
{
    /// <summary>A dot, or と between two names; in ジョン・スミス it parts one.</summary>
    private static readonly Regex Between = LinearPattern.Of(
        "[/&+|]|及び|および|並びに|ならびに|又は|または|若しくは|もしくは| and | or | with | plus |(?<=[\\p{IsCJKUnifiedIdeographs}々]) ?と ?(?=[\\p{IsCJKUnifiedIdeographs}])|(?<=[\\p{IsCJKUnifiedIdeographs}々]) ?[-_=] ?(?=[\\p{IsCJKUnifiedIdeographs}])|(?<=氏|様|さん|殿) ?(?=[\\p{IsCJKUnifiedIdeographs}])|(?<![ァ-ヶー])・|・(?![ァ-ヶー])",
        RegexOptions.IgnoreCase
    );

    private const string Number = "[0-9一二三四五六七八九十百千数何]";

    /// <summary>How many, and not who: 10名, 約三人, 伊藤 他2名, 高橋ほか.</summary>
    private static readonly Regex Count = LinearPattern.Of(
        $"(?:^|[ (約計])(?:総勢|合計|全|各|延べ|約|他|外|ほか)?(?:約|計)?{Number}{{1,8}} ?(?:名|人|者)(?:体制|程度|以上|以内|前後|弱|強|ほど|分)?[)]*$|(?:ほか|他|外)(?: ?{Number}{{0,8}} ?(?:名|人)?)$|[0-9] ?(?:名|人)|(?<=[^ ])(?:など|等|たち|夫妻|兄弟|姉妹|両名|両人)$|(?<=[\\p{{IsCJKUnifiedIdeographs}}])ら$|(?<![A-Za-z])(?:et al|others?|colleagues?)[.]?$",
        RegexOptions.IgnoreCase
    );

    /// <summary>Everybody of some sort, behind whatever they are of.</summary>
    private static readonly Regex Anybody = LinearPattern.Of(
        "(?:全員|一同|職員|社員|課員|係員|部員|従業員|スタッフ|担当者?|利用者|使用者|ユーザー?|来庁者|住民|市民|町民|村民|区民|関係者|業者|事業者|委託先|ベンダー?|不特定(?:多数)?|多数|複数(?:名|人|の者)?|誰でも|だれでも|各自|各人|共用|共有|共通|交代制|交替制|当番|当番制|輪番|別紙|別紙(?:の)?(?:とおり|通り|参照)|名簿(?:の)?(?:とおり|通り|参照)?|管理していない|把握していない)$"
    );

    /// <summary>The same letter again and again is no name: あああ, xxx.</summary>
    private static readonly Regex Repeated = LinearPattern.Of(@"^([ぁ-んァ-ヶa-z])\1{2,}$", RegexOptions.IgnoreCase);

    private static readonly LocalText Untold = new(
        "からは、誰であるかが分かりません。一人ずつ名前を書き、いない間は空にしてください",
        "doesn't say who: name each person; leave it empty while there is none"
    );

    private static readonly char[] Separators = { ';', ',', '、' };

    public static IEnumerable<string> Of(string text) =>
        HostileText
            .Compatible(text.Replace('\n', ';').Replace('\r', ';'))
            .Split(Separators)
            .SelectMany(part => Placeholder.IsMarked(part) ? new[] { part } : Parted(part))
            .Select(item => item.Trim())
            .Where(item => item.Length > 0);

    /// <summary>総務課・山田 is one person, with what the person belongs to.</summary>
    private static IEnumerable<string> Parted(string text)
    {
        var front = string.Empty;
        var parts = Between.Split(text);
        for (var at = 0; at < parts.Length; at++)
        {
            if (at + 1 < parts.Length && front.Length == 0 && PersonName.IsOnlyBody(parts[at]) && !PersonName.IsOnlyBody(parts[at + 1]))
            {
                front = parts[at].Trim() + " ";
                continue;
            }

            yield return front + parts[at];
            front = string.Empty;
        }
    }

    /// <summary>What is wrong with one of them; null for nothing.</summary>
    public static LocalText? Mistake(string part)
    {
        var plain = HostileText.Compatible(part).Trim();
        return Count.IsMatch(plain) || Anybody.IsMatch(plain) || Repeated.IsMatch(plain) || PartyWordClass.IsAnybody(plain)
            ? Untold
            : PersonName.Mistake(plain);
    }
}
