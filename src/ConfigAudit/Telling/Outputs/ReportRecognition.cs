using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Tells whether a file that a report is about to replace is itself one, by what it holds, whatever it is called.</summary>
internal static class ReportRecognition
{
    /// <summary>More than a mark has.</summary>
    private const int Room = 64;

    /// <summary>Each report names its maker somewhere, but for the checklist, whose sheet is called so.</summary>
    private static readonly string[] Marks = { "ConfigAudit", ReportWords.Checklist.Ja, ReportWords.Checklist.En };

    private const int Part = 64 * 1024;

    /// <summary>Whether the file may give way: it is a report of ours, or nothing is in it.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    public static bool MayGive(string path)
    {
        var start = Start(path);
        var text = start.TrimStart();
        return text.Length == 0
            || (
                text.StartsWith("PK", StringComparison.Ordinal) ? IsWorkbook(path)
                : text[0] == '<' ? Names(path)
                : text[0] is '{' or '[' ? IsFindings(text) || (Holds(text, "sarif") && Names(path))
                : FindingCsv.Is(path)
            );
    }

    /// <summary>As a report has them, or as ConvertTo-Json wrote them.</summary>
    private static bool IsFindings(string text) =>
        Holds(text, "\"ConfigAudit.Findings/") || (Holds(text, "\"CheckId\"") && Holds(text, "\"Outcome\""));

    private static bool Holds(string text, string word) => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Start(string path)
    {
        using var text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var read = new char[Part];
        return new string(read, 0, text.ReadBlock(read, 0, read.Length));
    }

    private static bool IsWorkbook(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var book = new ZipArchive(file, ZipArchiveMode.Read);
            // Excel puts what cells say into a file of its own.
            return book
                .Entries.Where(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))
                .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
                .Any(entry =>
                {
                    using var part = entry.Open();
                    return Names(part);
                });
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool Names(string path)
    {
        using var file = File.OpenRead(path);
        return Names(file);
    }

    private static bool Names(Stream stream)
    {
        using var text = new StreamReader(stream, Encoding.UTF8);
        var read = new char[Part];
        var rest = string.Empty;
        for (int count; (count = text.ReadBlock(read, 0, read.Length)) > 0; )
        {
            var part = rest + new string(read, 0, count);
            if (Array.Exists(Marks, mark => part.IndexOf(mark, StringComparison.Ordinal) >= 0))
                return true;
            rest = part.Substring(Math.Max(0, part.Length - Room));
        }

        return false;
    }
}
