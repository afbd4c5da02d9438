using System;
using System.Management.Automation;
using ConfigAudit.PowerShell.Completion;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that judges runs which were kept.</summary>
public abstract class KeptRunCommand : StoppableCommand
{
    /// <summary>What all of them are judged by; without it, what the latest was judged by.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Baseline { get; set; } = Array.Empty<string>();

    /// <summary>Writes each of them as it comes, until the cmdlet is stopped.</summary>
    private protected void WriteEach(object results)
    {
        try
        {
            WriteObject(results, enumerateCollection: true);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
