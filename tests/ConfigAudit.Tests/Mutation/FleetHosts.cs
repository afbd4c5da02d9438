using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Tests.Mutation;

/// <summary>The recorded machines at hand.</summary>
internal static class FleetHosts
{
    private static readonly string Folder = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    private static readonly CollectionOptions Wanted = new()
    {
        PlannedUseUntil = new DateTime(2027, 3, 31),
        LogonsSince = new DateTimeOffset(2026, 11, 15, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>The example fleet, but those that can't be asked.</summary>
    public static IReadOnlyList<RecordedHost> Fleet() =>
        InventoryFile
            .Read(Path.Combine(Folder, "inventory.csv"), bad => throw bad)
            .Where(target => !IsUnreachable(target.RecordingPath!))
            .Select(target => new RecordedHost(target.ComputerName, ReplaySource.Open(target.RecordingPath!), target.Zone, Wanted)
            {
                Recording = RecordingFile.Load(target.RecordingPath!),
            })
            .ToArray();

    /// <summary>Real machines, and what was made for one fault, where the checkout stands beside them.</summary>
    public static IReadOnlyList<string> Shared =>
        Machine.SharedRecordings is not { } folder
            ? Array.Empty<string>()
            : new[] { folder, Path.Combine(folder, "..", "cases") }
                .Where(Directory.Exists)
                .SelectMany(each => Directory.GetFiles(each, "*.json"))
                .OrderBy(path => path, StringComparer.Ordinal)
                .ToArray();

    public static RecordedHost? Of(string path)
    {
        try
        {
            return new RecordedHost(Path.GetFileNameWithoutExtension(path)!, ReplaySource.Open(path), Zone.MyNumber, Wanted);
        }
        catch (Exception)
        {
            // Some are made to be unreadable, which is another test's matter: here they only lend their words.
            return null;
        }
    }

    private static bool IsUnreachable(string path)
    {
        try
        {
            ReplaySource.Open(path).Dispose();
            return false;
        }
        catch (SessionException)
        {
            return true;
        }
    }
}
