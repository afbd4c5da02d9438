using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Facts;

/// <summary>A snapshot goes to a file and comes back as it was; a bad file is one error with its place.</summary>
public sealed class SnapshotFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SnapshotFile _file = new(FactTypes.Shipped);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_comes_back()
    {
        foreach (var recording in Directory.GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "*.json"))
        {
            var snapshot = Machine.Recorded(recording, Zone.Lgwan);
            var path = _folder[SnapshotFile.NameOf(snapshot)];
            SnapshotFile.Save(snapshot, path);
            var read = _file.Load(path);
            Assert.Equal(Text(snapshot), Text(read));
            Assert.Equal(snapshot with { Table = read.Table, IPAddresses = read.IPAddresses, Tags = read.Tags }, read);
            Assert.Equal(snapshot.IPAddresses, read.IPAddresses);
        }
    }

    [Fact]
    public void What_is_known_of_unseen_items_comes_back_too()
    {
        var snapshot = Machine.Answering("""{ "instances": {} }""");
        SnapshotFile.Save(snapshot, _folder["x.json"]);
        Assert.Equal(
            snapshot.Gaps.Select(gap => gap.Unseen is not null),
            _file.Load(_folder["x.json"]).Gaps.Select(gap => gap.Unseen is not null)
        );
    }

    [Theory]
    [InlineData("", "empty|StartObject|too early")]
    [InlineData("{}", "computerName")]
    [InlineData("[]", "StartObject is wanted")]
    [InlineData("{ \"computerName\": \"x\" }", "doesn't begin with")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/2\", \"computerName\": \"x\" }", "this version reads 'ConfigAudit.Snapshot/1'")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"computerName\": \"y\" }", "twice")]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"zone\": \"Mars\" }",
        "'Mars' is not one of MyNumber, Lgwan, Internet"
    )]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [ { \"State\": \"Maybe\" } ] } } }",
        "'Maybe' is not one of Off, On"
    )]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [ { \"DefinitionAge\": \"soon\" } ] } } }",
        ""
    )]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [", "")]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"gaps\": [ { \"kind\": \"Denied\" } ] } } }",
        "needs 'kind' and 'source'"
    )]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [] } } }",
        "needs both 'items' and 'gaps'"
    )]
    public void A_bad_file_is_named_with_the_place(string text, string problems)
    {
        var path = _folder.File("bad.json", text);
        var error = Assert.Throws<InputException>(() => _file.Load(path));
        Assert.Equal(path, error.Path);
        Assert.Contains(problems.Split('|'), problem => error.Message.Contains(problem));
        if (text.Contains("\n"))
            Assert.Equal(2, error.Line);
    }

    [Theory]
    [InlineData("Account", """{ "Enabled": -1 }""", "'-1' is not true or false")]
    [InlineData("Account", """{ "Enabled": "true" }""", "'true' is not true or false")]
    [InlineData("Account", """{ "Enabled": 1 }""", "'1' is not true or false")]
    [InlineData("Account", """{ "Enabled": [ true ] }""", "is not true or false")]
    [InlineData("Account", """{ "Name": 5 }""", "'5' is not text")]
    [InlineData("Account", """{ "Rid": -500 }""", "Rid can't be -500")]
    [InlineData("Account", """{ "Rid": "500" }""", "'500' is not a whole number")]
    [InlineData("Account", """{ "Rid": NaN }""", "is not a whole number")]
    [InlineData("Account", """{ "Rid": 500.5 }""", "is not a whole number")]
    [InlineData("Account", """{ "Rid": 500, "rid": 501 }""", "'rid' stands here twice")]
    [InlineData("Account", """{ "SharedSigns": [ 1 ] }""", "'1' is not one of")]
    [InlineData("Antivirus", """{ "DefinitionAge": "-1.00:00:00" }""", "DefinitionAge can't be -1.00:00:00")]
    [InlineData("Antivirus", """{ "DefinitionAge": 1 }""", "'1' is not a length of time")]
    [InlineData("Antivirus", """{ "State": 1 }""", "'1' is not one of Off, On")]
    [InlineData("Antivirus", """{ "State": "1" }""", "'1' is not one of Off, On")]
    [InlineData("Profile", """{ "LastUsedAt": "9999-12-31T23:59:59Z" }""", "LastUsedAt can't be 9999")]
    [InlineData("Profile", """{ "LastUsedAt": "1601-01-01T00:00:00Z" }""", "LastUsedAt can't be 1601")]
    [InlineData("Profile", """{ "LastUsedAt": "2026-11-16T00:00:00" }""", "is not a moment")]
    [InlineData("Profile", """{ "LastUsedAt": "yesterday" }""", "is not a moment")]
    public void A_value_that_no_host_can_have_is_refused(string set, string item, string problem) =>
        Refused($$"""{ "{{set}}": { "items": [ {{item}} ], "gaps": [] } }""", problem);

    [Theory]
    [InlineData(
        """{ "Account": { "items": [], "gaps": [ { "kind": "Denied", "source": "x", "property": "Nickname" } ] } }""",
        "'Nickname'"
    )]
    [InlineData("""{ "Account": { "items": [], "gaps": [ { "kind": "Forgiven", "source": "x" } ] } }""", "'Forgiven' is not one of")]
    [InlineData("""{ "Account": { "items": [], "gaps": [ { "kind": 0, "source": "x" } ] } }""", "'0' is not one of")]
    [InlineData(
        """{ "Account": { "items": [], "gaps": [ { "kind": "Denied", "source": "x", "unseen": { "Enabled": 0 } } ] } }""",
        "'0' is not true or false"
    )]
    [InlineData("""{ "Account": { "gaps": [] } }""", "needs both 'items' and 'gaps'")]
    [InlineData("""{ "Account": { "items": null, "gaps": [] } }""", "StartArray is wanted")]
    [InlineData("""{ "Account": { "items": [ null ], "gaps": [] } }""", "StartObject is wanted")]
    public void A_gap_that_means_nothing_and_a_set_that_is_none_are_refused(string facts, string problem) => Refused(facts, problem);

    [Fact]
    public void What_is_left_of_a_certificate_may_be_negative_and_its_end_the_calendars() =>
        Assert.Single(
            _file
                .Load(
                    _folder.File(
                        "mail.json",
                        """
                        { "format": "ConfigAudit.Snapshot/1", "computerName": "x", "facts": { "MailService": { "items": [
                          { "CertificateLeft": "-3.00:00:00", "CertificateUntil": "9999-12-31T23:59:59Z" } ], "gaps": [] } } }
                        """
                    )
                )
                .Facts
        );

    private void Refused(string facts, string problem)
    {
        var path = _folder.File("bad.json", $"{{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": {facts} }}");
        var error = Assert.Throws<InputException>(() => _file.Load(path));
        Assert.Equal((path, 2), (error.Path, error.Line));
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void A_snapshot_cut_off_anywhere_is_refused()
    {
        SnapshotFile.Save(
            Machine.Answering("""{ "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ] } } }"""),
            _folder["whole.json"]
        );
        var whole = File.ReadAllText(_folder["whole.json"]).TrimEnd();
        for (var length = 0; length < whole.Length; length += 37)
        {
            var cut = whole.Substring(0, length);
            var error = Record.Exception(() => _file.Load(_folder.File("cut.json", cut)));
            Assert.True(error is InputException, $"{error} for: {cut}");
        }
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_before_they_are_read()
    {
        using (var file = File.Create(_folder["huge.json"]))
            file.SetLength(100 * 1024 * 1024);
        Assert.Contains("100 MB", Assert.Throws<InputException>(() => _file.Load(_folder["huge.json"])).Message);
    }

    [Fact]
    public void A_kind_of_fact_and_a_property_of_a_newer_version_are_left_out() =>
        Assert.Empty(
            _file
                .Load(
                    _folder.File(
                        "new.json",
                        """
                        { "format": "ConfigAudit.Snapshot/1", "computerName": "x", "later": { "a": [ 1 ] },
                          "facts": { "Tomorrow": { "items": [ { "A": 1 } ], "gaps": [] }, "Account": { "items": [], "gaps": [], "more": [ {} ] } } }
                        """
                    )
                )
                .Facts
        );

    [Fact]
    public void A_file_is_written_whole_or_not_at_all()
    {
        var path = _folder.File("x.txt", "old");
        using (var file = new AtomicFile(path))
            file.Stream.WriteByte(65);
        Assert.Equal("old", File.ReadAllText(path));
        using (var file = new AtomicFile(path))
        {
            file.Stream.WriteByte(65);
            file.Commit();
        }

        Assert.Equal("A", File.ReadAllText(path));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void A_host_name_can_not_lead_out_of_the_folder() =>
        Assert.Equal(".._.._etc_passwd.json", SnapshotFile.NameOf(new Snapshot { ComputerName = "../../etc/passwd" }));

    private static string Text(Snapshot snapshot) =>
        string.Join(
            "\n",
            snapshot.Table.Sets.SelectMany(set =>
                set.Facts.Select(fact => string.Join("|", set.Type.Properties.Select(property => property.Format(fact))))
                    .Concat(set.Gaps.Select(gap => $"{gap}|{gap.Property}|{gap.Unseen}"))
            )
        );
}
