using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Lifecycle;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs.Keeping;

/// <summary>How many names of real lists the lifecycle catalogue recognises; each line of the lists names its source.</summary>
public sealed class RegisteredNamesTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Folder = Path.Combine(
        Machine.RepositoryRoot,
        "tests",
        "ConfigAudit.Tests",
        "Asking",
        "Catalogs",
        "RegisteredNames"
    );

    private static LifecycleCatalog Catalogue => Machine.Catalogs.Lifecycle;

    [Theory]
    [InlineData("machines.tsv", 190, 0.75, 0.28)]
    [InlineData("packages.tsv", 270, 0.50, 0.13)]
    [InlineData("others.tsv", 45, 0.55, 0.30)]
    public void So_many_products_of_real_lists_are_recognised(string file, int products, double recognised, double dated)
    {
        var measured = Measurement.Of(Catalogue, Measurement.Read(Path.Combine(Folder, file)), Day);
        Assert.InRange(measured.Products.Count, products, 1000);
        Assert.InRange((measured.Dated.Count + measured.Undated.Count) / (double)measured.Products.Count, recognised, 1);
        Assert.InRange(measured.Dated.Count / (double)measured.Products.Count, dated, 1);
    }

    /// <summary>A name that two entries claim with different answers is known to neither.</summary>
    [Theory]
    [InlineData("machines.tsv")]
    [InlineData("packages.tsv")]
    [InlineData("others.tsv")]
    public void No_name_is_claimed_by_two_products_that_disagree(string file) =>
        Assert.Empty(
            Measurement
                .Read(Path.Combine(Folder, file))
                .Where(name =>
                    Catalogue.Find(ProductName.Plain(name.Name), name.Version) is { IsOpen: false } match && match.On(Day) is null
                )
                .Select(name => name.Name)
        );

    /// <summary>What has days is the product that the list says it is: the words of its title stand in the name. The pairs that don't show
    /// it so were looked at, one by one.</summary>
    [Theory]
    [InlineData("machines.tsv")]
    [InlineData("packages.tsv")]
    [InlineData("others.tsv")]
    public void No_name_gets_another_product_s_days(string file)
    {
        string[] seen =
        {
            "Oracle JDK",
            "Microsoft .NET",
            "Microsoft 365 Apps",
            "Microsoft XML Core Services",
            "Enhanced Mitigation Experience Toolkit",
            "Microsoft PowerShell",
            "Elastic Beats",
            "Erlang/OTP",
            "Go",
        };
        var wrong =
            from name in Measurement.Read(Path.Combine(Folder, file))
            let match = Catalogue.Find(ProductName.Plain(name.Name), name.Version)
            where
                match is { IsOpen: false } && match.On(Day) is SupportStatus.Supported or SupportStatus.Ended or SupportStatus.ExtendedOnly
            where !seen.Contains(match!.Product.Title)
            where !Words(match.Product.Title).Any(word => name.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
            select $"{name.Name} -> {match.Name}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_line_of_another_form_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "line 2",
            Assert
                .Throws<ConfigAudit.Base.Files.InputException>(() =>
                    Measurement.Read(folder.File("names.tsv", "# a remark\nGit\tGit\n")).ToArray()
                )
                .Message
        );
    }

    private static string[] Words(string title) =>
        title
            .Split(' ', '(', ')', ',')
            .Where(word => word.Length > 2 && word is not ("Microsoft" or "Adobe" or "Mozilla" or "Oracle" or "for" or "and"))
            .ToArray();
}
