using System;
using System.Collections.Generic;
using System.IO;
using ConfigAudit.Files;

namespace ConfigAudit.Targets;

/// <summary>
/// The organisation's list of hosts, CSV or JSON by its ending, with the columns or members ComputerName, Address, Port, Protocol, UseSsl, Zone, Role,
/// Model, Tags and Recording, of which only the first is needed. A bad row costs itself alone.
/// </summary>
internal static class InventoryFile
{
    /// <param name="path">The file; recordings are named relative to its folder.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't an inventory.</exception>
    public static IEnumerable<Target> Read(string path, Action<InputException> problem)
    {
        var isJson = string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in isJson ? InventoryJson.Read(path, problem) : InventoryCsv.Read(path, InventoryRow.Columns, problem))
        {
            Target? target = null;
            try
            {
                target = row.ToTarget(Path.GetDirectoryName(Path.GetFullPath(path))!);
                if (!seen.Add(target.ComputerName))
                    throw new FormatException($"'{target.ComputerName}' stands in the file twice; this row is left out");
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, row.Line, 1, bad.Message, bad));
                continue;
            }

            yield return target;
        }
    }
}
