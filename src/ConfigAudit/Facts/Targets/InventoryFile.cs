using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>
/// The organisation's list of hosts, CSV or JSON by its ending, with the columns or members ComputerName, Address, Port, Protocol, UseSsl,
/// Zone, Role, Model, Tags and Recording, of which only the first is needed, or their Japanese names (ホスト名, 領域). A row with a bad
/// cell stays in the count, as a host that isn't asked.
/// </summary>
internal static class InventoryFile
{
    /// <param name="path">The file; recordings are named relative to its folder.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads and that may be somebody's own; null for nobody.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't an inventory.</exception>
    public static IEnumerable<Target> Read(string path, Action<InputException> problem, Action<InputException>? remark = null)
    {
        var isJson = string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);
        // Whether a name means one host or several is known when all are.
        var rows = Targets(
                path,
                isJson ? InventoryJson.Read(path, problem) : InventoryCsv.Read(path, InventoryRow.Readable, problem, remark ?? (_ => { })),
                problem
            )
            .ToArray();
        var twins = new InventoryTwins(rows);
        foreach (var row in rows)
        {
            var isKept = twins.Keep(row, out var told);
            if (told is not null)
                problem(new InputException(path, row.Line, 1, told));
            if (isKept)
                yield return row.Target;
        }
    }

    /// <summary>A row with a bad cell is told, and its host stays; a row without a name is none.</summary>
    private static IEnumerable<(int Line, Target Target)> Targets(
        string path,
        IEnumerable<InventoryRow> rows,
        Action<InputException> problem
    )
    {
        foreach (var row in rows)
        {
            Target? target = null;
            try
            {
                target = row.ToTarget(Path.GetDirectoryName(Path.GetFullPath(path))!);
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, row.Line, 1, WrittenException.Of(bad), bad));
                continue;
            }

            if (target.MistakeTold is { } mistake)
            {
                target = target with { MistakeTold = LocalText.Of($"{Path.GetFileName(path)}({row.Line}): ").Then(mistake) };
                if (row.Mistake is null)
                {
                    problem(
                        new InputException(
                            path,
                            row.Line,
                            1,
                            new LocalText(
                                $"{target.ComputerName}: {mistake.Ja}。問い合わせず、件数には含めます",
                                $"{target.ComputerName}: {mistake.En}; it isn't asked, and stays in the count"
                            )
                        )
                    );
                }
            }

            yield return (row.Line, target);
        }
    }
}
