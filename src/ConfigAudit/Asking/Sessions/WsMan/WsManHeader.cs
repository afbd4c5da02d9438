using System;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What every request but Identify says first (DSP0226 §5, §6; [MS-WSMV] §2.2.4).</summary>
internal sealed class WsManHeader
{
    private const string Must = "s:mustUnderstand=\"true\"";

    /// <param name="to">The service's address.</param>
    /// <param name="resource">What is asked.</param>
    /// <param name="envelopeSize">The largest answer wanted, in bytes. Servers refuse less than 8192.</param>
    /// <param name="timeout">How long the server may work on it.</param>
    public WsManHeader(Uri to, WsManResource resource, int envelopeSize, TimeSpan timeout)
    {
        Resource = resource;
        Target =
            $"<a:To>{WsManRequest.Escaped(to.AbsoluteUri)}</a:To><w:ResourceURI {Must}>{WsManRequest.Escaped(resource.Uri)}</w:ResourceURI>"
            + $"<a:ReplyTo><a:Address {Must}>{WsManNames.Anonymous}</a:Address></a:ReplyTo>";
        // Texts of faults in one language; nothing is decided by them. The time is an xs:duration; servers refuse other forms.
        Limits =
            $"<w:MaxEnvelopeSize {Must}>{envelopeSize.ToString(CultureInfo.InvariantCulture)}</w:MaxEnvelopeSize><w:Locale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"
            + Selectors(resource)
            + $"<w:OperationTimeout>PT{Math.Max(1, Math.Ceiling(timeout.TotalSeconds)).ToString("0.000", CultureInfo.InvariantCulture)}S</w:OperationTimeout>";
    }

    public WsManResource Resource { get; }

    /// <summary>Whom it goes to: the same for every question about the resource.</summary>
    public string Target { get; }

    /// <summary>How it is to be answered: the same too.</summary>
    public string Limits { get; }

    public static string Action(string action, string id) =>
        $"<a:Action {Must}>{WsManRequest.Escaped(action)}</a:Action><a:MessageID>{id}</a:MessageID>";

    private static string Selectors(WsManResource resource) =>
        resource.Selectors.Count == 0
            ? string.Empty
            : "<w:SelectorSet>"
                + string.Concat(
                    resource.Selectors.Select(pair =>
                        $"<w:Selector Name=\"{WsManRequest.Escaped(pair.Key)}\">{WsManRequest.Escaped(pair.Value)}</w:Selector>"
                    )
                )
                + "</w:SelectorSet>";
}
