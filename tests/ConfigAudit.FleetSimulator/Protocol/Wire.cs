namespace ConfigAudit.FleetSimulator.Protocol;

/// <summary>
/// The names and codes of the protocol as a server has them, written down once more from DSP0226, DSP0227, [MS-WSMV] and recordings: a
/// mistake in what the client has would be
/// answered rightly by a server that shared it.
/// </summary>
internal static class Wire
{
    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public const string Anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
    public const string Enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public const string Management = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public const string Identity = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    public const string Common = "http://schemas.dmtf.org/wbem/wscim/1/common";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    public const string MicrosoftFault = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    public const string Wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";
    public const string Wql = "http://schemas.microsoft.com/wbem/wsman/1/WQL";

    public const string Enumerate = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate";
    public const string Pull = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Pull";
    public const string Release = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Release";
    public const string Get = "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get";

    /// <summary>By whose specification a fault is: each has its action.</summary>
    public const string AddressingFault = "http://schemas.xmlsoap.org/ws/2004/08/addressing/fault";
    public const string EnumerationFault = "http://schemas.xmlsoap.org/ws/2004/09/enumeration/fault";
    public const string ManagementFault = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
}
