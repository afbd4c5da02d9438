using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A file of findings, in the format that it begins like, whatever it is called.</summary>
internal static class FindingFile
{
    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each thing in it that is no whole finding.</param>
    /// <exception cref="InputException">The file can't be opened, or holds something else.</exception>
    public static IEnumerable<Finding> Read(string path, Action<InputException> problem)
    {
        var start = Start(path);
        return start.Length == 0 ? throw new InputException(path, new LocalText("ファイルが空です", "the file is empty"))
            : start[0] is '{' or '[' ? FindingJson.Read(path, problem)
            : start.StartsWith("<Objs", StringComparison.Ordinal) ? FindingClixml.Read(path, problem)
            // A page, JUnit's XML, or a workbook.
            : start[0] == '<' || start.StartsWith("PK", StringComparison.Ordinal)
                ? throw new InputException(
                    path,
                    new LocalText(
                        "この形式は読み戻せません。CSV、JSON、CLIXML（Export-Clixml）のいずれかで保存したものを指定してください",
                        "this format can't be read back: name what was saved as CSV, JSON or CLIXML (Export-Clixml)"
                    )
                )
            : FindingCsv.Read(path, problem);
    }

    private static string Start(string path)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var start = new char[4096];
            return new string(start, 0, text.ReadBlock(start, 0, start.Length)).TrimStart();
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException(path, FilePlace.Unopened(path, bad), bad);
        }
    }
}
