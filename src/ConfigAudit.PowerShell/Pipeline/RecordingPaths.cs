using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Which recording answers in a host's place, of the folders and files that are named.</summary>
internal sealed class RecordingPaths
{
    private readonly AuditCommand _command;
    private readonly string[] _paths;

    /// <param name="command">Who finds files by PowerShell's rules.</param>
    /// <param name="named">As the user names them, with wildcards; what is there under exactly that name goes first.</param>
    public RecordingPaths(AuditCommand command, IReadOnlyList<string> named)
    {
        _command = command;
        // A path that means nothing stays: the host that it was to answer for says that it isn't there.
        _paths = named
            .SelectMany(path => command.Find(path) is { Count: > 0 } found ? found : new[] { command.ResolveNew(path) })
            .ToArray();
    }

    /// <summary>The recording named after a host, or the only one that is named; null where none is named at all.</summary>
    public string? Of(string name)
    {
        if (_paths.Length == 0)
            return null;
        var folders = _paths.Where(Directory.Exists).ToArray();
        if (folders.Length == 0 && _paths.Length == 1)
            return _paths[0];
        var all = _paths
            .Where(path => HostName.AreEqual(Path.GetFileNameWithoutExtension(path), name) && !Directory.Exists(path))
            .Concat(folders.Select(folder => Path.Combine(folder, name + ".json")))
            .ToArray();
        // Where none is there, the first says so.
        return Array.Find(all, File.Exists) ?? all.FirstOrDefault() ?? Path.Combine(Path.GetDirectoryName(_paths[0])!, name + ".json");
    }

    /// <summary>A recording that a row names stands in a folder of recordings, where one is named.</summary>
    public string Named(string recording)
    {
        var all = _paths.Where(Directory.Exists).Select(folder => Path.Combine(folder, recording)).ToArray();
        return Array.Find(all, File.Exists) ?? all.FirstOrDefault() ?? _command.ResolveNew(recording);
    }
}
