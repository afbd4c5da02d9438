using System;
using System.Globalization;
using System.Text;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>
/// Faults in the forms that real services send. Of a class that isn't there, Server 2008 R2 (recorded by WinRb/WinRM); of an instance that
/// isn't, 2012 R2 (recorded in microsoft/omi); a
/// quota as a CIM error (recorded by WinRb/WinRM). Written anew, with their structure and codes.
/// </summary>
public sealed class FaultTests
{
    private const string Extended =
        "<f:ExtendedError><p:__ExtendedStatus xmlns:p='x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><p:Description xsi:nil='true'/><p:Operation>ExecQuery</p:Operation>"
        + "<p:ParameterInfo>select * from Win32_Nothing</p:ParameterInfo><p:StatusCode {0}</p:__ExtendedStatus></f:ExtendedError>";

    [Fact]
    public void A_class_that_is_not_there_is_told_at_both_levels_by_one_code()
    {
        var fault = Read(
            "n:CannotProcessFilter",
            Nested(2150858778, 2150858778, string.Format(CultureInfo.InvariantCulture, Extended, "xsi:nil='true'/>"))
        );
        Assert.Equal(new[] { 0x8033801Au, 0x8033801Au }, fault.Codes);
        Assert.Equal("CannotProcessFilter", fault.Subcode);
        Assert.True(CimErrors.MayBeAbsent(fault.Codes));
    }

    [Fact]
    public void What_WMI_says_beside_it_decides_where_it_says_something()
    {
        var fault = Read(
            "n:CannotProcessFilter",
            Nested(2150858778, 2150858778, string.Format(CultureInfo.InvariantCulture, Extended, ">2147749904</p:StatusCode>"))
        );
        Assert.Equal(GapKind.NotPresent, FaultKinds.Of(fault));
    }

    [Fact]
    public void An_instance_that_is_not_there()
    {
        var fault = Read(
            "a:DestinationUnreachable",
            "<w:FaultDetail xmlns:w='w'>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/InvalidResourceURI</w:FaultDetail>"
                + Nested(2150858752, 2150858752, string.Empty)
        );
        Assert.True(CimErrors.IsAbsent(fault.Codes));
    }

    [Theory]
    [InlineData("2150859173", 27, GapKind.Busy)]
    [InlineData("2150858778", 27, GapKind.Unusable)] // limits exceeded is only said beside it
    [InlineData("2150858778", 5, GapKind.Unusable)]
    [InlineData("2147749891", 27, GapKind.Denied)]
    [InlineData("2147942405", 1, GapKind.Denied)]
    [InlineData("2147549183", 6, GapKind.Unusable)] // unknown: may mean anything
    [InlineData("-2147217392", 1, GapKind.NotPresent)] // 0x80041010, as the negative number that it is
    [InlineData("0", 6, GapKind.NotPresent)] // no code at all: then the status
    public void A_CIM_error_is_read_by_its_code_as_MMI_s_are(string code, int status, GapKind kind) =>
        Assert.Equal(kind, FaultKinds.Of(Read("w:QuotaLimit", CimError(status, $"<p:error_Code>{code}</p:error_Code>"))));

    [Fact]
    public void A_CIM_error_without_a_code_tells_it_in_its_identifier()
    {
        var fault = Read("w:InternalError", CimError(27, "<p:MessageID>HRESULT 0x80041003</p:MessageID>"));
        Assert.Equal(new[] { 0x80041003u }, fault.Codes);
        Assert.Equal(GapKind.Denied, FaultKinds.Of(fault));
        // OMI's identifiers are of another kind.
        Assert.Empty(Read("w:InternalError", CimError(5, "<p:MessageID>OMI:MI_Result:5</p:MessageID>")).Codes);
    }

    private static string Nested(uint outer, uint inner, string beside) =>
        $"<f:WSManFault xmlns:f='http://schemas.microsoft.com/wbem/wsman/1/wsmanfault' Code='{outer}' Machine='h'><f:Message><f:ProviderFault provider='WMI Provider'>"
        + $"<f:WSManFault Code='{inner}' Machine='h'><f:Message>Nein.</f:Message></f:WSManFault>{beside}</f:ProviderFault></f:Message></f:WSManFault>";

    private static string CimError(int status, string code) =>
        $"<p:MSFT_WmiError xmlns:p='http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError'><p:CIMStatusCode>{status}</p:CIMStatusCode><p:Message>Nein.</p:Message>{code}</p:MSFT_WmiError>";

    private static WsManFault Read(string subcode, string detail) =>
        WsManReader
            .Read(
                new ArraySegment<byte>(
                    Encoding.UTF8.GetBytes(
                        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Header/><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode>"
                            + $"<s:Value>{subcode}</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang='de'>Nein.</s:Text></s:Reason><s:Detail>{detail}</s:Detail></s:Fault></s:Body></s:Envelope>"
                    )
                )
            )
            .Fault!;
}
