using System;
using System.Linq;
using System.Management.Automation.Language;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host.Running;

/// <summary>Reads a command, runs it, and reads the next: at a terminal with a prompt, from a pipe without.</summary>
internal sealed class PromptLoop
{
    private readonly Session _session;
    private readonly AuditHost _host;
    private bool _left;

    public PromptLoop(Session session, AuditHost host)
    {
        (_session, _host) = (session, host);
        host.NestedPrompt = RunNested;
        host.LeaveNestedPrompt = () => _left = true;
    }

    /// <summary>Tells how the last command ended.</summary>
    public Ending Run()
    {
        var ending = Ending.Succeeded;
        while (!_left && _host.RequestedExit is null && ReadCommand() is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
                ending = _session.RunText(command);
        }

        return ending;
    }

    private void RunNested()
    {
        var outer = _session.IsNested;
        _session.IsNested = true;
        try
        {
            Run();
        }
        finally
        {
            _session.IsNested = outer;
            _left = false;
        }
    }

    /// <summary>Reads lines until they parse; null at the end of input.</summary>
    private string? ReadCommand()
    {
        string? command = null;
        while (true)
        {
            try
            {
                if (Terminal.IsInteractive)
                    _host.UI.Write(command is null ? _session.Prompt() ?? "PS> " : ">> ");
                var line = InputLine.Read();
                if (line is null)
                    return command;
                command = command is null ? line : $"{command}\n{line}";
                if (!IsIncomplete(command))
                    return command;
            }
            catch (OperationCanceledException)
            {
                command = null;
            }
        }
    }

    private static bool IsIncomplete(string command)
    {
        Parser.ParseInput(command, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
