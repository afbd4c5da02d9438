namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>The namespaces and URIs of WS-Management (DSP0226 §A, DSP0227, [MS-WSMV] §2.2.1).</summary>
internal static class WsManNames
{
    public const string Soap = "http://www.w3.org/2003/05/soap-envelope";
    public const string Addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    public const string Enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
    public const string Transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
    public const string Management = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
    public const string Microsoft = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
    public const string MicrosoftFault = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
    public const string Identity = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd";
    public const string Common = "http://schemas.dmtf.org/wbem/wscim/1/common";
    public const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public const string Anonymous = Addressing + "/role/anonymous";
    public const string Wql = "http://schemas.microsoft.com/wbem/wsman/1/WQL";

    /// <summary>Classes by namespace, as WinRM names them: this, the namespace, the class.</summary>
    public const string WmiResource = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";

    /// <summary>Classes as DSP0227 names them; the namespace is the selector __cimnamespace.</summary>
    public const string CimResource = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

    public const string Enumerate = Enumeration + "/Enumerate";
    public const string Pull = Enumeration + "/Pull";
    public const string Release = Enumeration + "/Release";
    public const string Get = Transfer + "/Get";
}
