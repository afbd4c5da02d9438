using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes snapshots alone, and says how they travel: what else has a snapshot's properties has lost its facts, or why they are
/// missing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeSnapshotAttribute : ArgumentTransformationAttribute
{
    /// <summary>Whether the cmdlet goes on with the others, and tells what was refused.</summary>
    public bool Streams { get; set; }

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var all = (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is IEnumerable several and not string
            ? several.Cast<object?>()
            : new[] { inputData };
        var snapshots = all.Select(each => (each is PSObject one ? one.BaseObject : each) as Snapshot).ToArray();
        return Array.TrueForAll(snapshots, snapshot => snapshot is not null) ? snapshots
            : Streams ? RefusedInput.Of<Snapshot>(inputData, NoSnapshot().Message)
            : throw NoSnapshot();
    }

    /// <summary>Whether an object was a snapshot, and isn't any more.</summary>
    public static bool WasSnapshot(PSObject bag) =>
        bag.BaseObject is PSCustomObject
        && bag.Properties[nameof(Snapshot.ComputerName)] is not null
        && bag.Properties[nameof(Snapshot.Facts)] is not null
        && bag.Properties[nameof(Snapshot.Gaps)] is not null;

    public static ArgumentTransformationMetadataException NoSnapshot() =>
        new(
            new LocalText(
                "スナップショットではありません。スナップショットは出力されたまま渡すか、Export-ConfigAuditSnapshot で保存し、Import-ConfigAuditSnapshot で読み込んでください。",
                "This is no snapshot. Pass snapshots on as they come, or keep them with Export-ConfigAuditSnapshot and read them with Import-ConfigAuditSnapshot."
            ).ToString()
        );
}
