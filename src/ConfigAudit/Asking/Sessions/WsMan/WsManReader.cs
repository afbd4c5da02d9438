using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Envelopes to replies, in one pass forward. Takes what WinRM and OMI write: other prefixes, items in either namespace, method results
/// under either
/// name. No DTD, no external entity; depth and number of values are bounded, since the other side may be anyone.
/// </summary>
internal static class WsManReader
{
    /// <summary>What no answer that is small enough to be read needs, but for its depth.</summary>
    private static readonly XmlDictionaryReaderQuotas Quotas = new()
    {
        MaxDepth = 64,
        MaxArrayLength = int.MaxValue,
        MaxBytesPerRead = int.MaxValue,
        MaxNameTableCharCount = 64 * 1024,
        MaxStringContentLength = int.MaxValue,
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
            {
                throw new SessionException(
                    GapKind.Unusable,
                    new LocalText(
                        $"応答がSOAPではない（<{Shorten(xml.Name)}> で始まる）",
                        $"the answer is no SOAP envelope: it begins with <{Shorten(xml.Name)}>"
                    )
                );
            }

            var reply = Envelope(xml);
            while (xml.Read())
            {
                // To the end: what follows must be XML too.
            }

            return reply;
        }
        catch (Exception bad) when (bad is XmlException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new SessionException(
                GapKind.Unusable,
                new LocalText(
                    "応答が正しいXMLではない: " + Shorten(bad.Message),
                    "the answer is no well-formed XML: " + Shorten(bad.Message)
                ),
                bad
            );
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
        foreach (var part in XmlSteps.Children(xml))
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
        foreach (var name in XmlSteps.Children(xml))
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
        foreach (var name in XmlSteps.Children(xml))
        {
            reply = name switch
            {
                "Fault" when xml.NamespaceURI == WsManNames.Soap => reply with { Fault = FaultReader.Read(xml) },
                "EnumerateResponse" or "PullResponse" when xml.NamespaceURI == WsManNames.Enumeration => Page(xml, reply),
                // OMI puts it into SOAP's own namespace.
                "IdentifyResponse" => Identity(xml, reply),
                _ => reply with { Rows = new[] { WsManRow.Read(xml) } },
            };
        }

        return reply;
    }

    private static WsManReply Page(XmlReader xml, WsManReply reply)
    {
        foreach (var name in XmlSteps.Children(xml))
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
        foreach (var _ in XmlSteps.Children(xml))
        {
            if (rows.Count == LimitedSource.MaxRows)
            {
                throw new SessionException(
                    GapKind.Unusable,
                    new LocalText($"1ページに{LimitedSource.MaxRows}件を超える", $"a page holds more than {LimitedSource.MaxRows} items")
                );
            }

            rows.Add(WsManRow.Read(xml));
        }

        return rows;
    }

    private static WsManReply Identity(XmlReader xml, WsManReply reply)
    {
        reply = reply with { Vendor = string.Empty };
        foreach (var name in XmlSteps.Children(xml))
        {
            if (name == "ProductVendor")
                reply = reply with { Vendor = xml.ReadElementContentAsString().Trim() };
            else
                xml.Skip();
        }

        return reply;
    }

    private static string Shorten(string text) =>
        text.Length <= 200 ? text : string.Format(CultureInfo.InvariantCulture, "{0}…", text.Substring(0, 200));
}
