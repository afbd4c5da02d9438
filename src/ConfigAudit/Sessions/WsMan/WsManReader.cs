using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml;
using ConfigAudit.Facts;

namespace ConfigAudit.Sessions.WsMan;

/// <summary>
/// Envelopes to replies, in one pass forward. Takes what WinRM and OMI write: other prefixes, items in either namespace, method results under either
/// name. No DTD, no external entity; depth and number of values are bounded, since the other side may be anyone.
/// </summary>
internal static class WsManReader
{
    /// <summary>How deep instances may be embedded in instances.</summary>
    private const int MaxDepth = 8;

    /// <summary>What no answer that is small enough to be read needs, but for its depth.</summary>
    private static readonly XmlDictionaryReaderQuotas Quotas = new()
    {
        MaxDepth = 64, MaxArrayLength = int.MaxValue, MaxBytesPerRead = int.MaxValue, MaxNameTableCharCount = 64 * 1024, MaxStringContentLength = int.MaxValue,
    };

    /// <summary>Reading never waits, so one reader a thread is enough; closed, it holds nothing of what it read.</summary>
    [ThreadStatic]
    private static XmlDictionaryReader? _reader;

    /// <param name="envelope">UTF-8.</param>
    /// <exception cref="SessionException">It isn't XML, or no SOAP envelope, or is nested too deep.</exception>
    public static WsManReply Read(ArraySegment<byte> envelope)
    {
        try
        {
            // .NET's own reader for SOAP: knows no DTD and no external entity, and needs a fraction of the memory of the general one.
            using var xml = Over(envelope);
            xml.MoveToContent();
            if (!xml.IsStartElement("Envelope", WsManNames.Soap))
                throw new SessionException(GapKind.Unusable, $"the answer is no SOAP envelope: it begins with <{Shorten(xml.Name)}>");
            var reply = Envelope(xml);
            while (xml.Read())
            {
                // To the end: what follows must be XML too.
            }

            return reply;
        }
        catch (Exception bad) when (bad is XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SessionException(GapKind.Unusable, "the answer is no well-formed XML: " + Shorten(bad.Message), bad);
        }
    }

    private static XmlDictionaryReader Over(ArraySegment<byte> envelope)
    {
        if (_reader is not IXmlTextReaderInitializer again)
            return _reader = XmlDictionaryReader.CreateTextReader(envelope.Array!, envelope.Offset, envelope.Count, Quotas);
        again.SetInput(envelope.Array!, envelope.Offset, envelope.Count, null, Quotas, null);
        return _reader;
    }

    private static WsManReply Envelope(XmlReader xml)
    {
        var reply = new WsManReply();
        foreach (var part in Children(xml))
        {
            if (xml.NamespaceURI == WsManNames.Soap && part == "Header")
                reply = reply with { RelatesTo = Header(xml) };
            else if (xml.NamespaceURI == WsManNames.Soap && part == "Body")
                reply = Body(xml, reply);
            else
                xml.Skip();
        }

        return reply;
    }

    private static string? Header(XmlReader xml)
    {
        string? relatesTo = null;
        foreach (var name in Children(xml))
        {
            if (name == "RelatesTo" && xml.NamespaceURI == WsManNames.Addressing)
                relatesTo = xml.ReadElementContentAsString().Trim();
            else
                xml.Skip();
        }

        return relatesTo;
    }

    private static WsManReply Body(XmlReader xml, WsManReply reply)
    {
        foreach (var name in Children(xml))
        {
            reply = name switch
            {
                "Fault" when xml.NamespaceURI == WsManNames.Soap => reply with { Fault = FaultReader.Read(xml) },
                "EnumerateResponse" or "PullResponse" when xml.NamespaceURI == WsManNames.Enumeration => Page(xml, reply),
                // OMI puts it into SOAP's own namespace.
                "IdentifyResponse" => Identity(xml, reply),
                _ => reply with { Rows = new[] { Row(xml, 0) } },
            };
        }

        return reply;
    }

    private static WsManReply Page(XmlReader xml, WsManReply reply)
    {
        foreach (var name in Children(xml))
        {
            switch (name)
            {
                case "EnumerationContext":
                    reply = reply with { Context = xml.ReadElementContentAsString().Trim() };
                    break;
                case "EndOfSequence":
                    reply = reply with { IsEnd = true };
                    xml.Skip();
                    break;
                case "Items":
                    reply = reply with { Rows = Items(xml) };
                    break;
                default:
                    xml.Skip();
                    break;
            }
        }

        return reply;
    }

    /// <summary>Whole instances are named after their class, projections are wsman:XmlFragment. Both hold properties.</summary>
    private static List<CimRow> Items(XmlReader xml)
    {
        var rows = new List<CimRow>();
        foreach (var _ in Children(xml))
        {
            if (rows.Count == LimitedSource.MaxRows)
                throw new SessionException(GapKind.Unusable, $"a page holds more than {LimitedSource.MaxRows} items");
            rows.Add(Row(xml, 0));
        }

        return rows;
    }

    private static WsManReply Identity(XmlReader xml, WsManReply reply)
    {
        reply = reply with { Vendor = string.Empty };
        foreach (var name in Children(xml))
        {
            if (name == "ProductVendor")
                reply = reply with { Vendor = xml.ReadElementContentAsString().Trim() };
            else
                xml.Skip();
        }

        return reply;
    }

    private static CimRow Row(XmlReader xml, int depth)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Children(xml))
            Add(values, name, Value(xml, depth));
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
            throw new SessionException(GapKind.Unusable, $"the answer nests instances more than {MaxDepth} deep");
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
        foreach (var name in Siblings(xml))
            Add(values, name, Value(xml, depth + 1));
        return new CimRow(values);
    }

    /// <summary>An endpoint reference: the class is the last part of the resource's URI, the keys are the selectors. Null when it names no instance.</summary>
    private static CimPath? Reference(XmlReader xml)
    {
        var @class = string.Empty;
        var keys = new List<KeyValuePair<string, string>>();
        foreach (var part in Siblings(xml))
        {
            if (part != "ReferenceParameters")
            {
                xml.Skip();
                continue;
            }

            foreach (var parameter in Children(xml))
            {
                if (parameter == "ResourceURI" && xml.ReadElementContentAsString().Trim() is var uri)
                    @class = uri.Substring(uri.LastIndexOf('/') + 1);
                else if (parameter == "SelectorSet")
                    Selectors(xml, keys);
                else
                    xml.Skip();
            }
        }

        return @class.Length > 0 && keys.Count > 0 ? new CimPath(@class, keys) : null;
    }

    private static void Selectors(XmlReader xml, List<KeyValuePair<string, string>> keys)
    {
        foreach (var _ in Children(xml))
        {
            // The namespace comes as a selector too.
            if (xml.GetAttribute("Name") is { } name && !name.StartsWith("__", StringComparison.Ordinal))
                keys.Add(new KeyValuePair<string, string>(name, xml.ReadElementContentAsString()));
            else
                xml.Skip();
        }
    }

    /// <summary>DSP0230: <c>cim:Datetime</c> or <c>cim:Interval</c> around the text of a datetime; WinRM leaves the namespace out in projections.</summary>
    private static bool IsDatetime(XmlReader xml) =>
        xml.LocalName is "Datetime" or "Interval" && (xml.NamespaceURI == WsManNames.Common || xml.NamespaceURI.Length == 0);

    private static string Wrapped(XmlReader xml)
    {
        var text = string.Empty;
        foreach (var _ in Siblings(xml))
            text = xml.ReadElementContentAsString().Trim();
        return text;
    }

    /// <summary>Steps through the children of the element that the reader stands on, and past its end. Each child must be read or skipped.</summary>
    internal static IEnumerable<string> Children(XmlReader xml)
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
    private static IEnumerable<string> Siblings(XmlReader xml)
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

    private static string Shorten(string text) => text.Length <= 200 ? text : string.Format(CultureInfo.InvariantCulture, "{0}…", text.Substring(0, 200));
}
