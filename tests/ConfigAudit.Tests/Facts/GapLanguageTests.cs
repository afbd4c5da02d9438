using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Facts;

/// <summary>Why something couldn't be read is told in both languages; what the host or the system said stays as it was said.</summary>
public sealed class GapLanguageTests
{
    [Fact]
    public void A_reason_has_its_sentence_in_each_language()
    {
        var gap = new Gap(GapKind.Denied, "root/cimv2:X", new LocalText("読めない", "can't be read"));
        Assert.Equal("アクセスが拒否された: root/cimv2:X（読めない）", gap.Words().Ja);
        Assert.Equal("Denied: root/cimv2:X: can't be read", gap.Words().En);
        Assert.Equal("can't be read", gap.Message);
    }

    [Fact]
    public void What_a_host_said_stays_as_it_was() =>
        Assert.Equal("アクセスが拒否された: x（Zugriff verweigert）", new Gap(GapKind.Denied, "x", "Zugriff verweigert.").Words().Ja);

    [Fact]
    public void Another_sentence_has_no_old_translation() =>
        Assert.Null((new Gap(GapKind.Denied, "x", new LocalText("読めない", "can't be read")) with { Message = "other" }).Japanese);

    [Fact]
    public void No_sentence_of_the_engine_s_own_is_in_English_alone()
    {
        var engine = Path.Combine(Machine.RepositoryRoot, "src", "ConfigAudit");
        var alone = Directory
            .GetFiles(engine, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Replace('\\', '/').Contains("/obj/"))
            .SelectMany(path => Alone(File.ReadAllText(path)).Select(text => $"{Path.GetFileName(path)}: {text}"))
            .ToArray();
        Assert.Empty(alone);
    }

    /// <summary>Gaps that are made with a sentence as it stands, without <see cref="LocalText"/>.</summary>
    private static IEnumerable<string> Alone(string source)
    {
        foreach (
            var made in Regex.Matches(source, @"new Gap\(|new\(\s*GapKind\.").Cast<Match>().Select(match => Balanced(source, match.Index))
        )
        {
            if (!made.Contains("LocalText") && Regex.IsMatch(made, @"""[^""\\:]*[a-z] [a-z][^""]*"""))
                yield return made;
        }
    }

    private static string Balanced(string source, int start)
    {
        var depth = 0;
        for (var at = start; at < source.Length; at++)
        {
            depth += source[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0 && source[at] == ')')
                return source.Substring(start, at + 1 - start);
        }

        return source.Substring(start);
    }
}
