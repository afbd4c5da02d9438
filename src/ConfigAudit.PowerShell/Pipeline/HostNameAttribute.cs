using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes a file from Get-ChildItem for the host that the recording is named after; without this its full path would become the host's name. Blank names of a list are left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        // The blank lines of a list of names.
        if ((inputData is PSObject list ? list.BaseObject : inputData) is object[] names)
            return names.Where(name => name is not null && !string.IsNullOrWhiteSpace(name.ToString())).ToArray();
        // Its name would be asked anew, and not what it knew be judged.
        if (inputData is PSObject wrapped && WholeSnapshotAttribute.WasSnapshot(wrapped))
            throw WholeSnapshotAttribute.NoSnapshot();
        return inputData is PSObject { BaseObject: FileInfo file } ? Path.GetFileNameWithoutExtension(file.Name) : inputData;
    }
}
