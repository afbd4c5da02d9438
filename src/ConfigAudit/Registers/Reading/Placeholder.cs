using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Reading;

/// <summary>What people write into a cell of which they have nothing to say: －, なし, 未定, N/A, TBD. It is no approver, no owner and no reason.</summary>
internal static class Placeholder
{
    /// <summary>Dashes, dots and the like, by whichever key they were typed; a star stands for any text elsewhere, so it isn't one.</summary>
    private const string Marks = "-‐‑‒–—―−ー─━_~〜・.…/\\×";

    private static readonly HashSet<string> None = new(StringComparer.OrdinalIgnoreCase)
    {
        "なし", "無し", "無", "ナシ", "特になし", "特に無し", "該当なし", "該当無し", "該当者なし", "該当せず", "空欄", "no", "none", "nothing", "nil", "null", "n/a", "na", "n.a.", "not applicable",
    };

    private static readonly HashSet<string> Open = new(StringComparer.OrdinalIgnoreCase)
    {
        "未", "未定", "未設定", "未記入", "未入力", "未承認", "未登録", "未確認", "未済", "未了", "未取得", "未選定", "不明", "不詳", "調査中", "確認中", "検討中", "調整中", "申請中", "審査中", "作成中",
        "承認待ち", "要確認", "後日", "同上", "上に同じ", "〃", "々", "tbd", "tba", "tbc", "todo", "unknown", "pending", "undecided", "not yet", "ditto", "xxx", "xx",
    };

    public static bool Is(string cell) => IsNone(cell) || IsOpen(cell);

    /// <summary>It says that there is nothing.</summary>
    public static bool IsNone(string cell) => Plain(cell) is { Length: > 0 } plain && (None.Contains(plain) || plain.All(character => Marks.IndexOf(character) >= 0));

    /// <summary>It says that there is nothing by a word, and not by a mark.</summary>
    public static bool SaysNone(string cell) => None.Contains(Plain(cell));

    /// <summary>It says that nobody knows yet.</summary>
    public static bool IsOpen(string cell) =>
        Plain(cell) is { Length: > 0 } plain && (Open.Contains(plain) || (plain.IndexOf('?') >= 0 && plain.All(character => character == '?' || Marks.IndexOf(character) >= 0)));

    private static string Plain(string cell)
    {
        var plain = HostileText.Compatible(cell).Trim();
        return plain.Length > 2 && plain[0] is '(' or '[' or '<' or '「' ? plain.Substring(1, plain.Length - 2).Trim() : plain;
    }
}
