using System;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What rests on a catalogue older than the baseline allows is open; what had ended by its own day has ended.</summary>
public sealed class CatalogAgeTests : IDisposable
{
    private static readonly BaselineFolder Baselines = new(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));

    private static readonly Baseline Mic = Baselines.Load("MIC-2022-03");

    private static readonly DateTime Edition = new(2026, 1, 1);

    private static readonly DateTimeOffset Within = new(2026, 6, 30, 23, 0, 0, TimeSpan.FromHours(9));

    private static readonly DateTimeOffset Late = new(2026, 7, 1, 0, 30, 0, TimeSpan.FromHours(9));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SupportStatus.Supported, Outcome.Pass, Outcome.Unknown)]
    [InlineData(SupportStatus.NotInCatalog, Outcome.Pass, Outcome.Unknown)]
    [InlineData(SupportStatus.NoEndPublished, Outcome.Pass, Outcome.Unknown)]
    [InlineData(SupportStatus.Ended, Outcome.Fail, Outcome.Fail)]
    [InlineData(SupportStatus.ExtendedOnly, Outcome.Fail, Outcome.Fail)]
    public void Software_is_open_after_180_days_unless_it_has_ended(SupportStatus support, Outcome within, Outcome late)
    {
        Assert.Equal(within, Of("SW-01", Host(Within, support)).Outcome);
        Assert.Equal(late, Of("SW-01", Host(Late, support)).Outcome);
    }

    [Fact]
    public void So_is_Windows()
    {
        Assert.Equal(Outcome.Pass, Of("OS-01", Host(Within, SupportStatus.Supported)).Outcome);
        var late = Of("OS-01", Host(Late, SupportStatus.Supported));
        Assert.Equal(Outcome.Unknown, late.Outcome);
        Assert.Contains(
            "the lifecycle catalogue of 2026-01-01 was 181 days old, and 180 are allowed (maxCatalogAge): bring it up to date with Update-ConfigAuditCatalog",
            late.Reason + late.Evidence + late.Actual
        );
        Assert.Equal(Outcome.Fail, Of("OS-01", Host(Late, SupportStatus.Ended)).Outcome);
    }

    /// <summary>A maker that publishes no end leaves it to a person, as what isn't in the catalogue does.</summary>
    [Theory]
    [InlineData(SupportStatus.NoEndPublished, Outcome.Attest)]
    [InlineData(SupportStatus.NotInCatalog, Outcome.Attest)]
    [InlineData(SupportStatus.Supported, Outcome.Pass)]
    public void A_person_says_how_long_what_has_no_end_is_kept(SupportStatus support, Outcome expected) =>
        Assert.Equal(expected, Of("SW-02", Host(Within, support)).Outcome);

    [Theory]
    [InlineData(true, SupportStatus.Supported, Outcome.Pass, Outcome.Unknown)]
    [InlineData(false, SupportStatus.Supported, Outcome.Fail, Outcome.Unknown)]
    [InlineData(false, SupportStatus.Ended, Outcome.Fail, Outcome.Fail)]
    public void An_end_to_come_may_have_been_announced_or_put_off(bool covers, SupportStatus support, Outcome within, Outcome late)
    {
        Assert.Equal(within, Of("SW-03", Host(Within, support, covers: covers)).Outcome);
        Assert.Equal(late, Of("SW-03", Host(Late, support, covers: covers)).Outcome);
    }

    /// <summary>An organisation's own catalogue counts by its own day.</summary>
    [Fact]
    public void An_entry_of_a_newer_file_of_one_s_own_is_believed_and_one_of_an_older_isn_t()
    {
        Assert.Equal(Outcome.Pass, Of("SW-01", Host(Late, SupportStatus.Supported, new DateTime(2026, 6, 1))).Outcome);
        Assert.Equal(Outcome.Unknown, Of("SW-01", Host(Within, SupportStatus.Supported, new DateTime(2025, 6, 1))).Outcome);
    }

    [Fact]
    public void A_file_of_one_s_own_hands_its_day_to_its_answers()
    {
        var own = _folder.File(
            "own.json",
            """
            { "format": "ConfigAudit.Lifecycle/1", "edition": "2024-05-06", "sources": [], "products": [
              { "id": "house", "title": "House", "source": "own", "names": [ "^House$" ], "cycleFrom": "version:1", "cycles": [ { "cycle": "1", "ends": "2030-01-01" } ] } ] }
            """
        );
        var catalogue = Machine.Catalogs.With(new[] { own }).Lifecycle;
        Assert.Equal(new DateTime(2024, 5, 6), catalogue.Of(catalogue.Find("House", "1.0")));
        Assert.Equal(catalogue.Day, catalogue.Of(catalogue.Find("7-Zip 26.00 (x64)", "26.00")));
        Assert.Equal(catalogue.Day, catalogue.Of(null));
    }

    /// <summary>A snapshot that doesn't say of which day its catalogue was may have been asked with any.</summary>
    [Fact]
    public void What_tells_no_day_is_open_unless_it_has_ended()
    {
        Assert.Equal(Outcome.Unknown, Of("SW-01", Host(Within, SupportStatus.Supported, edition: null)).Outcome);
        Assert.Equal(Outcome.Fail, Of("SW-01", Host(Within, SupportStatus.Ended, edition: null)).Outcome);
    }

    /// <summary>Without the moment of asking nobody knows how old it was; one from the future tells no age. A day of difference is that of
    /// clocks' offsets.</summary>
    [Theory]
    [InlineData(null, Outcome.Unknown)]
    [InlineData("2025-12-30T12:00:00+09:00", Outcome.Unknown)]
    [InlineData("2025-12-31T12:00:00-10:00", Outcome.Pass)]
    public void What_tells_no_moment_or_one_before_its_catalogue_is_open(string? at, Outcome expected)
    {
        var snapshot = Host(Within, SupportStatus.Supported) with
        {
            CollectedAt = at is null ? null : DateTimeOffset.Parse(at, CultureInfo.InvariantCulture),
        };
        Assert.Equal(expected, Of("SW-01", snapshot).Outcome);
        Assert.Equal(Outcome.Fail, Of("SW-01", Host(Within, SupportStatus.Ended) with { CollectedAt = snapshot.CollectedAt }).Outcome);
    }

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026")]
    [InlineData("soon")]
    public void A_catalogue_whose_edition_is_no_day_is_refused(string edition)
    {
        var file = _folder.File(
            "own.json",
            $$"""{ "format": "ConfigAudit.Lifecycle/1", "edition": "{{edition}}", "sources": [], "products": [] }"""
        );
        var bad = Assert.Throws<InputException>(() => CatalogFile.LoadLifecycle(file));
        Assert.Equal(1, bad.Line);
    }

    [Theory]
    [InlineData("30.00:00:00", Outcome.Unknown)]
    [InlineData("730.00:00:00", Outcome.Pass)]
    public void An_overlay_sets_the_age(string age, Outcome expected)
    {
        var overlay = Overlay($$"""{ "maxCatalogAge": "{{age}}" }""");
        Assert.Equal(
            expected,
            Evaluator.Evaluate(overlay, Host(Within, SupportStatus.Supported)).Single(finding => finding.CheckId == "SW-01").Outcome
        );
    }

    [Theory]
    [InlineData("1.00:00:00")]
    [InlineData("3650.00:00:00")]
    public void Within_reason(string age) => Assert.Throws<BaselineException>(() => Overlay($$"""{ "maxCatalogAge": "{{age}}" }"""));

    /// <summary>What the shipped catalogue says of a host that was asked long after: nothing but what has ended.</summary>
    [Fact]
    public void A_host_that_is_asked_with_a_catalogue_long_out_of_date()
    {
        var snapshot = Machine.Answering(
            """
            { "recordedAt": "2028-01-01T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "26200", "Version": "10.0.26200", "OperatingSystemSKU": 4 } ] } } }
            """
        );
        Assert.Equal(SupportStatus.Supported, snapshot.Of<OperatingSystemFact>().Single().Support);
        Assert.Equal(Outcome.Unknown, Of("OS-01", snapshot).Outcome);
    }

    /// <summary>That nothing on a list was seen says something while the list is fresh.</summary>
    [Theory]
    [InlineData("VPN-04")]
    [InlineData("MED-02")]
    [InlineData("MED-03")]
    public void Nothing_seen_by_an_old_list_may_be_what_came_since(string check)
    {
        Assert.Equal(Outcome.Pass, Of(check, Lists(Within, Edition)).Outcome);
        Assert.Equal(Outcome.Unknown, Of(check, Lists(Late, Edition)).Outcome);
        Assert.Equal(Outcome.Unknown, Of(check, Lists(Within, null)).Outcome);
    }

    [Theory]
    [InlineData("VPN-04", "catalogue of VPN clients")]
    [InlineData("MED-02", "catalogue of sync clients")]
    [InlineData("MED-03", "catalogue of remote-control programs")]
    public void The_reason_names_the_list_its_age_and_what_to_do(string check, string list) =>
        Assert.Contains(
            $"the {list} of 2026-01-01 was 181 days old, and 180 are allowed (maxCatalogAge): bring it up to date with Update-ConfigAuditCatalog",
            Of(check, Lists(Late, Edition)).Reason
        );

    [Theory]
    [InlineData("VPN-04", Outcome.Attest)]
    [InlineData("MED-02", Outcome.Fail)]
    [InlineData("MED-03", Outcome.Attest)]
    public void What_was_seen_is_there_however_old_the_list(string check, Outcome expected)
    {
        Assert.Equal(expected, Of(check, Lists(Within, Edition, isSeen: true)).Outcome);
        Assert.Equal(expected, Of(check, Lists(Late, Edition, isSeen: true)).Outcome);
    }

    /// <summary>On a server a product shows by its service alone; what came since the list runs unseen beside it. On a client it registers.</summary>
    [Theory]
    [InlineData(true, 1, Outcome.Pass, Outcome.Unknown)]
    [InlineData(true, 99, Outcome.Fail, Outcome.Fail)]
    [InlineData(false, 1, Outcome.Pass, Outcome.Pass)]
    public void Definitions_of_every_product_on_a_server_rest_on_the_list(bool isServer, int days, Outcome within, Outcome late)
    {
        Assert.Equal(within, Of("AV-03", Protected(Within)).Outcome);
        Assert.Equal(late, Of("AV-03", Protected(Late)).Outcome);
        // One that protects protects, whatever else there is.
        Assert.Equal(Outcome.Pass, Of("AV-01", Protected(Late)).Outcome);

        Snapshot Protected(DateTimeOffset at) =>
            Asked(
                at,
                Set(
                    isServer ? new AntivirusFact { IsListed = false, CatalogEdition = Edition } : null,
                    new AntivirusFact
                    {
                        Product = "Shield",
                        IsListed = true,
                        CatalogEdition = Edition,
                        IsEpp = true,
                        State = ProtectionState.On,
                        UsesDefinitions = true,
                        HasDefinitions = true,
                        DefinitionAge = TimeSpan.FromDays(days),
                        DefinitionDate = at.Date.AddDays(-days),
                        Source = "a:b",
                    }
                )
            );
    }

    private static Snapshot Lists(DateTimeOffset at, DateTime? edition, bool isSeen = false) =>
        Asked(
            at,
            Set(
                new VpnClientFact { IsListed = false, CatalogEdition = edition },
                isSeen
                    ? new[]
                    {
                        new VpnClientFact
                        {
                            Name = "Tunnel",
                            IsListed = true,
                            FoundBy = new[] { VpnClientEvidence.Service },
                            Source = "a:b",
                        },
                    }
                    : Array.Empty<VpnClientFact>()
            ),
            Set(
                new RemoteControlFact { IsListed = false, CatalogEdition = edition },
                isSeen
                    ? new[]
                    {
                        new RemoteControlFact
                        {
                            Tool = "Hand",
                            IsListed = true,
                            IsRunning = true,
                            SeenAs = new[] { ProgramEvidence.Process },
                            Source = "a:b",
                        },
                    }
                    : Array.Empty<RemoteControlFact>()
            ),
            Set(
                new SyncClientFact { IsListed = false, CatalogEdition = edition },
                isSeen
                    ? new[]
                    {
                        new SyncClientFact
                        {
                            Client = "Mirror",
                            IsListed = true,
                            RegistersFolders = false,
                            SeenAs = new[] { ProgramEvidence.Process },
                            Source = "a:b",
                        },
                    }
                    : Array.Empty<SyncClientFact>()
            ),
            new FactSet<SyncRootFact>(Array.Empty<SyncRootFact>(), Array.Empty<Gap>(), new[] { "registry:SyncRootManager" }),
            new FactSet<SoftwareFact>(Array.Empty<SoftwareFact>(), Array.Empty<Gap>(), new[] { "registry:Uninstall" })
        );

    private static FactSet<T> Set<T>(T? unlisted, params T[] seen)
        where T : Fact, new() =>
        new(
            seen,
            unlisted is null
                ? Array.Empty<Gap>()
                : new[] { new Gap(GapKind.NotSupported, "a:b", "only what is listed was looked for") { Unseen = unlisted } },
            new[] { "a:b" }
        );

    private static Snapshot Asked(DateTimeOffset at, params FactSet[] sets) =>
        new()
        {
            ComputerName = "PC-1",
            CollectedAt = at,
            Protocol = "Replay",
            Zone = Zone.Lgwan,
            Table = new FactTable(sets),
        };

    private static Finding Of(string check, Snapshot snapshot) =>
        Evaluator.Evaluate(Mic, snapshot).Single(finding => finding.CheckId == check);

    private static Snapshot Host(DateTimeOffset at, SupportStatus support, bool? covers = null) => Host(at, support, Edition, covers);

    private static Snapshot Host(DateTimeOffset at, SupportStatus support, DateTime? edition, bool? covers = null)
    {
        var software = new SoftwareFact
        {
            Name = "Editor",
            DisplayVersion = "1",
            Publisher = "A",
            Scope = SoftwareScope.Machine,
            Form = SoftwareForm.Program,
            IsComponent = false,
            Support = support,
            CatalogEdition = edition,
            CoversPlannedUse = covers,
            IsUsePlanned = covers is null ? null : true,
            Source = "registry:A",
        };
        var system = new OperatingSystemFact
        {
            Name = "Windows",
            Kind = HostKind.Client,
            Support = support,
            CatalogEdition = edition,
            Source = "a:b",
        };
        return new Snapshot
        {
            ComputerName = "PC-1",
            CollectedAt = at,
            Protocol = "Replay",
            Table = new FactTable(
                new FactSet[]
                {
                    new FactSet<SoftwareFact>(new[] { software }, Array.Empty<Gap>()),
                    new FactSet<OperatingSystemFact>(new[] { system }, Array.Empty<Gap>()),
                }
            ),
        };
    }

    private Baseline Overlay(string parameters)
    {
        var path = _folder.File(
            "own.json",
            $$"""
            { "format": "ConfigAudit.Baseline/1", "id": "Own", "version": "1.0", "title": { "ja": "独自", "en": "Own" }, "extends": [ "MIC-2022-03" ], "parameters": {{parameters}} }
            """
        );
        return Baselines.Load(path);
    }
}
