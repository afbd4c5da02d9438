using System;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes the rows of a list, as Import-Csv makes them, for the hosts that they declare. PowerShell's own binding drops a row whose cells it
/// can't
/// convert, and doesn't name it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TargetRowAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is object[] rows
            ? rows.Select(TargetRow.Of).ToArray()
            : TargetRow.Of(inputData);
}
