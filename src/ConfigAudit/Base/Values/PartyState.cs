using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// How it stands with an office or a person, told by the parts of the word: 未 in front of what is done (未選任), 中 (人選中), なし, 待ち or 後 behind
/// it, a verb's ending. The same characters stand in names (未央, 田中, やまなし, 越後), which are shorter, or of what a landscape is made of.
/// </summary>
internal static class PartyState
{
    /// <summary>Characters that follow 未 in given names.</summary>
    private const string Given = "[来央知希紗菜奈久歩佳紀結優有悠夢祐那沙実咲羽華衣緒織宇瑠理里莉帆穂侑佑栞森]";

    /// <summary>What stands in front of 中 in surnames and in names of schools.</summary>
    private const string Land =
        "[田山畑野竹村浜濱島嶋川河木森林谷里郷西東南北沖井原平松安小大丸宮園奥寺石倉水丘葉台江城浦港海池沢澤橋坂崎津瀬岡塚岩杉梅桜柳桃花泉町一二三四五六七八九十]";

    private static readonly Regex NotYet = LinearPattern.Of(
        $"^未(?!{Given}{{1,2}}[子美代]?$|来)[\\p{{IsCJKUnifiedIdeographs}}]+(?<![課部室局係班長会])$|[^ ]未(?!{Given}{{1,2}}[子美代]?$)[\\p{{IsCJKUnifiedIdeographs}}]{{1,2}}$"
    );

    private static readonly Regex Going = LinearPattern.Of(
        $"(?:[\\p{{IsCJKUnifiedIdeographs}}]{{2}}|[\\p{{IsHiragana}}\\p{{IsKatakana}}]{{2}})(?<!{Land})(?:最|途)?中$"
    );

    private static readonly Regex None = LinearPattern.Of(
        "[^ ]無し$|^[^ ]*(?:[A-Za-z長者員会課部室局係班任]|担当|補佐|該当)(?:は|が|も)?(?:なし|無|ナシ|不在|不明|空席|欠員|未定|未|×)$"
    );

    private static readonly Regex Behind = LinearPattern.Of(
        "[^ ]{2}(?:待ち?|次第|予定者?|見込み?|見込者|不在|不明|不要|不可|必要|取消し?|免除|削除|廃止|逝去|死亡|死去|他界|辞任|辞職|退任|離任|退庁|離職|解任|解職|失職|罷免|休職|休業|休暇)$"
            + "|[\\p{IsCJKUnifiedIdeographs}]{2}(?<![肥備丹越豊筑美国府])後$|(?:任|認|裁|議|査|定|動|職)前$"
    );

    /// <summary>The end of a sentence; kana alone may be a name's reading (やました).</summary>
    private static readonly Regex Verb = LinearPattern.Of(
        "[^\\p{IsHiragana} ]\\p{IsHiragana}{0,12}?(?:ください|下さい|(?<=\\p{IsHiragana})ます|ません|でした|です|ました|でした|する|した|される|された|すること|させる|せず|ない|なかった|べき|(?<=[のるたいな])ため|ので|たい|らしい|はず|だろう|かも|ところ)$"
            + "|^\\p{IsHiragana}*(?:ません|でした|ください|できない|らない)$"
    );

    /// <summary>What is struck out, changed or doubted, by a mark behind it, and by an arrow anywhere.</summary>
    private static readonly Regex Marked = LinearPattern.Of(
        "[^ ].*[×✕✖✗✘❌☓⨯╳△▲▽▼/?][ )\\]]*$|[→⇒➡⇨↓↑←⇐]|(?:[^A-Za-z ]|CISO|CIO|(?i:manager|officer|mayor)) ?NG[ )\\]]*$"
    );

    /// <summary>Whether a word says it.</summary>
    public static bool Is(string word) =>
        NotYet.IsMatch(word) || Going.IsMatch(word) || None.IsMatch(word) || Behind.IsMatch(word) || Verb.IsMatch(word);

    /// <summary>Whether a mark says against what stands there: 情報政策課長×, CISO→, NG.</summary>
    public static bool IsMarked(string plain) => Marked.IsMatch(plain.Trim());
}
