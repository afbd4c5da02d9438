using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;

namespace ConfigAudit.FleetSimulator.Protocol;

/// <summary>Answers in the shape of a recorded WinRM: its prefixes, its namespaces, its way with nulls, arrays and datetimes.</summary>
internal static class WinRmWriter
{
    private const string FaultAction = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";

    private static readonly XmlWriterSettings Plain = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    public static string Identify() =>
        $"<s:Envelope xml:lang=\"en-US\" xmlns:s=\"{WsManNames.Soap}\"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid=\"{WsManNames.Identity}\">"
        + "<wsmid:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
        + "<wsmid:ProductVersion>OS: 10.0.26100 SP: 0.0 Stack: 3.0</wsmid:ProductVersion></wsmid:IdentifyResponse></s:Body></s:Envelope>";

    /// <summary>A page of an enumeration. The first page says where it ends in wsman's namespace, the others in the enumeration's.</summary>
    public static string Page(SimulatedRequest request, string? context, IReadOnlyList<CimRow> rows, Enumeration of)
    {
        var isFirst = request.Operation == "Enumerate";
        return Envelope(request.Action + "Response", request.MessageId, xml =>
        {
            xml.WriteStartElement("n", isFirst ? "EnumerateResponse" : "PullResponse", WsManNames.Enumeration);
            if (isFirst || context is not null)
            {
                xml.WriteStartElement("n", "EnumerationContext", WsManNames.Enumeration);
                xml.WriteString(context ?? string.Empty);
                xml.WriteFullEndElement();
            }

            var (prefix, uri) = isFirst ? ("w", WsManNames.Management) : ("n", WsManNames.Enumeration);
            xml.WriteStartElement(prefix, "Items", uri);
            foreach (var row in rows)
                Instance(xml, row, of.IsProjection ? null : $"{WsManNames.WmiResource}{request.Namespace}/{of.Class}", of.Class);
            xml.WriteFullEndElement();
            if (context is null)
            {
                xml.WriteStartElement(prefix, "EndOfSequence", uri);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    public static string Released(SimulatedRequest request) => Envelope(request.Action + "Response", request.MessageId, _ => { });

    public static string One(SimulatedRequest request, CimRow row) =>
        Envelope(request.Action + "Response", request.MessageId, xml => Instance(xml, row, request.ResourceUri, request.Class));

    public static string Output(SimulatedRequest request, CimRow row) => Envelope(request.Action + "Response", request.MessageId, xml =>
    {
        xml.WriteStartElement("p", request.Method + "_OUTPUT", request.ResourceUri);
        xml.WriteAttributeString("xmlns", "xsi", null, WsManNames.Xsi);
        xml.WriteAttributeString("xmlns", "cim", null, WsManNames.Common);
        foreach (var name in row.Names)
            Property(xml, name, row[name], request.ResourceUri, "p");
        xml.WriteFullEndElement();
    });

    /// <summary>A fault of the service itself.</summary>
    public static string Fault(string relatesTo, string subcode, uint code, string text) =>
        Fault(relatesTo, subcode, text, Detail(code, text));

    /// <summary>A fault of WMI, which stands in the service's with the same code.</summary>
    public static string ProviderFault(string relatesTo, string subcode, uint code, string text) =>
        Fault(relatesTo, subcode, text, Detail(code, $"<f:ProviderFault provider=\"WMI Provider\" path=\"%systemroot%\\system32\\WsmWmiPl.dll\">{Detail(code, text)}</f:ProviderFault>"));

    private static string Fault(string relatesTo, string subcode, string text, string detail) => Envelope(FaultAction, relatesTo, xml => xml.WriteRaw(
        $"<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:{subcode}</s:Value></s:Subcode></s:Code>"
        + $"<s:Reason><s:Text xml:lang=\"en-US\">{text}</s:Text></s:Reason><s:Detail>{detail}</s:Detail></s:Fault>"));

    private static string Detail(uint code, string message) =>
        $"<f:WSManFault xmlns:f=\"{WsManNames.MicrosoftFault}\" Code=\"{code.ToString(CultureInfo.InvariantCulture)}\" Machine=\"simulated\"><f:Message>{message}</f:Message></f:WSManFault>";

    private static string Envelope(string action, string relatesTo, Action<XmlWriter> body)
    {
        var text = new StringBuilder(2048);
        using (var xml = XmlWriter.Create(text, Plain))
        {
            xml.WriteStartElement("s", "Envelope", WsManNames.Soap);
            xml.WriteAttributeString("xml", "lang", null, "en-US");
            xml.WriteAttributeString("xmlns", "a", null, WsManNames.Addressing);
            xml.WriteAttributeString("xmlns", "n", null, WsManNames.Enumeration);
            xml.WriteAttributeString("xmlns", "w", null, WsManNames.Management);
            xml.WriteStartElement("s", "Header", WsManNames.Soap);
            xml.WriteElementString("a", "Action", WsManNames.Addressing, action);
            xml.WriteElementString("a", "MessageID", WsManNames.Addressing, "uuid:" + Guid.NewGuid().ToString("D").ToUpperInvariant());
            xml.WriteElementString("a", "To", WsManNames.Addressing, WsManNames.Anonymous);
            xml.WriteElementString("a", "RelatesTo", WsManNames.Addressing, relatesTo);
            xml.WriteEndElement();
            xml.WriteStartElement("s", "Body", WsManNames.Soap);
            body(xml);
            xml.WriteFullEndElement();
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    /// <param name="xml">Where to.</param>
    /// <param name="row">What.</param>
    /// <param name="uri">The class's URI; null for a projection, which comes as a fragment without a type.</param>
    /// <param name="class">Its name.</param>
    private static void Instance(XmlWriter xml, CimRow row, string? uri, string @class)
    {
        if (uri is null)
            xml.WriteStartElement("w", "XmlFragment", WsManNames.Management);
        else
            xml.WriteStartElement("p", @class, uri);
        xml.WriteAttributeString("xmlns", "xsi", null, WsManNames.Xsi);
        if (uri is not null)
        {
            xml.WriteAttributeString("xmlns", "cim", null, WsManNames.Common);
            xml.WriteAttributeString("xsi", "type", WsManNames.Xsi, $"p:{@class}_Type");
        }

        foreach (var name in row.Names)
            Property(xml, name, row[name], uri ?? string.Empty, uri is null ? string.Empty : "p");
        xml.WriteFullEndElement();
    }

    private static void Property(XmlWriter xml, string name, object? value, string uri, string prefix)
    {
        if (value is IEnumerable values and not string)
        {
            var any = false;
            foreach (var each in values)
            {
                Property(xml, name, each, uri, prefix);
                any = true;
            }

            if (any)
                return;
            value = null;
        }

        xml.WriteStartElement(prefix, name, uri);
        switch (value)
        {
            case null:
                xml.WriteAttributeString("xsi", "nil", WsManNames.Xsi, "true");
                xml.WriteEndElement();
                return;
            case CimRow embedded:
                xml.WriteAttributeString("xsi", "type", WsManNames.Xsi, (prefix.Length > 0 ? prefix + ":" : string.Empty) + "Embedded_Type");
                foreach (var inner in embedded.Names)
                    Property(xml, inner, embedded[inner], uri, prefix);
                break;
            case bool flag:
                xml.WriteString(flag ? "true" : "false");
                break;
            case string text when text.Length == 25 && text[14] == '.' && CimDateTime.Parse(text) is { } moment:
                // In a projection, the namespace is left out.
                if (prefix.Length > 0)
                    xml.WriteStartElement("cim", "Datetime", WsManNames.Common);
                else
                    xml.WriteStartElement("Datetime");
                xml.WriteString(XmlConvert.ToString(moment));
                xml.WriteEndElement();
                break;
            default:
                xml.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }

        xml.WriteFullEndElement();
    }
}
