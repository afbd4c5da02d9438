using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Facts;

/// <summary>A set in a snapshot's file without what every Windows host has says that it can't be whole.</summary>
public sealed class ExpectedTests
{
    [Theory]
    [InlineData("Account", "ID-01 ID-02 ID-03 ID-04 ID-05 ID-06")]
    [InlineData("Device", "DEV-01")]
    [InlineData("Volume", "DEV-02")]
    [InlineData("EventLog", "LOG-01")]
    [InlineData("FirewallProfile", "NET-01")]
    [InlineData("Software", "SW-01 SW-03")]
    public void Where_there_is_nothing_nothing_passes(string set, string checks)
    {
        var snapshot = Changed("MN-PC-001", file => Items(file, set).Clear());
        var gap = Assert.Single(snapshot.Table.Sets.Single(each => each.Type.Name == set).SetGaps, each => each.Source == set);
        Assert.Equal(GapKind.Unusable, gap.Kind);
        Assert.Contains("every Windows host has", gap.Message, StringComparison.Ordinal);
        Assert.Contains("it can't be whole", gap.Message, StringComparison.Ordinal);
        Assert.All(checks.Split(' '), check => Assert.Equal(Outcome.Unknown, Judge(check, snapshot)));
    }

    [Theory]
    [InlineData("Account", "Rid", "501", "ID-02")]
    [InlineData("Account", "Rid", "500", "ID-04")]
    [InlineData("FirewallProfile", "Profile", "Public", "NET-01")]
    [InlineData("EventLog", "Name", "Security", "LOG-01")]
    [InlineData("Volume", "Kind", "System", "DEV-02")]
    public void Where_one_of_those_is_missing_it_may_be_anything(string set, string property, string value, string check)
    {
        var snapshot = Changed(
            "MN-PC-001",
            file => Items(file, set).Where(item => item[property]?.ToString() == value).ToList().ForEach(item => item.Remove())
        );
        Assert.Single(snapshot.Table.Sets.Single(each => each.Type.Name == set).SetGaps, each => each.Source == set);
        Assert.Equal(Outcome.Unknown, Judge(check, snapshot));
    }

    /// <summary>Whoever doesn't say why left out more than the name.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_of_which_it_is_said_why_too_little_is_known_may_be_it(bool saysWhy)
    {
        var snapshot = Changed(
            "MN-PC-001",
            file =>
            {
                ((JObject)Items(file, "EventLog").Single(item => (string?)item["Name"] == "Security")).Remove("Name");
                if (saysWhy)
                {
                    ((JArray)file["facts"]!["EventLog"]!["gaps"]!).Add(
                        new JObject
                        {
                            ["kind"] = "Denied",
                            ["source"] = "x",
                            ["message"] = "x",
                            ["property"] = "Name",
                        }
                    );
                }
            }
        );
        Assert.Equal(!saysWhy, snapshot.Gaps.Any(gap => gap.Source == "EventLog"));
    }

    /// <summary>It has no accounts of its own, and its snapshot says that it is one.</summary>
    [Fact]
    public void A_domain_controller_lacks_no_accounts()
    {
        var snapshot = Changed(
            "MN-PC-001",
            file =>
            {
                Items(file, "Account").Clear();
                Items(file, "OperatingSystem")[0]["Kind"] = "DomainController";
            }
        );
        Assert.DoesNotContain(snapshot.Gaps, gap => gap.Source == "Account");
        Assert.All(
            new[] { "ID-01", "ID-02", "ID-03", "ID-04", "ID-05", "ID-06" },
            check => Assert.Equal(Outcome.NotApplicable, Judge(check, snapshot))
        );
    }

    /// <summary>A server may be set up without a desktop and without a program.</summary>
    [Theory]
    [InlineData("Server")]
    [InlineData(null)]
    public void What_is_no_client_may_have_no_program(string? role)
    {
        var snapshot = Changed(
            "MN-PC-001",
            file =>
            {
                Items(file, "Software").Clear();
                file["role"] = role;
            }
        );
        Assert.DoesNotContain(snapshot.Gaps, gap => gap.Source == "Software");
    }

    /// <summary>What collectors read of whole hosts is never found wanting here.</summary>
    [Fact]
    public void The_example_hosts_lack_nothing()
    {
        foreach (var recording in Directory.GetFiles(Path.Combine(Machine.RepositoryRoot, "examples", "fleet"), "*.json"))
            Assert.DoesNotContain(Machine.Recorded(recording).Gaps, gap => gap.Message.Contains("the snapshot holds none"));
    }

    private static Snapshot Changed(string host, Action<JObject> change)
    {
        var snapshot = Machine.Recorded(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", host + ".json"));
        var file = JObject.Parse(Encoding.UTF8.GetString(SnapshotFile.Bytes(snapshot)).TrimStart('\uFEFF'));
        change(file);
        return new SnapshotFile(FactTypes.Shipped).Load("changed.json", Encoding.UTF8.GetBytes(file.ToString(Formatting.None)));
    }

    private static JArray Items(JObject file, string set) => (JArray)file["facts"]![set]!["items"]!;

    private static Outcome Judge(string check, Snapshot snapshot) => Evaluator.Judge(ShippedChecks.Of(check), snapshot);
}
