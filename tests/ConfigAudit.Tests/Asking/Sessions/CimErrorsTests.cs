using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions;

/// <summary>Codes to kinds. Only "not there" may feed a verdict, so nothing else may become it.</summary>
public sealed class CimErrorsTests
{
    [Theory]
    [InlineData(0x8004100E, GapKind.NotPresent)]
    [InlineData(0x80041010, GapKind.NotPresent)]
    [InlineData(0x80041003, GapKind.Denied)]
    [InlineData(0x80070005, GapKind.Denied)]
    [InlineData(0x80338029, GapKind.Timeout)]
    [InlineData(0x803381A6, GapKind.Busy)]
    [InlineData(0x800706BA, GapKind.Unreachable)]
    [InlineData(0x80041001, GapKind.Unusable)]
    [InlineData(0x80338000, GapKind.Unusable)]
    public void The_innermost_code_decides(uint code, GapKind kind) =>
        Assert.Equal(kind, FaultKinds.Of(new WsManFault("InternalError", new[] { 0x80338003, code }, null, "Zugriff verweigert")));

    [Theory]
    [InlineData("AccessDenied", GapKind.Denied)]
    [InlineData("TimedOut", GapKind.Timeout)]
    [InlineData("QuotaLimit", GapKind.Busy)]
    [InlineData("DestinationUnreachable", GapKind.Unusable)]
    [InlineData(null, GapKind.Unusable)]
    public void Without_codes_the_subcode_does(string? subcode, GapKind kind) => Assert.Equal(kind, FaultKinds.Of(new WsManFault(subcode, System.Array.Empty<uint>(), null, null)));

    [Theory]
    [InlineData(2, null, null, GapKind.Denied)]
    [InlineData(3, null, null, GapKind.NotPresent)]
    [InlineData(5, null, null, GapKind.NotPresent)]
    [InlineData(6, null, null, GapKind.NotPresent)]
    [InlineData(17, null, null, GapKind.NotSupported)]
    [InlineData(27, null, null, GapKind.Busy)]
    [InlineData(1, null, null, GapKind.Unusable)]
    [InlineData(1, 0x80070005u, null, GapKind.Denied)]
    [InlineData(1, 0x803381A6u, "HRESULT 0x80070005", GapKind.Busy)]
    [InlineData(1, null, "HRESULT 0x800706ba", GapKind.Unreachable)]
    [InlineData(1, null, "HRESULT 0x80041010", GapKind.NotPresent)]
    [InlineData(1, null, "HRESULT banana", GapKind.Unusable)]
    [InlineData(0, null, null, GapKind.Unusable)]
    [InlineData(6, 0x80041011u, null, GapKind.Unusable)]
    public void Native_codes_of_MMI(int status, object? code, string? messageId, GapKind kind) => Assert.Equal(kind, MmiErrors.Kind(status, code, messageId));
}
