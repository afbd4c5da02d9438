using System;
using System.Globalization;
using System.IO;
using System.Text;
using ConfigAudit.Files;
using ConfigAudit.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Outputs;

/// <summary>
/// Findings as CSV (RFC 4180), one row each, as they come. Cells that a spreadsheet would take for a formula get an apostrophe in front: the
/// names in them come from machines that nobody trusts yet.
/// </summary>
internal sealed class CsvReportWriter : IDisposable
{
    private readonly AtomicFile _file;
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private bool _isClosed;

    /// <param name="path">The file; nothing is there until <see cref="Commit"/>.</param>
    /// <param name="withMark">Begins with the UTF-8 byte order mark, without which Excel takes the file for the local code page.</param>
    public CsvReportWriter(string path, bool withMark)
    {
        _file = new AtomicFile(path);
        _text = new StreamWriter(_file.Stream, new UTF8Encoding(withMark), 64 * 1024, leaveOpen: true);
        _csv = new CsvWriter(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
            InjectionOptions = InjectionOptions.Escape,
        }, leaveOpen: true);
        foreach (var (name, _) in FindingColumns.All)
            _csv.WriteField(name);
        _csv.NextRecord();
    }

    public void Write(Finding finding)
    {
        foreach (var (_, text) in FindingColumns.All)
            _csv.WriteField(text(finding));
        _csv.NextRecord();
    }

    public void Commit()
    {
        Close();
        _file.Commit();
    }

    public void Dispose()
    {
        Close();
        _file.Dispose();
    }

    private void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        _csv.Dispose();
        _text.Dispose();
    }
}
