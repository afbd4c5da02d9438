using System;
using System.Globalization;
using System.Management.Automation.Host;
using ConfigAudit.Host.Running;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host;

/// <summary>What the PowerShell engine knows of the program around it.</summary>
internal sealed class AuditHost : PSHost
{
    public AuditHost(Interruption interruption) => Console = new UserInterface(interruption);

    public UserInterface Console { get; }

    /// <summary>The code of an <c>exit</c>, or of <c>$Host.SetShouldExit()</c>.</summary>
    public int? RequestedExit { get; private set; }

    /// <summary>Runs a prompt within a running command: "Suspend" at a confirmation.</summary>
    public Action? NestedPrompt { get; set; }

    /// <summary>Ends the innermost nested prompt.</summary>
    public Action? LeaveNestedPrompt { get; set; }

    public override string Name => "ConfigAudit.Host";

    public override Version Version => Product.Version;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Console;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => RequestedExit = exitCode;

    public override void EnterNestedPrompt() => NestedPrompt?.Invoke();

    public override void ExitNestedPrompt() => LeaveNestedPrompt?.Invoke();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
