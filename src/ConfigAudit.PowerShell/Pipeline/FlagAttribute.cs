using System;
using System.Management.Automation;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a switch as a cell of a CSV has it: true or false, and nothing for false.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlagAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
            return inputData;
        try
        {
            return text.Trim().Length > 0 && InventoryRow.Flag(text.Trim());
        }
        catch (FormatException bad)
        {
            throw new ArgumentTransformationMetadataException(bad.Message, bad);
        }
    }
}
