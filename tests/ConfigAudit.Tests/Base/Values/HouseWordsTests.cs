using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>
/// Japanese as the Ministry's guideline writes it, in every text that a user sees: baselines, help, topics, formats, and what the engine
/// and the cmdlets say. What people write in
/// their registers is read in either spelling, so lists of words to be understood aren't looked at.
/// </summary>
public sealed class HouseWordsTests
{
    /// <summary>Words that aren't used, and what is used instead.</summary>
    private static readonly Dictionary<string, string> Instead = new()
    {
        ["サーバー"] = "サーバ",
        ["または"] = "又は",
        ["および"] = "及び",
        ["ならびに"] = "並びに",
        ["もしくは"] = "若しくは",
        ["弱点"] = "脆弱性",
        ["他社"] = "Microsoft以外の",
        ["怪しい"] = "不審な",
        ["怪しげ"] = "不審な",
        ["横移動"] = "横展開",
        ["ラテラルムーブメント"] = "横展開",
        ["TLSAのレコード"] = "TLSAレコード",
        ["ウィルス"] = "ウイルス",
        ["ウイルスソフト"] = "ウイルス対策ソフト",
        ["パソコン"] = "端末",
        ["インターネットに繋"] = "インターネットに接続",
        ["繋が"] = "つなが",
        ["出来る"] = "できる",
        ["出来ない"] = "できない",
        ["下さい"] = "ください",
    };

    /// <summary>The first of two texts, which is the Japanese one.</summary>
    private static readonly Regex Text = new(
        @"(?:LocalText|new|Say|JapaneseName|CimCode\.Of)\(\s*(?:\w+,\s*)?\$?@?""((?:[^""\\]|\\.)*)""\s*(?:,\s*\$?@?""|\)\])",
        RegexOptions.Singleline
    );

    [Fact]
    public void Every_text_uses_the_house_s_words()
    {
        // Names of settings are Windows' own.
        const string OfWindows = "リモート サーバー管理";
        var wrong = Texts()
            .Select(text => (text.Where, Text: text.Text.Replace(OfWindows, string.Empty)))
            .SelectMany(text =>
                Instead
                    .Where(pair => text.Text.Contains(pair.Key))
                    .Select(pair => $"{text.Where}: '{pair.Key}' → '{pair.Value}': {Around(text.Text, pair.Key)}")
            )
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public void There_are_texts_to_look_at() => Assert.True(Texts().Count() > 600);

    private static string Around(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        var from = Math.Max(0, at - 15);
        return text.Substring(from, Math.Min(text.Length, at + 25) - from).Replace('\n', ' ');
    }

    private static IEnumerable<(string Where, string Text)> Texts()
    {
        var root = Machine.RepositoryRoot;
        foreach (var path in Directory.GetFiles(Path.Combine(root, "module"), "*", SearchOption.AllDirectories))
        {
            // Catalogues hold the names of products; registers' schemas show what is read.
            var relative = path.Substring(root.Length + 1).Replace('\\', '/');
            if (relative.Contains("/catalogs/") || Path.GetExtension(path) is not (".json" or ".md" or ".txt" or ".ps1xml"))
                continue;
            foreach (var (line, number) in File.ReadAllLines(path).Select((line, number) => (line, number + 1)))
                yield return ($"{relative}:{number}", line);
        }

        foreach (
            var path in Directory
                .GetFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
                .Where(path => !path.Replace('\\', '/').Contains("/obj/"))
        )
        {
            foreach (Match match in Text.Matches(File.ReadAllText(path)))
                yield return (Path.GetFileName(path), match.Groups[1].Value);
        }
    }
}
