using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>The catalogue of Windows releases: what can't be true of releases is no catalogue.</summary>
public sealed class WindowsReleaseFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Releases_come_in_order_whatever_the_file_s()
    {
        var build = Load(Row(2, "2026-02-10"), Row(3, "2026-03-10"), Row(1, "2026-01-13")).Single();
        Assert.Equal(new long[] { 1, 2, 3 }, build.Releases.Select(release => release.Revision));
    }

    [Theory]
    [InlineData(
        "revision 2 is listed twice",
        """{ "revision": 2, "day": "2026-02-10", "kind": "Security" }, { "revision": 2, "day": "2026-02-10", "kind": "Security" }"""
    )]
    [InlineData(
        "is older than 2 of 2026-02-10, which is lower",
        """{ "revision": 2, "day": "2026-02-10", "kind": "Security" }, { "revision": 3, "day": "2026-01-13", "kind": "Security" }"""
    )]
    [InlineData("1 or more", """{ "revision": 0, "day": "2026-02-10", "kind": "Security" }""")]
    [InlineData("1 or more", """{ "revision": -1, "day": "2026-02-10", "kind": "Security" }""")]
    [InlineData("1 or more", """{ "revision": 4294967296, "day": "2026-02-10", "kind": "Security" }""")]
    [InlineData("", """{ "revision": "2", "day": "2026-02-10", "kind": "Security" }""")]
    [InlineData("", """{ "revision": 2, "day": "2026-02-30", "kind": "Security" }""")]
    [InlineData("", """{ "revision": 2, "day": "2026-02-10", "kind": "B" }""")]
    [InlineData("KB5101650", """{ "revision": 2, "day": "2026-02-10", "kind": "Security", "kb": "5101650" }""")]
    [InlineData("at least one", "")]
    public void A_row_that_can_t_be_true_is_refused(string problem, string rows) => Assert.Contains(problem, Refused(File(rows)));

    [Fact]
    public void A_build_of_one_kind_of_host_stands_once()
    {
        var build =
            """{ "build": 26100, "system": ["SYSTEM"], "title": "Windows", "releases": [{ "revision": 2, "day": "2026-02-10", "kind": "Security" }] }""";
        string Two(string other) => Whole($"{build.Replace("SYSTEM", "Client")}, {build.Replace("SYSTEM", other)}");
        Assert.Equal(2, WindowsReleaseFile.Load(Two("Server")).Count);
        Assert.Contains("listed twice for one kind of host", Refused(Two("Client")));
    }

    [Fact]
    public void An_empty_or_cut_file_is_none()
    {
        Assert.Contains("there is no build", Refused(Whole(string.Empty)));
        var text = System.IO.File.ReadAllText(
            System.IO.Path.Combine(Machine.RepositoryRoot, "module", "catalogs", "windows-releases.json")
        );
        Assert.NotEmpty(Refused(_folder.File("cut.json", text.Substring(0, text.Length / 2))));
        Assert.NotEmpty(Refused(_folder.File("empty.json", string.Empty)));
    }

    /// <summary>Twelve of each hundred rows were taken from copies that tell the month alone, and got the second Tuesday.</summary>
    [Fact]
    public void Each_month_s_release_since_2019_is_of_a_second_Tuesday() =>
        Assert.Empty(
            Machine
                .Catalogs.WindowsReleases.SelectMany(build => build.Security.Where(release => release.Kind != WindowsReleaseKind.OutOfBand))
                .Where(release =>
                    release.Day.Year >= 2019 && (release.Day.DayOfWeek != DayOfWeek.Tuesday || release.Day.Day is < 8 or > 14)
                )
                .Select(release => release.ToString())
        );

    [Fact]
    public void The_builds_that_are_in_use_are_listed()
    {
        var builds = Machine.Catalogs.WindowsReleases;
        Assert.All(new long[] { 14393, 17763, 20348, 26100 }, build => Assert.Single(builds, each => each.IsFor(HostKind.Server, build)));
        Assert.All(
            new long[] { 10240, 14393, 17763, 19044, 19045, 22000, 22621, 22631, 26100, 26200, 28000 },
            build => Assert.Single(builds, each => each.IsFor(HostKind.Client, build))
        );
    }

    private EntryList<WindowsBuild> Load(params string[] rows) => WindowsReleaseFile.Load(File(string.Join(", ", rows)));

    private static string Refused(string path) => Assert.Throws<InputException>(() => WindowsReleaseFile.Load(path)).Told.En;

    private static string Row(long revision, string day) => $$"""{ "revision": {{revision}}, "day": "{{day}}", "kind": "Security" }""";

    private string File(string rows) =>
        Whole($$"""{ "build": 26200, "system": ["Client"], "title": "Windows 11 25H2", "releases": [{{rows}}] }""");

    private string Whole(string builds) =>
        _folder.File(
            "releases.json",
            $$"""{ "format": "ConfigAudit.WindowsReleases/1", "edition": "2026-08-22", "sources": [], "builds": [{{builds}}] }"""
        );
}
