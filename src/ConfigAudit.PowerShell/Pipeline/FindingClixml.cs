using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Xml;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Reads findings from what Export-Clixml wrote.</summary>
internal static class FindingClixml
{
    private const long MaxBytes = 256 * 1024 * 1024;

    /// <summary>A list of findings is four deep; PowerShell's own reader would follow any depth, until the process ends.</summary>
    private const int MaxDepth = 32;

    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each object that is no finding.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't whole.</exception>
    public static IEnumerable<Finding> Read(string path, Action<InputException> problem)
    {
        var number = 0;
        foreach (var item in Items(path, Text(path)))
        {
            number++;
            Finding? finding = null;
            try
            {
                finding = FindingBag.Read(item);
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, LocalText.Of($"#{number}: ").Then(WrittenException.Of(bad)), bad));
            }

            if (finding is not null)
                yield return finding;
        }
    }

    private static string Text(string path)
    {
        using var text = new StreamReader(
            new MemoryStream(FileBytes.Read(path, MaxBytes)),
            Encoding.UTF8,
            detectEncodingFromByteOrderMarks: true
        );
        return text.ReadToEnd();
    }

    private static object?[] Items(string path, string text)
    {
        try
        {
            using var xml = XmlReader.Create(
                new StringReader(text),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
            );
            while (xml.Read())
            {
                if (xml.Depth > MaxDepth)
                {
                    throw new InputException(
                        path,
                        new LocalText($"要素の入れ子が{MaxDepth}段を超えています", $"it is more than {MaxDepth} elements deep")
                    );
                }
            }

            return PSSerializer.DeserializeAsList(text).SelectMany(Flat).ToArray();
        }
        catch (XmlException bad)
        {
            throw new InputException(path, bad.LineNumber, bad.LinePosition, LocalText.Of(bad.Message), bad);
        }
        catch (Exception bad) when (bad is RuntimeException or InvalidCastException or FormatException or InvalidOperationException)
        {
            throw new InputException(path, LocalText.Of(bad.Message), bad);
        }
    }

    /// <summary>A list that was exported as one object is many.</summary>
    private static IEnumerable<object?> Flat(object? item) =>
        (item is PSObject wrapped ? wrapped.BaseObject : item) is IList several ? several.Cast<object?>() : new[] { item };
}
