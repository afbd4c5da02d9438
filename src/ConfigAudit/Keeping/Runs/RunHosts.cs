using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Keeping.Runs;

/// <summary>
/// The files of a run, one a machine: a row whose address, or name, was mended before the run was gone on with left a file of each. The
/// last counts,
/// also where it is the one that couldn't be reached: what stood there before may be of another machine.
/// </summary>
internal sealed class RunHosts
{
    private RunHosts(IReadOnlyList<string> files, IReadOnlyList<(string Older, string Newer)> overtaken) =>
        (Files, Overtaken) = (files, overtaken);

    /// <summary>One a machine. One that can't be used is left to whoever reads it.</summary>
    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<(string Older, string Newer)> Overtaken { get; }

    public static RunHosts Of(KeptRun run, IReadOnlyList<string> files)
    {
        // Only those that are named alike are read for it, and all where one is named by an address, which may be anybody's.
        var isByName = !files.Any(file => HostName.IsAddress(KeptRun.CalledIn(file)));
        var alike = files
            .GroupBy(file => isByName ? Likeness(KeptRun.CalledIn(file)) : string.Empty, StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        var overtaken = alike
            .SelectMany(group => Overtakings(group.Select(file => Head(run, file)).OfType<FileHead>().ToArray()))
            .ToArray();
        var older = new HashSet<string>(overtaken.Select(each => each.Older), StringComparer.Ordinal);
        return new RunHosts(files.Where(file => !older.Contains(file)).ToArray(), overtaken);
    }

    private static IEnumerable<(string Older, string Newer)> Overtakings(FileHead[] alike)
    {
        // One that couldn't be read, and may be either of two machines, is neither's.
        var certain = alike
            .Where(head => head.Host.IsRead || IsUnambiguous(alike.Where(each => each != head && IsOne(head.Host, each.Host)).ToArray()))
            .OrderBy(head => head.At)
            .ThenBy(head => head.WrittenAt)
            .ThenBy(head => head.File, StringComparer.Ordinal)
            .ToArray();
        for (var i = 0; i < certain.Length; i++)
        {
            if (certain.Skip(i + 1).LastOrDefault(later => IsOne(certain[i].Host, later.Host)) is { } last)
                yield return (certain[i].File, last.File);
        }
    }

    private static bool IsUnambiguous(FileHead[] meant) =>
        meant.All(each => meant.All(other => each == other || IsOne(each.Host, other.Host)));

    /// <summary>
    /// One name may stand for two machines, each asked at an address of its own: where one of them couldn't be read, nobody can tell. What
    /// was kept of a
    /// row before it named another address is no file of the run any more.
    /// </summary>
    private static bool IsOne(HostIdentity a, HostIdentity b) =>
        !HostName.AreEqual(a.Called, b.Called)
            ? a.IsRead && b.IsRead
                ? a.IsTwiceNamed(b)
                : a.IsSame(b) == true
            : a.IsRead && b.IsRead && (a.IsTwiceNamed(b) || (a.IsSame(b) != false && HaveOneAddress(a, b)));

    private static bool HaveOneAddress(HostIdentity a, HostIdentity b) =>
        a.Addresses.Any(address => b.Addresses.Any(each => HostName.AreEqual(each, address)));

    private static string Likeness(string name) => new HostIdentity(name, null, null, null, Array.Empty<string>()).Likeness;

    private static FileHead? Head(KeptRun run, string file)
    {
        try
        {
            var snapshot = run.Load(file);
            return new FileHead(file, snapshot.Identity(), snapshot.CollectedAt ?? DateTimeOffset.MinValue, File.GetLastWriteTimeUtc(file));
        }
        catch (InputException)
        {
            return null;
        }
    }

    private sealed record FileHead(string File, HostIdentity Host, DateTimeOffset At, DateTime WrittenAt);
}
