using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Hosts;

namespace ConfigAudit.Judging.Registers;

/// <summary>The registers that an organisation keeps: facts about it, and what its hosts are held against.</summary>
internal sealed class RegisterSet
{
    /// <summary>The name under which findings about the organisation stand.</summary>
    public const string Organisation = "(organisation)";

    private readonly IReadOnlyList<FactSet> _sets;

    private readonly IReadOnlyList<RegisterFact> _lost;

    private RegisterSet(IReadOnlyList<FactSet> sets, IReadOnlyList<RegisterFact> lost, DateTimeOffset readAt) =>
        (_sets, _lost, ReadAt) = (sets, lost, readAt);

    public DateTimeOffset ReadAt { get; }

    /// <summary>What they say of the organisation.</summary>
    /// <param name="seen">What was seen on the hosts of a run.</param>
    public Snapshot Snapshot(Sightings seen) =>
        new()
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
    /// <param name="remark">Told of what is odd and harms nothing; null for nobody.</param>
    public static RegisterSet Load(
        IEnumerable<string> paths,
        Action<InputException> problem,
        DateTimeOffset now,
        Action<InputException>? remark = null
    )
    {
        var files = new List<RegisterFile>();
        var gaps = new List<(RegisterType? Type, Gap Gap, RegisterFact? Row)>();
        var lost = new List<RegisterFact>();
        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Files(paths, remark))
        {
            try
            {
                var file = RegisterFile.Load(path, null, keys);
                files.Add(file);
                foreach (var bad in file.Problems)
                    problem(bad);
                if (file.Remark is { } odd)
                    remark?.Invoke(odd);
                gaps.AddRange(file.Losses.Select(bad => ((RegisterType?)file.Type, RegisterRows.Gap(bad.Problem), bad.Row)));
            }
            catch (InputException bad)
            {
                problem(bad);
                gaps.Add((RegisterRecognition.Told(path), RegisterRows.Gap(bad), null));
            }
        }

        var sets = RegisterType.All.Select(type =>
        {
            var given = files.Where(file => file.Type == type).ToArray();
            foreach (var none in given.Where(file => file.NoneLine > 0 && given.Any(each => each.Rows.Count > 0)))
            {
                var contradiction = new InputException(
                    none.Path,
                    none.NoneLine,
                    1,
                    new LocalText(
                        "この行は登録するものがないとしていますが、ほかの行に登録があります。この行を除いてください",
                        "this row says that there is nothing to register, and others register something: take it out"
                    )
                );
                problem(contradiction);
                gaps.Add((type, RegisterRows.Gap(contradiction), null));
            }

            // A file of which nobody knows which register it is may be any.
            var of = gaps.Where(gap => gap.Type is null || gap.Type == type).ToList();
            if (of.Count == 0 && Unfilled(type, given) is { } unfilled)
                of.Add((type, new Gap(GapKind.NotCollected, type.Name, unfilled), null));
            lost.AddRange(of.Select(gap => gap.Row ?? type.NewRow(string.Empty)));
            return type.Set(given.SelectMany(file => file.Rows), of.Select(gap => gap.Gap), now.Date)
                .From(given.Select(file => Path.GetFileName(file.Path)).ToArray(), _ => true);
        });
        return new RegisterSet(sets.ToArray(), lost, now);
    }

    /// <summary>The files themselves, and those of folders that are CSV or JSON.</summary>
    /// <param name="paths">Files, and folders of files.</param>
    /// <param name="remark">Told of a workbook in a folder, which isn't read, unless it was saved beside as what is; null for
    /// nobody.</param>
    public static IEnumerable<string> Files(IEnumerable<string> paths, Action<InputException>? remark) =>
        paths.SelectMany(path =>
        {
            if (!Directory.Exists(path))
                return new[] { path };
            var all = Directory.GetFiles(path).OrderBy(file => file, StringComparer.OrdinalIgnoreCase).ToArray();
            var read = Array.FindAll(all, RegisterRecognition.IsRegister);
            foreach (var book in all.Where(file => RegisterRecognition.IsWorkbook(file) && !read.Any(each => IsNamedAlike(each, file))))
            {
                remark?.Invoke(
                    new InputException(
                        book,
                        new LocalText(
                            "このブックは読み取りません。各シートをExcelで「CSV UTF-8」としてこのフォルダに保存してください",
                            "this workbook isn't read: save each of its sheets in Excel as \"CSV UTF-8\" into this folder"
                        )
                    )
                );
            }

            return read;
        });

    private static bool IsNamedAlike(string a, string b) =>
        string.Equals(Path.GetFileNameWithoutExtension(a), Path.GetFileNameWithoutExtension(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>The rows of one register, and what couldn't be read of it.</summary>
    public FactSet<T> Of<T>()
        where T : RegisterFact, new() => _sets.OfType<FactSet<T>>().Single();

    /// <summary>What is known of rows that may be there, one for each gap of the register: nothing, mostly. A host that such a row doesn't
    /// name isn't touched by it.</summary>
    public IEnumerable<T> Lost<T>()
        where T : RegisterFact => _lost.OfType<T>();

    /// <summary>A host's facts, held against the registers.</summary>
    /// <param name="host">As it answered.</param>
    /// <param name="assumed">The zone of hosts of which nobody declared one.</param>
    public Snapshot Against(Snapshot host, Zone? assumed = null)
    {
        var placed = host with { Zone = host.Zone ?? assumed };
        return placed with
        {
            Table = new FactTable(
                new FactSet[]
                {
                    HostAccounts.Of(placed, this),
                    SharedUses.Of(placed, this),
                    HostSoftware.Of(placed, this),
                    HostProtections.Of(placed, this),
                    HostFlows.Of(placed, this),
                    HostEgress.Of(placed, this),
                    HostPlaces.Of(placed, this),
                    HostSyncs.Of(placed, this),
                }
            ),
        };
    }

    /// <summary>Why a register says nothing; null for one that does.</summary>
    private static LocalText? Unfilled(RegisterType type, RegisterFile[] given) =>
        given.Length == 0
            ? new LocalText(
                $"{type.Japanese}（{type.Name}）が指定されていない。New-ConfigAuditRegister で様式を作成できます",
                $"no register '{type.Name}' ({type.Japanese}) was given; New-ConfigAuditRegister makes one to fill in"
            )
        : type.IsLog || given.Any(file => file.NoneLine > 0 || file.Rows.Count > 0) ? null
        : new LocalText(
            $"{type.Japanese}（{type.Name}）に行がない。記入するか、登録するものがなければ「なし」を唯一の行に記入してください",
            $"the register '{type.Name}' ({type.Japanese}) has no row: fill it in; where there is nothing to register, write 'なし' (none) as its only row"
        );
}
