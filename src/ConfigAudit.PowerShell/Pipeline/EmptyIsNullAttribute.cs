using System;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes an empty cell of a CSV for no value. Without this, a row without a zone or port would be an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyIsNullAttribute : CellAttribute
{
    public override bool TransformNullOptionalParameters => false;

    protected override object? Read(string cell) => cell.Length == 0 ? null : cell;
}
