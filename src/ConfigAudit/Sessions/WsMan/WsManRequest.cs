using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;

namespace ConfigAudit.Sessions.WsMan;

/// <summary>One request: its identifier, which the answer must name, and its envelope in UTF-8.</summary>
internal sealed record WsManRequest(string MessageId, ArraySegment<byte> Envelope)
{
    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    /// <summary>DSP0226 §11: who are you? Carries no addressing, so its answer relates to nothing.</summary>
    public static WsManRequest Identify() => Write(string.Empty, xml =>
    {
        xml.WriteStartElement("s", "Header", WsManNames.Soap);
        xml.WriteEndElement();
        xml.WriteStartElement("s", "Body", WsManNames.Soap);
        xml.WriteStartElement("i", "Identify", WsManNames.Identity);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>DSP0226 §8.2: begins an enumeration by query and asks for the first page at once (wsman:OptimizeEnumeration).</summary>
    public static WsManRequest Enumerate(WsManHeader header, string wql, int pageSize) => Write(header, WsManNames.Enumerate, xml =>
    {
        xml.WriteStartElement("n", "Enumerate", WsManNames.Enumeration);
        xml.WriteStartElement("w", "OptimizeEnumeration", WsManNames.Management);
        xml.WriteEndElement();
        Number(xml, "w", "MaxElements", WsManNames.Management, pageSize);
        xml.WriteStartElement("w", "Filter", WsManNames.Management);
        xml.WriteAttributeString("Dialect", WsManNames.Wql);
        xml.WriteString(wql);
        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    /// <summary>DSP0226 §8.4: the next page.</summary>
    public static WsManRequest Pull(WsManHeader header, string context, int pageSize) => Write(header, WsManNames.Pull, xml =>
    {
        xml.WriteStartElement("n", "Pull", WsManNames.Enumeration);
        xml.WriteElementString("n", "EnumerationContext", WsManNames.Enumeration, context);
        Number(xml, "n", "MaxElements", WsManNames.Enumeration, pageSize);
        xml.WriteEndElement();
    });

    /// <summary>DSP0226 §8.5: gives an enumeration up, so that it doesn't count against the quota of whoever asks next.</summary>
    public static WsManRequest Release(WsManHeader header, string context) => Write(header, WsManNames.Release, xml =>
    {
        xml.WriteStartElement("n", "Release", WsManNames.Enumeration);
        xml.WriteElementString("n", "EnumerationContext", WsManNames.Enumeration, context);
        xml.WriteEndElement();
    });

    /// <summary>DSP0226 §7.3: one instance, by the keys in the header's selectors.</summary>
    public static WsManRequest Get(WsManHeader header) => Write(header, WsManNames.Get, _ => { });

    /// <summary>DSP0227 §10: a static method.</summary>
    public static WsManRequest Invoke(WsManHeader header, string method, IReadOnlyDictionary<string, object?> arguments) =>
        Write(header, $"{header.Resource.Uri}/{method}", xml =>
        {
            xml.WriteStartElement("x", method + "_INPUT", header.Resource.Uri);
            foreach (var argument in arguments)
                Argument(xml, header.Resource.Uri, argument.Key, argument.Value);
            xml.WriteEndElement();
        });

    private static WsManRequest Write(WsManHeader header, string action, Action<XmlWriter> body)
    {
        var id = "uuid:" + Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();
        return Write(id, xml =>
        {
            xml.WriteStartElement("s", "Header", WsManNames.Soap);
            header.Write(xml, action, id);
            xml.WriteEndElement();
            xml.WriteStartElement("s", "Body", WsManNames.Soap);
            body(xml);
            xml.WriteEndElement();
        });
    }

    private static WsManRequest Write(string id, Action<XmlWriter> content)
    {
        var buffer = new MemoryStream(2048);
        using (var xml = XmlWriter.Create(buffer, Plain))
        {
            xml.WriteStartElement("s", "Envelope", WsManNames.Soap);
            xml.WriteAttributeString("xmlns", "a", null, WsManNames.Addressing);
            xml.WriteAttributeString("xmlns", "w", null, WsManNames.Management);
            content(xml);
            xml.WriteEndElement();
        }

        return new WsManRequest(id, new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>An array is the element repeated; null is xsi:nil (DSP0227 §8).</summary>
    private static void Argument(XmlWriter xml, string uri, string name, object? value)
    {
        if (value is IEnumerable values and not string)
        {
            foreach (var each in values)
                Argument(xml, uri, name, each);
            return;
        }

        xml.WriteStartElement("x", name, uri);
        if (value is null)
            xml.WriteAttributeString("xsi", "nil", WsManNames.Xsi, "true");
        else
            xml.WriteString(value is bool flag ? XmlConvert.ToString(flag) : Convert.ToString(value, CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string prefix, string name, string uri, int value) =>
        xml.WriteElementString(prefix, name, uri, value.ToString(CultureInfo.InvariantCulture));
}
