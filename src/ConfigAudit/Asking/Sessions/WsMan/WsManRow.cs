using System;
using System.Collections.Generic;
using System.Xml;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>Reads the properties of an instance, as a row: from the element that holds them.</summary>
internal static class WsManRow
{
    /// <summary>How deep instances may be embedded in instances.</summary>
    private const int MaxDepth = 8;

    public static CimRow Read(XmlReader xml)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in XmlSteps.Children(xml))
            Add(values, name, Value(xml, 0));
        return new CimRow(values);
    }

    /// <summary>An array is its element repeated.</summary>
    private static void Add(Dictionary<string, object?> values, string name, object? value)
    {
        if (!values.TryGetValue(name, out var before))
            values.Add(name, value);
        else if (before is List<object?> list)
            list.Add(value);
        else
            values[name] = new List<object?> { before, value };
    }

    /// <summary>Texts stay texts: which type they have is known to whoever reads the row. Null, an embedded instance, or text.</summary>
    private static object? Value(XmlReader xml, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new SessionException(
                GapKind.Unusable,
                new LocalText($"応答のインスタンスの入れ子が{MaxDepth}段を超える", $"the answer nests instances more than {MaxDepth} deep")
            );
        }

        var isNull = xml.GetAttribute("nil", WsManNames.Xsi) is "true" or "1";
        if (isNull || xml.IsEmptyElement)
        {
            xml.Skip();
            return isNull ? null : string.Empty;
        }

        xml.ReadStartElement();
        var content = Content(xml, depth);
        xml.ReadEndElement();
        return content;
    }

    private static object? Content(XmlReader xml, int depth)
    {
        var text = xml.NodeType == XmlNodeType.Element ? string.Empty : xml.ReadContentAsString();
        if (xml.NodeType != XmlNodeType.Element)
            return text;

        if (IsDatetime(xml))
            return Wrapped(xml);
        if (xml.NamespaceURI == WsManNames.Addressing)
            return Reference(xml)?.ToString();
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in XmlSteps.Siblings(xml))
            Add(values, name, Value(xml, depth + 1));
        return new CimRow(values);
    }

    /// <summary>An endpoint reference: the class is the last part of the resource's URI, the keys are the selectors. Null when it names no
    /// instance.</summary>
    private static CimPath? Reference(XmlReader xml)
    {
        var @class = string.Empty;
        var keys = new List<KeyValuePair<string, string>>();
        foreach (var part in XmlSteps.Siblings(xml))
        {
            if (part != "ReferenceParameters")
            {
                xml.Skip();
                continue;
            }

            foreach (var parameter in XmlSteps.Children(xml))
            {
                if (parameter == "ResourceURI")
                    @class = ClassOf(xml.ReadElementContentAsString().Trim());
                else if (parameter == "SelectorSet")
                    Selectors(xml, keys);
                else
                    xml.Skip();
            }
        }

        return @class.Length > 0 && keys.Count > 0 ? new CimPath(@class, keys) : null;
    }

    private static string ClassOf(string uri) => uri.Substring(uri.LastIndexOf('/') + 1);

    private static void Selectors(XmlReader xml, List<KeyValuePair<string, string>> keys)
    {
        foreach (var _ in XmlSteps.Children(xml))
        {
            // The namespace comes as a selector too.
            if (xml.GetAttribute("Name") is { } name && !name.StartsWith("__", StringComparison.Ordinal))
                keys.Add(new KeyValuePair<string, string>(name, xml.ReadElementContentAsString()));
            else
                xml.Skip();
        }
    }

    /// <summary>DSP0230: <c>cim:Datetime</c> or <c>cim:Interval</c> around the text of a datetime; WinRM leaves the namespace out in
    /// projections.</summary>
    private static bool IsDatetime(XmlReader xml) =>
        xml.LocalName is "Datetime" or "Interval" && (xml.NamespaceURI == WsManNames.Common || xml.NamespaceURI.Length == 0);

    private static string Wrapped(XmlReader xml)
    {
        var text = string.Empty;
        foreach (var _ in XmlSteps.Siblings(xml))
            text = xml.ReadElementContentAsString().Trim();
        return text;
    }
}
