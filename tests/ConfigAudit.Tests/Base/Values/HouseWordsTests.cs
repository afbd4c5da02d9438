using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Tests.Judging.Findings;
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
        ["コンピューター"] = "コンピュータ",
        ["フォルダー"] = "フォルダ",
        ["パラメーター"] = "パラメータ",
        ["エディター"] = "エディタ",
        ["ルーター"] = "ルータ",
        ["アダプター"] = "アダプタ",
        ["ブラウザー"] = "ブラウザ",
        ["ドライバー"] = "ドライバ",
        ["センサー"] = "センサ",
        ["メモリー"] = "メモリ",
        ["プロバイダー"] = "プロバイダ",
        ["コントローラー"] = "コントローラ",
        ["インストーラー"] = "インストーラ",
        ["リゾルバー"] = "リゾルバ",
        ["Microsoft以外の品"] = "Microsoft以外の製品",
        ["だれ"] = "誰",
        ["わかり"] = "分かり",
        ["わかる"] = "分かる",
        ["わからな"] = "分からな",
        ["かまいません"] = "構いません",
        ["かまわない"] = "構わない",
        ["いっさい"] = "一切",
        ["α´"] = "α'",
        ["β´"] = "β'",
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

    /// <summary>What people wrote in one place they write in all: the pages in docs are texts that a user reads, too.</summary>
    [Fact]
    public void Pages_in_Japanese_use_them_too()
    {
        var root = Machine.RepositoryRoot;
        var wrong = Directory
            .GetFiles(Path.Combine(root, "docs"), "*.ja.md")
            .Append(Path.Combine(root, "README.ja.md"))
            .SelectMany(path =>
                File.ReadAllLines(path).Select((line, index) => (Where: $"{Path.GetFileName(path)}:{index + 1}", Line: line))
            )
            .SelectMany(text =>
                Instead.Where(pair => text.Line.Contains(pair.Key)).Select(pair => $"{text.Where}: '{pair.Key}' → '{pair.Value}'")
            )
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
    }

    /// <summary>A sentence in a baseline is plain (である), and what one is to do is asked politely (ください). A name that one types is no
    /// sentence in English, so five words of English in a row in brackets are one that nobody translated.</summary>
    [Fact]
    public void Texts_of_baselines_speak_as_they_should()
    {
        var wrong = new List<string>();
        foreach (var check in ShippedChecks.Baselines.SelectMany(baseline => baseline.Checks))
        {
            var (title, why, what) = (check.Title.Ja, check.Rationale.Ja, check.Remediation.Ja);
            if (Regex.IsMatch(title + why, "(です|ます|ません|ください)(。|$)"))
                wrong.Add($"{check.Id}: です・ます in a title or a reason");
            if (title.EndsWith("。", StringComparison.Ordinal))
                wrong.Add($"{check.Id}: a title ends with 。");
            if (!what.EndsWith("。", StringComparison.Ordinal) || Regex.IsMatch(what, "(?<!で)(である|すること)。"))
                wrong.Add($"{check.Id}: a remedy isn't polite");
            if (
                new[] { title, why, what, check.ChangeReason?.Ja ?? string.Empty }.Any(text =>
                    Regex.IsMatch(text, @"（[A-Za-z']+( [a-z']+){4,}")
                )
            )
            {
                wrong.Add($"{check.Id}: a sentence of English in brackets");
            }
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Distinct()));
    }

    /// <summary>What is wrong in a file is told in both languages: a text in one is no argument for it. Mail's own files excepted.</summary>
    [Fact]
    public void What_is_wrong_in_a_file_is_told_in_both_languages()
    {
        var alone = new Regex(
            @"(?:\.Error|new (?:Input|Handover)Exception)\((?:[^\"";()]|\([^()]*\))*\$?""(?<text>[a-z' ][^""]*)""",
            RegexOptions.Singleline
        );
        var root = Path.Combine(Machine.RepositoryRoot, "src", "ConfigAudit");
        var wrong = Directory
            .GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => path.Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/") && !path.Contains("/Asking/Mail/") && !path.Contains("/Replay/"))
            .SelectMany(path =>
                alone
                    .Matches(File.ReadAllText(path))
                    .Cast<Match>()
                    .Where(match => !match.Value.Contains("LocalText(") && match.Groups["text"].Value.Contains(' '))
                    .Select(match => $"{Path.GetFileName(path)}: {match.Groups["text"].Value}")
            )
            .ToArray();
        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
    }

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
