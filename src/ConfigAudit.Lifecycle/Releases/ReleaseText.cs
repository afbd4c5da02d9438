using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using Newtonsoft.Json;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>The catalogue of releases as its file is written: a line for each, the newest first.</summary>
internal static class ReleaseText
{
    private const string Start = "  \"builds\": [";

    /// <summary>What stands above the builds stays, but for the days.</summary>
    /// <exception cref="InputException">A line that must be there isn't.</exception>
    public static string With(string path, string text, IEnumerable<WindowsBuild> builds, DateOnly day)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.IndexOf(Start);
        var edition = lines.FindIndex(line => line.StartsWith("  \"edition\"", StringComparison.Ordinal));
        var source = lines.IndexOf("      \"id\": \"release-health\",");
        var dated = source < 0 ? -1 : lines.FindIndex(source, line => line.StartsWith("      \"date\"", StringComparison.Ordinal));
        if (start < 0 || edition < 0 || dated < 0)
            throw Trouble.In(path, "its edition, the source 'release-health' or its builds don't stand in lines of their own");
        lines[edition] = $"  \"edition\": \"{day:yyyy-MM-dd}\",";
        lines[dated] = $"      \"date\": \"{day:yyyy-MM-dd}\"";
        var ordered = builds.OrderBy(each => each.Build).ThenBy(each => each.Systems[0]);
        return string.Join("\n", lines.Take(start + 1)) + "\n" + string.Join(",\n", ordered.Select(Written)) + "\n  ]\n}\n";
    }

    private static string Written(WindowsBuild build) =>
        string.Join(
            "\n",
            "    {",
            string.Create(CultureInfo.InvariantCulture, $"      \"build\": {build.Build},"),
            $"      \"system\": [{string.Join(", ", build.Systems.Select(system => $"\"{system}\""))}],",
            $"      \"title\": {JsonConvert.ToString(build.Title)},",
            "      \"releases\": [",
            string.Join(",\n", build.Releases.Reverse().Select(Written)),
            "      ]",
            "    }"
        );

    private static string Written(WindowsRelease release)
    {
        var kb = release.Kb is { } article ? $", \"kb\": \"{article}\"" : string.Empty;
        var security = release.IsSecurity && release.Kind == WindowsReleaseKind.OutOfBand ? ", \"security\": true" : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"        {{ \"revision\": {release.Revision}, \"day\": \"{release.Day:yyyy-MM-dd}\", \"kind\": \"{release.Kind}\"{kb}{security} }}"
        );
    }
}
