using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes an object for the host that it is about, where it has no property that binds by name: a file from Get-ChildItem for the host that the recording
/// is named after, a computer from a directory for its name. Without this a full path or a distinguished name would become the host's name. Blank names of a list are left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Binding = { "ComputerName", "CN", "MachineName", "DNSHostName" };

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // The blank lines of a list of names.
        if ((inputData is PSObject list ? list.BaseObject : inputData) is object[] names)
            return names.Where(name => name is not null && !string.IsNullOrWhiteSpace(name.ToString())).ToArray();
        if (inputData is not PSObject wrapped || wrapped.BaseObject is string or System.Collections.IEnumerable)
            return inputData;
        // Its name would be asked anew, and not what it knew be judged.
        if (WholeSnapshotAttribute.WasSnapshot(wrapped))
            throw WholeSnapshotAttribute.NoSnapshot();
        if (wrapped.BaseObject is FileInfo file)
            return Path.GetFileNameWithoutExtension(file.Name);
        return Binding.Any(name => wrapped.Properties[name]?.Value is not null) ? inputData
            : wrapped.Properties["Name"]?.Value as string ?? inputData;
    }
}
