using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Telling.Drift;
using Xunit;
using static ConfigAudit.Tests.Telling.Drift.Changing;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Hosts are found again by name, and by address where a name isn't enough.</summary>
public sealed class SnapshotComparisonTests
{
    private static readonly string Fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    private static readonly Snapshot Pc = Host("PC001", Set(new NetworkFact { Smb1Server = false }));

    private static Snapshot Open => Pc with { Table = Host("PC001", Set(new NetworkFact { Smb1Server = true })).Table };

    [Fact]
    public void The_same_fleet_twice_is_no_change()
    {
        var fleet = Directory.GetFiles(Fleet, "*.json").Select(file => Machine.Recorded(file)).ToArray();
        Assert.Equal(14, fleet.Length);
        Assert.Empty(Told(fleet, Directory.GetFiles(Fleet, "*.json").Select(file => Machine.Recorded(file)).Reverse().ToArray()));
    }

    [Fact]
    public void Another_machine_under_the_same_name_is_told_to_differ()
    {
        var one = Machine.Recorded(Path.Combine(Fleet, "LG-PC-001.json"));
        var other = Machine.Recorded(Path.Combine(Fleet, "LG-PC-003.json")) with { ComputerName = "LG-PC-001" };
        var told = Told(new[] { one }, new[] { other });
        Assert.Contains(told, text => text.Contains("Changed Account Guest Enabled false>true"));
        Assert.DoesNotContain(told, text => text.Contains("LogonSession") || text.Contains("Hotfix"));
    }

    [Fact]
    public void A_host_that_is_gone_and_one_that_is_new_are_told_once() =>
        Assert.Equal(new[] { "PC002 MachineNew", "MachineGone" }, Told(new[] { Pc }, new[] { Pc with { ComputerName = "PC002" } }));

    [Fact]
    public void The_case_of_a_name_does_not_count() => Assert.Empty(Told(new[] { Pc }, new[] { Pc with { ComputerName = "pc001" } }));

    [Fact]
    public void A_host_may_have_another_address() =>
        Assert.Equal(
            new[] { "10.0.0.9 Changed Network network Smb1Server false>true" },
            Told(new[] { Pc }, new[] { Open with { IPAddresses = new[] { "10.0.0.9" } } })
        );

    [Fact]
    public void Two_hosts_of_one_name_are_told_apart_by_their_addresses()
    {
        var second = Pc with { IPAddresses = new[] { "10.0.0.2", "fe80::1" } };
        Assert.Equal(
            new[] { "10.0.0.2 Changed Network network Smb1Server false>true" },
            Told(new[] { Pc, second }, new[] { Open with { IPAddresses = new[] { "10.0.0.2" } }, Pc })
        );
        Assert.Equal(new[] { "10.0.0.2, fe80::1 MachineGone" }, Told(new[] { Pc, second }, new[] { Pc }));
        Assert.Equal(new[] { "10.0.0.2, fe80::1 MachineNew" }, Told(new[] { Pc }, new[] { second, Pc }));
    }

    [Fact]
    public void Of_two_hosts_of_one_name_the_one_that_was_not_reached_is_not_known_and_not_gone()
    {
        var second = Pc with { IPAddresses = new[] { "10.0.0.2" } };
        Assert.Equal(new[] { "10.0.0.2 BecameUnknown" }, Told(new[] { Pc, second }, new[] { Unreached(second), Pc }));
        Assert.Equal(new[] { "10.0.0.2 BecameKnown" }, Told(new[] { Unreached(second), Pc }, new[] { Pc, second }));
    }

    [Fact]
    public void A_host_that_was_not_reached_is_told_once_with_the_reason()
    {
        var lost = Assert.Single(new SnapshotComparison(new[] { Pc }, new[] { Unreached(Pc) }).Changes());
        Assert.Equal((FactChangeKind.BecameUnknown, string.Empty, "Unreachable: PC001: no answer"), (lost.Change, lost.Fact, lost.Reason));
        Assert.Equal((Zone.Lgwan, Pc.CollectedAt, Unreached(Pc).CollectedAt), (lost.Zone!.Value, lost.ReferenceAt, lost.DifferenceAt));
        Assert.Empty(Told(new[] { Unreached(Pc) }, new[] { Unreached(Pc) }));
    }

    [Fact]
    public void Of_several_snapshots_of_one_host_the_latest_counts()
    {
        var later = Open with { CollectedAt = Pc.CollectedAt!.Value.AddDays(1) };
        var comparison = new SnapshotComparison(
            new[] { Pc, later, Unreached(Pc) with { CollectedAt = Pc.CollectedAt.Value.AddDays(-9) } },
            new[] { Open }
        );
        Assert.Empty(comparison.Changes());
        Assert.Equal(1, comparison.Overtaken);
    }

    [Fact]
    public void A_mail_server_and_a_host_of_one_name_are_not_compared()
    {
        var server = Pc with { Table = new FactTable(new FactSet[] { Set<MailServiceFact>() }) };
        Assert.Equal(new[] { "MachineNew", "MachineGone" }, Told(new[] { Pc }, new[] { server }));
    }

    [Fact]
    public void What_the_organisation_declares_of_a_host_counts() =>
        Assert.Equal(
            new[] { "Changed Declared Zone Lgwan>Internet", "Changed Declared Role Client>Server" },
            Told(new[] { Pc with { Role = HostRole.Client } }, new[] { Pc with { Role = HostRole.Server, Zone = Zone.Internet } })
        );

    [Fact]
    public void A_role_that_the_host_could_not_tell_has_not_changed() =>
        Assert.Empty(Told(new[] { Pc with { Role = HostRole.Client } }, new[] { Pc }));

    [Fact]
    public void Nothing_compared_with_nothing_is_nothing() => Assert.Empty(Told(Array.Empty<Snapshot>(), Array.Empty<Snapshot>()));

    [Fact]
    public void A_thousand_hosts_of_one_name_are_each_found_again()
    {
        var before = Enumerable
            .Range(0, 1000)
            .Select(number =>
                Host("PC", Set(new AccountFact { Sid = $"S-{number}" })) with
                {
                    IPAddresses = new[] { $"10.0.{number / 250}.{number % 250}" },
                }
            )
            .ToArray();
        Assert.Empty(Told(before, Enumerable.Reverse(before).ToArray()));
    }
}
