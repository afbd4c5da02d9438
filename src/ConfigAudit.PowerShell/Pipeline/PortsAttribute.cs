using System;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes ports as a cell of a CSV has them: several in one cell, or none for the usual ones.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PortsAttribute : CellAttribute
{
    protected override object Read(string cell) =>
        cell.Length == 0 ? MailService.UsualPorts : cell.Split(MailService.PortSeparators, StringSplitOptions.RemoveEmptyEntries);
}
