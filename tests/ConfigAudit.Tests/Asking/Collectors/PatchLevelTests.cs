using System;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>How far a Windows is patched. What is expected was taken by hand from Microsoft's tables.</summary>
public sealed class PatchLevelTests
{
    private const string CurrentVersion = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private const string Servicing =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending";

    /// <summary>The build and revision, the kind of host (1 client, 3 server), the day on which it was asked; what it has, and lacks.</summary>
    [Theory]
    // The newest of August 2026, before the next Patch Tuesday.
    [InlineData(26200, 9168, 1, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5121003", 0, "-/2026-08-20")]
    [InlineData(26100, 9168, 1, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5121003", 0, "-/2026-08-20")]
    // One build, two systems: the same number would be years behind on a server.
    [InlineData(26100, 33296, 3, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120233", 0, "-/2026-08-20")]
    [InlineData(26100, 7462, 3, "2026-01-20", "2025-12-09", WindowsReleaseKind.Security, "KB5072033", 1, "2026-01-14/2026-01-20")]
    // A preview of July holds July's fixes, and lacks August's.
    [InlineData(26200, 8973, 1, "2026-08-20", "2026-07-28", WindowsReleaseKind.Preview, "KB5101684", 1, "2026-08-12/2026-08-20")]
    // Out of band, without fixes of its own.
    [InlineData(26200, 8894, 1, "2026-08-11", "2026-07-18", WindowsReleaseKind.OutOfBand, "KB5121767", 0, "-/2026-08-11")]
    // Released on the 11th in Redmond, which is the 12th in Japan.
    [InlineData(26200, 8894, 1, "2026-08-12", "2026-07-18", WindowsReleaseKind.OutOfBand, "KB5121767", 1, "2026-08-12/2026-08-12")]
    // Out of band with a fix of its own (WSUS, October 2025): it counts as one that lacks.
    [InlineData(20348, 4294, 3, "2025-10-30", "2025-10-14", WindowsReleaseKind.Baseline, "KB5066782", 1, "2025-10-24/2025-10-30")]
    [InlineData(20348, 4297, 3, "2025-10-30", "2025-10-23", WindowsReleaseKind.OutOfBand, "KB5070884", 0, "-/2025-10-30")]
    // A hotpatch has its day's fixes with a lower number than the update of that day.
    [InlineData(20348, 5074, 3, "2026-05-20", "2026-05-12", WindowsReleaseKind.Hotpatch, "KB5087424", 0, "-/2026-05-20")]
    [InlineData(26100, 7781, 1, "2026-02-20", "2026-02-10", WindowsReleaseKind.Hotpatch, "KB5077212", 0, "-/2026-02-20")]
    // … and in a baseline's month the baseline is wanted: April's, of a host that stopped at March's hotpatch.
    [InlineData(20348, 4830, 3, "2026-04-20", "2026-03-10", WindowsReleaseKind.Hotpatch, "KB5078737", 1, "2026-04-15/2026-04-20")]
    // Windows 10 22H2 after its end, without the updates that are bought: ten months, from November to August.
    [InlineData(19045, 6456, 1, "2026-08-20", "2025-10-14", WindowsReleaseKind.Security, "KB5066791", 10, "2025-11-12/2026-08-20")]
    [InlineData(19045, 7663, 1, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120249", 0, "-/2026-08-20")]
    [InlineData(19044, 7663, 1, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120249", 0, "-/2026-08-20")]
    // One table for a client of the long-term channel and a server.
    [InlineData(17763, 9121, 1, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120238", 0, "-/2026-08-20")]
    [InlineData(17763, 9121, 2, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120238", 0, "-/2026-08-20")]
    [InlineData(14393, 9418, 3, "2026-08-20", "2026-08-11", WindowsReleaseKind.Security, "KB5120418", 0, "-/2026-08-20")]
    // Asked in 2024, judged with what was out then.
    [InlineData(20348, 2461, 3, "2024-06-01", "2024-05-14", WindowsReleaseKind.Security, "KB5037782", 0, "-/2024-06-01")]
    // The last that Windows 10 20H2 got, asked after that: nobody knows of more, and nobody may pass it.
    [InlineData(19042, 2965, 1, "2023-06-20", "2023-05-09", WindowsReleaseKind.Security, "KB5026361", 0, "2023-06-14?/2023-06-20")]
    public void A_revision_is_the_release_that_it_is(
        long build,
        long revision,
        int type,
        string asked,
        string released,
        WindowsReleaseKind kind,
        string kb,
        long missing,
        string exposure
    )
    {
        var level = Level(Host(build, revision, type, asked));
        Assert.Equal((build, (long?)revision, true), (level.Build, level.Revision, level.IsListed));
        Assert.Equal((Day(released), kind, kb), (level.ReleasedOn, level.Kind, level.Kb));
        Assert.Equal((missing, exposure), (level.Missing, level.Exposure?.ToString()));
        Assert.False(level.AwaitsRestart);
    }

    [Fact]
    public void The_newest_security_release_is_that_which_every_host_can_take()
    {
        var level = Level(Host(20348, 4773, 3, "2026-05-20"));
        Assert.Equal((Day("2026-05-12"), "KB5087545"), (level.NewestSecurityOn, level.NewestSecurityKb));
        Assert.Equal(3, level.Missing);
    }

    [Fact]
    public void A_revision_between_two_rows_counts_from_the_one_below()
    {
        var level = Level(Host(26200, 8890, 1, "2026-08-20"));
        Assert.False(level.IsListed);
        Assert.Equal((Day("2026-07-14"), "KB5101650", 1L), (level.ReleasedOn, level.Kb, level.Missing));
    }

    [Fact]
    public void A_revision_below_all_rows_lacks_all_of_them()
    {
        var snapshot = Machine.Answering(Host(28000, 1000, 1, "2026-08-01"));
        var level = Assert.Single(snapshot.Of<PatchLevelFact>());
        Assert.Equal((6L, "2026-02-11/2026-08-01"), (level.Missing, level.Exposure!.ToString()));
        Assert.Null(level.Kb);
        Assert.Contains("is older than any release of build 28000", Reason(snapshot, nameof(PatchLevelFact.ReleasedOn)));
    }

    [Theory]
    [InlineData("2026-09-08", "-/2026-09-08")]
    [InlineData("2026-09-09", "2026-09-09?/2026-09-09")]
    public void A_revision_newer_than_the_catalogue_is_current_as_far_as_the_catalogue_reaches(string asked, string exposure)
    {
        var level = Level(Host(26200, 9300, 1, asked));
        Assert.Equal((0L, exposure), (level.Missing, level.Exposure!.ToString()));
    }

    /// <summary>A host's number that nobody can place is no host that is up to date.</summary>
    [Theory]
    [InlineData(26100, 33296, 1, "2026-08-20", "more than a year's worth beyond the newest in the catalogue, 9168")]
    [InlineData(26200, 4294967295, 1, "2026-08-20", "more than a year's worth beyond")]
    [InlineData(19045, 7663, 1, "2026-06-20", "after the host was asked on 2026-06-20")]
    public void A_revision_that_can_t_be_yet_is_not_known(long build, long revision, int type, string asked, string reason)
    {
        var snapshot = Machine.Answering(Host(build, revision, type, asked));
        Untold(snapshot);
        Assert.Contains(reason, Reason(snapshot, nameof(PatchLevelFact.Exposure)));
    }

    [Fact]
    public void An_update_that_waits_for_a_restart_is_not_in_effect()
    {
        var level = Level(Host(26200, 8875, 1, "2026-08-20", "KB5121003", "8/13/2026", pending: true));
        Assert.True(level.AwaitsRestart);
        Assert.Equal(("KB5101650", 1L), (level.Kb, level.Missing));
    }

    [Fact]
    public void An_update_that_waits_for_nothing_and_is_not_in_effect_is_a_contradiction()
    {
        var snapshot = Machine.Answering(Host(26200, 8875, 1, "2026-08-20", "KB5121003", "8/13/2026"));
        Untold(snapshot);
        Assert.Contains(
            "hold KB5121003 (revision 9168), and the revision is 8875, with no restart pending",
            Reason(snapshot, nameof(PatchLevelFact.Missing))
        );
    }

    [Fact]
    public void A_host_that_last_took_an_update_long_before_its_revision_came_out_contradicts_itself()
    {
        var snapshot = Machine.Answering(Host(26200, 9168, 1, "2026-08-20", "KB5068861", "1/13/2026"));
        Untold(snapshot);
        Assert.Contains("the last update was installed on 2026-01-13", Reason(snapshot, nameof(PatchLevelFact.Exposure)));
    }

    /// <summary>Another build's update of the same month says nothing of this one.</summary>
    [Fact]
    public void The_number_of_another_build_s_update_contradicts_nothing() =>
        Assert.Equal(0, Level(Host(20348, 5499, 3, "2026-08-20", "KB5121003", "8/13/2026")).Missing);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("\"9168\"")]
    [InlineData("\"９１６８\"")]
    [InlineData("null")]
    [InlineData("true")]
    public void What_is_no_revision_tells_no_level(string data)
    {
        var snapshot = Machine.Answering(Host(26200, 9168, 1, "2026-08-20").Replace("\"data\": 9168", $"\"data\": {data}"));
        var level = Assert.Single(snapshot.Of<PatchLevelFact>());
        if (level.Revision is null)
            Untold(snapshot);
        else
            Assert.Equal((9168L, 0L), (level.Revision, level.Missing));
    }

    [Theory]
    [InlineData(9600, 3)]
    [InlineData(26300, 1)]
    [InlineData(20348, 1)]
    public void A_build_that_the_catalogue_doesn_t_list_has_no_level(long build, int type)
    {
        var snapshot = Machine.Answering(Host(build, 21620, type, "2026-08-20"));
        Untold(snapshot);
        Assert.Contains($"doesn't list build {build}", Reason(snapshot, nameof(PatchLevelFact.Exposure)));
    }

    [Fact]
    public void Without_the_day_of_asking_nothing_lacks_and_nothing_doesn_t()
    {
        var level = Level(Host(26200, 9168, 1, "2026-08-20").Replace("\"recordedAt\": \"2026-08-20T03:00:00Z\",", string.Empty));
        Assert.Equal((Day("2026-08-11"), "KB5121003"), (level.ReleasedOn, level.Kb));
        Assert.Null(level.Missing);
        Assert.Null(level.Exposure);
    }

    /// <summary>The recording of a real machine: its revision was released half a year after the day that it claims.</summary>
    [Fact]
    public void The_recorded_machine_s_clock_and_revision_contradict_each_other()
    {
        if (Machine.SharedRecordings is not { } folder)
            return;
        var snapshot = Machine.Recorded(Path.Combine(folder, "win10-ja-domain-01.json"));
        var level = Assert.Single(snapshot.Of<PatchLevelFact>());
        Assert.Equal((19044L, 2364L), (level.Build, level.Revision));
        Assert.Contains("2022-12-13, after the host was asked on 2022-06-08", Reason(snapshot, nameof(PatchLevelFact.Exposure)));
    }

    /// <summary>The example fleet was asked in November 2026; the catalogue knows releases up to August.</summary>
    [Theory]
    [InlineData("MN-PC-001", 26200, 9612, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("LG-PC-002", 26100, 9612, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("IN-PC-002", 26100, 9374, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("MN-SV-001", 20348, 5920, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("IN-SV-001", 17763, 9430, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("LG-SV-001", 14393, 9720, null, 0, "2026-09-09?/2026-11-16")]
    [InlineData("MN-PC-003", 19045, 6456, "KB5066791", 10, "2025-11-12/2026-11-16")]
    public void The_fleet_has_its_levels(string machine, long build, long revision, string? kb, long missing, string exposure)
    {
        var level = Assert.Single(
            Machine.Recorded(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", machine + ".json")).Of<PatchLevelFact>()
        );
        Assert.Equal((build, (long?)revision, kb is not null), (level.Build, level.Revision, level.IsListed));
        Assert.Equal((missing, exposure), (level.Missing, level.Exposure?.ToString()));
        if (kb is not null)
            Assert.Equal(kb, level.Kb);
    }

    private static void Untold(Snapshot snapshot)
    {
        var level = Assert.Single(snapshot.Of<PatchLevelFact>());
        Assert.Null(level.ReleasedOn);
        Assert.Null(level.Kb);
        Assert.Null(level.Missing);
        Assert.Null(level.Exposure);
    }

    private static PatchLevelFact Level(string recording) => Assert.Single(Machine.Answering(recording).Of<PatchLevelFact>());

    private static string Reason(Snapshot snapshot, string property) =>
        string.Join("; ", snapshot.GapsIn<PatchLevelFact>().Where(gap => gap.Property == property).Select(gap => gap.Message));

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Host(
        long build,
        long revision,
        int type,
        string asked,
        string? hotfix = null,
        string? installed = null,
        bool pending = false
    ) =>
        $$"""
            { "recordedAt": "{{asked}}T03:00:00Z",
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { "BuildNumber": "{{build}}", "Version": "10.0.{{build}}", "ProductType": {{type}} } ],
                "Win32_QuickFixEngineering": [ {{(
                hotfix is null ? null : $$"""{ "HotFixID": "{{hotfix}}", "InstalledOn": "{{installed}}" }"""
            )}} ] } },
              "registry": {
                {{(pending ? $"\"{Servicing}\": {{}}," : null)}}
                "{{CurrentVersion}}": { "UBR": { "type": "REG_DWORD", "data": {{revision}} } } },
              "absent": [ {{(pending ? null : $"\"registry:{Servicing}\",")}}
                "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired" ] }
            """;
}
