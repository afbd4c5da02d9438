using System;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes an empty cell of a CSV for no value. Without this, a row without a zone or port would be an error.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class EmptyIsNullAttribute : ArgumentTransformationAttribute
{
    public override bool TransformNullOptionalParameters => false;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text && string.IsNullOrWhiteSpace(text) ? null : inputData;
}
