using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ConfigAudit.Lifecycle;

/// <summary>
/// A downloaded copy of endoflife.date (MIT): the folder <c>products</c> of its repository, a file of YAML front matter a product, with
/// <c>releases</c> of <c>releaseCycle</c>, <c>eol</c> and <c>eoes</c>.
/// </summary>
internal static class EndOfLifeFolder
{
    private const string Fence = "---";

    /// <exception cref="InputException">The folder or a file of it can't be read, or isn't what it should be.</exception>
    public static LifecycleSource Read(string folder, DateOnly day, string? revision)
    {
        var products = Directory.Exists(Path.Combine(folder, "products")) ? Path.Combine(folder, "products") : folder;
        if (!Directory.Exists(products))
            throw Trouble.In(folder, "there is no such folder");
        var files = Directory.GetFiles(products, "*.md").Order(StringComparer.Ordinal).ToArray();
        return files.Length == 0
            ? throw Trouble.In(products, "it holds no product (*.md): the folder 'products' of endoflife.date's repository is wanted")
            : new LifecycleSource(
                "endoflife.date",
                day,
                files.ToDictionary(file => Path.GetFileNameWithoutExtension(file), Releases, StringComparer.Ordinal)
            )
            {
                Revision = revision,
            };
    }

    private static IReadOnlyList<SourceCycle> Releases(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            var end = Array.IndexOf(lines, Fence, Math.Min(1, lines.Length));
            if (lines.Length == 0 || lines[0] != Fence || end < 0)
                throw Trouble.In(path, "it has no front matter between two lines of '---'");
            var yaml = new YamlStream();
            yaml.Load(new StringReader(string.Join("\n", lines[1..end])));
            return Member((YamlMappingNode)yaml.Documents[0].RootNode, "releases") is YamlSequenceNode releases
                ? releases.Children.Cast<YamlMappingNode>().Select(release => Release(path, release)).ToArray()
                : throw Trouble.In(path, "it has no 'releases'");
        }
        catch (Exception bad) when (bad is YamlException or InvalidCastException or IOException or UnauthorizedAccessException)
        {
            throw Trouble.In(path, bad.Message);
        }
    }

    private static SourceCycle Release(string path, YamlMappingNode release)
    {
        var name = Text(release, "releaseCycle") ?? throw Trouble.In(path, $"line {release.Start.Line}: a release has no 'releaseCycle'");
        var released = Text(release, "releaseDate") is { } day ? Day(path, name, day) : (DateOnly?)null;
        return new SourceCycle(name, Ends(path, name, Text(release, "eol")), Extended(path, name, Text(release, "eoes")), released);
    }

    private static JValue? Ends(string path, string name, string? text) =>
        text switch
        {
            null => null,
            "true" => new JValue(true),
            "false" => new JValue(false),
            _ => new JValue(Written(Day(path, name, text))),
        };

    /// <summary>Whether there is some, without a day, says nothing of how long.</summary>
    private static string? Extended(string path, string name, string? text) =>
        text is null or "true" or "false" ? null : Written(Day(path, name, text));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string path, string name, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Trouble.In(path, $"release {name}: '{text}' is no day (yyyy-MM-dd)");

    private static string? Text(YamlMappingNode node, string name) =>
        Member(node, name) is YamlScalarNode { Value: { Length: > 0 } text } ? text : null;

    private static YamlNode? Member(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null;
}
