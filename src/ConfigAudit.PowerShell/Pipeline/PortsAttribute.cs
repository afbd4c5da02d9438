using System;
using System.Management.Automation;
using ConfigAudit.Mail;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes ports as a cell of a CSV has them: several in one cell, or none for the usual ones.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PortsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
            return inputData;
        return text.Trim().Length == 0 ? MailService.UsualPorts : text.Split(MailService.PortSeparators, StringSplitOptions.RemoveEmptyEntries);
    }
}
