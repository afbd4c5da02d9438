using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Baselines.Assertions;
using ConfigAudit.Judging.Baselines.Wording;
using ConfigAudit.Judging.Registers.Reading;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines.Wording;

/// <summary>What a check asks for is a sentence that an auditor can sign, in either language.</summary>
public sealed class ExpectedWordsTests
{
    private static IReadOnlyList<FactType> Types { get; } = TypeScan.Concrete<Fact>(typeof(Fact).Assembly).Select(FactType.Of).ToArray();

    private static IEnumerable<Check> Checks => ShippedChecks.Baselines.SelectMany(baseline => baseline.Checks);

    [Theory]
    [InlineData(
        "AV-01",
        "動作状態が「動作中」であり、かつ、不正プログラムを阻止する機能がある不正プログラム対策製品が1件以上ある",
        "There is at least one security product where its state is On and it stops malware (EPP)"
    )]
    [InlineData(
        "ID-03",
        "ローカルアカウントのうち有効であるものは、すべてパスワードが必須である",
        "For every local account where it is enabled, it requires a password"
    )]
    [InlineData("OS-02", "このホストは、時刻のずれが5分以下である", "For the host, its clock's error is at most 5 minutes")]
    [InlineData(
        "LOG-01",
        "イベントログのうち名称が「Security」であるものは、すべて最大サイズが128MiB以上である",
        "For every event log where its name is 'Security', its maximum size is at least 128 MiB"
    )]
    [InlineData(
        "NET-02",
        "このホストは、グローバルIPアドレスがなく、かつ、複数のネットワークに接続していない",
        "For the host, it does not have a public address and it does not join two networks at once"
    )]
    [InlineData(
        "FLW-01",
        "特定通信台帳の通信のうち領域が「マイナンバー利用事務系」であるものは、すべて次のいずれかに該当し（送信元の記載があるか、又は、MACアドレスの記載がある）、かつ、宛先の記載があり、かつ、ポートの記載がある",
        "For every allowed flow where its zone is MyNumber, (its source is filled in or its MAC address is filled in), its destination is filled in and its port is filled in"
    )]
    [InlineData(
        "ORG-01",
        "次のことを人が確認し、記録している：採用するネットワークのモデルが決定され、文書化されている",
        "A person has confirmed this, on record: The network model is decided and written down"
    )]
    public void A_check_asks_in_a_sentence(string id, string ja, string en) =>
        Assert.Equal((ja, en), (ShippedChecks.Of(id).Expected.Ja, ShippedChecks.Of(id).Expected.En));

    [Fact]
    public void All_that_the_shipped_baselines_ask_for_has_words()
    {
        var missing = Checks
            .SelectMany(check => new[] { check.Assertion, check.AppliesWhen }.OfType<Assertion>())
            .SelectMany(assertion =>
                assertion.Facts.SelectMany(type =>
                    type.Properties.Where(assertion.Properties.Contains).Select(property => (type, property))
                )
            )
            .Where(each => FactWords.Of(each.type).Properties.All(words => words.Property != each.property.Name))
            .Select(each => $"{each.type.Name}.{each.property.Name}")
            .Distinct()
            .ToArray();
        Assert.True(missing.Length == 0, string.Join(Environment.NewLine, missing));
    }

    [Fact]
    public void All_words_are_of_something_that_there_is()
    {
        foreach (var words in FactWords.All)
        {
            var type = Assert.Single(Types, type => type.Name == words.Fact);
            foreach (var property in words.Properties)
            {
                Assert.Equal(
                    property.IsClause,
                    Assert.IsAssignableFrom<FactProperty>(type.Property(property.Property)).Kind is BooleanKind
                );
            }
        }
    }

    /// <summary>A column whose words are the register's own can be found in it.</summary>
    [Fact]
    public void A_column_is_called_as_its_header_is()
    {
        var others = FactWords
            .All.SelectMany(words =>
                words
                    .Properties.Where(property => !property.IsClause)
                    .Select(property =>
                        (
                            Where: $"{words.Fact}.{property.Property}",
                            property.Words.Ja,
                            Header: Types
                                .Single(type => type.Name == words.Fact)
                                .ClrType.GetProperty(property.Property)!
                                .GetCustomAttribute<RegisterColumnAttribute>()
                                ?.Japanese
                        )
                    )
            )
            .Where(each => each.Header is not null && each.Ja != each.Header)
            .ToArray();
        Assert.Empty(others);
    }

    [Fact]
    public void What_is_or_is_not_so_can_be_denied_and_joined()
    {
        foreach (var clause in FactWords.All.SelectMany(words => words.Properties).Where(words => words.IsClause))
        {
            var (yes, no) = (clause.Clause(true), clause.Clause(false));
            Assert.EndsWith("ない", no.Ja, StringComparison.Ordinal);
            Assert.Contains("not", no.En, StringComparison.Ordinal);
            foreach (var each in new[] { yes.Ja, no.Ja })
                Assert.Matches("(あり|おり|でき|し|なく|おらず|できず|せず)$", JapaneseClause.Continued(each));
        }
    }

    [Theory]
    [InlineData("停止できる", "停止でき", "停止できない")]
    [InlineData("有効である", "有効であり", "有効でない")]
    [InlineData("監視している", "監視しており", "監視していない")]
    [InlineData("自動で開始する", "自動で開始し", "自動で開始しない")]
    [InlineData("記載がない", "記載がなく", "記載がある")]
    [InlineData("含んでいない", "含んでおらず", "含んでいる")]
    public void Japanese_ends_a_clause_by_what_follows(string clause, string continued, string negated) =>
        Assert.Equal((continued, negated), (JapaneseClause.Continued(clause), JapaneseClause.Negated(clause)));

    [Theory]
    [InlineData("is on", "is not on")]
    [InlineData("can be reached", "cannot be reached")]
    [InlineData("has definitions", "does not have definitions")]
    [InlineData("watches behaviour", "does not watch behaviour")]
    [InlineData("compresses in TLS", "does not compress in TLS")]
    [InlineData("denies writing", "does not deny writing")]
    [InlineData("uses definitions", "does not use definitions")]
    public void English_denies_by_the_verb(string clause, string negated) => Assert.Equal(negated, EnglishClause.Negated(clause));

    /// <summary>Neither a sign, nor a name that only this tool has, nor a length of time as machines write it.</summary>
    [Fact]
    public void None_is_written_for_a_machine()
    {
        foreach (var check in Checks)
        {
            foreach (var text in new[] { check.Expected.Ja, check.Expected.En })
            {
                Assert.DoesNotMatch(@"[=≥≤≠]|\d\.\d\d:|\b(true|false)\b", text);
                Assert.DoesNotMatch(@"\b(Is|Has|Can|May)[A-Z]", text);
            }

            Assert.Matches(@"^\S.*[^。]$", check.Expected.Ja);
            Assert.Matches("^[A-Z]", check.Expected.En);
        }
    }

    [Theory]
    [InlineData("ja-JP")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_user_s_culture_changes_nothing(string culture)
    {
        var own = CultureInfo.CurrentCulture;
        var path = Path.Combine(Machine.RepositoryRoot, "module", "baselines");
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            var there = new BaselineFolder(path).Load("MIC-2022-03").Checks.Select(check => check.Expected);
            Assert.Equal(ShippedChecks.Baselines.Single(each => each.Id == "MIC-2022-03").Checks.Select(check => check.Expected), there);
        }
        finally
        {
            CultureInfo.CurrentCulture = own;
        }
    }

    [Theory]
    [InlineData("3.00:00:00", "3日", "3 days")]
    [InlineData("1.06:30:00", "1日6時間30分", "1 day 6 hours 30 minutes")]
    [InlineData("00:00:01", "1秒", "1 second")]
    [InlineData("00:00:00", "00:00:00", "00:00:00")]
    [InlineData("-1.00:00:00", "-1.00:00:00", "-1.00:00:00")]
    public void A_length_of_time_is_told_in_its_units(string age, string ja, string en) =>
        Assert.Equal(new LocalText(ja, en), new AgeKind().Words(new AgeKind().Parse(age)));
}
