using System;
using System.Globalization;
using System.Xml;

namespace ConfigAudit.Sessions.WsMan;

/// <summary>What every request but Identify says first (DSP0226 §5, §6; [MS-WSMV] §2.2.4).</summary>
/// <param name="To">The service's address.</param>
/// <param name="Resource">What is asked.</param>
/// <param name="EnvelopeSize">The largest answer wanted, in bytes. Servers refuse less than 8192.</param>
/// <param name="Timeout">How long the server may work on it.</param>
internal sealed record WsManHeader(Uri To, WsManResource Resource, int EnvelopeSize, TimeSpan Timeout)
{
    public void Write(XmlWriter xml, string action, string id)
    {
        xml.WriteElementString("a", "To", WsManNames.Addressing, To.AbsoluteUri);
        Must(xml, "w", "ResourceURI", WsManNames.Management, Resource.Uri);
        xml.WriteStartElement("a", "ReplyTo", WsManNames.Addressing);
        Must(xml, "a", "Address", WsManNames.Addressing, WsManNames.Anonymous);
        xml.WriteEndElement();
        Must(xml, "a", "Action", WsManNames.Addressing, action);
        Must(xml, "w", "MaxEnvelopeSize", WsManNames.Management, EnvelopeSize.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("a", "MessageID", WsManNames.Addressing, id);
        // Texts of faults in one language; nothing is decided by them.
        xml.WriteStartElement("w", "Locale", WsManNames.Management);
        xml.WriteAttributeString("xml", "lang", null, "en-US");
        xml.WriteAttributeString("s", "mustUnderstand", WsManNames.Soap, "false");
        xml.WriteEndElement();
        if (Resource.Selectors.Count > 0)
        {
            xml.WriteStartElement("w", "SelectorSet", WsManNames.Management);
            foreach (var selector in Resource.Selectors)
            {
                xml.WriteStartElement("w", "Selector", WsManNames.Management);
                xml.WriteAttributeString("Name", selector.Key);
                xml.WriteString(selector.Value);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        // An xs:duration; servers refuse other forms.
        xml.WriteElementString("w", "OperationTimeout", WsManNames.Management, $"PT{Math.Max(1, Math.Ceiling(Timeout.TotalSeconds)).ToString("0.000", CultureInfo.InvariantCulture)}S");
    }

    private static void Must(XmlWriter xml, string prefix, string name, string uri, string value)
    {
        xml.WriteStartElement(prefix, name, uri);
        xml.WriteAttributeString("s", "mustUnderstand", WsManNames.Soap, "true");
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
