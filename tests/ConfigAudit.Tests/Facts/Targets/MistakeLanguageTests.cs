using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Facts.Targets;

/// <summary>What is wrong with a row of a list is told in both languages, whichever the list was read in.</summary>
public sealed class MistakeLanguageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ComputerName,Port\nPC1,0\n")]
    [InlineData("ComputerName,UseSsl\nPC1,maybe\n")]
    [InlineData("ComputerName,Zone\nPC1,Mars\n")]
    [InlineData("ComputerName,Role,Model\nPC1,Boss,Gamma\n")]
    [InlineData("ComputerName,Protocol\nPC1,Telnet\n")]
    [InlineData("ComputerName,Tags\nPC1,System.String[]\n")]
    [InlineData("ComputerName,Zone\nPC\"1,Lgwan\n")]
    [InlineData("ComputerName,Zone\n\"PC\n1\",Lgwan\n")]
    [InlineData("ComputerName,Zone,Tags\nB,Lgwan,\"y\nC,Lgwan,z\nD,Lgwan,w\n")]
    public void Of_an_inventory(string text) =>
        Both(InventoryFile.Read(_folder.File("hosts.csv", text), _ => { }).Select(target => target.MistakeTold));

    [Theory]
    [InlineData("\"Zoen\": \"Lgwan\"")]
    [InlineData("\"Zone\": { }")]
    [InlineData("\"Port\": 70000")]
    [InlineData("\"computername\": \"B\"")]
    public void Of_an_inventory_in_JSON(string member) =>
        Both(
            InventoryFile
                .Read(_folder.File("hosts.json", $$"""[ { "ComputerName": "A", {{member}} } ]"""), _ => { })
                .Select(target => target.MistakeTold)
        );

    [Theory]
    [InlineData("ComputerName,Port\nmx1,x\n")]
    [InlineData("ComputerName,Port\nmx1,4711\n")]
    [InlineData("ComputerName,ImplicitTls\nmx1,maybe\n")]
    [InlineData("ComputerName,Zone,Protocol\nmx1,Mars,Gopher\n")]
    public void Of_a_list_of_mail_servers(string text) =>
        Both(MailServerFile.Read(_folder.File("mail.csv", text), _ => { }).Select(server => server.Mistake));

    [Fact]
    public void It_is_read_in_the_user_s_language()
    {
        var target = new Target("PC1") { MistakeTold = new LocalText("行が正しくありません", "the row is wrong") };
        Assert.Equal("the row is wrong", target.Mistake);
        Assert.Null(new Target("PC1").Mistake);
    }

    /// <summary>A sentence that is thrown as it stands has one language.</summary>
    [Fact]
    public void No_reader_of_a_list_throws_a_sentence_of_one_language()
    {
        var engine = Path.Combine(Machine.RepositoryRoot, "src", "ConfigAudit");
        Assert.Empty(
            new[] { Path.Combine(engine, "Facts", "Targets"), Path.Combine(engine, "Asking", "Mail") }
                .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
                .Where(path => Regex.IsMatch(File.ReadAllText(path), @"new FormatException\(\s*\$?"""))
                .Select(Path.GetFileName)
        );
    }

    private static void Both(IEnumerable<LocalText?> mistakes)
    {
        var told = mistakes.ToArray();
        Assert.NotEmpty(told);
        Assert.All(
            told,
            mistake =>
            {
                Assert.Matches("[ぁ-ん]", mistake!.Ja);
                // In brackets stand Japanese words that may be written.
                Assert.DoesNotMatch("[ぁ-んァ-ヶ一-龠]", Regex.Replace(mistake.En, @"\([^()]*\)", string.Empty));
                Assert.DoesNotMatch("[a-z]{3,} [a-z]{2,} ", mistake.Ja);
            }
        );
    }
}
