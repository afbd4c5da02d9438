using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet whose run can be kept in a folder, and gone on with when it broke off.</summary>
public abstract class RunCommand : TargetCommand
{
    /// <summary>The folder that keeps the run: what was asked, and each host's snapshot as it is made.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [ValidateNotNullOrEmpty]
    public string? RunPath { get; set; }

    /// <summary>Go on with the run in that folder: ask only the hosts that it lacks or couldn't reach.</summary>
    [Parameter(ParameterSetName = ByName)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    public SwitchParameter Resume { get; set; }

    /// <summary>The baseline that findings come from; null where nothing is judged.</summary>
    private protected virtual Baseline? JudgedBy => null;

    private protected override RunFolder? OpenRun()
    {
        if (RunPath is null)
        {
            return Resume
                ? throw new PSArgumentException(
                    Records.Say(
                        "-Resume には、再開する実行のフォルダを -RunPath で指定してください。",
                        "-Resume needs -RunPath: the folder of the run to go on with."
                    )
                )
                : null;
        }

        var path = ResolveNew(RunPath);
        if (FilePlace.NoFolder(path) is { } why)
            ThrowTerminatingError(Records.Misplaced(path, why));
        try
        {
            return RunFolder.Open(path, RunManifest.Of(Collectors, Catalogs, Wanted, JudgedBy), Resume);
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Records.NotWritten(bad, path));
            throw;
        }
    }
}
