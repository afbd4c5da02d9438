using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Reads the catalogue of Windows releases. What can't be true of releases is no catalogue: from it a host would get another
/// level.</summary>
internal static class WindowsReleaseFile
{
    public const string Format = "ConfigAudit.WindowsReleases/1";

    private static readonly Regex Kb = LinearPattern.Of("^KB[0-9]{6,8}$");

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<WindowsBuild> Load(string path)
    {
        var root = JsonDocument.Load(path, Format).Root;
        var nodes = root.Objects("builds").ToArray();
        if (nodes.Length == 0)
            throw root["builds"].Error(new LocalText("ビルドが1つもありません", "there is no build in it"));
        var builds = nodes.Select(Build).ToArray();
        for (var at = 0; at < builds.Length; at++)
        {
            var before = builds
                .Take(at)
                .FirstOrDefault(each => each.Build == builds[at].Build && each.Systems.Intersect(builds[at].Systems).Any());
            if (before is not null)
            {
                throw nodes[at]
                    ["build"]
                    .Error(
                        new LocalText(
                            $"ビルド {before.Build} は、同じ種類のホストについて2回書かれています",
                            $"build {before.Build} is listed twice for one kind of host"
                        )
                    );
            }
        }

        return new EntryList<WindowsBuild>(root["edition"].Day(), builds);
    }

    private static WindowsBuild Build(JsonNode node)
    {
        var systems = node["system"].Elements().Select(system => system.Enum<HostKind>()).ToArray();
        var releases = node.Objects("releases")
            .Select(each => (Node: each, Release: Release(each)))
            .OrderBy(each => each.Release.Revision)
            .ToArray();
        if (systems.Length == 0 || releases.Length == 0)
        {
            throw node.Error(
                new LocalText("'system' と 'releases' には1つ以上が必要です", "'system' and 'releases' have at least one each")
            );
        }

        foreach (var (below, above) in releases.Zip(releases.Skip(1), (below, above) => (below, above)))
            Follows(below.Release, above.Release, above.Node);
        return new WindowsBuild(Positive(node["build"]), systems, node.Text("title"), releases.Select(each => each.Release).ToArray());
    }

    /// <summary>Revisions only grow, so a higher one is no older.</summary>
    private static void Follows(WindowsRelease below, WindowsRelease above, JsonNode node)
    {
        if (below.Revision == above.Revision)
        {
            throw node["revision"]
                .Error(new LocalText($"リビジョン {above.Revision} が2回書かれています", $"revision {above.Revision} is listed twice"));
        }

        if (above.Day < below.Day)
        {
            throw node["day"]
                .Error(
                    new LocalText(
                        $"リビジョン {above.Revision}（{above.Day:yyyy-MM-dd}）が、それより小さい {below.Revision}（{below.Day:yyyy-MM-dd}）より前の日付です",
                        $"revision {above.Revision} of {above.Day:yyyy-MM-dd} is older than {below.Revision} of {below.Day:yyyy-MM-dd}, which is lower"
                    )
                );
        }
    }

    private static WindowsRelease Release(JsonNode node)
    {
        var kind = node["kind"].Enum<WindowsReleaseKind>();
        var kb = node.TextOrNull("kb");
        if (kb is not null && !Kb.IsMatch(kb))
            throw node["kb"].Error(new LocalText("KB5101650 のような番号が必要です", "a number such as KB5101650 is wanted"));
        return new WindowsRelease(Positive(node["revision"]), node["day"].Day(), kind)
        {
            Kb = kb,
            IsSecurity =
                kind is WindowsReleaseKind.Security or WindowsReleaseKind.Baseline or WindowsReleaseKind.Hotpatch
                || (node.Has("security") && node["security"].Flag()),
        };
    }

    private static long Positive(JsonNode node) =>
        node.Number() is > 0 and <= uint.MaxValue and var number
            ? number
            : throw node.Error(new LocalText("1以上の数が必要です", "a number of 1 or more is wanted"));
}
