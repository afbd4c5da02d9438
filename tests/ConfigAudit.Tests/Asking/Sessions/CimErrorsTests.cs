using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
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
    [InlineData(5, GapKind.Denied)]
    [InlineData(1326, GapKind.Denied)] // wrong password, as WinRM gives it
    [InlineData(0x8007052E, GapKind.Denied)] // the same as an HRESULT
    [InlineData(1909, GapKind.Denied)] // locked out
    [InlineData(0x80070775, GapKind.Denied)]
    [InlineData(0x8009030E, GapKind.Denied)] // no ticket
    [InlineData(1311, GapKind.Unreachable)] // no domain controller
    [InlineData(0x80338102, GapKind.NotSupported)] // the provider can't
    [InlineData(0x80338126, GapKind.Unreachable)] // a PC that is off
    [InlineData(0x80338029, GapKind.Timeout)]
    [InlineData(0x803381A6, GapKind.Busy)]
    [InlineData(0x803381E3, GapKind.Denied)]
    [InlineData(0x800706BA, GapKind.Unreachable)]
    [InlineData(1722, GapKind.Unreachable)]
    [InlineData(0x80041001, GapKind.Unusable)]
    [InlineData(0x80041017, GapKind.Unusable)]
    [InlineData(0x8004FFFF, GapKind.Unusable)] // unknown: may mean anything
    [InlineData(2, GapKind.Unusable)] // "file not found" may be said of anything
    public void The_innermost_code_decides(uint code, GapKind kind) =>
        Assert.Equal(kind, FaultKinds.Of(new WsManFault("InternalError", new[] { 0x80338003, code }, null, "Zugriff verweigert")));

    [Fact]
    public void A_code_inside_that_is_unknown_leaves_the_one_around_it() =>
        Assert.Equal(GapKind.Denied, FaultKinds.Of(new WsManFault("InternalError", new[] { 5u, 0x8004FFFFu }, null, null)));

    [Theory]
    [InlineData(0x8033801A)]
    [InlineData(0x80338000)]
    public void What_WinRM_says_of_a_class_that_is_not_there_may_mean_something_else(uint code)
    {
        var codes = new[] { code, code };
        Assert.Equal(GapKind.Unusable, FaultKinds.Of(new WsManFault("CannotProcessFilter", codes, null, null)));
        Assert.True(CimErrors.MayBeAbsent(codes));
        // A provider that tells more decides.
        Assert.False(CimErrors.MayBeAbsent(new[] { code, 0x80041003u }));
        Assert.Equal(GapKind.NotPresent, FaultKinds.Of(new WsManFault("CannotProcessFilter", new[] { code, 0x80041010u }, null, null)));
    }

    [Fact]
    public void Of_one_instance_it_can_mean_nothing_else()
    {
        Assert.True(CimErrors.IsAbsent(new[] { 0x80338000u, 0x80338000u }));
        Assert.False(CimErrors.IsAbsent(new[] { 0x8033801Au }));
        Assert.False(CimErrors.IsAbsent(new[] { 0x80338000u, 5u }));
    }

    [Theory]
    [InlineData("AccessDenied", GapKind.Denied)]
    [InlineData("TimedOut", GapKind.Timeout)]
    [InlineData("QuotaLimit", GapKind.Busy)]
    [InlineData("DestinationUnreachable", GapKind.Unusable)]
    [InlineData(null, GapKind.Unusable)]
    public void Without_codes_the_subcode_does(string? subcode, GapKind kind) =>
        Assert.Equal(kind, FaultKinds.Of(new WsManFault(subcode, Array.Empty<uint>(), null, null)));

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
    [InlineData(5, 0x8033801Au, null, GapKind.Unusable)]
    [InlineData(27, 0x8033801Au, null, GapKind.Unusable)]
    [InlineData(27, 0x8004FFFFu, null, GapKind.Unusable)]
    [InlineData(2, 0x8004FFFFu, null, GapKind.Denied)]
    public void Native_codes_of_MMI(int status, object? code, string? messageId, GapKind kind) =>
        Assert.Equal(kind, MmiErrors.Kind(status, code, messageId));

    [Fact]
    public void Whoever_is_told_a_code_is_told_what_to_do_in_both_languages()
    {
        foreach (var (code, known) in CimCode.All.Where(pair => pair.Value.Remedy is not null).Select(pair => (pair.Key, pair.Value)))
        {
            Assert.True(known.Remedy!.Ja.Any(letter => letter > 0x3000), $"0x{code:X8}: {known.Remedy.Ja}");
            Assert.True(known.Remedy.En.All(letter => letter < 0x3000), $"0x{code:X8}: {known.Remedy.En}");
        }

        Assert.Contains("TrustedHosts", new WsManFault(null, new[] { 0x803380E4u }, null, "No.").Told.Ja, StringComparison.Ordinal);
        Assert.Equal(
            "No. (0x00000775): the account is locked out: don't use it until it is unlocked",
            new WsManFault(null, new[] { 1909u }, null, "No.").Told.En
        );
    }

    /// <summary>Every other kind leaves the check Unknown; this one may make it pass.</summary>
    [Fact]
    public void Three_codes_alone_say_that_something_is_not_there() =>
        Assert.Equal(
            new uint[] { 0x80041002, 0x8004100E, 0x80041010 },
            CimCode.All.Where(pair => pair.Value.Kind == GapKind.NotPresent).Select(pair => pair.Key).OrderBy(code => code)
        );
}
