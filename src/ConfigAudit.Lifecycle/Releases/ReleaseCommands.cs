using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>Takes saved pages into the catalogue of Windows releases, or holds it against copies.</summary>
internal static class ReleaseCommands
{
    /// <summary>Everything is read and compared before anything is written.</summary>
    /// <exception cref="InputException">A file can't be read, or isn't what it should be.</exception>
    public static int Take(
        string path,
        IReadOnlyList<string> pages,
        DateOnly day,
        bool writes,
        Action<string, string> write,
        TextWriter told
    )
    {
        var odd = new List<string>();
        var rows = pages.SelectMany(page => ReleasePage.Read(page, odd)).ToArray();
        var table = new ReleaseTable(WindowsReleaseFile.Load(path));
        var late = rows.Where(row => row.Day > day).ToArray();
        if (late.Length > 0)
            throw Trouble.In(pages[0], $"{late[0]} is of {late[0].Day:yyyy-MM-dd}, and --day says that the pages are of {day:yyyy-MM-dd}");
        var differences = table.Take(rows);
        foreach (var line in odd.Select(each => $"Odd       {each}; not written").Concat(differences))
            told.WriteLine(line);
        told.WriteLine($"{rows.Length} rows read, {odd.Count} of them odd, {differences.Count} not as the catalogue has them");
        if (!writes)
        {
            told.WriteLine("Nothing was written; --write does.");
            return 0;
        }

        write(path, ReleaseText.With(path, File.ReadAllText(path), table.Builds, day));
        told.WriteLine($"{path} was written.");
        return 0;
    }

    /// <exception cref="InputException">A file can't be read, or isn't what it should be.</exception>
    public static int Compare(string path, IReadOnlyList<string> copies, bool lists, TextWriter told)
    {
        var builds = WindowsReleaseFile.Load(path);
        foreach (var copy in copies)
        {
            var odd = new List<string>();
            var comparison = new ReleaseComparison(builds, ReleaseCopy.Read(copy, odd));
            told.WriteLine($"{Path.GetFileName(copy)}: {comparison}{(odd.Count > 0 ? $"; {odd.Count} rows odd" : string.Empty)}");
            foreach (var line in comparison.Differing)
                told.WriteLine($"  differs: {line}");
            foreach (var row in lists ? comparison.Lacking : Enumerable.Empty<ReleaseRow>())
                told.WriteLine($"  not in the catalogue: {row} {row.Kb}");
        }

        return 0;
    }
}
