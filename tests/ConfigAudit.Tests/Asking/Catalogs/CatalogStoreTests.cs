using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>How a newer catalogue takes an older one's place.</summary>
public sealed class CatalogStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CatalogStore _store;

    public CatalogStoreTests()
    {
        _store = new CatalogStore(_folder.Path);
        foreach (var kind in CatalogKind.All)
            File.Copy(Path.Combine(Machine.RepositoryRoot, "module", "catalogs", kind.FileName), _folder[kind.FileName]);
        _folder.File("lifecycle.json", Lifecycle("2026-01-01"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_catalogue_of_the_module_is_listed_with_its_edition()
    {
        var list = new CatalogStore(Path.Combine(Machine.RepositoryRoot, "module", "catalogs")).List();
        Assert.Equal(CatalogKind.All.Count, list.Count);
        Assert.All(list, info => Assert.True(info.Edition.Year >= 2026 && info.Entries > 0));
        var shipped = Directory
            .GetFiles(Path.Combine(Machine.RepositoryRoot, "module", "catalogs"), "*.json")
            .Select(Path.GetFileName)
            .Where(name => !name!.EndsWith(".schema.json", StringComparison.Ordinal));
        Assert.Equal(shipped.OrderBy(name => name), CatalogKind.All.Select(kind => kind.FileName).OrderBy(name => name));
    }

    [Fact]
    public void A_newer_file_takes_the_place_and_the_old_one_is_kept()
    {
        var path = _folder.File("incoming.json", Lifecycle("2026-12-01"));
        var installed = _store.Install(path, FileHash.Of(path).Sha256.ToUpperInvariant(), allowsOlder: false);
        Assert.Equal(new DateTime(2026, 12, 1), installed.Edition);
        Assert.Equal(Lifecycle("2026-12-01"), File.ReadAllText(_folder["lifecycle.json"]));
        Assert.Equal(Lifecycle("2026-01-01"), File.ReadAllText(_folder["lifecycle.2026-01-01.json"]));
        Assert.Equal(new DateTime(2026, 12, 1), _store.List().Single(info => info.Name == "lifecycle").Edition);
    }

    [Fact]
    public void A_file_that_is_not_the_one_meant_changes_nothing()
    {
        var path = _folder.File("incoming.json", Lifecycle("2026-12-01"));
        var bad = Assert.Throws<InputException>(() => _store.Install(path, new string('0', 64), allowsOlder: false));
        Assert.Contains("Nothing was changed", bad.Message);
        Assert.Equal(Lifecycle("2026-01-01"), File.ReadAllText(_folder["lifecycle.json"]));
    }

    [Fact]
    public void An_older_edition_is_refused_unless_it_is_wanted()
    {
        var path = _folder.File("incoming.json", Lifecycle("2025-12-01"));
        var hash = FileHash.Of(path).Sha256;
        Assert.Contains(
            "older than the one in use",
            Assert.Throws<InputException>(() => _store.Install(path, hash, allowsOlder: false)).Message
        );
        Assert.Equal(new DateTime(2025, 12, 1), _store.Install(path, hash, allowsOlder: true).Edition);
    }

    /// <summary>An edition that lies ahead would make every answer by it open: its age can't be told.</summary>
    [Fact]
    public void An_edition_that_lies_ahead_is_refused_unless_it_is_wanted()
    {
        var ahead = DateTime.Today.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var path = _folder.File("incoming.json", Lifecycle(ahead));
        var hash = FileHash.Of(path).Sha256;
        Assert.Contains(
            $"its edition, {ahead}, lies ahead of today",
            Assert.Throws<InputException>(() => _store.Check(path, hash, allowsOlder: false)).Message
        );
        Assert.Throws<InputException>(() => _store.Install(path, hash, allowsOlder: false));
        Assert.Equal(Lifecycle("2026-01-01"), File.ReadAllText(_folder["lifecycle.json"]));
        Assert.Equal(DateTime.Today.AddDays(30), _store.Install(path, hash, allowsOlder: true).Edition);
    }

    [Theory]
    [InlineData("{ }", "names no format", "形式（\"format\"）の記載がありません")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\" }", "its format is 'ConfigAudit.Baseline/1'", "形式は 'ConfigAudit.Baseline/1'")]
    public void What_another_file_is_taken_for_is_told_in_both_languages(string text, string english, string japanese)
    {
        var bad = Assert.Throws<InputException>(() => CatalogStore.Read(_folder.File("incoming.json", text)));
        Assert.Contains(english, bad.Told.En);
        Assert.Contains(japanese, bad.Told.Ja);
        Assert.Contains("ConfigAudit.SyncClients/1", bad.Told.En);
    }

    [Fact]
    public void What_is_refused_is_told_in_both_languages()
    {
        var older = _folder.File("older.json", Lifecycle("2025-12-01"));
        var refused = new[]
        {
            Assert.Throws<InputException>(() => _store.Check(older, new string('0', 64), allowsOlder: false)),
            Assert.Throws<InputException>(() => _store.Check(older, FileHash.Of(older).Sha256, allowsOlder: false)),
        };
        Assert.All(refused, bad => Assert.Contains("何も変更していません", bad.Told.Ja));
        Assert.All(refused, bad => Assert.Contains("Nothing was changed", bad.Told.En));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"format\": \"ConfigAudit.Baseline/1\" }")]
    [InlineData("{ \"format\": \"ConfigAudit.Lifecycle/1\", \"products\": [] }")]
    [InlineData("{ \"format\": \"ConfigAudit.Lifecycle/1\", \"edition\": \"yesterday\", \"products\": [] }")]
    [InlineData("{ \"format\": \"ConfigAudit.Lifecycle/1\", \"edition\": \"2026-12-01\", \"products\": [ { \"id\": \"x\" } ] }")]
    public void What_is_no_catalogue_is_one_error_that_names_the_file_and_changes_nothing(string text)
    {
        var path = _folder.File("incoming.json", text);
        Assert.StartsWith(
            path,
            Assert.Throws<InputException>(() => _store.Install(path, FileHash.Of(path).Sha256, allowsOlder: true)).Message
        );
        Assert.Equal(Lifecycle("2026-01-01"), File.ReadAllText(_folder["lifecycle.json"]));
    }

    private static string Lifecycle(string edition) =>
        $$"""{ "format": "ConfigAudit.Lifecycle/1", "edition": "{{edition}}", "products": [ { "id": "x", "title": "X", "names": [ "^X$" ], "cycleFrom": "version:1", "cycles": [ { "cycle": "1", "ends": false } ] } ] }""";
}
