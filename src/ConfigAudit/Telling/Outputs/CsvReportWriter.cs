using System.Globalization;
using System.IO;
using System.Text;
using ConfigAudit.Judging.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Findings as CSV (RFC 4180), one row each, as they come.</summary>
internal sealed class CsvReportWriter : ReportWriter
{
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;

    public CsvReportWriter(string path, ReportSettings settings)
        : base(path, settings)
    {
        _text = new StreamWriter(Stream, new UTF8Encoding(settings.WithMark), 64 * 1024, leaveOpen: true);
        _csv = new CsvWriter(_text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            NewLine = "\r\n",
        }, leaveOpen: true);
        foreach (var column in FindingColumns.All)
            _csv.WriteField(column.Header.In(settings.Header));
        _csv.NextRecord();
    }

    protected override void Add(Finding finding)
    {
        foreach (var column in FindingColumns.All)
            _csv.WriteField(CsvCell.Escape(column.Text(finding)));
        _csv.NextRecord();
    }

    protected override void Finish()
    {
    }

    protected override void LetGo()
    {
        _csv.Dispose();
        _text.Dispose();
    }
}
