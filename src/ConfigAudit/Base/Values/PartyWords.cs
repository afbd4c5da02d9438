using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>The words by which people say how a request stands, where a name was wanted of whoever decided on it.</summary>
internal static class PartyWords
{
    /// <summary>What is said of a request: two characters and more, none of which is a name.</summary>
    public static readonly string[] Verdicts = Words(
        """
        承認 決裁 専決 代決 許可 認可 了承 了解 同意 裁可 合議 稟議 回覧 申請 確認 審査 検討 調整 協議 手続き 手続 点検 登録 設定 記入 入力 選定 任命 指名 提出 報告 取得 依頼 照会 精査 決定
        起案 回議 供覧 打診 相談 対応 準備 処理 作成 審議 受領 受理 省略 除外 例外 口頭 別紙 参照 次回 今後 来月 来年 翌月 押印 捺印 署名 否認 否決 却下 棄却 保留 取消し 取消 取り消し 差戻し 差し戻し 差戻 差し戻 取下げ 取り下げ 撤回 辞退 拒否 中止 廃止 停止 失効 無効 有効 期限 合格 適合 完了 終了
        内諾 後閲 反対 賛成 異議 返戻 返却 返送 欠裁 留保 同意待ち 事後 条件付き 条件付 一部 実施 更新 対処 廃棄 除却 撤去 処分 退職 異動 転出 左記 右記 下記 前記 前行 上行 書面 自動
        見送り 見送 見合わせ 見合せ 先送り 棚上げ 凍結 延期 据え置き 据置き 据置 断念 持ち越し 持越し 繰り越し 積み残し 継続審議 継続 審査待ち 差し止め 差止め 一任 委任 お任せ 任せ 丸投げ 特例 特例措置 特別 特別措置 みなし 見なし 推定 条件 仮置き 口約束 黙認 放置
        予定 見込み 見込 待ち 未定 未了 未済 未決 不要 必要 不明 不詳 不在 欠員 空席 空欄 空白 白紙 該当 対象 後日 別途 同上 同左 同右 同前 上記 同じ 全員 誰でも
        選任 人選 選考 募集 公募 任免 発令 委嘱 着任 就任 赴任 退任 離任 辞任 辞職 解任 罷免 休職 停職 休暇 休業 育休 産休 療養 入院 逝去 死亡 死去 他界 離職 転任 転籍 出向 候補 内定 内示 割当 割り当て 配属 指定 決まり 決まる 決め 決める 連絡 通知 報告 免除 次第 不可 交渉 出張 配置 充足 退庁 失職
        来年度 次年度 今年度 本年度 翌年度 前年度 昨年度 年度 年内 年末 年明け 月末 来週 今週 今月 近日 当面 当分 至急 早急 次期 追記 追加 削除 抹消 記載 周知 判断 引継ぎ 引き継ぎ 引継
        紛失 失念 不存在 適用外 エラー 棄権 暫定 非公開 黒塗り 無人 名義のみ 前例踏襲 慣例 持ち回り 持回り 包括
        しょうにん ショウニン きゃっか キャッカ みてい ミテイ ふめい フメイ かくにん カクニン
        """
    );

    /// <summary>
    /// What somebody is to whoever wrote the row, or a class of people: it tells one person from another to nobody else. An office does, as
    /// the organisation's own list of offices says whose
    /// it is: 課長, 部長, 情報セキュリティ管理者, 所属長 are names.
    /// </summary>
    public static readonly string[] Relations = Words(
        """
        上司 上長 上役 上席 上層部 部下 同僚 先輩 後輩 本人 自分 自身 自己 当人 当事者 退職者 異動者 転出者 休職者 承認権者 許可権者 決定権者 専決権者 権者 氏名 名前 役職 役職名 職名 部署 部署名 所属 課名 私 わたし わたくし 僕 俺 我々 われわれ 自社 各自 各人 各員 各位 各々 それぞれ みんな 皆 皆様 皆さん 誰でも
        苗字 名字 姓 姓名 フルネーム 管理職
        担当 担当者 係 係員 係の者 責任者 職員 社員 課員 部員 所員 局員 従業員 正職員 スタッフ 関係者 利用者 使用者 ユーザー ユーザ 申請者 確認者 点検者 審査者 決定者 許可者 専決者 代決者 報告者 申込者 依頼者 起案者 記入者 入力者 作成者 登録者 承認者 決裁者 決裁権者 権限者 権限のある者
        課内 部内 室内 係内 局内 庁内 所内 班内 社内 全課 全部 全庁 全係 全室 全局 全社 各課 各部 各室 各局 各所 各班 各校 各館 各支所 各出張所 各施設 部局 課全体 庁内全体 組織全体 不特定 不特定多数 多数 複数 数名 若干名
        保守業者 運用業者 開発業者 納入業者 納品業者 導入業者 構築業者 受託業者 請負業者 保守会社 運用会社 開発会社 受託会社 協力会社 保守事業者 運用事業者 開発事業者 受託事業者 委託事業者 事業者 会社 受託者 請負者 外注 外注先 再委託先 保守ベンダー 保守ベンダ 運用ベンダー 運用ベンダ 開発ベンダー
        派遣 派遣社員 派遣職員 臨時職員 会計年度任用職員 アルバイト パート 全職員 全社員 前任者 後任者 前任 後任 代理 代理人 代理者 代行 代行者 業者 委託業者 委託先 ベンダー ベンダ メーカー 某氏 某 当方 先方 上の人 上の者 偉い人
        """
    );

    /// <summary>The same in English, of which a name may have one beside others.</summary>
    public static readonly HashSet<string> EnglishRelations = new(
        Words(
            """
            boss superior self myself me everyone everybody each all staff employee employees user users person people charge applicant requester requestor colleague vendor contractor
            """
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Accounts, which several may use; beside other words, an office.</summary>
    public static readonly HashSet<string> Accounts = new(
        Words("admin admins administrator administrators sysadmin root superuser su sa guest"),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What stands around them.</summary>
    public static readonly string[] Around = Words(
        "直属 直近 直接 所属 所管 当該 該当 各 全 当 他 その他 他の 上の 我が 課 部 人 方 名 欄 お ご 達 たち ら 様 さん 氏 殿 主 正 副 一般 社内 庁内 内部 外部 又 または 及び もしくは"
    );

    /// <summary>What goes before, between and behind them.</summary>
    public static readonly string[] Particles = Words(
        """
        次第 追って 後ほど のちほど あとで 後で 改めて あらためて 直ちに 速やかに 度 期 頃 ごろ 以降 までに から について により につき 未 不 非 否 要 再 済み 済 ずみ 中 待 切れ 切 可 無し 無 なし 有り 有 あり 外 後 前 者 日 印 者は 欄 仮 暫定 要否 有無 可否 結果 状況 付 付け 後日
        み ミ ふ フ の に は が を と も まだ 特に 等 まで です でした だ である します ました した する して される された され せず しない できない していない ていない ません いない
        """
    );

    /// <summary>Alone, each is an answer of another kind.</summary>
    public static readonly HashSet<string> Answers = new(
        Words(
            """
            未 不 非 否 要 無 有 済 可 完 了 仮 空 印 同 レ はい いいえ 有り あり 済み ずみ 不可 要否 可否 有無 まだ なし 無し ナシ 特になし 上に同じ 上と同じ 左に同じ 前に同じ
            yes y no n ok okay ng nok true false null nil none nothing nobody nan na unknown unclear undefined undecided undetermined unassigned empty blank missing approved approve approval
            approver unapproved disapproved pending reject rejected rejection refuse refused deny denied denial decline declined cancel cancelled canceled expire expired withdrawn revoked void
            request requested submitted applied waiting awaiting review reviewed reviewing progress process processing done complete completed incomplete confirm confirmed unconfirmed
            confirmation determined decided defined announced assigned appointed required draft temp temporary provisional later soon planned scheduled granted accepted permitted allowed valid
            deleted lost default anonymous whoever else excel 課 部 係 局 室 長 組織 弊社 匿名 無記名 グループ 名無し 名無しの権兵衛 テスト太郎 ほげほげ 同課 同係 同部 同室
            右に同じ 下に同じ 付 付け 例 記入例 見本 例示 先 追って あとで 後で これから わからない 分からない 知らない 忘れた ない いない いる 誰も 誰か だれも だれか 記入漏れ テスト サンプル ダミー ほげ
            firstname lastname fullname first last surname given your here example specimen
            attachment attached annex separate sheet vacant vacancy unfilled candidate invalid hold wait open closed asap anyone anybody someone somebody one see ticket test sample dummy hoge foo bar nein x tbd tba tbc tbs todo wip ditto idem same above error ref value div name num spill calc xx xxx signature signed date not yet
            """
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>By what means somebody agreed, or where that is written: no name, while an office may be called so with more behind it
    /// (システム管理課長).</summary>
    public static readonly string[] Means = Words(
        """
        メール Eメール 電子メール 電話 ファックス ファクス チャット システム 会議 打合せ 打ち合わせ 立ち話 文書 書類 書面 紙 オンライン ウェブ ネット ツール ワークフロー 人工知能 生成 ロボット
        電決 文書番号 決裁番号 承認番号 起案番号 管理番号 整理番号 番号 稟議書 起案書 申請書 決裁書 承認書 依頼書 伺い 伺い書 伺書 議事録 決裁文書 起案文書 通知文 通知 通達 契約書 仕様書 規程 要綱 要領 手順書 マニュアル 台帳 電子決裁
        """
    );

    /// <summary>The same in English, where nothing else stands there.</summary>
    public static readonly HashSet<string> EnglishMeans = new(
        Words(
            """
            email mail fax facsimile phone telephone tel call chat verbal verbally oral orally teams slack line zoom skype webex meeting system auto automatic automatically ai chatgpt gpt copilot
            bot robot rpa tool script document letter memo minutes no web online by via in on e
            """
        ),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Words between those of English, which say nothing alone.</summary>
    public static readonly HashSet<string> Between = new(
        Words("for to be is in on of out under as at by the it has been was will who so far my our your his her their own"),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whoever is named with one of these, in front or behind, hasn't approved.</summary>
    public static readonly string[] Refusals = Words(
        """
        同上 上に同じ 未承認 不承認 非承認 未決裁 未決 未許可 不許可 未確認 未定 未了 未済 未取得 未申請 未提出 却下 棄却 否認 否決 差戻し 差し戻し 差戻 差し戻 承認待ち 承認待 承認予定 決裁待ち 決裁待 決裁予定
        条件付 条件つき 見送り 見送 見合わせ 先送り 仮承認 仮決裁 未押印 未捺印 未署名 未回答 未着手 未処理 未実施 未対応 要承認 承認不可 承認不要 承認なし 承認無し 承認せず 承認取消
        """
    );

    /// <summary>The same, where it stands behind alone: as a beginning, an office may be called so.</summary>
    public static readonly string[] Endings = Words(
        """
        待ち 予定 申請中 承認中 検討中 確認中 審査中 調整中 協議中 手続中 手続き中 選定中 稟議中 回覧中 保留 保留中 取消 取消し 取り消し 取下げ 取り下げ 撤回 期限切れ 期限切 失効 無効 不明 不在 欠員 空席
        案 仮 反対 拒否 返戻 依頼中 決裁中 回答待ち 決裁前 承認前 未押印 印なし
        起案中 回議中 打診中 相談中 対応中 準備中 処理中 作成中 要確認 要検討 要相談 のとおり 参照 該当なし 該当無し していない ていない ません しない
        """
    );

    /// <summary>The same in English, wherever it stands.</summary>
    public static readonly HashSet<string> EnglishRefusals = new(
        Words(
            """
            unapproved disapproved pending rejected refused denied declined cancelled canceled expired withdrawn revoked awaiting unconfirmed undecided tbd tba tbc
            vacant vacancy unfilled unassigned unappointed candidate nominee designate tentative former formerly previous outgoing incoming retired resigned deceased excluding except
            not never without didn doesn isn wasn hasn haven did does cannot couldn waiting wait waits waited requested requesting requests asked asking asks ask refuses rejects rejecting
            denies declines objects objected objection opposed opposes disagrees disagreed against until before unless draft drafted drafts unsigned unanswered incomplete unknown undetermined unclear
            be been was were by yet under due overdue proposed proposal planned scheduled expected expects intends intended considering considers considered thinks
            reviewing reviews submitted sent forwarded postponed deferred suspended paused blocked failed vetoed veto overruled needs needed required requires missing lapsed invalid void
            """
        ),
        StringComparer.OrdinalIgnoreCase
    );

    private static string[] Words(string text) =>
        text.Split(new[] { ' ', '\n', '\r' }, StringSplitOptions.RemoveEmptyEntries).OrderByDescending(word => word.Length).ToArray();
}
