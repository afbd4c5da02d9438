using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using ConfigAudit.Host.Commands;
using ConfigAudit.Host.Terminal;

namespace ConfigAudit.Host;

/// <summary>A runspace with the module imported, and one command at a time running in it. Ctrl+C stops the command, not the process.</summary>
internal sealed class Session : IDisposable
{
    private const int Interrupted = 130;
    private const string Success = "ConfigAuditHostSuccess";

    private readonly ConsoleHost _host = new();
    private readonly Runspace _runspace;
    private readonly PosixSignalRegistration[] _signals;
    private System.Management.Automation.PowerShell? _running;

    /// <exception cref="ModuleMissingException">The module doesn't stand beside the host.</exception>
    public Session()
    {
        var modules = Path.Combine(AppContext.BaseDirectory, "Modules");
        var manifest = Directory.Exists(modules) ? Directory.GetFiles(modules, "ConfigAudit.psd1", SearchOption.AllDirectories).SingleOrDefault() : null;
        if (manifest is null)
            throw new ModuleMissingException(modules);
        Environment.SetEnvironmentVariable("PSModulePath", modules + Path.PathSeparator + Environment.GetEnvironmentVariable("PSModulePath"));

        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(manifest);
        state.Commands.Add(new SessionStateCmdletEntry("Read-Host", typeof(ReadHostCommand), null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), null));
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.Open();
        // Commands look here for the runspace of their thread; prompts and completion need one too.
        Runspace.DefaultRunspace = _runspace;
        if (!_host.Terminal.HasColours)
            Run("$PSStyle.OutputRendering = 'PlainText'");
        _signals = new[] { PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop) };
    }

    /// <summary>Whether a command asked to leave, and with which code.</summary>
    public int? ExitCode => _host.ExitCode;

    public ConsoleInterface Interface => _host.Terminal;

    /// <summary>Runs commands and shows what comes of them.</summary>
    /// <returns>The exit code as pwsh -Command gives it: what exit said; 1 for a terminating error or when the last command failed; else 0.</returns>
    public int RunToEnd(string commands)
    {
        // The engine forgets $? when the pipeline ends, so the commands themselves have to say it, as their last word.
        _runspace.SessionStateProxy.SetVariable(Success, true);
        var code = Run($"{commands}{Environment.NewLine}$global:{Success} = $?");
        return code == 0 && ExitCode is null && _runspace.SessionStateProxy.GetVariable(Success) is false ? 1 : code;
    }

    /// <summary>Runs a script and shows what comes of it.</summary>
    /// <returns>What exit said; 1 for a terminating error; else 0.</returns>
    public int Run(string script)
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_runspace);
        powershell.AddScript(script).AddCommand("Out-Default");
        powershell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        var isFailed = false;
        try
        {
            _running = powershell;
            powershell.Invoke();
            isFailed = powershell.InvocationStateInfo.State == PSInvocationState.Stopped;
        }
        catch (RuntimeException error)
        {
            isFailed = true;
            Show(error);
        }
        finally
        {
            _running = null;
            _host.Terminal.EndProgress();
        }

        return _host.ExitCode ?? (isFailed ? 1 : 0);
    }

    /// <summary>The text of the prompt function.</summary>
    public string PromptText()
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_runspace);
        var text = powershell.AddCommand("prompt").Invoke().FirstOrDefault()?.ToString();
        return string.IsNullOrEmpty(text) ? "PS> " : text;
    }

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _runspace.Dispose();
    }

    /// <summary>An error that ended the pipeline is shown as the engine shows any other.</summary>
    private void Show(RuntimeException error)
    {
        if (error is PipelineStoppedException)
            return;
        using var powershell = System.Management.Automation.PowerShell.Create(_runspace);
        var record = PSObject.AsPSObject(error.ErrorRecord);
        record.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        powershell.AddCommand("Out-Default").Invoke(new[] { record });
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_running is not { } running)
        {
            // At the prompt: the line that was begun is given up. Asked to end, the process ends.
            if (signal.Signal == PosixSignal.SIGTERM)
                Environment.Exit(Interrupted + 13);
        }
        else if (running.InvocationStateInfo.State == PSInvocationState.Stopping)
        {
            // Asked twice: something in the pipeline doesn't listen.
            Environment.Exit(Interrupted);
        }
        else
        {
            running.BeginStop(null, null);
        }
    }
}
