using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using ConfigAudit.Base.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Lifecycle;

/// <summary>The rows of a CSV file, or of the first sheet of a workbook (ECMA-376), as texts.</summary>
internal static class Sheet
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <exception cref="InputException">It can't be read, or is neither.</exception>
    public static List<string[]> Read(string path)
    {
        try
        {
            return Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) ? Workbook(path) : Csv(path);
        }
        catch (Exception bad)
            when (bad
                    is IOException
                        or UnauthorizedAccessException
                        or InvalidDataException
                        or XmlException
                        or CsvHelperException
                        or FormatException
                        or ArgumentOutOfRangeException
            )
        {
            throw Trouble.In(path, $"it can't be read as a table: {bad.Message.Split('\n')[0].Trim()}");
        }
    }

    private static List<string[]> Csv(string path)
    {
        using var csv = new CsvReader(
            new StreamReader(path),
            new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false, DetectDelimiter = true }
        );
        var rows = new List<string[]>();
        while (csv.Read())
            rows.Add(csv.Parser.Record ?? Array.Empty<string>());
        return rows;
    }

    private static List<string[]> Workbook(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var shared = Part(zip, "xl/sharedStrings.xml")?.Elements(Main + "si").Select(Text).ToArray() ?? Array.Empty<string>();
        var sheet = Part(zip, "xl/worksheets/sheet1.xml") ?? throw new InvalidDataException("it holds no sheet");
        return sheet.Element(Main + "sheetData")!.Elements(Main + "row").Select(row => Row(row, shared)).ToList();
    }

    private static XElement? Part(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
            return null;
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(xml);
    }

    private static string[] Row(XElement row, string[] shared)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements(Main + "c"))
        {
            var at = cell.Attribute("r") is { } place ? Column(place.Value) : cells.Count;
            while (cells.Count <= at)
                cells.Add(string.Empty);
            var value = cell.Element(Main + "v")?.Value ?? string.Empty;
            cells[at] = (string?)cell.Attribute("t") switch
            {
                "s" => shared[int.Parse(value, CultureInfo.InvariantCulture)],
                "inlineStr" => Text(cell.Element(Main + "is")!),
                _ => value,
            };
        }

        return cells.ToArray();
    }

    private static string Text(XElement text) => string.Concat(text.Descendants(Main + "t").Select(each => each.Value));

    /// <summary>"C7" is the third column: 2.</summary>
    private static int Column(string place) =>
        place.TakeWhile(char.IsAsciiLetter).Aggregate(0, (number, letter) => (number * 26) + (letter - 'A' + 1)) - 1;
}
