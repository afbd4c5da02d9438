using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>The catalogues that ship can be read, and a bad one says where.</summary>
public sealed class CatalogFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Those_that_ship_load()
    {
        Assert.NotNull(Machine.Catalogs.Lifecycle.Edition);
        Assert.True(Machine.Catalogs.SecurityProducts.Count >= 12);
        Assert.Equal(
            Machine.Catalogs.SecurityProducts.Count,
            Machine.Catalogs.SecurityProducts.Select(product => product.Id).Distinct().Count()
        );
    }

    [Theory]
    [InlineData("Microsoft Office Professional Plus 2013", "15.0.5603.1000", "Microsoft Office 2013")]
    [InlineData("Mozilla Firefox (x64 ja)", "9999.0", null)]
    [InlineData("窓口システム", "1.0", null)]
    public void Names_as_they_are_registered(string name, string version, string? lifecycle) =>
        Assert.Equal(lifecycle, Machine.Catalogs.Lifecycle.Find(name, version)?.Name);

    [Theory]
    [InlineData(HostKind.Client, 19045, 48, "2025-10-14")]
    [InlineData(HostKind.Server, 14393, 7, "2027-01-12")]
    [InlineData(HostKind.DomainController, 14393, 7, "2027-01-12")]
    public void Windows_by_kind_build_and_edition(object kind, long build, long sku, string ends) =>
        Assert.Equal(DateTime.Parse(ends, null), Machine.Catalogs.Lifecycle.FindSystem((HostKind)kind, build, sku)!.Cycle.Ends);

    [Theory]
    [InlineData("2025-10-14T23:59:59+09:00", SupportStatus.Supported)]
    [InlineData("2025-10-15T00:00:00+09:00", SupportStatus.ExtendedOnly)]
    [InlineData("2025-10-14T14:59:59Z", SupportStatus.Supported)]
    // Half past seven of the next morning in Japan.
    [InlineData("2025-10-14T22:30:00Z", SupportStatus.ExtendedOnly)]
    public void The_last_day_counts_to_its_end(string moment, object status) =>
        Assert.Equal(status, Machine.Catalogs.Lifecycle.FindSystem(HostKind.Client, 19045, 48)!.On(DateTimeOffset.Parse(moment, null)));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("{ \"format\": \"ConfigAudit.Lifecycle/2\" }", "this version reads")]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Lifecycle/1\", \"edition\": \"2026-01-01\",\n \"products\": [ { \"id\": \"x\", \"title\": \"x\", \"cycles\": [ { \"cycle\": \"1\", \"ends\": \"soon\" } ] } ] }",
        "(2,"
    )]
    [InlineData(
        "{ \"format\": \"ConfigAudit.Lifecycle/1\", \"edition\": \"2026-01-01\",\n \"products\": [ { \"id\": \"x\", \"title\": \"x\", \"names\": [ \"(a+)+$\" ], \"cycles\": [] } ] }",
        "exponential"
    )]
    public void A_bad_catalogue_is_refused_with_its_place(string text, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<InputException>(() => CatalogFile.LoadLifecycle(_folder.File("lifecycle.json", text))).Message
        );
}
