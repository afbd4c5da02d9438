using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;

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

    /// <summary>The writer that says of itself that it writes the format.</summary>
    public static ReportWriter Create(ReportFormat format, string path, ReportSettings settings) =>
        ReportKind.All.Single(kind => kind.Format == format).Create(path, settings);

    /// <summary>The format that a file's name tells, by its longest ending; null where it tells none.</summary>
    public static ReportFormat? FormatOf(string path) =>
        ReportKind
            .All.SelectMany(kind => kind.Extensions.Select(extension => (kind.Format, Extension: extension)))
            .Where(each => path.EndsWith(each.Extension, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(each => each.Extension.Length)
            .Select(each => (ReportFormat?)each.Format)
            .FirstOrDefault();

    /// <exception cref="IOException">It can't be written.</exception>
    public void Write(Finding finding) => Add(ByOneClock(finding.In(Settings.Language)));

    /// <summary>Hosts, recordings and registers tell moments with several offsets: side by side they would neither sort nor be
    /// compared.</summary>
    private Finding ByOneClock(Finding finding) =>
        finding.CollectedAt is { } moment && moment.Offset != Settings.MadeAt.Offset
            ? finding with
            {
                CollectedAt = moment.In(Settings.MadeAt.Offset),
            }
            : finding;

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
    protected virtual void LetGo() { }

    private void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        LetGo();
    }
}
