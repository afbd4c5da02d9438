using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using Xunit;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>What is asked of every host is asked for a check, or somebody says what else it is for.</summary>
public sealed class UsedFactsTests
{
    private static readonly BaselineFolder Folder = new(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));

    /// <summary>Facts that no check looks at, and why they are read all the same.</summary>
    private static readonly Dictionary<string, string> ForOtherThings = new()
    {
        ["Adapter"] =
            "What Network tells of two networks at once is put together from it; and what was seen on the network is held against the register of assets.",
        ["Administrator"] =
            "A list for a person: the guideline asks that rights be few and approved, and no number or name of it is right for every host.",
        ["Hotfix"] = "UpdateStatus tells the day of the newest; the list itself shows which one a vulnerability asks about.",
        ["IpsecRule"] =
            "Only the host's own store is told, without group policy's: what isn't there proves nothing, so VPN checks look at connections and IpsecCrypto.",
        ["Logon"] =
            "Who used a shared account, and where at once: Find-ConfigAuditSharedAccount and Get-ConfigAuditAccountUse, over many hosts.",
        ["LogonSession"] = "The same of the moment in which a host was asked.",
        ["Neighbor"] =
            "Machines that a host sees: New-ConfigAuditRegister and the register of assets (AST) are held against them over many hosts.",
        ["Profile"] = "Who has ever logged on, as a second witness of shared accounts; a profile is no fault.",
        ["Route"] = "Network tells of default routes from it, and Get-ConfigAuditNetwork shows which they are.",
        ["ZoneRange"] = "A register that helps others: flows and addresses are placed in zones by it.",
    };

    [Fact]
    public void Every_fact_of_a_host_is_looked_at_by_a_check_or_helps_something_else()
    {
        var asked = Folder
            .Ids.SelectMany(id => Folder.Load(id).Checks)
            .SelectMany(check => check.Facts)
            .Select(fact => fact.Name)
            .ToArray();
        var unasked = FactTypes
            .Shipped.All.Select(type => type.Name)
            .Where(name => !asked.Contains(name))
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(ForOtherThings.Keys.OrderBy(name => name, StringComparer.Ordinal), unasked);
        Assert.All(ForOtherThings.Values, why => Assert.True(why.Length > 20));
    }
}
