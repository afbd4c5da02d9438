using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Installed products, from the uninstall keys.</summary>
public sealed class SoftwareTests
{
    private const string Uninstall = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    [Fact]
    public void A_product_is_read_with_its_values()
    {
        var fact = Assert.Single(
            Installed(
                Entry(
                    "A",
                    "\"DisplayName\": \"LibreOffice 7.6.4.1\", \"DisplayVersion\": \"7.6.4.1\", \"Publisher\": \"The Document Foundation\", \"InstallDate\": \"20240115\""
                )
            )
        );
        Assert.Equal("LibreOffice 7.6.4.1", fact.Name);
        Assert.Equal(new Version(7, 6, 4, 1), fact.Version);
        Assert.Equal(new DateTime(2024, 1, 15), fact.InstalledOn);
        Assert.Equal(SoftwareScope.Machine, fact.Scope);
        Assert.False(fact.IsComponent);
    }

    /// <summary>A preview has the release's name and version, and not its days; it is over when that is.</summary>
    [Theory]
    [InlineData("Old Editor 4", "4.0", SupportStatus.Supported)]
    [InlineData("Old Editor 4 Previewer", "4.0", SupportStatus.Supported)]
    [InlineData("Old Editor 4 Preview 5 (x64)", "4.0", SupportStatus.NotInCatalog)]
    [InlineData("Old Editor 4.0.0 Release Candidate 1", "4.0", SupportStatus.NotInCatalog)]
    [InlineData("Old Editor 4 RC1", "4.0", SupportStatus.NotInCatalog)]
    [InlineData("Old Editor 4 プレビュー", "4.0", SupportStatus.NotInCatalog)]
    [InlineData("Old Editor 1 Beta", "1.0", SupportStatus.Ended)]
    public void A_preview_is_supported_by_nobody(string name, string version, SupportStatus support) =>
        Assert.Equal(
            support,
            Assert.Single(Installed(Entry("A", $"\"DisplayName\": \"{name}\", \"DisplayVersion\": \"{version}\""))).Support
        );

    [Fact]
    public void A_key_without_a_name_is_no_product() => Assert.Empty(Installed(Entry("A", "\"DisplayVersion\": \"1.0\"")));

    [Fact]
    public void A_host_without_the_registry_provider_has_programs_all_the_same()
    {
        var snapshot = Machine.Answering(
            "{ \"recordedAt\": \"2026-11-01T00:00:00Z\", \"instances\": {}, \"absent\": [\"root/cimv2:StdRegProv\"] }"
        );
        Assert.Empty(snapshot.Of<SoftwareFact>());
        Assert.Contains(
            snapshot.GapsIn<SoftwareFact>(),
            gap => gap.Kind == GapKind.NotSupported && gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
        );
    }

    [Fact]
    public void No_Windows_lacks_the_key_so_one_that_says_so_leaves_room_for_programs() =>
        Assert.Contains(
            Machine
                .Answering(
                    "{ \"recordedAt\": \"2026-11-01T00:00:00Z\", \"registry\": {}, \"absent\": [\"registry:"
                        + Uninstall
                        + "\", \"registry:"
                        + Wow
                        + "\"] }"
                )
                .GapsIn<SoftwareFact>(),
            gap => gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
        );

    [Theory]
    [InlineData("1.0 beta")]
    [InlineData("11")]
    [InlineData("")]
    public void A_version_that_is_no_version_is_kept_as_text(string version)
    {
        var fact = Assert.Single(Installed(Entry("A", $"\"DisplayName\": \"X\", \"DisplayVersion\": \"{version}\"")));
        Assert.Equal(version, fact.DisplayVersion);
        Assert.Null(fact.Version);
    }

    [Theory]
    [InlineData("2024/01/15")]
    [InlineData("令和6年1月15日")]
    [InlineData("20241315")]
    [InlineData("２０２４０１１５")]
    [InlineData("00060115")]
    [InlineData("25670115")]
    [InlineData("16010101")]
    [InlineData("20250314")]
    [InlineData("2024011")]
    public void A_date_in_the_words_or_the_calendar_of_some_country_is_not_guessed_at(string date)
    {
        var snapshot = Snapshot(Entry("A", $"\"DisplayName\": \"X\", \"InstallDate\": \"{date}\""));
        Assert.Null(Assert.Single(snapshot.Of<SoftwareFact>()).InstalledOn);
        Assert.Contains(
            snapshot.GapsIn<SoftwareFact>(),
            gap => gap.Property == nameof(SoftwareFact.InstalledOn) && gap.Kind == GapKind.Unusable && gap.Message.Contains(date)
        );
    }

    [Fact]
    public void A_day_that_has_begun_in_the_east_is_taken() =>
        Assert.Equal(
            new DateTime(2025, 3, 13),
            Assert.Single(Installed(Entry("A", "\"DisplayName\": \"X\", \"InstallDate\": \"20250313\""))).InstalledOn
        );

    [Fact]
    public void A_vendor_who_registers_no_day_leaves_it_unknown_and_the_set_says_so() =>
        Assert.Contains(
            Snapshot(Entry("A", "\"DisplayName\": \"X\"")).GapsIn<SoftwareFact>(),
            gap => gap.Property == nameof(SoftwareFact.InstalledOn) && gap.Kind == GapKind.NotPresent
        );

    [Theory]
    [InlineData("\"SystemComponent\": 1")]
    [InlineData("\"ParentKeyName\": \"Office\"")]
    [InlineData("\"ReleaseType\": \"Security Update\"")]
    public void Components_and_updates_are_told_apart(string value) =>
        Assert.True(Assert.Single(Installed(Entry("A", "\"DisplayName\": \"X\", " + value))).IsComponent);

    [Fact]
    public void Support_comes_from_the_catalogue_as_of_the_day_of_the_snapshot()
    {
        var facts = Installed(
            Entry("A", "\"DisplayName\": \"Old Editor 1.2\", \"DisplayVersion\": \"1.2\"")
                + ", "
                + Entry("B", "\"DisplayName\": \"Old Editor 2.0\", \"DisplayVersion\": \"2.0\"")
        );
        Assert.Equal(new SupportStatus?[] { SupportStatus.Ended, SupportStatus.Supported }, facts.Select(fact => fact.Support));
        Assert.Equal(new DateTime(2025, 3, 11), facts[0].SupportEnds);
    }

    [Fact]
    public void What_the_catalogue_doesnt_know_is_said_to_be_unknown_and_not_supported() =>
        Assert.Equal(
            SupportStatus.NotInCatalog,
            Assert.Single(Installed(Entry("A", "\"DisplayName\": \"Old Editor 9.9\", \"DisplayVersion\": \"9.9\""))).Support
        );

    [Fact]
    public void Windows_of_32_bits_has_no_second_view_and_that_is_no_gap() =>
        Assert.DoesNotContain(
            Snapshot(SoftwareKeys.Rest + ", " + Entry("A", "\"DisplayName\": \"X\"")).GapsIn<SoftwareFact>(),
            gap => gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine }
        );

    [Fact]
    public void A_view_that_was_denied_leaves_room_for_products_of_the_machine()
    {
        var gaps = Snapshot(Entry("A", "\"DisplayName\": \"X\""), failures: $"\"registry:{Wow}\": \"denied\"").GapsIn<SoftwareFact>();
        var gap = Assert.Single(gaps, gap => gap.Kind == GapKind.Denied);
        Assert.Equal(SoftwareScope.Machine, ((SoftwareFact)gap.Unseen!).Scope);
    }

    [Fact]
    public void Programs_of_a_user_who_is_logged_on_are_seen_and_those_of_others_may_exist()
    {
        var snapshot = Snapshot(
            "\"HKEY_USERS\": {}, \"HKEY_USERS\\\\S-1-5-21-1-2-3-1001\": {}, \"HKEY_USERS\\\\S-1-5-21-1-2-3-1001_Classes\": {}, "
                + "\"HKEY_USERS\\\\S-1-5-21-1-2-3-1001\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\": {}, "
                + "\"HKEY_USERS\\\\S-1-5-21-1-2-3-1001\\\\SOFTWARE\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\Z\": { \"DisplayName\": { \"data\": \"Zoom\" } }"
        );
        Assert.Equal(SoftwareScope.User, Assert.Single(snapshot.Of<SoftwareFact>()).Scope);
        Assert.Contains(snapshot.GapsIn<SoftwareFact>(), gap => gap.Unseen is SoftwareFact { Scope: SoftwareScope.AbsentUser });
    }

    [Theory]
    [InlineData("Old Editor", "4.0", "2029-03-31", true)]
    [InlineData("Old Editor", "4.0", "2029-04-01", false)]
    [InlineData("Old Editor", "2.0", "2039-03-31", true)]
    [InlineData("Old Editor", "1.0", "2025-03-31", false)]
    [InlineData("Old Editor", "3.0", "2025-03-13", false)]
    [InlineData("Something else", "1.0", "2029-03-31", null)]
    public void Support_is_held_against_the_planned_time_of_use(string name, string version, string until, bool? covers)
    {
        var day = DateTime.ParseExact(until, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var fact = Snapshot(
                Entry("A", $"\"DisplayName\": \"{name} {version}\", \"DisplayVersion\": \"{version}\""),
                wanted: new CollectionOptions { PlannedUseUntil = day }
            )
            .Of<SoftwareFact>()
            .Single();
        Assert.Equal(covers, fact.CoversPlannedUse);
    }

    [Fact]
    public void Without_a_planned_time_of_use_nothing_is_said_of_it_and_the_gap_tells_how_to_say_one()
    {
        var snapshot = Snapshot(Entry("A", "\"DisplayName\": \"Old Editor 2\", \"DisplayVersion\": \"2.0\""));
        Assert.Null(snapshot.Of<SoftwareFact>().Single().CoversPlannedUse);
        Assert.Contains(
            snapshot.GapsIn<SoftwareFact>(),
            gap => gap.Property == nameof(SoftwareFact.CoversPlannedUse) && gap.Message.Contains("-PlannedUseUntil")
        );
    }

    [Theory]
    [InlineData("\"DisplayVersion\": \"\"")]
    [InlineData("\"DisplayVersion\": \"unknown\"")]
    [InlineData("\"Publisher\": \"X\"")]
    public void What_the_catalogue_knows_and_doesnt_tell_its_version_may_be_past_its_support(string value)
    {
        var snapshot = Snapshot(Entry("A", "\"DisplayName\": \"Old Editor Pro\", " + value));
        Assert.Null(Assert.Single(snapshot.Of<SoftwareFact>()).Support);
        Assert.Contains(snapshot.GapsIn<SoftwareFact>(), gap => gap.Property == nameof(SoftwareFact.Support));
    }

    [Theory]
    [InlineData("\u00a0Old Editor\u00a01.2 ")]
    [InlineData("\u200eOld\u3000Editor 1.2")]
    public void Blanks_and_marks_that_nobody_sees_are_no_part_of_a_name(string name) =>
        Assert.Equal(
            SupportStatus.Ended,
            Assert.Single(Installed(Entry("A", $"\"DisplayName\": \"{name}\", \"DisplayVersion\": \"1.2\""))).Support
        );

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    public void A_name_that_was_found_and_cant_be_read_may_be_that_of_any_program(string data) =>
        Assert.Contains(
            Snapshot(Entry("A", $"\"DisplayName\": {data}")).GapsIn<SoftwareFact>(),
            gap =>
                gap.Property is null
                && gap.Kind != GapKind.NotSupported
                && gap.Unseen is SoftwareFact { Scope: SoftwareScope.Machine, Name: null }
        );

    [Theory]
    [InlineData("Publisher", nameof(SoftwareFact.Publisher))]
    [InlineData("SystemComponent", nameof(SoftwareFact.IsComponent))]
    [InlineData("ParentKeyName", nameof(SoftwareFact.IsComponent))]
    [InlineData("ReleaseType", nameof(SoftwareFact.IsComponent))]
    [InlineData("DisplayVersion", nameof(SoftwareFact.DisplayVersion))]
    [InlineData("InstallDate", nameof(SoftwareFact.InstalledOn))]
    public void A_value_that_was_found_and_cant_be_read_is_not_known(string value, string property)
    {
        var snapshot = Snapshot(Entry("A", $"\"DisplayName\": \"X\", \"{value}\": null"));
        Assert.Null(FactType<SoftwareFact>.Instance.Property(property)!.Format(Assert.Single(snapshot.Of<SoftwareFact>())));
        Assert.Contains(snapshot.GapsIn<SoftwareFact>(), gap => gap.Property == property);
    }

    [Fact]
    public void A_value_that_isnt_there_is_known_not_to_be()
    {
        var fact = Assert.Single(Installed(Entry("A", "\"DisplayName\": \"X\"")));
        Assert.Equal((string.Empty, string.Empty, false), (fact.Publisher, fact.DisplayVersion, fact.IsComponent));
    }

    [Fact]
    public void No_Windows_is_without_an_entry_so_an_empty_list_isnt_all() =>
        Assert.Contains(
            Machine
                .Answering(
                    $$"""{ "recordedAt": "2025-03-12T00:00:00Z", "registry": { {{SoftwareKeys.Rest}}, "{{Uninstall}}": {}, "{{Wow}}": {} } }"""
                )
                .GapsIn<SoftwareFact>(),
            gap => gap is { Kind: GapKind.Unusable, Property: null, Unseen: SoftwareFact { Scope: SoftwareScope.Machine } }
        );

    [Fact]
    public void No_Windows_is_without_the_hives_of_its_services_so_an_empty_list_of_them_isnt_all() =>
        Assert.Contains(
            Snapshot("\"HKEY_USERS\": {}, " + Entry("A", "\"DisplayName\": \"X\"")).GapsIn<SoftwareFact>(),
            gap => gap is { Kind: GapKind.Unusable, Unseen: SoftwareFact { Scope: SoftwareScope.User } }
        );

    [Fact]
    public void Win32_Product_is_never_asked() =>
        Assert.DoesNotContain(
            new SoftwareCollector().Sources,
            source => source.Place.EndsWith(":Win32_Product", StringComparison.OrdinalIgnoreCase)
        );

    private static SoftwareFact[] Installed(string registry) => Snapshot(registry).Of<SoftwareFact>();

    private static string Entry(string key, string values)
    {
        var parts = values
            .Split(new[] { ", \"" }, StringSplitOptions.None)
            .Select((part, at) => at == 0 ? part : "\"" + part)
            .Select(part => part.Split(new[] { ": " }, 2, StringSplitOptions.None))
            .Select(pair => $"{pair[0]}: {{ \"data\": {pair[1]} }}");
        return $"\"{Uninstall}\\\\{key}\": {{ {string.Join(", ", parts)} }}";
    }

    private static Snapshot Snapshot(string registry, string failures = "", CollectionOptions? wanted = null)
    {
        var catalogs = new CatalogFolder(Catalog(), Array.Empty<SecurityProduct>());
        return Machine.Answering(
            $$"""
            { "recordedAt": "2025-03-12T00:00:00+09:00", "registry": { "{{Uninstall}}": {}, {{registry}} },
              "absent": [ {{(failures.Length == 0 ? $"\"registry:{Wow}\"" : "")}} ], "failures": { {{failures}} } }
            """,
            catalogs,
            wanted: wanted
        );
    }

    private static LifecycleCatalog Catalog()
    {
        using var folder = new TemporaryFolder();
        return CatalogFile.LoadLifecycle(
            folder.File(
                "lifecycle.json",
                """
                { "format": "ConfigAudit.Lifecycle/1", "edition": "2025-01-01", "products": [
                  { "id": "old-editor", "title": "Old Editor", "names": [ "^Old Editor " ], "cycleFrom": "version:1", "cycles": [
                    { "cycle": "1", "ends": "2025-03-11" }, { "cycle": "2", "ends": false }, { "cycle": "3", "ends": true }, { "cycle": "4", "ends": "2029-03-31" } ] } ] }
                """
            )
        );
    }
}
