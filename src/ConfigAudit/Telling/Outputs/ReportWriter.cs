using System;
using System.IO;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs.Html;
using ConfigAudit.Telling.Outputs.Xlsx;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Writes findings to a file as they come. Nothing is there until <see cref="Commit"/>.</summary>
internal abstract class ReportWriter : IDisposable
{
    private readonly AtomicFile _file;
    private bool _isClosed;

    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    protected ReportWriter(string path, ReportSettings settings) => (_file, Settings) = (new AtomicFile(path), settings);

    protected ReportSettings Settings { get; }

    protected Stream Stream => _file.Stream;

    public static ReportWriter Create(ReportFormat format, string path, ReportSettings settings) => format switch
    {
        ReportFormat.Csv => new CsvReportWriter(path, settings),
        ReportFormat.Xlsx => new WorkbookWriter(path, settings),
        ReportFormat.Html => new HtmlReportWriter(path, settings),
        ReportFormat.Json => new JsonReportWriter(path, settings),
        ReportFormat.JUnit => new JUnitReportWriter(path, settings),
        ReportFormat.Sarif => new SarifReportWriter(path, settings),
        _ => new ChecklistWriter(path, settings),
    };

    /// <summary>The format that a file's name tells; null where it tells none.</summary>
    public static ReportFormat? FormatOf(string path)
    {
        var name = Path.GetFileName(path);
        bool Ends(string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
        return Ends(".csv") ? ReportFormat.Csv
            : Ends(".xlsx") ? ReportFormat.Xlsx
            : Ends(".html") || Ends(".htm") ? ReportFormat.Html
            : Ends(".sarif") || Ends(".sarif.json") ? ReportFormat.Sarif
            : Ends(".json") ? ReportFormat.Json
            : Ends(".xml") ? ReportFormat.JUnit : null;
    }

    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(Finding finding) => Add(finding.In(Settings.Language));

    /// <summary>Makes what was written the file.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    public void Commit()
    {
        Finish();
        Close();
        _file.Commit();
    }

    public void Dispose()
    {
        Close();
        _file.Dispose();
    }

    protected abstract void Add(Finding finding);

    /// <summary>Writes what comes after the last finding, and all that is still held back.</summary>
    protected abstract void Finish();

    /// <summary>Lets go of what stands over <see cref="Stream"/>, once; also when a report is given up.</summary>
    protected virtual void LetGo()
    {
    }

    private void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        LetGo();
    }
}
