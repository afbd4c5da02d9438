using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A recorded machine that can be asked again with some of its answers changed: only the collectors that asked for those ask
/// again.</summary>
internal sealed class RecordedHost
{
    private readonly ICimSource _source;
    private readonly CollectionOptions _wanted;
    private readonly Snapshot _whole;
    private readonly Dictionary<Collector, (HashSet<Question> Asked, IReadOnlyList<FactSet> Sets)> _told = new();
    private readonly Dictionary<Question, CimAnswer> _answers = new();
    private readonly (HostKind? Kind, long? Build) _system;

    public RecordedHost(string name, ICimSource source, Zone? zone, CollectionOptions wanted)
    {
        (Name, _source, _wanted) = (name, source, wanted);
        var sets = new List<FactSet>();
        foreach (var collector in Collector.All.OrderBy(each => each is not OperatingSystemCollector))
        {
            var asked = new HashSet<Question>();
            var told = Collect(source, collector, Listen, _system);
            _told[collector] = (asked, told);
            sets.AddRange(told);
            if (collector is OperatingSystemCollector)
                _system = SystemOf(told);

            CimAnswer Listen(Question question, CimAnswer answer)
            {
                asked.Add(question);
                _answers[question] = answer;
                return answer;
            }
        }

        var host = sets.OfType<FactSet<HostFact>>().SelectMany(set => set.Items).FirstOrDefault();
        _whole = new Snapshot
        {
            ComputerName = name,
            HostName = host?.HostName,
            IPAddresses = host?.IPAddresses ?? Array.Empty<string>(),
            Zone = zone,
            CollectedAt = source.Now,
            Protocol = source.Protocol,
            Role =
                _system.Kind is null ? null
                : _system.Kind == HostKind.Client ? HostRole.Client
                : HostRole.Server,
            Table = new FactTable(sets),
        };
    }

    public string Name { get; }

    /// <summary>What it answers from; null where that is no recording.</summary>
    public Recording? Recording { get; init; }

    public Snapshot Whole => _whole;

    /// <summary>What it was asked, and answered.</summary>
    public IReadOnlyDictionary<Question, CimAnswer> Answers => _answers;

    /// <summary>What is learnt when some answers are others, and the kinds of fact that this may have reached.</summary>
    public (Snapshot Snapshot, HashSet<FactType> Reached) With(
        IReadOnlyCollection<Question> changed,
        Func<Question, CimAnswer, CimAnswer> change
    ) => With(_source, changed, (question, answer) => changed.Contains(question) ? change(question, answer) : answer);

    /// <summary>What is learnt when another source answers some questions: all of the others it answers alike.</summary>
    public (Snapshot Snapshot, HashSet<FactType> Reached) With(ICimSource source, IReadOnlyCollection<Question> changed) =>
        With(source, changed, (_, answer) => answer);

    private (Snapshot Snapshot, HashSet<FactType> Reached) With(
        ICimSource source,
        IReadOnlyCollection<Question> changed,
        Func<Question, CimAnswer, CimAnswer> pass
    )
    {
        var (system, sets, reached) = (_system, new List<FactSet>(), new HashSet<FactType>());
        foreach (var collector in _told.Keys)
        {
            var (asked, told) = _told[collector];
            if (system != _system || asked.Overlaps(changed))
            {
                told = Collect(source, collector, pass, system);
                reached.UnionWith(told.Select(set => set.Type));
                if (collector is OperatingSystemCollector)
                    system = SystemOf(told);
            }

            sets.AddRange(told);
        }

        var host = sets.OfType<FactSet<HostFact>>().SelectMany(set => set.Items).FirstOrDefault();
        return (
            _whole with
            {
                HostName = host?.HostName,
                IPAddresses = host?.IPAddresses ?? Array.Empty<string>(),
                Table = new FactTable(sets),
            },
            reached
        );
    }

    private IReadOnlyList<FactSet> Collect(
        ICimSource source,
        Collector collector,
        Func<Question, CimAnswer, CimAnswer> pass,
        (HostKind? Kind, long? Build) system
    )
    {
        var collection = new Collection(Name, new AskedSource(source, pass), Machine.Catalogs)
        {
            Options = _wanted,
            Kind = system.Kind,
            Build = system.Build,
        };
        return collector.CollectAsync(collection, CancellationToken.None).GetAwaiter().GetResult();
    }

    private static (HostKind? Kind, long? Build) SystemOf(IEnumerable<FactSet> sets)
    {
        var fact = sets.OfType<FactSet<OperatingSystemFact>>().Single().Items.FirstOrDefault();
        return (fact?.Kind, fact?.Build);
    }
}
