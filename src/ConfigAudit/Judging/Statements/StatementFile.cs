using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Statements;

/// <summary>A JSON file of waivers, format ConfigAudit.Waivers/1, or of attestations, format ConfigAudit.Attestations/1. A bad entry costs
/// itself alone.</summary>
internal static class StatementFile
{
    private const string Waivers = "ConfigAudit.Waivers/1";
    private const string Attestations = "ConfigAudit.Attestations/1";

    /// <exception cref="InputException">The file can't be used.</exception>
    public static IReadOnlyList<Waiver> ReadWaivers(string path, Action<InputException> problem) =>
        Read(path, Waivers, "waivers", problem, Waiver.Read);

    /// <exception cref="InputException">The file can't be used.</exception>
    public static IReadOnlyList<Attestation> ReadAttestations(string path, Action<InputException> problem) =>
        Read(
            path,
            Attestations,
            "attestations",
            problem,
            (node, source) => Attestation.Read(node, source, Path.GetDirectoryName(Path.GetFullPath(path))!)
        );

    /// <summary>Adds waivers to a file, or makes it. One that is about the same findings and days gives way; what holds on other days is
    /// somebody's decision, and stays.</summary>
    /// <returns>How many gave way, and how many of those added stand beside others of the same findings whose days overlap.</returns>
    /// <exception cref="InputException">There is a file, and it can't be used: nothing is written.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static (int Replaced, int Beside) Add(string path, IEnumerable<Waiver> waivers)
    {
        var (replaced, beside) = (0, 0);
        Change(
            path,
            Waivers,
            "waivers",
            entries =>
            {
                var known = entries
                    .Select(entry => (Entry: entry, Waiver: WaiverOf(path, entry)))
                    .Where(each => each.Waiver is not null)
                    .GroupBy(each => each.Waiver!.Selector.Key)
                    .ToDictionary(same => same.Key, same => same.ToList());
                foreach (var waiver in waivers)
                {
                    if (!known.TryGetValue(waiver.Selector.Key, out var same))
                        known[waiver.Selector.Key] = same = new List<(JToken Entry, Waiver? Waiver)>();
                    foreach (var old in same.Where(old => old.Waiver!.From == waiver.From && old.Waiver.Until == waiver.Until).ToArray())
                    {
                        old.Entry.Remove();
                        same.Remove(old);
                        replaced++;
                    }

                    if (same.Exists(old => old.Waiver!.From <= waiver.Until && waiver.From <= old.Waiver.Until))
                        beside++;
                    JToken added = waiver.Write();
                    entries.Add(added);
                    same.Add((added, waiver));
                }
            }
        );
        return (replaced, beside);
    }

    /// <summary>Puts an attestation into a file, or makes it. One that is about the same findings gives way.</summary>
    /// <exception cref="InputException">There is a file, and it can't be used: nothing is written.</exception>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static void Set(string path, Attestation attestation) =>
        Change(
            path,
            Attestations,
            "attestations",
            entries =>
            {
                foreach (
                    var old in entries
                        .Where(entry => attestation.Selector.IsSame(FindingSelector.Read(new JsonNode(path, entry))))
                        .ToArray()
                )
                {
                    old.Remove();
                }

                entries.Add(attestation.Write());
            }
        );

    /// <summary>Null for one that can't be used: it costs itself alone, and stays for whoever mends it.</summary>
    private static Waiver? WaiverOf(string path, JToken entry)
    {
        try
        {
            return entry is JObject ? Waiver.Read(new JsonNode(path, entry), path) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    internal static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static List<T> Read<T>(
        string path,
        string format,
        string member,
        Action<InputException> problem,
        Func<JsonNode, string, T> read
    )
    {
        var root = JsonList.Head(path, format, member);
        root.AllowOnly("$schema", "format", member);
        _ = root[member];
        var entries = new List<T>();
        JsonList.Each(
            path,
            member,
            node =>
            {
                try
                {
                    entries.Add(
                        node.Token is JObject
                            ? read(node, $"{Path.GetFileName(path)}({node.Line})")
                            : throw node.Error(new LocalText("ここにはオブジェクトが必要です", "an object is wanted here"))
                    );
                }
                catch (InputException bad)
                {
                    problem(bad);
                }
            }
        );
        return entries;
    }

    private static void Change(string path, string format, string member, Action<JArray> change)
    {
        var root = File.Exists(path)
            ? (JObject)JsonDocument.Load(path, format).Root.Token
            : new JObject
            {
                ["$schema"] = member + ".schema.json",
                ["format"] = format,
                [member] = new JArray(),
            };
        if (root[member] is not JArray entries)
        {
            throw new JsonNode(path, root).Error(
                new LocalText($"ここに '{member}' がないか、配列ではありません", $"'{member}' is missing here, or no array")
            );
        }

        change(entries);
        JsonFile.Write(path, writer => root.WriteTo(writer));
    }
}
