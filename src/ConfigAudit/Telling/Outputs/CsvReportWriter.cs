using System.Globalization;
using System.IO;
using System.Text;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// Findings as CSV (RFC 4180), one row each, as they come. A table has no place beside its rows, so how old the catalogues are stands in a last
/// column, in each row: rows are sorted, cut out and put under those of other files. Import-ConfigAuditFinding has no need of it.
/// </summary>
[ReportFile(ReportFormat.Csv, ".csv")]
internal sealed class CsvReportWriter : ReportWriter
{
    private readonly Language _header;
    private readonly StreamWriter _text;
    private readonly CsvWriter _csv;
    private readonly string? _ages;

    public CsvReportWriter(string path, ReportSettings settings)
        : base(path, settings)
    {
        _text = new StreamWriter(Stream, new UTF8Encoding(settings.WithMark), 64 * 1024, leaveOpen: true);
        _csv = new CsvWriter(_text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        _header = settings.Header;
        foreach (var column in FindingColumns.All)
            _csv.WriteField(column.Header.In(settings.Header));
        _ages = settings.Catalogs.Count > 0 ? settings.CatalogAges.In(settings.Header) : null;
        if (_ages is not null)
            _csv.WriteField(ReportWords.Catalogs.In(settings.Header));
        _csv.NextRecord();
    }

    protected override void Add(Finding finding)
    {
        foreach (var column in FindingColumns.All)
            _csv.WriteField(CsvCell.Escape(Cell(column, finding)));
        if (_ages is not null)
            _csv.WriteField(_ages);
        _csv.NextRecord();
    }

    /// <summary>Whoever wants Japanese headers reads the cells, too; Import-ConfigAuditFinding reads either.</summary>
    private string Cell(FindingColumn column, Finding finding) =>
        _header == Language.Japanese ? column.Told(finding, Language.Japanese) : column.Text(finding);

    protected override void Finish() { }

    protected override void LetGo()
    {
        _csv.Dispose();
        _text.Dispose();
    }
}
