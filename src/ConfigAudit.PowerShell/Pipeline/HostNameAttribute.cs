using System;
using System.IO;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes a file from Get-ChildItem for the host that the recording is named after. Without this its full path would become the name; the file itself
/// binds to RecordingPath by its PSPath.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HostNameAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData as PSObject)?.BaseObject is FileInfo file ? Path.GetFileNameWithoutExtension(file.Name) : inputData;
}
