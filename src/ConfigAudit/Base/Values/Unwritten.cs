using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// What stands where words are wanted while nobody has written them: the title of the column, the form's own "write here", an example, that
/// it will be written later, a key pressed to get on.
/// </summary>
internal static class Unwritten
{
    private static readonly Regex Sample = LinearPattern.Of(
        "^[ (\\[【<「]*(?:記入|入力|記載)?(?:例|見本|サンプル)(?:[ )\\]】>」:、].*)?$|^(?:e[.]g[.]|example|sample) *:.*$",
        RegexOptions.IgnoreCase | RegexOptions.Singleline
    );

    private static readonly string[] Titles = Words(
        """
        理由 事由 根拠 目的 内容 説明 備考 用途 記入 記載 入力 記述 追記 転記 書く 書き 書いて 書け 埋める 埋めて 書込 書き込み 回答 表明 陳述 証明内容 確認内容 コメント テキスト 文章 本文 テスト ダミー ほげ ふが
        """
    );

    private static readonly string[] Around = Words(
        """
        ここ こちら 此処 この 欄 に の を は が へ と も で お ご する します した して してください すること ください 下さい お願いします ます 予定 未 要 済 後 後で あとで 後日 のちほど 後ほど 追って 別途 今後 来月 来週 明日 次回 まだ
        共用 共有 利用 使用 例外 承認 許可 設定 免除 除外 適用 延期 申請 該当 特に なし 無し 無 不明 例 中 です である から 必須 任意 各自 する必要あり しなおす これから そのうち いつか 適宜 適当 何か なにか 誰か 待ち
        """
    );

    /// <summary>How a matter stands, as statements say it.</summary>
    private static readonly string[] Matters = PartyWords
        .Verdicts.Concat(
            Words(
                """
                実施 対応 着手 実行 調査 作業 点検 検査 検証 監査 評価 導入 適用 整備 構築 運用 更新 更改 改善 是正 措置 対策 回答 把握 判明 判断 見直し 見る 調べる 調べて 確かめる 確かめて 行う 行い やる やって 適合 遵守 順守 達成 問題 異常
                """
            )
        )
        .ToArray();

    private static readonly string[] ToFillIn = Words("記入 記載 入力 記述 追記 転記 書く 書き 書いて 埋める 埋めて 書込 書き込み");

    private static readonly Regex Unsure = LinearPattern.Of(
        "(?:分から|わから|知ら|しら)(?:ない|ん|ず|ません)(?:です)?$|^(?:忘れた|失念(?:した|しました)?|覚えていない)$"
    );

    /// <summary>That somebody else is to say: 担当に確認, 業者へ問い合わせてください, ベンダー回答待ち. Whoever defers gives no reason.</summary>
    private static readonly Regex Deferred = LinearPattern.Of(
        "^(?:[^、。]{0,24}(?:に|へ|まで))?(?>(?:要|再度|再|後日|別途|今後|追って|現在|ただいま|詳細[はを]?|内容[はを]?|理由[はを]?)*)"
            + "(?:確認|照会|お?問い?合わ?せ|相談|検討|協議|調整|質問|聞いて|聞く|聞き|尋ねる|尋ねて|ヒアリング)"
            + "(?>(?:が|を|の|する|します|して|いる|います|ください|下さい|から|おく|もらう|した|しました|中|です|予定|待ち|済み?|必要|要|こと|お願い|いたします|依頼)*)$"
            + "|^.{0,24}(?:回答|返答|返事|連絡|指示|判断|決定|結論|承認|確認)を?待ち(?:です|中)?$|^.{0,16}(?:任せ|一任|預かり)(?:る|て|ている|ます)?$"
    );

    /// <summary>What ends it, and that it is to come.</summary>
    private static readonly string[] Ending = Words(
        "廃止 終了 停止 更新 更改 撤去 移行 廃棄 除却 交換 調達 統合 再構築 入替 入れ替え リプレース 削除 設定 適用 対応 導入 改修 修正"
    );

    private static readonly string[] ToCome = Words("予定 待ち 待 見込 まで 中");

    private static readonly string[] NoReasons = Words(
        """
        便利 楽 簡単 手軽 従来 以前 昔 前から いつもどおり いつも通り 前例 慣例 慣習 慣行 いつも 通常 普通 当然 なんとなく とりあえず 仕方ない 仕方がない しかたない 仕方なく やむを得ない やむを得ず やむをえない やむをえず やむなく しょうがない 都合 来年度 次年度 承認済 承認済み
        不明 不詳 未定 未確認 未記入 省略 割愛 同様 同じ 前回 前年 例年 昨年 秘密 非公開 不問 指示 判断 決まり ルール 規定 問題なし 特段 お察し 言えない
        不要 必要 廃止 停止 終了 削除 その他 諸般 あり 有り 有 なし 無し 要 別紙 別添 別途 参照 同上 上記 左記 下記 前記 該当 検討 確認 調査 予定 記載 申請 承認 後日 追記
        特例 特別 例外 仕様 便宜 業務上 業務のため 業務で使用 業務で利用 業務利用 業務使用 仕事上 仕事のため
        """
    );

    private static readonly string[] NoReasonParts = Words(
        """
        だから から なので な より まで ずっと 上 業務 仕事 職務 利用 使用 運用 理由 事由 事情 事項 都合 ため 為 により による につき から ので もの こと よる 済み 済 ずみ 中 待ち 未 現在 一部 特に 等 など の とおり どおり 通り 上司 に を は が で と も です である した する している していない します ます しない ない ません 左 右 上 下
        """
    );

    private static readonly string[] Particles = PartyWords
        .Particles.Concat(Around)
        .Concat(
            Words(
                """
                いる いない おらず おりません いません ておらず ておりません ておりませんでした ていません ていない てない でない できて できず しておらず しておりません しておらず しない していない されていない されておりません なされていない 行われていない
                一部 全部 ほぼ 今月 今年度 来年度 次年度 翌年度 次期 来期 結果 年度内 年内 近日 近日中 早急に 至急 速やかに 概ね おおむね だいたい 大体 つもり はず だろう かもしれない と思う と思われる 目処 順次 随時
                """
            )
        )
        .OrderByDescending(word => word.Length)
        .ToArray();

    /// <summary>That it isn't so, or isn't yet: one of these in a text that says nothing else.</summary>
    private static readonly Regex Sign = LinearPattern.Of(
        "[未不否非要待]|予定|まだ|今後|これから|な[いし]|無し|ません|せず|できず|おらず|中(?:です|である)?$|見込|後日|後で|あとで|追って|次回|次年度|次期|翌年|来[月年週期]|近日|見送|概ね|おおむね|だいたい|大体|つもり|はず|だろう|かもしれ|思[うわ]|一部|順次|却下|棄却|保留|取消|違反|あり$"
    );

    private static readonly Regex Fine = LinearPattern.Of(
        "(?:問題|異常|違反|不適合|該当|不備|指摘)(?:は|も|等)?(?:特に)?(?:なし|無し|ない|ありません)(?:です)?$"
    );

    private static readonly HashSet<string> English = Set(
        """
        reason reasons why because the a an this your my our here text statement comment description purpose remark remarks title write written writing later soon to be will fill filled in out enter entered
        insert add added added put please example sample lorem ipsum dummy test hoge foo bar baz asdf qwerty placeholder todo
        """
    );

    private static readonly HashSet<string> Denying = Set(
        """
        no none nothing not without nil never needless unnecessary unneeded irrelevant unknown undecided unclear same usual always convenience convenient easier ask asking check checking contact consult see refer tbd tba tbc
        later pending whatever anyway obvious obviously secret confidential
        """
    );

    private static readonly HashSet<string> EnglishAround = Set(
        """
        need needed needs necessary required require requirement special specific particular particularly given applicable available provided stated specified known decided moment now yet currently today time being present
        there is are was be been it its that which who what with of at in on from by as or and but so just please kindly i we you they he she me us them
        person people charge vendor supplier contractor manager boss supervisor admin administrator staff team support helpdesk desk department section office owner user users ticket mail email document file attachment
        before last previous year all any anything everything really very much more here above below
        """
    );

    private static readonly HashSet<string> Waiting = Set(
        """
        not no yet to be is are was it this will have has been done checked check checking confirmed confirm verified verify reviewed review reviewing planned plan planning scheduled pending later soon next month
        week year in progress under on hold open implement implemented implementing do doing unconfirmed unchecked unverified waiting for tomorrow expected ng fail failed noncompliant non compliant
        """
    );

    /// <summary>Whether nobody wrote anything.</summary>
    public static bool Is(string text)
    {
        var plain = Plain(text);
        if (Sample.IsMatch(plain))
            return true;
        var words = Split(plain);
        var whole = string.Concat(words);
        // あ, ああああ, aaa; a single letter of Latin may be somebody's mark, and a machine's recording has it.
        return (whole.Length == 1 && whole[0] > 0x24F)
            || (whole.Length > 1 && whole.Distinct().Count() == 1)
            || words.All(English.Contains)
            || WordParts.AreAll(whole, Titles, Around);
    }

    /// <summary>Whether it asks for being written in: ここに記入, 記入してください.</summary>
    public static bool IsToFillIn(string text) =>
        string.Concat(Split(Plain(text))) is var whole && WordParts.AreAll(whole, ToFillIn, Around);

    /// <summary>
    /// Whether it stands where a reason should, and gives none: 不明のため, その他, 別紙; that it is handy, or was always so (便利だから, 従来から),
    /// which is so of whatever is done; how the request stands (棄却, 決まり次第), or that nobody knows.
    /// </summary>
    public static bool IsNoReason(string text)
    {
        var words = Split(Plain(text));
        var whole = string.Concat(words);
        return WordParts.AreAll(whole, NoReasons, NoReasonParts)
            || PartyWordClass.IsStanding(whole)
            || (words.Length > 0 && words.All(PartyWordClass.IsStanding))
            || Unsure.IsMatch(whole)
            || Deferred.IsMatch(whole)
            || IsDenial(words)
            || IsOpen(text);
    }

    /// <summary>None needed, ask the vendor, no reason given: words by which nobody tells why, and no others.</summary>
    private static bool IsDenial(string[] words) =>
        words.Length > 0
        && words.Any(Denying.Contains)
        && words.All(word => Denying.Contains(word) || English.Contains(word) || Waiting.Contains(word) || EnglishAround.Contains(word));

    /// <summary>The same of a waiver, for which an end in sight is a reason (廃止予定, 更改待ち).</summary>
    public static bool IsNoGround(string text) => IsNoReason(text) && !(Has(text, Ending) && Has(text, ToCome));

    private static bool Has(string text, string[] words) =>
        Plain(text) is var plain && words.Any(word => plain.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether it says nothing but that it isn't so, or that nobody looked: 未対応, 確認予定, まだ確認していない, not checked yet.</summary>
    public static bool IsOpen(string text)
    {
        var words = Split(Plain(text));
        var whole = string.Concat(words);
        return words.All(Waiting.Contains) || (WordParts.AreAll(whole, Matters, Particles) && Sign.IsMatch(whole) && !Fine.IsMatch(whole));
    }

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();

    private static string[] Split(string plain) =>
        new string(plain.Select(character => char.IsLetterOrDigit(character) ? character : ' ').ToArray()).Split(
            new[] { ' ' },
            StringSplitOptions.RemoveEmptyEntries
        );

    private static HashSet<string> Set(string text) => new(Words(text), StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string text) =>
        text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).ToArray();
}
