using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>A SOAP fault. Kinds are decided by its codes alone; the texts are for people.</summary>
/// <param name="Subcode">The local name of soap:Subcode: "DestinationUnreachable", "EncodingLimit".</param>
/// <param name="Codes">
/// f:WSManFault/@Code, the outermost first, inside them the provider's and p:__ExtendedStatus/p:StatusCode; or
/// p:MSFT_WmiError/p:error_Code, which stands without them.
/// </param>
/// <param name="CimStatus">CIMStatusCode of a CIM_Error (DSP0004); null where there is none.</param>
/// <param name="Reason">What the server says.</param>
internal sealed record WsManFault(string? Subcode, IReadOnlyList<uint> Codes, long? CimStatus, string? Reason)
{
    /// <summary>For people: what the server says, the code by which it can be looked up, and what to do.</summary>
    public LocalText Told
    {
        get
        {
            var said = LocalText.Of(ToString());
            return CimErrors.Remedy(Codes) is { } remedy ? new LocalText($"{said.Ja}。{remedy.Ja}", $"{said.En}: {remedy.En}") : said;
        }
    }

    public override string ToString()
    {
        var code =
            Codes.Count > 0 ? "0x" + Codes[Codes.Count - 1].ToString("X8", CultureInfo.InvariantCulture)
            : CimStatus is not null ? "CIM status " + CimStatus.Value.ToString(CultureInfo.InvariantCulture)
            : Subcode ?? "a fault without a code";
        return string.IsNullOrWhiteSpace(Reason) ? code : $"{Reason!.Trim()} ({code})";
    }
}
