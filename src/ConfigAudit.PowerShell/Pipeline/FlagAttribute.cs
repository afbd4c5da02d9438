using System;
using System.Management.Automation;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a switch as a cell of a CSV has it: true or false, and nothing for false.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FlagAttribute : CellAttribute
{
    protected override object Read(string cell)
    {
        try
        {
            return cell.Length > 0 && InventoryRow.Flag(cell);
        }
        catch (FormatException bad)
        {
            throw new ArgumentTransformationMetadataException(bad.Message, bad);
        }
    }
}
