using System.Collections.Generic;
using System.Xml;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>Steps through XML by elements, of which each is read or skipped by whoever takes the step.</summary>
internal static class XmlSteps
{
    /// <summary>Steps through the children of the element that the reader stands on, and past its end. Each child must be read or
    /// skipped.</summary>
    public static IEnumerable<string> Children(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            yield break;
        }

        xml.ReadStartElement();
        foreach (var name in Siblings(xml))
            yield return name;
        xml.ReadEndElement();
    }

    /// <summary>Steps through the elements from here to the end of their parent.</summary>
    public static IEnumerable<string> Siblings(XmlReader xml)
    {
        while (true)
        {
            // Text between elements is layout.
            while (xml.NodeType is XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.Text or XmlNodeType.CDATA)
                xml.Read();
            if (xml.NodeType != XmlNodeType.Element)
                yield break;
            yield return xml.LocalName;
        }
    }
}
