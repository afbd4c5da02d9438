using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Lifecycle;

/// <summary>
/// The catalogue as its file is written, a line for each cycle: what changes is changed there, and all else stays as it was, down to the
/// byte.
/// </summary>
internal static partial class CatalogText
{
    /// <exception cref="InputException">A line that must be there isn't.</exception>
    public static string With(string path, string text, IReadOnlyList<Difference> differences, IReadOnlyList<LifecycleSource> sources)
    {
        var lines = text.Split('\n').ToList();
        foreach (var difference in differences.Where(each => each.Line is not null))
            Apply(path, lines, difference);
        foreach (var source in sources)
            Date(path, lines, source);
        var newest = sources.Max(source => source.Day);
        var edition = lines.FindIndex(line => line.StartsWith("  \"edition\"", StringComparison.Ordinal));
        if (edition < 0)
            throw Trouble.In(path, "it has no line for its edition");
        // The edition is the day of the newest of the large sources.
        if (string.CompareOrdinal(lines[edition].Split('"')[3], $"{newest:yyyy-MM-dd}") < 0)
            lines[edition] = $"  \"edition\": \"{newest:yyyy-MM-dd}\",";
        return string.Join("\n", lines);
    }

    private static void Apply(string path, List<string> lines, Difference difference)
    {
        var product = lines.IndexOf($"      \"id\": \"{difference.Product}\",");
        var first = product < 0 ? -1 : lines.FindIndex(product, line => line.Trim() == "\"cycles\": [");
        var last = first < 0 ? -1 : lines.FindIndex(first, line => line.Trim() is "]" or "],");
        if (last < 0)
            throw Trouble.In(path, $"the cycles of '{difference.Product}' don't stand in lines of their own");
        if (difference.Kind == DifferenceKind.New)
        {
            lines.Insert(first + 1, $"        {difference.Line},");
            return;
        }

        var at = lines.FindIndex(
            first,
            last - first,
            line =>
                Named().Match(line).Groups["name"].Value == difference.Cycle
                && line.Contains(difference.Line!.Split(", \"ends\"")[0][2..], StringComparison.Ordinal)
        );
        if (at < 0)
            throw Trouble.In(path, $"the cycle '{difference.Cycle}' of '{difference.Product}' doesn't stand in a line of its own");
        lines[at] = $"        {difference.Line}{(lines[at].EndsWith(',') ? "," : string.Empty)}";
    }

    private static void Date(string path, List<string> lines, LifecycleSource source)
    {
        var at = lines.IndexOf($"      \"id\": \"{source.Id}\",");
        if (at < 0)
            throw Trouble.In(path, $"it has no source '{source.Id}'");
        var end = lines.FindIndex(at, line => line.Trim() is "}" or "},");
        for (var line = at; line < end; line++)
        {
            lines[line] =
                lines[line].StartsWith("      \"date\"", StringComparison.Ordinal) ? $"      \"date\": \"{source.Day:yyyy-MM-dd}\""
                : source.Revision is not null && lines[line].StartsWith("      \"revision\"", StringComparison.Ordinal)
                    ? $"      \"revision\": \"{source.Revision}\","
                : lines[line];
        }
    }

    [GeneratedRegex("^\\s*\\{ \"cycle\": \"(?<name>[^\"]*)\"")]
    private static partial Regex Named();
}
