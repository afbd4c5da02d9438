using System;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>A host's name or address, or a pattern of names, in which * stands for any text: LG-PC-001, LG-*.</summary>
internal static class HostPattern
{
    private static readonly LocalText Wanted = new(
        "はホスト名ではありません。ホスト名（LG-PC-001、まとめる場合は LG-*）を「、」で区切って書き、どの端末でもよい場合は空にしてください",
        "is no host name: write LG-PC-001, or LG-* for all that begin so, several apart by a comma; leave it empty where any may be"
    );

    private static readonly Regex Ascii = LinearPattern.Of(@"^[A-Za-z0-9_.:\\$%*-]+$");

    /// <summary>端末, 全てのPC, 窓口端末, 10台: of which there are several. A number tells one from another.</summary>
    private static readonly Regex Several = LinearPattern.Of(
        "[全各]|すべて|どこ|いずれ|台$|[0-9] *台|等$|など$|他$|[~～〜]|(?:端末|PC|パソコン|サーバー?|機器)$|課内|庁内|[ ()（）]",
        RegexOptions.IgnoreCase
    );

    private static readonly string[] Any = { "any", "all", "everywhere", "anywhere", "every" };

    /// <summary>What is wrong with a part of a cell; null for nothing.</summary>
    public static LocalText? Mistake(string part)
    {
        var plain = HostileText.Compatible(part).Trim();
        if (!Ascii.IsMatch(plain))
        {
            return
                Several.IsMatch(plain)
                || !plain.Any(char.IsDigit)
                || !plain.All(letter => char.IsLetterOrDigit(letter) || Ascii.IsMatch(letter.ToString()))
                ? Wanted
                : null;
        }
        // A name in Japanese is one, with no more in it.
        return Any.Contains(plain, StringComparer.OrdinalIgnoreCase) || !plain.Any(char.IsLetterOrDigit) ? Wanted : null;
    }

    /// <summary>Whether a pattern, or a name, is of one of a host's names.</summary>
    public static bool IsOf(string pattern, string name) =>
        HostileText.Compatible(pattern).Trim() is var plain
        && plain.IndexOf('*') >= 0
        && (Wildcard.IsLike(HostName.Plain(name), plain) || Wildcard.IsLike(HostName.Short(name), plain));
}
