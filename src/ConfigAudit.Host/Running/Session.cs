using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using ConfigAudit.Host.Commands;

namespace ConfigAudit.Host.Running;

/// <summary>One runspace with the ConfigAudit module in it: commands run one after another, and what they say is shown.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;
    private readonly AuditHost _host;
    private readonly Interruption _interruption;

    private Session(Runspace runspace, AuditHost host, Interruption interruption) =>
        (_runspace, _host, _interruption) = (runspace, host, interruption);

    /// <summary>A prompt within a running command can only run commands that are nested in it.</summary>
    public bool IsNested { get; set; }

    public static Session Open(AuditHost host, Interruption interruption, string manifest)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(new SessionStateCmdletEntry("Read-Host", typeof(ReadHostCommand), helpFileName: null));
        state.Commands.Add(new SessionStateCmdletEntry("Write-Host", typeof(WriteHostCommand), helpFileName: null));
        state.ImportPSModule(manifest);
        state.ThrowOnRunspaceOpenError = true;
        // Who starts this program with a script has decided to run it; the policy of the machine guards against a double click.
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        PutFirst(BundledModule.Folder);
        return new Session(runspace, host, interruption);
    }

    public Ending RunScript(string path, IEnumerable<CommandParameter> arguments)
    {
        var script = new Command(path, isScript: false, useLocalScope: false);
        foreach (var argument in arguments)
            script.Parameters.Add(argument);
        var pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add(script);
        ScriptExit.EndsSession(_runspace);
        return Run(pipeline);
    }

    public Ending RunText(string text) => Run(CreatePipeline(text, addToHistory: true));

    /// <summary>What the <c>prompt</c> function says.</summary>
    public string? Prompt()
    {
        using var pipeline = CreatePipeline("prompt", addToHistory: false);
        try
        {
            return pipeline.Invoke().FirstOrDefault()?.ToString();
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    public void Dispose() => _runspace.Dispose();

    // After opening, because the engine puts the user's folders before those that it finds.
    private static void PutFirst(string folder) =>
        Environment.SetEnvironmentVariable("PSModulePath", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PSModulePath")}");

    private Ending Run(Pipeline pipeline)
    {
        try
        {
            Show(pipeline);
            if (pipeline.PipelineStateInfo.State == PipelineState.Stopped)
                return Ending.Stopped;
            // While the outer command runs its state can't be asked; nor does anybody want to know how a nested one ended.
            return !IsNested && _runspace.SessionStateProxy.GetVariable("?") is false ? Ending.Failed : Ending.Succeeded;
        }
        catch (RuntimeException error)
        {
            Report(error);
            return Ending.Threw;
        }
    }

    private void Show(Pipeline pipeline)
    {
        using (pipeline)
        using (_interruption.Watch(pipeline.StopAsync))
        {
            // Errors join the output, so that Out-Default shows both in the order in which they came.
            pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            pipeline.Commands.Add("Out-Default");
            try
            {
                pipeline.Invoke();
            }
            finally
            {
                _host.Console.EndProgress();
            }
        }
    }

    // As the object that it is, for the engine's error view to show; written as an error it would be told to be this pipeline's.
    private void Report(RuntimeException error)
    {
        if (error is IncompleteParseException)
        {
            // This one has no position, which the error view wants of a parser's error.
            _host.UI.WriteErrorLine($"ParserError: {error.Message}");
            return;
        }

        using (_host.Console.SpeakingOfErrors())
        using (var pipeline = IsNested ? _runspace.CreateNestedPipeline() : _runspace.CreatePipeline())
        {
            pipeline.Commands.Add("Out-Default");
            pipeline.Invoke(new[] { error.ErrorRecord });
        }
    }

    private Pipeline CreatePipeline(string text, bool addToHistory) =>
        IsNested ? _runspace.CreateNestedPipeline(text, addToHistory) : _runspace.CreatePipeline(text, addToHistory);
}
