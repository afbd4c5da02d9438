using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Xml;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.FleetSimulator.Protocol;

/// <summary>Answers in the shape of a recorded WinRM: its prefixes, its namespaces, its way with nulls, arrays and datetimes.</summary>
internal static class WinRmWriter
{
    private static readonly XmlWriterSettings Plain = new() { OmitXmlDeclaration = true, CheckCharacters = false };

    public static string Identify() =>
        $"<s:Envelope xml:lang=\"en-US\" xmlns:s=\"{Wire.Soap}\"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid=\"{Wire.Identity}\">"
        + "<wsmid:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
        + "<wsmid:ProductVersion>OS: 10.0.26100 SP: 0.0 Stack: 3.0</wsmid:ProductVersion></wsmid:IdentifyResponse></s:Body></s:Envelope>";

    /// <summary>A page of an enumeration. The first page says where it ends in wsman's namespace, the others in the
    /// enumeration's.</summary>
    public static string Page(SimulatedRequest request, string? context, IReadOnlyList<CimRow> rows, Enumeration of)
    {
        var isFirst = request.Operation == "Enumerate";
        return Envelope(
            request.Action + "Response",
            request.MessageId,
            xml =>
            {
                xml.WriteStartElement("n", isFirst ? "EnumerateResponse" : "PullResponse", Wire.Enumeration);
                if (isFirst || context is not null)
                {
                    xml.WriteStartElement("n", "EnumerationContext", Wire.Enumeration);
                    xml.WriteString(context ?? string.Empty);
                    xml.WriteFullEndElement();
                }

                var (prefix, uri) = isFirst ? ("w", Wire.Management) : ("n", Wire.Enumeration);
                xml.WriteStartElement(prefix, "Items", uri);
                foreach (var row in rows)
                    Instance(xml, row, of.IsProjection ? null : $"{Wire.Wmi}{request.Namespace}/{of.Class}", of.Class);
                xml.WriteFullEndElement();
                if (context is null)
                {
                    xml.WriteStartElement(prefix, "EndOfSequence", uri);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
            }
        );
    }

    public static string Released(SimulatedRequest request) => Envelope(request.Action + "Response", request.MessageId, _ => { });

    public static string One(SimulatedRequest request, CimRow row) =>
        Envelope(request.Action + "Response", request.MessageId, xml => Instance(xml, row, request.ResourceUri, request.Class));

    public static string Output(SimulatedRequest request, CimRow row) =>
        Envelope(
            request.Action + "Response",
            request.MessageId,
            xml =>
            {
                xml.WriteStartElement("p", request.Method + "_OUTPUT", request.ResourceUri);
                xml.WriteAttributeString("xmlns", "xsi", null, Wire.Xsi);
                xml.WriteAttributeString("xmlns", "cim", null, Wire.Common);
                foreach (var name in row.Names)
                    Property(xml, name, row[name], request.ResourceUri, "p");
                xml.WriteFullEndElement();
            }
        );

    /// <summary>A fault of the service itself.</summary>
    public static string Fault(string relatesTo, string subcode, uint code, string text) =>
        Fault(relatesTo, subcode, text, Detail(code, text));

    /// <summary>A fault of WMI, which stands in the service's with the same code, and beside it what WMI says of it (recorded from Server
    /// 2008 R2 and 2012 R2).</summary>
    public static string ProviderFault(
        string relatesTo,
        string subcode,
        uint code,
        string text,
        string operation = "ExecQuery",
        string? detail = null
    ) =>
        Fault(
            relatesTo,
            subcode,
            text,
            detail
                + Detail(
                    code,
                    $"<f:ProviderFault provider=\"WMI Provider\" path=\"%systemroot%\\system32\\WsmWmiPl.dll\">{Detail(code, text)}{Extended(operation)}</f:ProviderFault>"
                )
        );

    /// <summary>A fault as a newer service tells it: no code of its own, and a CIM error whose status is no more than a guess (recorded of
    /// a quota).</summary>
    public static string CimFault(string relatesTo, string subcode, uint code, int status, string text) =>
        Fault(
            relatesTo,
            subcode,
            text,
            $"<p:MSFT_WmiError b:IsCIM_Error=\"true\" xmlns:b=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd\" xmlns:cim=\"{Wire.Common}\""
                + $" xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError\" xsi:type=\"p:MSFT_WmiError_Type\" xmlns:xsi=\"{Wire.Xsi}\">"
                + $"<p:CIMStatusCode xsi:type=\"cim:cimUnsignedInt\">{status.ToString(CultureInfo.InvariantCulture)}</p:CIMStatusCode><p:ErrorSource xsi:nil=\"true\" xsi:type=\"cim:cimString\"/>"
                + $"<p:Message xsi:type=\"cim:cimString\">{text}</p:Message><p:MessageID xsi:type=\"cim:cimString\">HRESULT 0x{code:x8}</p:MessageID>"
                + $"<p:error_Code xsi:type=\"cim:cimUnsignedInt\">{code.ToString(CultureInfo.InvariantCulture)}</p:error_Code></p:MSFT_WmiError>"
        );

    private static string Fault(string relatesTo, string subcode, string text, string detail) =>
        Envelope(
            Action(subcode),
            relatesTo,
            xml =>
                xml.WriteRaw(
                    $"<s:Fault><s:Code><s:Value>{(subcode is "w:InternalError" or "w:TimedOut" ? "s:Receiver" : "s:Sender")}</s:Value><s:Subcode><s:Value>{subcode}</s:Value></s:Subcode></s:Code>"
                        + $"<s:Reason><s:Text xml:lang=\"en-US\">{text}</s:Text></s:Reason><s:Detail>{detail}</s:Detail></s:Fault>"
                )
        );

    private static string Action(string subcode) =>
        subcode[..1] switch
        {
            "a" => Wire.AddressingFault,
            "n" => Wire.EnumerationFault,
            _ => Wire.ManagementFault,
        };

    /// <summary>Recorded hosts tell no status here: it is nil.</summary>
    private static string Extended(string operation) =>
        "<f:ExtendedError><p:__ExtendedStatus xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/__ExtendedStatus\""
        + $" xmlns:xsi=\"{Wire.Xsi}\" xsi:type=\"p:__ExtendedStatus_Type\"><p:Description xsi:nil=\"true\"/><p:Operation>{operation}</p:Operation>"
        + "<p:ProviderName>WinMgmt</p:ProviderName><p:StatusCode xsi:nil=\"true\"/></p:__ExtendedStatus></f:ExtendedError>";

    private static string Detail(uint code, string message) =>
        $"<f:WSManFault xmlns:f=\"{Wire.MicrosoftFault}\" Code=\"{code.ToString(CultureInfo.InvariantCulture)}\" Machine=\"simulated\"><f:Message>{message}</f:Message></f:WSManFault>";

    private static string Envelope(string action, string relatesTo, Action<XmlWriter> body)
    {
        var text = new StringBuilder(2048);
        using (var xml = XmlWriter.Create(text, Plain))
        {
            xml.WriteStartElement("s", "Envelope", Wire.Soap);
            xml.WriteAttributeString("xml", "lang", null, "en-US");
            xml.WriteAttributeString("xmlns", "a", null, Wire.Addressing);
            xml.WriteAttributeString("xmlns", "n", null, Wire.Enumeration);
            xml.WriteAttributeString("xmlns", "w", null, Wire.Management);
            xml.WriteStartElement("s", "Header", Wire.Soap);
            xml.WriteElementString("a", "Action", Wire.Addressing, action);
            xml.WriteElementString("a", "MessageID", Wire.Addressing, "uuid:" + Guid.NewGuid().ToString("D").ToUpperInvariant());
            xml.WriteElementString("a", "To", Wire.Addressing, Wire.Anonymous);
            xml.WriteElementString("a", "RelatesTo", Wire.Addressing, relatesTo);
            xml.WriteEndElement();
            xml.WriteStartElement("s", "Body", Wire.Soap);
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
            xml.WriteStartElement("w", "XmlFragment", Wire.Management);
        else
            xml.WriteStartElement("p", @class, uri);
        xml.WriteAttributeString("xmlns", "xsi", null, Wire.Xsi);
        if (uri is not null)
        {
            xml.WriteAttributeString("xmlns", "cim", null, Wire.Common);
            xml.WriteAttributeString("xsi", "type", Wire.Xsi, $"p:{@class}_Type");
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
                xml.WriteAttributeString("xsi", "nil", Wire.Xsi, "true");
                xml.WriteEndElement();
                return;
            case CimRow embedded:
                xml.WriteAttributeString("xsi", "type", Wire.Xsi, (prefix.Length > 0 ? prefix + ":" : string.Empty) + "Embedded_Type");
                foreach (var inner in embedded.Names)
                    Property(xml, inner, embedded[inner], uri, prefix);
                break;
            case bool flag:
                xml.WriteString(flag ? "true" : "false");
                break;
            case string text when text.Length == 25 && text[14] == '.' && CimDateTime.Parse(text) is { } moment:
                // In a projection, the namespace is left out.
                if (prefix.Length > 0)
                    xml.WriteStartElement("cim", "Datetime", Wire.Common);
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
