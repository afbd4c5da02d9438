using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Registers.Hosts;

namespace ConfigAudit.Registers;

/// <summary>The registers that an organisation keeps: facts about it, and what its hosts are held against.</summary>
internal sealed class RegisterSet
{
    /// <summary>The name under which findings about the organisation stand.</summary>
    public const string Organisation = "(organisation)";

    private readonly IReadOnlyList<FactSet> _sets;

    private RegisterSet(IReadOnlyList<FactSet> sets, DateTimeOffset readAt) => (_sets, ReadAt) = (sets, readAt);

    public DateTimeOffset ReadAt { get; }

    /// <summary>What they say of the organisation.</summary>
    /// <param name="seen">What was seen on the hosts of a run.</param>
    public Snapshot Snapshot(Sightings seen) => new()
    {
        ComputerName = Organisation,
        CollectedAt = ReadAt,
        CollectedBy = Auditor.Name,
        ModuleVersion = ProductInfo.Version,
        Table = new FactTable(Links.Add(_sets, seen)),
    };

    /// <param name="paths">Files, and folders of files.</param>
    /// <param name="problem">Told of each file and each row that can't be used.</param>
    /// <param name="now">The moment for which days are judged.</param>
    public static RegisterSet Load(IEnumerable<string> paths, Action<InputException> problem, DateTimeOffset now)
    {
        var files = new List<RegisterFile>();
        var gaps = new List<(RegisterType? Type, Gap Gap)>();
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Files(paths))
        {
            try
            {
                var file = RegisterFile.Load(path, null, keys);
                files.Add(file);
                foreach (var bad in file.Problems)
                    problem(bad);
                gaps.AddRange(file.Problems.Select(bad => ((RegisterType?)file.Type, Unusable(bad))));
            }
            catch (InputException bad)
            {
                problem(bad);
                gaps.Add((RegisterFile.Told(path), Unusable(bad)));
            }
        }

        var sets = RegisterType.All.Select(type =>
        {
            // A file of which nobody knows which register it is may be any.
            var of = gaps.Where(gap => gap.Type is null || gap.Type == type).Select(gap => gap.Gap).ToList();
            if (of.Count == 0 && !files.Any(file => file.Type == type))
                of.Add(new Gap(GapKind.NotCollected, type.Name, $"no register '{type.Name}' ({type.Japanese}) was given; New-ConfigAuditRegister makes one to fill in"));
            return type.Set(files.Where(file => file.Type == type).SelectMany(file => file.Rows), of, now.Date);
        });
        return new RegisterSet(sets.ToArray(), now);
    }

    /// <summary>The files themselves, and those of folders that are CSV or JSON.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> paths) => paths.SelectMany(path =>
        Directory.Exists(path) ? Directory.GetFiles(path).Where(RegisterFile.IsRegister).OrderBy(file => file, StringComparer.OrdinalIgnoreCase) : new[] { path }.AsEnumerable());

    /// <summary>The rows of one register, and what couldn't be read of it.</summary>
    public FactSet<T> Of<T>()
        where T : RegisterFact, new() => _sets.OfType<FactSet<T>>().Single();

    /// <summary>A host's facts, held against the registers.</summary>
    public Snapshot Against(Snapshot host) => host with
    {
        Table = new FactTable(new FactSet[]
        {
            HostAccounts.Of(host, this), SharedUses.Of(host, this), HostSoftware.Of(host, this), HostFlows.Of(host, this), HostPlaces.Of(host, this),
        }),
    };

    private static Gap Unusable(InputException bad) => new(GapKind.Unusable, Path.GetFileName(bad.Path), bad.Line > 0 ? $"line {bad.Line}: {bad.Problem}" : bad.Problem);
}
