using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a value as a cell of a CSV has it; what isn't a text goes on as it is.</summary>
internal abstract class CellAttribute : ArgumentTransformationAttribute
{
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? Read(text.Trim()) : inputData;

    /// <summary>What the cell means.</summary>
    protected abstract object? Read(string cell);
}
