using System;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>The age of other vendors' definitions, from where the security-product catalogue says: on servers nothing else tells
/// it.</summary>
public sealed class DefinitionTests : IDisposable
{
    private const string Apex = """ "SOFTWARE\\Wow6432Node\\TrendMicro\\PC-cillinNTCorp\\CurrentVersion\\Misc." """;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_server_s_product_tells_its_day()
    {
        var product = Server("ntrtscan", Apex, Text("PatternDate", "20261115"));
        Assert.Equal(new DateTime(2026, 11, 15), product.DefinitionDate);
        Assert.Null(product.DefinitionUpdatedAt);
        Assert.Contains("PC-cillinNTCorp", product.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_day_is_counted_from_where_it_begins_first()
    {
        // 15 November begins on the Line Islands (UTC+14), at ten o'clock of the fourteenth by UTC; the snapshot is of midnight of the
        // sixteenth.
        Assert.Equal(TimeSpan.FromHours(38), Server("ntrtscan", Apex, Text("PatternDate", "20261115")).DefinitionAge);
    }

    [Fact]
    public void The_32_bit_view_comes_first_and_the_other_where_it_is_not_there() =>
        Assert.Equal(
            new DateTime(2026, 11, 15),
            Server(
                "ntrtscan",
                """ "SOFTWARE\\TrendMicro\\PC-cillinNTCorp\\CurrentVersion\\Misc." """,
                Text("PatternDate", "20261115"),
                absent: @"registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\TrendMicro\\PC-cillinNTCorp\\CurrentVersion\\Misc."
            ).DefinitionDate
        );

    [Theory]
    [InlineData("0")]
    [InlineData("")]
    public void A_value_in_no_use_does_not_count(string other) =>
        Assert.Equal(
            new DateTime(2026, 11, 15),
            Server("ntrtscan", Apex, Text("PatternDate", "20261115") + "," + Text("NonCrcPatternDate", other)).DefinitionDate
        );

    [Fact]
    public void Two_days_that_differ_are_neither_believed()
    {
        var snapshot = Snapshot("ntrtscan", Apex, Text("PatternDate", "20250301") + "," + Text("NonCrcPatternDate", "20261115"));
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionAge);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap =>
                gap.Property == nameof(AntivirusFact.DefinitionAge)
                && gap.Message.EndsWith("2025-03-01, 2026-11-15", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("20261315")]
    [InlineData("15.11.2026")]
    [InlineData("yesterday")]
    [InlineData("99991231")]
    [InlineData("20261118")]
    public void A_day_that_cannot_be_is_no_day(string date)
    {
        var snapshot = Snapshot("ntrtscan", Apex, Text("PatternDate", date));
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionDate);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap => gap.Kind == GapKind.Unusable && gap.Message.Contains(date, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ESET_tells_day_and_version_in_one()
    {
        var product = Server(
            "ekrn",
            """ "SOFTWARE\\ESET\\ESET Security\\CurrentVersion\\Info" """,
            Text("ScannerVersion", "32191P (20261115)")
        );
        Assert.Equal((new DateTime(2026, 11, 15), new Version(32191, 0)), (product.DefinitionDate!.Value, product.DefinitionVersion!));
    }

    [Fact]
    public void Symantec_writes_its_day_with_dashes() =>
        Assert.Equal(
            new DateTime(2026, 11, 5),
            Server(
                "SepMasterService",
                """ "SOFTWARE\\Symantec\\Symantec Endpoint Protection\\CurrentVersion\\Public-Opstate" """,
                Text("LatestVirusDefsDate", "2026-11-05")
            ).DefinitionDate
        );

    [Fact]
    public void A_version_may_be_a_number() =>
        Assert.Equal(
            new Version(5678, 0),
            Server(
                "mfemms",
                """ "SOFTWARE\\McAfee\\AVSolution\\DS\\DS" """,
                Text("szContentCreationDate", "2026-11-15") + """, "dwContentMajorVersion": { "type": "REG_DWORD", "data": 5678 }"""
            ).DefinitionVersion
        );

    [Fact]
    public void A_client_s_product_tells_it_too()
    {
        var snapshot = Machine.Answering(
            Recording("Workstation", "ntrtscan", Apex, Text("PatternDate", "20261115"), null)
                .Replace(
                    "\"root/cimv2\": {",
                    """
                    "root/SecurityCenter2": { "AntiVirusProduct": [{ "displayName": "Trend Micro Apex One", "productState": 266240 }] }, "root/cimv2": {
                    """
                )
        );
        Assert.Equal(new DateTime(2026, 11, 15), Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionDate);
    }

    [Fact]
    public void A_key_that_was_refused_leaves_the_age_open()
    {
        var snapshot = Machine.Answering(
            Recording("Server", "ntrtscan", Apex, string.Empty, null)
                .Replace(
                    "\"instances\"",
                    """
                    "failures": { "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\TrendMicro\\PC-cillinNTCorp\\CurrentVersion\\Misc.": "denied" }, "instances"
                    """
                )
        );
        Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionAge);
        Assert.Contains(
            snapshot.GapsIn<AntivirusFact>(),
            gap => gap.Kind == GapKind.Denied && gap.Property == nameof(AntivirusFact.DefinitionAge)
        );
    }

    [Fact]
    public void A_product_that_is_not_there_is_not_asked_for_its_key()
    {
        var snapshot = Snapshot("SomeOther", Apex, Text("PatternDate", "20261115"));
        Assert.Empty(snapshot.Of<AntivirusFact>());
        Assert.DoesNotContain(snapshot.Gaps, gap => gap.Source.Contains("TrendMicro", StringComparison.Ordinal));
    }

    [Fact]
    public void An_organisation_s_own_file_adds_a_product()
    {
        var own = Own(
            """[{ "key": "SOFTWARE\\Our\\AV", "dates": ["Pattern"], "datePattern": "^(?<day>\\d+)/(?<month>\\d+)/(?<year>\\d+)$", "source": "asked the vendor" }]"""
        );
        var snapshot = Machine.Answering(
            Recording("Server", "ouravsvc", """ "SOFTWARE\\Our\\AV" """, Text("Pattern", "15/11/2026"), null),
            Machine.Catalogs.With(new[] { own })
        );
        Assert.Equal(new DateTime(2026, 11, 15), Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionDate);
    }

    [Theory]
    [InlineData("""[{ "key": "K", "dates": ["D"], "datePattern": "^(?<year>\\d+)(?<day>\\d+)$", "source": "x" }]""", "(?<month>")]
    [InlineData("""[{ "key": "K", "dates": "D", "datePattern": "^(?<year>.)(?<month>.)(?<day>.)$", "source": "x" }]""", "array")]
    public void An_entry_that_cannot_work_is_refused_with_its_line(string definitions, string message)
    {
        var bad = Assert.Throws<InputException>(() => Machine.Catalogs.With(new[] { Own(definitions) }));
        Assert.Contains(message, bad.Message, StringComparison.Ordinal);
        Assert.Contains("own.json", bad.Message, StringComparison.Ordinal);
    }

    private string Own(string definitions) =>
        _folder.File(
            "own.json",
            $$"""
            { "format": "ConfigAudit.SecurityProducts/1", "edition": "2026-11-23", "products": [
              { "id": "ours", "name": "Our AV", "vendor": "Ours", "names": [], "services": ["ouravsvc"], "verified": true, "source": "ours", "definitions": {{definitions}} } ] }
            """
        );

    private static AntivirusFact Server(string service, string key, string values, string? absent = null) =>
        Assert.Single(Snapshot(service, key, values, absent).Of<AntivirusFact>());

    private static Snapshot Snapshot(string service, string key, string values, string? absent = null) =>
        Machine.Answering(Recording("Server", service, key, values, absent));

    private static string Recording(string kind, string service, string key, string values, string? absent) =>
        $$"""
            { "recordedAt": "2026-11-16T00:00:00Z",
              "absent": [ "root/Microsoft/Windows/Defender" {{(absent is null ? null : $", \"{absent}\"")}} ],
              "registry": { {{key.Replace("SOFTWARE", @"HKEY_LOCAL_MACHINE\\SOFTWARE")}}: { {{values}} } },
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [{ "ProductType": {{(
                kind == "Server" ? 3 : 1
            )}}, "Version": "10.0.20348", "BuildNumber": "20348" }],
                "Win32_Service": [{ "Name": "{{service}}", "State": "Running", "StartMode": "Auto", "AcceptStop": false }] } } }
            """;

    private static string Text(string name, string value) => $$""" "{{name}}": { "type": "REG_SZ", "data": "{{value}}" } """;
}
