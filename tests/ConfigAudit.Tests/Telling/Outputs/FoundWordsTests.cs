using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Telling.Outputs;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>A report says what was found as it says what is expected.</summary>
public sealed class FoundWordsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("OS-01", "Windows 11 (Support=Ended)", "Windows 11 (サポートの状況=サポート終了)")]
    [InlineData(
        "AV-04",
        "A (State=?, IsEpp=true, BehaviorMonitoring=false)",
        "A (動作状態=不明、不正プログラムを阻止する機能がある、挙動の監視が有効でない)"
    )]
    [InlineData("AV-04", "A (BehaviorMonitoring=?); B (State=On)", "A (挙動の監視が有効であるか不明); B (動作状態=動作中)")]
    [InlineData("LOG-01", "Security (MaxSize=20971520); and 2 more", "Security (最大サイズ=20MiB); ほか2件")]
    [InlineData("OS-01", "Windows (Support=(none))", "Windows (Support=(none))")]
    [InlineData("OS-01", "Windows (Nothing=Ended)", "Windows (Nothing=Ended)")]
    [InlineData("OS-01", "", "")]
    public void In_Japanese_by_the_words_of_the_check(string check, string actual, string told)
    {
        var finding = Sample.Fleet.First(each => each.CheckId == check) with { Actual = actual };
        Assert.Equal(told, new FoundWords(Language.Japanese).Of(finding));
        Assert.Equal(actual, new FoundWords(Language.English).Of(finding));
    }

    /// <summary>No name of a property is left in what hosts of the fleet were found to be, and none in why they fail.</summary>
    [Fact]
    public void All_that_the_fleet_fails_by_has_words()
    {
        var words = new FoundWords(Language.Japanese);
        var failures = Sample.Fleet.Where(finding => finding.Outcome == Outcome.Fail).Select(finding => finding.In(Language.Japanese));
        Assert.All(failures, finding => Assert.DoesNotMatch("[(、（：][A-Z][a-z][A-Za-z]*=", words.Of(finding) + finding.Reason));
    }

    /// <summary>What programs read, and what waivers and attestations are bound to, is the same in every language.</summary>
    [Fact]
    public void Pages_and_workbooks_say_so_and_a_CSV_keeps_the_values()
    {
        var failure = Sample.Fleet.First(finding => finding.Actual.Contains("(Support=Ended)", StringComparison.Ordinal));
        var settings = Sample.In(Language.Japanese);
        var page = File.ReadAllText(Sample.Write(_folder, "x.html", settings, new[] { failure }));
        Assert.Contains("(サポートの状況", page);
        Assert.DoesNotContain("(Support", page);
        Assert.Contains("Support=Ended", File.ReadAllText(Sample.Write(_folder, "x.csv", settings, new[] { failure })));
    }
}
