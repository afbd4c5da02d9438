using System;
using System.Collections.Generic;
using System.Drawing;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Judging.Baselines;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Tables;
using SpreadCheetah.Validations;
using SpreadCheetah.Worksheets;

namespace ConfigAudit.Telling.Outputs.Xlsx;

/// <summary>
/// A workbook, written sheet by sheet and row by row. Every text is a text: nothing that a machine said is ever a formula. The library
/// writes asynchronously; the stream is a file, and whoever
/// writes a report waits for it.
/// </summary>
internal sealed class Workbook : IDisposable
{
    private readonly Spreadsheet _book;
    private readonly StyleId _title;
    private readonly StyleId _bold;
    private readonly StyleId _wrapped;
    private readonly StyleId _day;
    private readonly Dictionary<Outcome, StyleId> _outcomes;

    public Workbook(Stream stream)
    {
        _book = Wait(Spreadsheet.CreateNewAsync(stream));
        _title = _book.AddStyle(new Style { Font = { Bold = true, Size = 14 } });
        _bold = _book.AddStyle(new Style { Font = { Bold = true } });
        _wrapped = _book.AddStyle(new Style { Alignment = { WrapText = true, Vertical = VerticalAlignment.Top } });
        _day = _book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy/mm/dd"), Alignment = { Vertical = VerticalAlignment.Top } });
        _outcomes = new Dictionary<Outcome, StyleId>
        {
            [Outcome.Pass] = Painted(0xC6EFCE, 0x0B5A10),
            [Outcome.Fail] = Painted(0xFFC7CE, 0x9C0006),
            [Outcome.Unknown] = Painted(0xFFEB9C, 0x6B4E00),
            [Outcome.Attest] = Painted(0xDDEBF7, 0x1F4E78),
            [Outcome.NotApplicable] = Painted(0xEDEDED, 0x595959),
        };
    }

    /// <summary>Begins a sheet whose columns are so wide, in characters.</summary>
    public void Sheet(string name, int frozenRows, params int[] widths)
    {
        var options = new WorksheetOptions { FrozenRows = frozenRows > 0 ? frozenRows : null };
        for (var i = 0; i < widths.Length; i++)
            options.Column(i + 1).Width = widths[i];
        Wait(_book.StartWorksheetAsync(name, options));
    }

    /// <summary>Rows with a header above them, which filter and sort. Excel wants headers to differ, and a row at least.</summary>
    public void Table(IReadOnlyList<string> headers, IEnumerable<Cell[]> rows)
    {
        _book.StartTable(new Table(TableStyle.Light1) { NumberOfColumns = headers.Count });
        Wait(_book.AddHeaderRowAsync(headers.ToArray(), _bold));
        var isEmpty = true;
        foreach (var row in rows)
        {
            Wait(_book.AddRowAsync(row));
            isEmpty = false;
        }

        if (isEmpty)
            Wait(_book.AddRowAsync(headers.Select(_ => Text(string.Empty)).ToArray()));
        Wait(_book.FinishTableAsync());
    }

    public void Row(params Cell[] cells) => Wait(_book.AddRowAsync(cells));

    /// <summary>Lets a column of the sheet, below its header, take days alone.</summary>
    public void Days(char column, int rows) =>
        _book.AddDataValidation(
            $"{column}2:{column}{Math.Max(rows, 1) + 1}",
            DataValidation.DateTimeBetween(new DateTime(2000, 1, 1), new DateTime(2099, 12, 31))
        );

    public Cell Title(string text) => new(XmlText.Cell(text), _title);

    public Cell Bold(string text) => new(XmlText.Cell(text), _bold);

    public Cell Text(string text) => new(XmlText.Cell(text), _wrapped);

    public Cell Number(int number) => new(number, _wrapped);

    /// <summary>A cell for a day that somebody fills in.</summary>
    public Cell NoDay() => new((DateTime?)null, _day);

    public Cell Painted(string text, Outcome outcome) => new(XmlText.Cell(text), _outcomes[outcome]);

    /// <summary>A count in the colour of what it counts; of none, without.</summary>
    public Cell Painted(int count, Outcome outcome) => count == 0 ? Number(0) : new Cell(count, _outcomes[outcome]);

    public void Finish() => Wait(_book.FinishAsync());

    public void Dispose() => _book.Dispose();

    private static void Wait(ValueTask task) => task.AsTask().GetAwaiter().GetResult();

    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();

    private StyleId Painted(int fill, int font) =>
        _book.AddStyle(
            new Style
            {
                Fill = { Color = Color.FromArgb(255, Color.FromArgb(fill)) },
                Font = { Color = Color.FromArgb(255, Color.FromArgb(font)) },
                Alignment = { Vertical = VerticalAlignment.Top },
            }
        );
}
