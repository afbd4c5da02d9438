using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>
/// A public copy that the catalogue is held against: the JSON of bm2025bm/WindowsBuildTracker (build, year, month, KB), that of
/// ZentrixLabs/windows-version-feed (the fixed builds and KBs of Microsoft's security updates by CVE), or one of Microsoft's pages.
/// </summary>
internal static partial class ReleaseCopy
{
    /// <exception cref="InputException">It can't be read, or is none of these.</exception>
    public static IReadOnlyList<ReleaseRow> Read(string path, ICollection<string> odd)
    {
        if (!Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return ReleasePage.Read(path, odd);
        try
        {
            var root = JsonConvert.DeserializeObject<JToken>(File.ReadAllText(path));
            var rows = root switch
            {
                JObject tracker when tracker["builds"] is JArray builds => builds.Select(Tracked),
                JArray feed => feed.SelectMany(cve => cve["patches"]!).Select(Fixed),
                _ => throw Trouble.In(path, "it is neither WindowsBuildTracker's nor windows-version-feed's"),
            };
            return rows.OfType<ReleaseRow>().Distinct().ToArray();
        }
        catch (Exception bad)
            when (bad
                    is JsonException
                        or IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or FormatException
                        or InvalidOperationException
            )
        {
            throw Trouble.In(path, bad.Message);
        }
    }

    private static ReleaseRow? Tracked(JToken row) =>
        Row(row.Value<string>("build"), row.Value<string>("kb"), null) is { } told
            ? told with
            {
                Month = new DateOnly(row.Value<int>("year"), row.Value<int>("month"), 1),
            }
            : null;

    private static ReleaseRow? Fixed(JToken row)
    {
        var os = row.Value<string>("os") ?? string.Empty;
        var system =
            os.Contains("Server", StringComparison.Ordinal) ? HostKind.Server
            : os.Contains("Windows 1", StringComparison.Ordinal) ? HostKind.Client
            : (HostKind?)null;
        return Row(row.Value<string>("fixedBuild"), row.Value<string>("kb"), system);
    }

    private static ReleaseRow? Row(string? build, string? kb, HostKind? system) =>
        Build().Match(build ?? string.Empty) is { Success: true } match
            ? new ReleaseRow(Number(match, "build"), system, Number(match, "revision")) { Kb = kb is { Length: > 0 } ? kb : null }
            : null;

    private static long Number(Match match, string group) =>
        long.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(10\.0\.)?(?<build>[0-9]{5})\.(?<revision>[0-9]{1,6})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Build();
}
