using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Telling.Outputs;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

/// <summary>Which host answers first is chance, and no matter of the report.</summary>
public sealed class HostOrderTests
{
    [Theory]
    [InlineData("PC2/A PC2/B PC1/A PC1/B", "PC1/A PC1/B PC2/A PC2/B")]
    [InlineData("pc2/B PC10/A PC1/Z", "PC1/Z PC10/A pc2/B")]
    [InlineData("(organisation)/R PC1/A", "PC1/A (organisation)/R")]
    [InlineData("PC1/A", "PC1/A")]
    [InlineData("", "")]
    public void Hosts_stand_by_name_and_the_organisation_behind_them(string came, string expected) =>
        Assert.Equal(expected, Told(HostOrder.Of(Findings(came))));

    /// <summary>Two baselines over the same hosts: the second is no other order.</summary>
    [Fact]
    public void Of_two_baselines_each_host_has_both()
    {
        var second = Findings("PC1/A PC2/A").Select(finding => finding with { Baseline = "own" });
        Assert.Equal("PC1/A PC1/A PC2/A PC2/A", Told(HostOrder.Of(Findings("PC2/A PC1/A").Concat(second).ToArray())));
    }

    [Fact]
    public void An_order_that_somebody_made_stays() =>
        Assert.Equal("PC2/A PC1/A PC2/B PC1/B", Told(HostOrder.Of(Findings("PC2/A PC1/A PC2/B PC1/B"))));

    [Fact]
    public void The_name_is_that_of_the_organisation() => Assert.Equal("(organisation)", RegisterSet.Organisation);

    private static Finding[] Findings(string text) =>
        text.Split(new[] { ' ' }, System.StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('/'))
            .Select(parts => new Finding { ComputerName = parts[0], CheckId = parts[1] })
            .ToArray();

    private static string Told(IEnumerable<Finding> findings) =>
        string.Join(" ", findings.Select(finding => $"{finding.ComputerName}/{finding.CheckId}"));
}
