using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells in figures what each of several runs came to, all judged by one baseline, oldest first.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditTrend")]
[OutputType(typeof(TrendPoint))]
public sealed class GetConfigAuditTrendCommand : KeptRunCommand
{
    private readonly Dictionary<string, KeptRun> _runs = new(StringComparer.Ordinal);

    /// <summary>Folders of runs, or folders that hold such folders; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ArgumentCompleter(typeof(RunCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var path in Path.SelectMany(ResolveExisting))
        {
            if (!Directory.Exists(path) || KeptRun.IsRun(path))
                Add(path);
            else
                AddBelow(path);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_runs.Count == 0)
            return;
        var runs = _runs.Values.OrderBy(run => run.Manifest.StartedAt).ToArray();
        var baseline = this.LoadBaseline(Baseline, runs.LastOrDefault(run => run.Manifest.Baseline is not null) ?? runs[runs.Length - 1]);
        foreach (var run in runs)
            this.WarnIfUnfinished(run);
        WriteEach(Trend.Points(runs, baseline, bad => WriteError(Records.Of(bad)), Stopped));
    }

    private void AddBelow(string path)
    {
        string[] folders;
        try
        {
            folders = Directory.GetDirectories(path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotRead(bad, path));
            return;
        }

        if (!folders.Any(KeptRun.IsRun))
            WriteError(Records.NoRun(path));
        foreach (var folder in folders.OrderBy(folder => folder, StringComparer.Ordinal))
        {
            if (KeptRun.IsRun(folder))
            {
                Add(folder);
            }
            else
            {
                WriteWarning(
                    Records.Say(
                        $"{folder} は使用しません。{RunFolder.ManifestName} がなく、実行の記録ではありません。",
                        $"{folder} is left out: it holds no {RunFolder.ManifestName}, so it is no run."
                    )
                );
            }
        }
    }

    private void Add(string path)
    {
        if (this.OpenRun(path) is { } run)
            _runs[run.Path] = run;
    }
}
