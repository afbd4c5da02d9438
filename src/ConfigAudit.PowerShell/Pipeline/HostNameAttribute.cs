using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes names as the lines of a file have them: blank ones and remarks (# …) are left out, and so is what nobody sees around a name. A
/// file from
/// Get-ChildItem is the host that the recording is named after; without this its full path would become the host's name.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute : ArgumentTransformationAttribute
{
    private const char Remark = '#';

    public override bool TransformNullOptionalParameters => true;

    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => Array.Empty<string>(),
            object[] names => names
                .Select(name => name is PSObject one ? one.BaseObject : name)
                .Select(name => name is string line ? Named(line) : name)
                .Where(name => name is not null)
                .ToArray(),
            string line => Named(line) is { } name ? new[] { name } : Array.Empty<string>(),
            FileInfo file => Path.GetFileNameWithoutExtension(file.Name),
            // Its name would be asked anew, and not what it knew be judged.
            _ when inputData is PSObject bag && WholeSnapshotAttribute.WasSnapshot(bag) => throw WholeSnapshotAttribute.NoSnapshot(),
            _ => inputData!,
        };

    /// <summary>Null for a line that names no host.</summary>
    private static string? Named(string line) => HostName.Written(line) is { Length: > 0 } name && name[0] != Remark ? name : null;
}
