using System;
using System.IO;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Opens runs that were kept, and finds the baseline that one was judged by.</summary>
internal static class KeptRunParameter
{
    /// <summary>Null, after an error, for a folder that can't be used.</summary>
    public static KeptRun? OpenRun(this AuditCommand command, string path)
    {
        try
        {
            return KeptRun.Open(path);
        }
        catch (InputException bad)
        {
            command.WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            command.WriteError(Records.NotRead(bad, path));
        }

        return null;
    }

    /// <summary>The baseline that is named, else that of the run. One that can't be used, or found, ends the command.</summary>
    public static Baseline LoadBaseline(this AuditCommand command, string[] named, KeptRun run)
    {
        var baselines = named.Length > 0 ? named : run.Manifest.ShippedBaselines(id => ModuleFiles.Baselines.Shipped(id) is not null);
        if (baselines is null)
            command.ThrowTerminatingError(Records.BaselineNotGiven(run));
        return command.LoadBaseline(baselines!);
    }

    /// <summary>What a run has twice, of which the last counts.</summary>
    public static void WarnOfOvertaken(this AuditCommand command, KeptRun run)
    {
        if (run.Overtaken.Count > 0)
            command.WriteWarning(Records.Overtaken(run));
    }

    /// <summary>What a run that broke off can't tell.</summary>
    public static void WarnIfUnfinished(this AuditCommand command, KeptRun run)
    {
        command.WarnOfOvertaken(run);
        if (!run.IsFinished)
        {
            command.WriteWarning(
                Records.Say(
                    $"{run.Path}: この実行は途中で終わったか、まだ続いています。{run.Files.Count}台分だけが保存されており、ほかのホストについては何も分かりません。Invoke-ConfigAudit -RunPath … -Resume で再開できます。",
                    $"{run.Path}: this run broke off, or still goes on. It holds {run.Files.Count} hosts; of the others nothing is known. Go on with it by Invoke-ConfigAudit -RunPath … -Resume."
                )
            );
        }
    }
}
