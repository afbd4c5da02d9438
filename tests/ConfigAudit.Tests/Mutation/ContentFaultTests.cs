using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;
using Xunit;

namespace ConfigAudit.Tests.Mutation;

/// <summary>
/// One of three hosts throws, or answers, what nobody foresaw, at every stage. The run ends, the other hosts' findings are those of a run
/// without it, and of the bad host
/// nothing passes by what was lost.
/// </summary>
public sealed class ContentFaultTests
{
    private const string Bad = "LG-PC-002";

    private static readonly string[] Three = { "LG-PC-001", Bad, "MN-SV-001" };

    private static readonly string City = Path.Combine(Machine.RepositoryRoot, "examples", "municipality");

    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03",
        "MIC-Recommended",
        "MIC-BetaPrime"
    );

    private static readonly Lazy<RegisterSet> Registers = new(() =>
        RegisterSet.Load(
            new[] { Path.Combine(City, "registers") },
            bad => throw bad,
            new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9))
        )
    );

    /// <summary>A run without the bad host's faults.</summary>
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Told>>> Good = new(() => RunAsync(null));

#pragma warning disable CA2201 // As the runtime throws them.
    private static readonly Func<Exception>[] Faults =
    {
        () => new InvalidOperationException("fault"),
        () => new OverflowException("fault"),
        () => new RegexMatchTimeoutException("x", "y", TimeSpan.FromSeconds(1)),
        () => new NullReferenceException("fault"),
        () => new ArgumentOutOfRangeException("fault"),
        () => new FormatException("fault"),
        () => new KeyNotFoundException("fault"),
        () => new InvalidCastException("fault"),
        () => new IOException("fault"),
        () => new AggregateException(new InvalidOperationException("fault")),
        () => new OutOfMemoryException("fault"),
        () => new OperationCanceledException("nobody gave up"),
    };
#pragma warning restore CA2201

    /// <summary>What is put in the place of values, by a name for it.</summary>
    public static TheoryData<string> Hostilities() => new(Hostile.Keys.ToArray());

    private static readonly Dictionary<string, Func<string, object, object?>> Hostile = new()
    {
        ["a clock at the end of time"] = (_, value) =>
            value is string text && CimDateTime.Parse(text) is not null ? "99991231235959.999999+000" : value,
        ["a clock before all time"] = (_, value) =>
            value is string text && CimDateTime.Parse(text) is not null ? "00010101000000.000000+840" : value,
        ["U+FFFE in each text"] = (_, value) => value is string text ? text + "\uFFFE" : value,
        ["half a character in each text"] = (_, value) => value is string text ? text + "\uD800" : value,
        ["nothing but NUL"] = (_, value) => value is string ? "\0" : value,
        ["escapes of a terminal"] = (_, value) => value is string ? "\u001B]0;x\u0007\u001B[2J" : value,
        ["80,000 characters of a proxy"] = (name, value) =>
            value is string && name is "sValue" or "Name" or "DisplayName" ? string.Concat(Enumerable.Repeat("a:", 40_000)) + "=@x" : value,
        ["80,000 backslashes and quotes"] = (name, value) =>
            value is string && name is "sValue" or "Name" or "Antecedent" or "PartComponent"
                ? string.Concat(Enumerable.Repeat("\\\"", 40_000))
                : value,
        ["scalars for lists"] = (_, value) => value is IEnumerable and not string ? 7L : value,
        ["lists for scalars"] = (_, value) => value is string or long or bool ? new object?[] { value, null, value } : value,
        ["nulls in lists"] = (_, value) => value is IEnumerable list and not string ? list.Cast<object?>().Append(null).ToArray() : value,
        ["the greatest numbers"] = (_, value) => value is long ? long.MaxValue : value,
        ["the least numbers"] = (_, value) => value is long ? long.MinValue : value,
        ["numbers beyond long"] = (_, value) => value is long ? ulong.MaxValue : value,
        ["not a number"] = (_, value) => value is long ? double.NaN : value,
        ["numbers for texts"] = (_, value) => value is string ? long.MaxValue : value,
        ["texts for numbers"] = (_, value) => value is long number ? "x" + number.ToString(CultureInfo.InvariantCulture) : value,
        ["rows for texts"] = (_, value) => value is string ? new CimRow(new Dictionary<string, object?> { ["Name"] = null }) : value,
        ["nothing"] = (_, _) => null,
    };

    [Fact]
    public async Task An_exception_at_any_question_costs_that_host_alone()
    {
        var good = await Good.Value;
        FaultySource? counting = null;
        await RunAsync((_, source) => counting = new FaultySource(source, -1, () => new InvalidOperationException()));
        var count = counting!.Asked;
        Assert.InRange(count, 100, 10_000);
        var wrong = new List<string>();
        for (var (at, fault) = (0, 0); at <= count; at += Step(at, count), fault++)
        {
            var (number, thrown) = (at, Faults[fault % Faults.Length]);
            wrong.AddRange(
                (
                    await TryAsync(
                        (_, source) => new FaultySource(source, number, thrown),
                        good,
                        $"question {number}, {thrown().GetType().Name}",
                        isThrown: true
                    )
                ).Take(3)
            );
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join("\n", wrong.Take(40))}");
    }

    [Theory]
    [MemberData(nameof(Hostilities))]
    public async Task Hostile_answers_cost_that_host_alone(string what)
    {
        var wrong = await TryAsync((_, source) => new HostileSource(source, Hostile[what]), await Good.Value, what, isThrown: false);

        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
    }

    /// <summary>A session that throws as it is opened, in place of an answer, is no different.</summary>
    [Fact]
    public async Task An_exception_while_the_session_opens_costs_that_host_alone()
    {
        var good = await Good.Value;
        foreach (var fault in Faults)
            Assert.Empty(await TryAsync((_, _) => throw fault(), good, $"opening, {fault().GetType().Name}", isThrown: true));
    }

    private static int Step(int at, int count) => Extent.IsWhole || at < 3 ? 1 : Math.Max(1, count / 24);

    private static async Task<IReadOnlyList<string>> TryAsync(
        Func<Target, ICimSource, ICimSource> around,
        IReadOnlyDictionary<string, Told> good,
        string what,
        bool isThrown
    )
    {
        IReadOnlyDictionary<string, Told> told;
        try
        {
            told = await RunAsync(around);
        }
        catch (Exception bad)
        {
            return new[]
            {
                $"{what}: the run of all hosts ended with {bad.GetType().Name}: {bad.Message} {bad.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("ConfigAudit.") && !line.Contains("Tests"))?.Trim()}",
            };
        }

        var wrong = Three.Where(name => !told.ContainsKey(name)).Select(name => $"{what}: {name} left the count").ToList();
        foreach (var name in Three.Where(name => name != Bad && told.ContainsKey(name)))
            wrong.AddRange(good[name].Lines.Except(told[name].Lines).Select(line => $"{what}: {name} was {line}"));
        if (told.TryGetValue(Bad, out var host))
            wrong.AddRange(OfBad(host, good[Bad], isThrown).Select(line => $"{what}: {line}"));
        return wrong;
    }

    /// <summary>What is wrong with the bad host's own findings.</summary>
    private static IEnumerable<string> OfBad(Told host, Told good, bool isThrown)
    {
        if (host.Findings.Count != good.Findings.Count)
            yield return $"{host.Findings.Count} findings and not {good.Findings.Count}";
        if (isThrown && !host.Snapshot.Gaps.Any(gap => gap.Kind == GapKind.Unusable))
            yield return "no gap of kind Unusable";
        foreach (var finding in isThrown ? host.Findings : Array.Empty<Finding>())
        {
            var before = good.Findings.FirstOrDefault(each => each.CheckId == finding.CheckId)?.Outcome;
            var isSame =
                finding.Outcome == before
                && finding.Check!.Facts.All(type => Same(host.Snapshot.Table.Set(type), good.Snapshot.Table.Set(type)));
            if (!isSame && finding.Outcome is Outcome.Pass or Outcome.Fail && (finding.Outcome == Outcome.Pass || before != Outcome.Fail))
                yield return $"{finding.CheckId} is {finding.Outcome}, was {before}";
        }
    }

    private static bool Same(FactSet one, FactSet other) =>
        one.Facts.Count == other.Facts.Count
        && one.Gaps.Count == other.Gaps.Count
        && one.Facts.Zip(other.Facts, (a, b) => one.Type.Properties.All(property => property.Format(a) == property.Format(b)))
            .All(same => same);

    /// <summary>The run as a user has it: hosts asked, each judged and held against the registers as it comes, and the organisation at the
    /// end.</summary>
    private static async Task<IReadOnlyDictionary<string, Told>> RunAsync(Func<Target, ICimSource, ICimSource>? aroundBad)
    {
        var targets = InventoryFile
            .Read(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", "inventory.csv"), bad => throw bad)
            .Where(target => Three.Contains(target.ComputerName))
            .ToArray();
        var judge = new Judge(
            Mic,
            Registers.Value,
            new StatementSet(Array.Empty<Waiver>(), Array.Empty<Attestation>(), new DateTime(2026, 11, 16))
        );
        var told = new ConcurrentDictionary<string, Told>();
        var options = new SessionOptions
        {
            Wrap = aroundBad is null ? null : (target, source) => target.ComputerName == Bad ? aroundBad(target, source) : source,
        };
        using var queue = TargetQueue.Of(targets);
        await new Audit(Machine.Catalogs, Collector.All, options, new Listener()).RunAsync(
            queue,
            new AuditLimits(3),
            null,
            snapshot => told[snapshot.ComputerName] = new Told(Read(snapshot), judge.Of(snapshot).Findings),
            CancellationToken.None
        );
        Assert.NotNull(judge.OfOrganisation());
        return told;
    }

    /// <summary>As it comes out of a file: what was learnt must be fit to be kept.</summary>
    private static Snapshot Read(Snapshot snapshot) => new SnapshotFile(FactTypes.Shipped).Load("x.json", SnapshotFile.Bytes(snapshot));

    private sealed record Told(Snapshot Snapshot, IReadOnlyList<Finding> Findings)
    {
        public IEnumerable<string> Lines =>
            Findings.Select(finding => $"{finding.CheckId} {finding.Outcome}: {finding.Reason} {finding.Actual} {finding.Evidence}");
    }
}
