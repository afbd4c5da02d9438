using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Drift;
using ConfigAudit.Telling.Outputs;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Writes findings to a report file. The file appears when the last finding has been written, whole.</summary>
[Cmdlet(VerbsData.Export, "ConfigAuditReport", SupportsShouldProcess = true)]
[OutputType(typeof(Finding))]
public sealed class ExportConfigAuditReportCommand : AuditCommand, IDisposable
{
    private string _path = string.Empty;
    private ReportWriter? _writer;
    private readonly FindingSet _findings = new();
    private readonly Refusals _refusals = new();

    /// <summary>Findings, from Invoke-ConfigAudit.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Whole]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>The report file. Its extension tells the format: .html, .xlsx, .csv, .json, .xml (JUnit), .sarif.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The format, where the extension doesn't tell it, or tells another.</summary>
    [Parameter]
    [Named(typeof(ReportFormat))]
    public ReportFormat? Format { get; set; }

    /// <summary>The language of titles, reasons and remedies; the user's, when left out.</summary>
    [Parameter]
    [Named(typeof(Language))]
    public Language? Language { get; set; }

    /// <summary>The language of the columns' headers in a CSV or a workbook: English in a CSV, and that of the report in a workbook, when
    /// left out. Other formats have none, and a warning says so.</summary>
    [Parameter]
    [Named(typeof(Language))]
    public Language? Header { get; set; }

    /// <summary>The title of a page or a workbook.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>What earlier runs came to, from Get-ConfigAuditTrend, for a page or a workbook.</summary>
    [Parameter]
    [ValidateNotNull]
    public TrendPoint[] Trend { get; set; } = Array.Empty<TrendPoint>();

    /// <summary>utf8BOM, which Excel needs to read Japanese, or utf8NoBOM.</summary>
    [Parameter]
    [ValidateSet("utf8BOM", "utf8NoBOM")]
    public string Encoding { get; set; } = "utf8BOM";

    /// <summary>Doesn't replace a file that is there.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Replaces a file of another kind, too, such as a list of hosts; a report gives way to a newer one without it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Passes the findings on.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _path = ResolveNew(Path);
        var format = Format ?? ReportWriter.FormatOf(_path);
        if (format is null)
            ThrowTerminatingError(Records.UnknownFormat(_path));
        if (format is ReportFormat.Xlsx or ReportFormat.Checklist && !_path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            ThrowTerminatingError(Records.WrongExtension(_path, format.Value.ToString()));
        if (NoClobber && File.Exists(_path))
            ThrowTerminatingError(Records.AlreadyThere(_path));
        if (FilePlace.NoFile(_path) is { } why)
            ThrowTerminatingError(Records.Misplaced(_path, why));
        if (!Force && File.Exists(_path) && !MayGive())
            ThrowTerminatingError(Records.NoReport(_path));
        if (Header is not null && format is not (ReportFormat.Csv or ReportFormat.Xlsx or ReportFormat.Checklist))
        {
            WriteWarning(
                Records.Say(
                    $"{_path}: -Header はCSVとブック（.xlsx）の見出しの言語を指定するもので、{format} には効きません。ページの言語は -Language で指定してください。",
                    $"{_path}: -Header is the language of the headers in a CSV or a workbook, and changes nothing in {format}; -Language sets that of a page."
                )
            );
        }

        if (!ShouldProcess(_path, Records.Say("報告書の書き込み", "Write report")))
            return;
        Writing(() =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_path)!);
            _writer = ReportWriter.Create(format!.Value, _path, Settings(format.Value));
        });
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _refusals.Take(this, Finding);
        foreach (var finding in Finding)
            _findings.Add(finding);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        // Which of two counts shows when all are there, and so does the order.
        foreach (var finding in HostOrder.Of(this.Once(_findings)))
        {
            if (_writer is not null)
                Writing(() => _writer.Write(finding));
            if (PassThru)
                WriteObject(finding);
        }

        if (_writer is null)
            return;
        // An empty report would look like one in which nothing fails, and take the place of a good one.
        if (_findings.Findings.Count == 0)
        {
            WriteWarning(
                new LocalText(
                    $"{_path}: 判定結果が1件もないため、書き込んでいません。",
                    $"{_path} isn't written: there is no finding."
                ).ToString()
            );
        }
        else
        {
            Writing(_writer.Commit);
        }
    }

    private bool MayGive()
    {
        var may = false;
        Writing(() => may = ReportRecognition.MayGive(_path));
        return may;
    }

    private ReportSettings Settings(ReportFormat format)
    {
        var language = Language ?? LocalText.Spoken;
        return new ReportSettings
        {
            Language = language,
            // What programs read has one set of names.
            Header = Header ?? (format is ReportFormat.Xlsx or ReportFormat.Checklist ? language : Base.Values.Language.English),
            WithMark = Encoding.Equals("utf8BOM", StringComparison.OrdinalIgnoreCase),
            Title = Title,
            Trend = Trend.OrderBy(point => point.StartedAt).ToArray(),
            Catalogs = Catalogs(),
        };
    }

    /// <summary>A catalogue that can't be read is told where it is used; a report is written all the same.</summary>
    private IReadOnlyList<CatalogInfo> Catalogs()
    {
        try
        {
            return ModuleFiles.CatalogStore.List();
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
            return Array.Empty<CatalogInfo>();
        }
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
