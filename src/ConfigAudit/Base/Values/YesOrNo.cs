using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>Yes and no, as people write them into cells in either language.</summary>
internal static class YesOrNo
{
    public static IReadOnlyList<string> Yes { get; } = Words("true yes 1 はい 有 有り あり する している ○ 〇 ◯ ✓ ✔ ☑ 済 済み y");

    public static IReadOnlyList<string> No { get; } = Words("false no 0 いいえ 無 無し なし しない していない × ✕ ✖ 未 n");

    /// <summary>Null for neither.</summary>
    public static bool? Of(string text)
    {
        var plain = HostileText.Compatible(text).ToLowerInvariant();
        return Yes.Contains(plain) || Yes.Contains(text) ? true
            : No.Contains(plain) || No.Contains(text) ? false
            : null;
    }

    private static string[] Words(string text) => text.Split(' ');
}
