using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Findings;
using ConfigAudit.Outputs;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Writes findings to a report file. The file appears when the last finding has been written, whole.</summary>
[Cmdlet(VerbsData.Export, "ConfigAuditReport", SupportsShouldProcess = true)]
[OutputType(typeof(Finding))]
public sealed class ExportConfigAuditReportCommand : AuditCommand, IDisposable
{
    private string _path = string.Empty;
    private CsvReportWriter? _writer;

    /// <summary>Findings, from Invoke-ConfigAudit.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>The report file. Its extension tells the format: .csv.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>utf8BOM, which Excel needs to read Japanese, or utf8NoBOM.</summary>
    [Parameter]
    [ValidateSet("utf8BOM", "utf8NoBOM")]
    public string Encoding { get; set; } = "utf8BOM";

    /// <summary>Doesn't replace a file that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Passes the findings on.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _path = ResolveNew(Path);
        if (!System.IO.Path.GetExtension(_path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            ThrowTerminatingError(Records.UnknownFormat(_path));
        if (NoClobber && File.Exists(_path))
            ThrowTerminatingError(Records.AlreadyThere(_path));
        if (!ShouldProcess(_path, "Write report"))
            return;
        Writing(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
            _writer = new CsvReportWriter(_path, withMark: Encoding.Equals("utf8BOM", StringComparison.OrdinalIgnoreCase));
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var finding in Finding)
        {
            if (_writer is not null)
                Writing(() => _writer.Write(finding));
            if (PassThru)
                WriteObject(finding);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_writer is not null)
            Writing(_writer.Commit);
    }

    /// <summary>A report that can't be written ends the command.</summary>
    private void Writing(Action write)
    {
        try
        {
            write();
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Records.NotWritten(bad, _path));
        }
    }
}
