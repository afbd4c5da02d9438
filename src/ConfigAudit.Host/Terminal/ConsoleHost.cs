using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace ConfigAudit.Host.Terminal;

/// <summary>The host that the engine talks to: this process and its console.</summary>
internal sealed class ConsoleHost : PSHost
{
    public ConsoleInterface Terminal { get; } = new();

    /// <summary>The code that exit asked for.</summary>
    public int? ExitCode { get; private set; }

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override string Name => "ConfigAudit.Host";

    public override PSHostUserInterface UI => Terminal;

    public override Version Version { get; } = typeof(ConsoleHost).Assembly.GetName().Version!;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void ExitNestedPrompt() => throw new NotSupportedException("This host has no nested prompt.");

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
