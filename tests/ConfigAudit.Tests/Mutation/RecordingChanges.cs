using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Recordings that differ from others in one class.</summary>
internal static class RecordingChanges
{
    /// <summary>The same, with other instances of one class.</summary>
    public static Recording With(this Recording recording, string @class, IReadOnlyList<CimRow> rows)
    {
        var changed = new Recording { Path = recording.Path, RecordedAt = recording.RecordedAt };
        Copy(recording.Instances, changed.Instances);
        Copy(recording.Methods, changed.Methods);
        Copy(recording.Registry, changed.Registry);
        changed.Absent.UnionWith(recording.Absent);
        Copy(recording.Partial, changed.Partial);
        Copy(recording.Conditions, changed.Conditions);
        Copy(recording.Failures, changed.Failures);
        changed.Instances[@class] = rows;
        return changed;
    }

    private static void Copy<V>(Dictionary<string, V> from, Dictionary<string, V> to)
    {
        foreach (var pair in from)
            to[pair.Key] = pair.Value;
    }
}
