using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ConfigAudit.Base.Values;

/// <summary>What people write into a cell of which they have nothing to say: －, なし, 未定, N/A, TBD. It is no approver, no owner and no
/// reason.</summary>
internal static class Placeholder
{
    /// <summary>Dashes, dots and the like, by whichever key they were typed; a star stands for any text elsewhere, so it isn't
    /// one.</summary>
    private const string Marks = "-‐‑‒–—―−ー─━_~〜・.…/\\×";

    /// <summary>What may stand around a word and says no more.</summary>
    private static readonly char[] Around = " \t\r\n　.,:;!?。、．，：；！？…・*※()[]{}<>「」『』【】〔〕〈〉《》\"'".ToCharArray();

    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase)
    {
        "なし",
        "無し",
        "無",
        "ナシ",
        "特になし",
        "特に無し",
        "該当なし",
        "該当無し",
        "該当者なし",
        "該当せず",
        "no",
        "none",
        "nothing",
        "nil",
        "null",
        "n/a",
        "na",
        "n.a.",
        "not applicable",
    };

    /// <summary>What stands for an empty cell, as a pivot table shows one. That there is nothing, it doesn't say.</summary>
    private static readonly HashSet<string> Blank = new(StringComparer.OrdinalIgnoreCase)
    {
        "空欄",
        "空白",
        "空白セル",
        "空",
        "ブランク",
        "未記載",
        "記載なし",
        "blank",
        "empty",
    };

    private static readonly HashSet<string> Ditto = new(StringComparer.OrdinalIgnoreCase)
    {
        "同上",
        "同左",
        "同右",
        "同前",
        "上に同じ",
        "上と同じ",
        "左に同じ",
        "前に同じ",
        "上記と同じ",
        "前行と同じ",
        "〃",
        "々",
        "″",
        "''",
        "ditto",
        "do.",
        "same as above",
        "same",
    };

    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "未",
        "未定",
        "未設定",
        "未記入",
        "未入力",
        "未承認",
        "未登録",
        "未確認",
        "未済",
        "未了",
        "未取得",
        "未選定",
        "不明",
        "不詳",
        "調査中",
        "確認中",
        "検討中",
        "調整中",
        "申請中",
        "審査中",
        "作成中",
        "承認待ち",
        "要確認",
        "後日",
        "同上",
        "上に同じ",
        "〃",
        "々",
        "tbd",
        "tba",
        "tbc",
        "todo",
        "unknown",
        "pending",
        "undecided",
        "not yet",
        "ditto",
        "xxx",
        "xx",
    };

    /// <summary>What a spreadsheet shows where a formula went wrong: #N/A, #REF!, #VALUE!, #DIV/0!, #NAME?, #NULL!, #NUM!, #SPILL!, #CALC!;
    /// or the formula itself.</summary>
    public static bool IsFormula(string cell) =>
        cell.Normalize(NormalizationForm.FormKC).Trim() is { Length: > 1 } plain
        && (
            plain[0] == '='
            || (
                plain[0] == '#'
                && (
                    plain[plain.Length - 1] is '!' or '?'
                    || plain.Equals("#N/A", StringComparison.OrdinalIgnoreCase)
                    || plain.All(character => character == '#')
                )
            )
        );

    /// <summary>It tells nothing, so that it is no reason: no letter, a truth value, a formula, the column's title, that it is still to be
    /// written, or one of these words, with whatever marks around it.</summary>
    public static bool TellsNothing(string text) =>
        IsFormula(text)
        || IsMarked(text)
        || Is(text.Normalize(NormalizationForm.FormKC).Trim(Around))
        || !text.Any(char.IsLetter)
        || Unwritten.Is(text)
        || bool.TryParse(text.Normalize(NormalizationForm.FormKC).Trim(Around), out _);

    public static bool Is(string cell) => IsNone(cell) || IsOpen(cell);

    /// <summary>The same, or what stands for an empty cell, with whatever marks around: 未定。, ※なし, (空白). A star stands for any text: what
    /// has one means more than the word.</summary>
    public static bool IsMarked(string cell) =>
        Is(cell) || (cell.IndexOf('*') < 0 && Plain(cell).Trim(Around) is { Length: > 0 } word && (Blank.Contains(word) || Is(word)));

    /// <summary>It says that there is nothing.</summary>
    public static bool IsNone(string cell) =>
        Plain(cell) is { Length: > 0 } plain && (None.Contains(plain) || plain.All(character => Marks.IndexOf(character) >= 0));

    /// <summary>It says that there is nothing by a word, and not by a mark.</summary>
    public static bool SaysNone(string cell) => None.Contains(Plain(cell));

    /// <summary>It stands for what another cell says: 〃, 同上.</summary>
    public static bool IsDitto(string cell) => Ditto.Contains(Plain(cell).Trim(Around));

    /// <summary>It says that nobody knows yet.</summary>
    public static bool IsOpen(string cell) =>
        Plain(cell) is { Length: > 0 } plain
        && (Open.Contains(plain) || (plain.IndexOf('?') >= 0 && plain.All(character => character == '?' || Marks.IndexOf(character) >= 0)));

    private static string Plain(string cell)
    {
        var plain = HostileText.Compatible(cell).Trim();
        return plain.Length > 2 && plain[0] is '(' or '[' or '<' or '「' ? plain.Substring(1, plain.Length - 2).Trim() : plain;
    }
}
