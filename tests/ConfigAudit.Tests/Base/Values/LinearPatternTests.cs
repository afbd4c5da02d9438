using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>Whatever a host says, no expression of ours runs out of time over it: an ordinary user may write 80,000 characters into a
/// setting of his own. At half of that a quadratic expression takes more than the limit already.</summary>
public sealed class LinearPatternTests
{
    private const int Length = 40_000;

    private const int MostPieces = 16;

    /// <summary>What a quadratic expression can't keep at this length, and a linear one keeps ten times over on a slow runtime.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static TheoryData<string> Fields() => new(Expressions().Select(each => each.Name).ToArray());

    /// <summary>Each static expression, with repeated pieces of its own pattern, behind beginnings of it and before an end that fits
    /// none.</summary>
    [Theory]
    [MemberData(nameof(Fields))]
    public void No_expression_of_ours_runs_out_of_time(string name)
    {
        var declared = Expressions().Single(each => each.Name == name).Regex;
        Assert.Equal(LinearPattern.Patience, declared.MatchTimeout);
        var regex = new Regex(declared.ToString(), declared.Options, Limit);
        foreach (var text in Hostile(declared.ToString(), Length))
        {
            _ = regex.IsMatch(text);
            _ = regex.Replace(text, string.Empty);
        }
    }

    /// <summary>Else the test above couldn't fail.</summary>
    [Fact]
    public void One_that_takes_a_character_in_two_ways_does()
    {
        var bad = new Regex("(?:a|aa)+[0-9]", RegexOptions.None, Limit);
        Assert.Throws<RegexMatchTimeoutException>(() => bad.IsMatch(new string('a', Length)));
    }

    [Fact]
    public void They_are_all_seen() => Assert.InRange(Expressions().Count(), 10, 150);

    /// <summary>As an expression did it, before it was found to be quadratic.</summary>
    [Theory]
    [InlineData("proxy:8080")]
    [InlineData("http://user:secret@proxy.example:8080/")]
    [InlineData("http=user:secret@a;https=u:s@b")]
    [InlineData("::a:b@x")]
    [InlineData("a@b")]
    [InlineData("a@b:c@d")]
    [InlineData(":secret@x")]
    [InlineData("u:@x")]
    [InlineData("u:a:b@x y:z@w @")]
    [InlineData("a/b:c@d\"e:f@g")]
    [InlineData("@")]
    [InlineData("")]
    public void A_password_is_taken_out_of_an_address(string text) =>
        Assert.Equal(Regex.Replace(text, @"[^/;=\s@:""]+:[^/;=\s@""]*@", string.Empty), UserInfo.Removed(text));

    [Fact]
    public void However_long_the_text_is()
    {
        Assert.Equal("=@x", UserInfo.Removed(string.Concat(Enumerable.Repeat("a:", 40_000)) + "=@x").Substring(80_000));
        Assert.Equal("x", UserInfo.Removed(string.Concat(Enumerable.Repeat("a:", 40_000)) + "@x"));
    }

    [Theory]
    [InlineData("%", "", true)]
    [InlineData("a%c", "ABBBC", true)]
    [InlineData("a%c", "abd", false)]
    [InlineData("a_c", "abc", true)]
    [InlineData("a_c", "ac", false)]
    [InlineData("[a-c]x", "bX", true)]
    [InlineData("[a-c]x", "dx", false)]
    [InlineData("[^a-c]x", "dx", true)]
    [InlineData("[^a-c]x", "bx", false)]
    [InlineData("[af-h_%]", "_", true)]
    [InlineData("[af-h]", "g", true)]
    [InlineData("[]", "[]", true)]
    [InlineData("[", "[", true)]
    [InlineData("a.c", "abc", false)]
    [InlineData("%a%b%", "xaxbx", true)]
    [InlineData("%\n%", "a\nb", true)]
    public void LIKE_is_WMI_s(string pattern, string text, bool isLike) => Assert.Equal(isLike, new LikePattern(pattern).IsLike(text));

    [Fact]
    public void LIKE_ends_whatever_it_is_held_against() => Assert.False(new LikePattern("%a%a%a%a%a%b").IsLike(new string('a', Length)));

    [Fact]
    public void A_path_is_read_whole_however_long_it_is()
    {
        var path = CimPath.Parse($"a:C.K=\"{new string('x', Length)}\\\"\"");
        Assert.Equal(Length + 1, path!["K"]!.Length);
        Assert.Null(CimPath.Parse($"C.K=\"{new string('x', Length)}"));
    }

    /// <summary>Of what is shipped, none runs out of time over a name of the greatest length.</summary>
    [Fact]
    public void No_expression_of_the_catalogues_does()
    {
        var patterns = Machine
            .Catalogs.SecurityProducts.SelectMany(product => product.Names)
            .Concat(Machine.Catalogs.Lifecycle.Products.SelectMany(product => product.Names))
            .ToArray();
        Assert.NotEmpty(patterns);
        foreach (var pattern in patterns)
            Assert.All(Hostile(pattern.ToString(), 2000), text => Assert.NotNull(pattern.Match(text)));
    }

    /// <summary>Whoever writes a name of such a length doesn't cost the other hosts the expression.</summary>
    [Fact]
    public void A_text_too_long_for_an_expression_out_of_a_file_is_undecided_and_the_next_is_not()
    {
        var pattern = BoundedPattern.Compile(new JsonNode("x.json", new Newtonsoft.Json.Linq.JValue("a.*c")));
        Assert.Null(pattern.Match(string.Concat(Enumerable.Repeat("ab", 100_000))));
        Assert.False(pattern.Match(string.Concat(Enumerable.Repeat("ab", 1000)))!.Success);
        Assert.True(pattern.Match("abc")!.Success);
    }

    private static IEnumerable<(string Name, Regex Regex)> Expressions() =>
        Types()
            .Where(type => !type.ContainsGenericParameters && type.Namespace != "ConfigAudit.Asking.Sessions.Mmi")
            .SelectMany(type =>
                type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            )
            .Where(field => field.FieldType == typeof(Regex))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Regex)field.GetValue(null)!));

    /// <summary>The ones for Windows alone need a library that isn't here.</summary>
    private static IEnumerable<Type> Types()
    {
        try
        {
            return typeof(LinearPattern).Assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.OfType<Type>();
        }
    }

    private static IEnumerable<string> Hostile(string pattern, int length)
    {
        var characters = Characters(pattern).ToArray();
        var pieces = Some(Pieces(pattern).ToArray());
        foreach (
            var repeated in characters
                .SelectMany(one => characters.Select(other => one == other ? one.ToString() : $"{one}{other}"))
                .Concat(pieces)
                .Distinct()
        )
        {
            var run = string.Concat(Enumerable.Repeat(repeated, length / repeated.Length));
            yield return run;
            yield return run + "\u0001";
        }

#if NET
        // Elsewhere the engine is the same and slower: what is tried above suffices.
        foreach (var beginning in pieces)
        {
            foreach (var character in characters)
                yield return beginning + new string(character, length - beginning.Length) + "\u0001";
        }
#endif
    }

    /// <summary>Of many words that an expression has to choose from, some from its beginning to its end: they are of one kind.</summary>
    private static string[] Some(string[] pieces) => pieces.Where((_, index) => index % (1 + (pieces.Length / MostPieces)) == 0).ToArray();

    /// <summary>Those that stand in a pattern, and one for each class of them.</summary>
    private static IEnumerable<char> Characters(string pattern) =>
        Regex
            .Replace(pattern, @"\(\?<\w+>|\\[wdsbGzZ]|[\[\](){}?*+|^$]", string.Empty)
            .Where(character => character < 0x80 && !char.IsLetterOrDigit(character))
            .Distinct()
            .Take(9)
            .Concat("a1 ");

    /// <summary>Its literal parts, and the longest text of letters and signs in each of its alternatives.</summary>
    private static IEnumerable<string> Pieces(string pattern) =>
        Regex
            .Replace(pattern, @"\(\?<\w+>|\(\?[:!=<]+", "(")
            .Replace(@"\d", "1")
            .Replace(@"\w", "a")
            .Replace("[0-9]", "1")
            .Replace(@"\s", " ")
            .Split('(', ')', '|', '[', ']', '*', '+', '?', '^', '$')
            .Select(part => Regex.Replace(part, @"\\(.)|\{[\d,]*\}", "$1"))
            .Where(part => part.Length > 1)
            .Append("S-1-5-21-")
            .Append("(A;;;;;SY")
            .Append("x.y=\"a")
            .Append("//a.b")
            .Distinct();
}
