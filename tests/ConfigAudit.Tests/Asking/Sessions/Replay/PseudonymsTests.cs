using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>A recording under other names keeps what is declared a fact, names nobody, and is judged as it was.</summary>
public sealed class PseudonymsTests : IDisposable
{
    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Recorded()
    {
        var paths = new TheoryData<string>();
        foreach (var path in Paths())
            paths.Add(path);
        return paths;
    }

    private static IEnumerable<string> Fleet() =>
        Directory
            .GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "*.json")
            .Where(path => !path.EndsWith("IN-PC-004.json", StringComparison.Ordinal));

    /// <summary>The example fleet, and real machines where the checkout stands beside them.</summary>
    private static IEnumerable<string> Paths() =>
        Fleet().Concat(Machine.SharedRecordings is { } shared ? Directory.GetFiles(shared, "*.json") : Array.Empty<string>());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whatever_a_collector_asks_is_declared()
    {
        var lacking = Asked()
            .SelectMany(pair =>
                pair.Value.Where(name =>
                        !Places(pair.Key).Any(place => place.Names.ContainsKey(name) || place.Names.ContainsKey(Disclosures.Every))
                    )
                    .Select(name => $"{pair.Key}: {name}")
            );
        Assert.Empty(lacking);
        Assert.All(Asked().Keys, place => Assert.NotEmpty(Places(place)));
    }

    [Fact]
    public void Nothing_is_declared_that_no_collector_asks()
    {
        var asked = Asked();
        foreach (var place in Disclosures.All)
        {
            var names = asked
                .Where(pair => Places(pair.Key).Contains(place))
                .SelectMany(pair => pair.Value)
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            Assert.True(asked.Keys.Any(key => Places(key).Contains(place)), $"nobody asks {place.Place}");
            var idle = place.Names.Keys.Where(name => name != Disclosures.Every && !names.Contains(name.Split('.')[0])).ToArray();
            Assert.True(idle.Length == 0, $"nobody asks {place.Place}: {string.Join(", ", idle)}");
        }
    }

    /// <summary>Each text of each recorded machine becomes one that would tell on it: what isn't declared a fact must not hold it
    /// afterwards.</summary>
    [Theory]
    [InlineData("MARKER-HOST-77")]
    [InlineData("taro.marker")]
    [InlineData("marker77.city.example.jp")]
    [InlineData(@"\\marker77\share$\marker77")]
    [InlineData(@"C:\Users\marker77\marker77.txt")]
    [InlineData(@"D:\marker77\税\marker77")]
    [InlineData("https://marker77.example.jp/marker77?q=marker77")]
    [InlineData("S-1-5-21-771177117-771177118-771177119-1177")]
    [InlineData("77.177.77.177")]
    [InlineData("2400:7711:7711::7711/64")]
    [InlineData("AA-77-11-77-11-77")]
    [InlineData("SERIAL771177MARKER")]
    [InlineData(
        "v2.31|Action=Allow|Active=TRUE|Dir=In|Name=marker77|App=C:\\Users\\marker77\\a.txt|RA4=77.177.77.177|New=marker77|marker77|"
    )]
    [InlineData("One!S-1-5-21-771177117-771177118-771177119-1177!marker77|marker77")]
    public void Nothing_that_names_somebody_outlives_it(string planted)
    {
        var hint = new Regex(@"marker|7711771|77\.177|2400:7711|AA[-:]77[-:]11|7711:7711", RegexOptions.IgnoreCase);
        var leaks = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Fleet())
        {
            var recording = RecordingFile.Load(path);
            Plant(recording, planted);
            Pseudonyms.Apply(recording, "PC001", Collector.All.SelectMany(collector => collector.SourcesBy(Machine.Catalogs)));
            RecordingWriter.Save(recording, "other", _folder["other.json"]);
            foreach (
                var text in JObject
                    .Parse(File.ReadAllText(_folder["other.json"]))
                    .DescendantsAndSelf()
                    .OfType<JValue>()
                    .Where(value => value.Value is string text && hint.IsMatch(text))
            )
            {
                // The name of a program is what stands there; it is a fact, whatever else it may seem to be.
                if (!IsFact(text))
                    leaks.Add($"{text.Path}: {text.Value}");
            }

            Assert.Empty(
                JObject
                    .Parse(File.ReadAllText(_folder["other.json"]))
                    .Descendants()
                    .OfType<JProperty>()
                    .Where(property => hint.IsMatch(property.Name) && property.Name.IndexOf('\\') < 0)
                    .Select(property => property.Path)
            );
        }

        Assert.True(leaks.Count == 0, string.Join("\n", leaks.Take(20)));
    }

    [Fact]
    public void What_is_not_declared_is_not_kept()
    {
        var recording = RecordingFile.Load(
            _folder.File(
                "PC001.json",
                """
                { "recordedAt": "2026-11-01T00:00:00Z",
                  "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "CSName": "PC001", "SerialNumber": "s-marker", "NumberOfUsers": 771177, "Debug": true } ], "Win32_BIOS": [ { "SerialNumber": "s-marker" } ] } },
                  "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion": { "RegisteredOwner": { "type": "REG_SZ", "data": "o-marker" }, "UBR": { "type": "REG_DWORD", "data": 7 } },
                    "HKEY_LOCAL_MACHINE\\SOFTWARE\\k-marker": { "v-marker": { "type": "REG_SZ", "data": "o-marker" } } },
                  "failures": { "root/cimv2:f-marker": "denied", "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\k-marker": "denied" }, "absent": [ "root/a-marker" ],
                  "partial": { "root/cimv2:Win32_OperatingSystem": "PC001 p-marker" }, "conditions": { "root/cimv2:c-marker": [ "Name='c-marker'" ] } }
                """
            )
        );
        RecordingWriter.Save(recording, Pseudonyms.Apply(recording, "PC001").Computer, _folder["other.json"]);
        var text = File.ReadAllText(_folder["other.json"]);
        Assert.DoesNotContain("marker", text);
        Assert.DoesNotContain("771177", text);
        Assert.DoesNotContain("Debug", text);
        Assert.DoesNotContain("Win32_BIOS", text);
        Assert.Equal(
            7L,
            JObject.Parse(text)["registry"]![@"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion"]!["UBR"]!["data"]
        );
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void It_is_judged_as_it_was(string path)
    {
        var (before, after) = (Under(path, null), Under(path, "OTHER"));
        Assert.Equal(before, after);

        string[] Under(string from, string? name)
        {
            var kept = Kept(from);
            var file = name is null ? from : _folder["judged.json"];
            if (name is not null)
            {
                RecordingWriter.Save(
                    kept,
                    Pseudonyms
                        .Apply(
                            kept,
                            Path.GetFileNameWithoutExtension(from),
                            Collector.All.SelectMany(collector => collector.SourcesBy(Machine.Catalogs))
                        )
                        .Computer,
                    file
                );
            }

            return Evaluator
                .Evaluate(Mic, Machine.Recorded(file, Zone.Lgwan))
                .Select(finding => $"{finding.CheckId} {finding.Outcome}")
                .ToArray();
        }
    }

    /// <summary>What Save-ConfigAuditRecording would keep of it.</summary>
    private static Recording Kept(string path)
    {
        Recorder? made = null;
        var options = new SessionOptions
        {
            Wrap = (_, source) => made = new Recorder(source, Collector.All.SelectMany(collector => collector.Sources)),
        };
        new Audit(Machine.Catalogs, Collector.All, options, new Listener())
            .SnapshotAsync(
                new Target(Path.GetFileNameWithoutExtension(path)) { RecordingPath = path, Zone = Zone.Lgwan },
                TimeSpan.FromMinutes(1),
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        return made!.Recording;
    }

    private static void Plant(Recording recording, string text)
    {
        foreach (var source in recording.Instances.Keys.ToArray())
            recording.Instances[source] = recording.Instances[source].Select(Planted).ToArray();
        foreach (var source in recording.Methods.Keys.ToArray())
            recording.Methods[source] = recording.Methods[source].Select(call => new RecordedCall(call.In, Planted(call.Out))).ToArray();
        foreach (var values in recording.Registry.Values)
        {
            foreach (var name in values.Keys.ToArray())
                values[name] = Other(values[name]);
            if (!text.Contains('\\'))
                values["n-" + text] = text;
        }

        foreach (var scope in recording.Partial.Keys.ToArray())
            recording.Partial[scope] = text;

        object? Other(object? value) =>
            value switch
            {
                string => text,
                CimRow row => Planted(row),
                object?[] values => values.Select(Other).ToArray(),
                _ => value,
            };

        CimRow Planted(CimRow row) => new(row.Names.ToDictionary(name => name, name => Other(row[name]), StringComparer.OrdinalIgnoreCase));
    }

    private static bool IsFact(JToken value)
    {
        // instances/namespace/class[n]/property…, methods/namespace/method[n]/out/parameter[n]/property, registry/key/value/data
        var names = value.AncestorsAndSelf().OfType<JProperty>().Select(property => property.Name).Reverse().ToArray();
        var place = names[0] == "registry" ? $"registry:{names[1]}" : $"{names[1]}:{names[2]}";
        return Places(place)
            .SelectMany(each => names.Where(each.Names.ContainsKey).Select(name => each.Names[name]))
            .Any(kind => kind is Disclosure.Fact or Disclosure.Program);
    }

    private static Disclosed[] Places(string place) =>
        Known.GetOrAdd(place, asked => Disclosures.All.Where(each => IsOf(each.Place, asked)).ToArray());

    private static readonly ConcurrentDictionary<string, Disclosed[]> Known = new();

    /// <summary>Any key in braces; and the key above, whose keys are what is asked for.</summary>
    private static bool IsOf(string declared, string place)
    {
        var pattern = Regex.Replace(Regex.Escape(declared), @"\\\{(?:Sid|Program|SyncRoot)}", @"[^\\]+");
        var above = Regex.Replace(declared, @"\\\{\w+\}$", string.Empty);
        return Regex.IsMatch(place, $"^{pattern}$", RegexOptions.IgnoreCase)
            || (
                above != declared
                && Regex.IsMatch(
                    place,
                    "^" + Regex.Replace(Regex.Escape(above), @"\\\{(?:Sid|Program|SyncRoot)}", @"[^\\]+") + "$",
                    RegexOptions.IgnoreCase
                )
            );
    }

    /// <summary>What the collectors declare, and what their conditions look at.</summary>
    private static Dictionary<string, HashSet<string>> Asked()
    {
        var asked = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var source in Collector.All.SelectMany(collector => collector.Sources))
            Of(source.Place).UnionWith(source.Names);
        foreach (var path in Paths())
        {
            var options = new SessionOptions
            {
                Wrap = (_, source) =>
                    new Looking(
                        source,
                        query =>
                        {
                            lock (asked)
                                Of(query.Source).UnionWith(WqlStatement.Parse(query.Wql).ConditionNames);
                        }
                    ),
            };
            new Audit(Machine.Catalogs, Collector.All, options, new Listener())
            {
                Wanted = new CollectionOptions { LogonsSince = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero) },
            }
                .SnapshotAsync(new Target("PC001") { RecordingPath = path }, TimeSpan.FromMinutes(1), CancellationToken.None)
                .GetAwaiter()
                .GetResult();
        }

        return asked;

        HashSet<string> Of(string place) =>
            asked.TryGetValue(place, out var names) ? names : asked[place] = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    }

    private sealed class Looking : ICimSource
    {
        private readonly ICimSource _inner;
        private readonly Action<CimQuery> _look;

        public Looking(ICimSource inner, Action<CimQuery> look) => (_inner, _look) = (inner, look);

        public string Protocol => _inner.Protocol;

        public DateTimeOffset? Now => _inner.Now;

        public System.Threading.Tasks.Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token)
        {
            _look(query);
            return _inner.QueryAsync(query, token);
        }

        public System.Threading.Tasks.Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) => _inner.InvokeAsync(call, token);

        public void Dispose() => _inner.Dispose();
    }
}
