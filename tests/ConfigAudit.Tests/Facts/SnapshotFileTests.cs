using System;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Targets;
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
        Assert.Equal(snapshot.Gaps.Select(gap => gap.Unseen is not null), _file.Load(_folder["x.json"]).Gaps.Select(gap => gap.Unseen is not null));
    }

    [Theory]
    [InlineData("", "empty|StartObject|too early")]
    [InlineData("{}", "computerName")]
    [InlineData("[]", "StartObject is wanted")]
    [InlineData("{ \"computerName\": \"x\" }", "doesn't begin with")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/2\", \"computerName\": \"x\" }", "this version reads 'ConfigAudit.Snapshot/1'")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"computerName\": \"y\" }", "twice")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"zone\": \"Mars\" }", "'Mars' is not one of MyNumber, Lgwan, Internet")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [ { \"State\": \"Maybe\" } ] } } }", "'Maybe' is not one of Off, On")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [ { \"DefinitionAge\": \"soon\" } ] } } }", "")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [", "")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"gaps\": [ { \"kind\": \"Denied\" } ] } } }", "needs 'kind' and 'source'")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\", \"computerName\": \"x\",\n \"facts\": { \"Antivirus\": { \"items\": [] } } }", "needs both 'items' and 'gaps'")]
    public void A_bad_file_is_named_with_the_place(string text, string problems)
    {
        var path = _folder.File("bad.json", text);
        var error = Assert.Throws<InputException>(() => _file.Load(path));
        Assert.Equal(path, error.Path);
        Assert.Contains(problems.Split('|'), problem => error.Message.Contains(problem));
        if (text.Contains("\n"))
            Assert.Equal(2, error.Line);
    }

    [Fact]
    public void A_snapshot_cut_off_anywhere_is_refused()
    {
        SnapshotFile.Save(Machine.Answering("""{ "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ] } } }"""), _folder["whole.json"]);
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
        Assert.Empty(_file.Load(_folder.File("new.json", """
            { "format": "ConfigAudit.Snapshot/1", "computerName": "x", "later": { "a": [ 1 ] },
              "facts": { "Tomorrow": { "items": [ { "A": 1 } ], "gaps": [] }, "Account": { "items": [], "gaps": [], "more": [ {} ] } } }
            """)).Facts);

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

    private static string Text(Snapshot snapshot) => string.Join("\n", snapshot.Table.Sets.SelectMany(set =>
        set.Facts.Select(fact => string.Join("|", set.Type.Properties.Select(property => property.Format(fact))))
            .Concat(set.Gaps.Select(gap => $"{gap}|{gap.Property}|{gap.Unseen}"))));
}
