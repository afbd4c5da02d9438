using System.Collections.Generic;
using System.Globalization;
using System.Xml;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// soap:Fault to a fault. WinRM nests f:WSManFault in f:ProviderFault, a code at each level, and beside the inner one perhaps
/// p:__ExtendedStatus; or it writes a
/// p:MSFT_WmiError, whose error_Code is the same code (recorded from Server 2008 R2 and 2012 R2). OMI writes an OMI_Error with
/// CIMStatusCode; any may leave the detail out.
/// </summary>
internal sealed class FaultReader
{
    /// <summary>What lies deeper than anything that servers nest is passed over.</summary>
    private const int MaxDepth = 24;

    private readonly List<uint> _codes = new();
    private string? _subcode;
    private string? _reason;
    private long? _status;
    private uint? _message;

    public static WsManFault Read(XmlReader xml)
    {
        var fault = new FaultReader();
        fault.Walk(xml, xml.Depth + MaxDepth, inSubcode: false);
        // MSFT_WmiError tells its code twice; where the first is missing, the second stands in.
        if (fault._codes.Count == 0 && fault._message is { } message)
            fault._codes.Add(message);
        return new WsManFault(fault._subcode, fault._codes, fault._status, fault._reason);
    }

    private void Walk(XmlReader xml, int deepest, bool inSubcode)
    {
        foreach (var name in XmlSteps.Children(xml))
        {
            if (xml.Depth > deepest)
            {
                xml.Skip();
                continue;
            }

            switch (name)
            {
                case "Value" when inSubcode && _subcode is null:
                    // A qualified name; the prefix is the server's choice.
                    _subcode = LocalName(xml.ReadElementContentAsString());
                    break;
                case "Text" when _reason is null:
                    _reason = Text(xml);
                    break;
                case "CIMStatusCode" when _status is null:
                    _status = Status(xml.ReadElementContentAsString());
                    break;
                case "error_Code" or "StatusCode":
                    var told = Code(xml.ReadElementContentAsString().Trim());
                    // Nil where nothing is known; nought means that all is well, which a fault never means.
                    if (told is { } inner and not 0)
                        _codes.Add(inner);
                    break;
                case "MessageID":
                    _message = Hresult.Of(xml.ReadElementContentAsString().Trim());
                    break;
                default:
                    if (name == "WSManFault" && Code(xml.GetAttribute("Code")) is { } code)
                        _codes.Add(code);
                    Walk(xml, deepest, inSubcode || name == "Subcode");
                    break;
            }
        }
    }

    private static long? Status(string text) =>
        long.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture,
            out var status
        )
            ? status
            : null;

    private static string? Text(XmlReader xml)
    {
        var text = xml.ReadElementContentAsString().Trim();
        return text.Length == 0 ? null
            : text.Length <= 300 ? text
            : text.Substring(0, 300) + "…";
    }

    /// <summary>Decimal; some codes are written as the negative number that an HRESULT is.</summary>
    private static uint? Code(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
        && code is >= int.MinValue and <= uint.MaxValue
            ? unchecked((uint)code)
            : null;

    private static string LocalName(string text)
    {
        var name = text.Trim();
        return name.Substring(name.IndexOf(':') + 1);
    }
}
