using System.Linq;
using System.Text;
using System.Xml;

namespace ConfigAudit.Telling.Outputs;

/// <summary>What machines say may hold characters that XML 1.0 can't (section 2.2): they become U+FFFD, so that one name doesn't cost a
/// report.</summary>
internal static class XmlText
{
    /// <summary>Those that fit a cell of a workbook (ECMA-376 part 1, 18.4.12).</summary>
    public const int MostInCell = 32767;

    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                clean.Append(text[i]).Append(text[++i]);
            else
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return clean.ToString();
    }

    public static string Cell(string text)
    {
        var clean = Clean(text);
        return clean.Length <= MostInCell ? clean : clean.Substring(0, MostInCell - 1).TrimEnd('\uD800', '\uDBFF') + "…";
    }

    private static bool IsClean(string text) => text.All(XmlConvert.IsXmlChar);
}
