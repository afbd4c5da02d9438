using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>What is older than every cycle that the catalogue lists of a product.</summary>
public sealed class LinearProductTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("Mozilla Firefox 52.9.0 (x86 ja)", "52.9.0")]
    [InlineData("Mozilla Firefox (x64 ja)", "98.0")]
    [InlineData("LibreOffice 6.4.7.2", "6.4.7.2")]
    [InlineData("Notepad++", "6.9.2")]
    [InlineData("Node.js", "0.12.18")]
    [InlineData("Python 2.5.4", "2.5.4")]
    public void A_program_older_than_all_that_are_listed_is_past_its_support(string name, string version)
    {
        var match = Machine.Catalogs.Lifecycle.Find(name, version);
        Assert.Equal(SupportStatus.Ended, match!.On(Today));
        Assert.Null(match.Ends);
    }

    /// <summary>Chrome's MSI registered other numbers once; Corretto 8 is supported and not listed; what is newer than the catalogue isn't
    /// known.</summary>
    [Theory]
    [InlineData("Google Chrome", "66.117.40877")]
    [InlineData("Amazon Corretto (x64)", "8.0")]
    [InlineData("LibreOffice 99.2.1.1", "99.2.1.1")]
    [InlineData("Mozilla Firefox (x64 ja)", "999.0")]
    public void Others_that_arent_listed_are_not_in_the_catalogue(string name, string version) =>
        Assert.Null(Machine.Catalogs.Lifecycle.Find(name, version)?.On(Today));

    [Fact]
    public void Every_linear_product_has_an_oldest_cycle_that_has_ended() =>
        Assert.All(
            Machine.Catalogs.Lifecycle.Products.Where(product => product.IsLinear),
            product =>
                Assert.DoesNotContain(
                    product.Cycles,
                    cycle =>
                        cycle.EndIsOpen
                        && product.Cycles.All(each =>
                            !LifecycleCycle.IsBefore(LifecycleCycle.Numbers(each.Name)!, LifecycleCycle.Numbers(cycle.Name)!)
                        )
                )
        );

    [Theory]
    [InlineData("1", "2027-01-01", false, null, SupportStatus.NotInCatalog)]
    [InlineData("1", "2026-01-01", false, false, SupportStatus.Ended)]
    [InlineData("4.9", "2026-01-01", false, false, SupportStatus.Ended)]
    [InlineData("5", "2026-01-01", false, false, SupportStatus.Ended)]
    [InlineData("1", "2026-01-01", true, false, SupportStatus.ExtendedOnly)]
    public void It_ended_when_the_oldest_did_at_the_latest(string version, string ends, bool isExtended, bool? covers, object status)
    {
        var match = Catalogue(ends, isExtended).Find("Editor", version)!;
        Assert.Equal(((SupportStatus)status, covers), (match.On(Today), match.Covers(Today.Date)));
    }

    [Fact]
    public void Cycles_that_are_no_numbers_have_no_order()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "linear",
            Assert
                .Throws<InputException>(() =>
                    CatalogFile.LoadLifecycle(
                        folder.File(
                            "lifecycle.json",
                            """
                            { "format": "ConfigAudit.Lifecycle/1", "edition": "2025-01-01", "products": [
                              { "id": "e", "title": "Editor", "names": [ "^Editor$" ], "cycleFrom": "version:1", "linear": true, "cycles": [ { "cycle": "R2", "ends": true } ] } ] }
                            """
                        )
                    )
                )
                .Message
        );
    }

    private static LifecycleCatalog Catalogue(string ends, bool isExtended)
    {
        using var folder = new TemporaryFolder();
        return CatalogFile.LoadLifecycle(
            folder.File(
                "lifecycle.json",
                $$"""
                { "format": "ConfigAudit.Lifecycle/1", "edition": "2025-01-01", "products": [
                  { "id": "e", "title": "Editor", "names": [ "^Editor$" ], "cycleFrom": "version:1", "linear": true, "cycles": [
                    { "cycle": "10", "ends": "2029-01-01" }, { "cycle": "5", "ends": "{{ends}}" {{(
                    isExtended ? ", \"extended\": \"2028-01-01\"" : null
                )}} } ] } ] }
                """
            )
        );
    }
}
