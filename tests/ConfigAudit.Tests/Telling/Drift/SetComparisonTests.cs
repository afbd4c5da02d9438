using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using ConfigAudit.Telling.Drift;
using Xunit;
using static ConfigAudit.Tests.Telling.Drift.Changing;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Facts are compared item by item; what was not read is never a removal, and nothing new.</summary>
public sealed class SetComparisonTests
{
    [Fact]
    public void What_both_snapshots_prove_is_added_removed_or_changed() =>
        Assert.Equal(
            new[]
            {
                "Changed Account kyoyo01 IsAdministrator false>true",
                "Removed Account gone Sid=S-1-3, IsAdministrator=false>",
                "Added Account new >Sid=S-1-4, IsAdministrator=true",
            },
            Told(
                Set(Account("S-1-1", "kyoyo01", false), Account("S-1-2", "same", false), Account("S-1-3", "gone", false)),
                Set(Account("S-1-2", "same", false), Account("S-1-1", "kyoyo01", true), Account("S-1-4", "new", true))
            )
        );

    [Fact]
    public void An_account_that_was_renamed_is_the_same_account() =>
        Assert.Equal(
            new[] { "Changed Account root Name Administrator>root" },
            Told(Set(Account("S-1-500", "Administrator", true)), Set(Account("S-1-500", "root", true)))
        );

    [Fact]
    public void A_built_in_account_is_the_same_when_Windows_was_set_up_anew() =>
        Assert.Equal(
            new[] { "Changed Account Guest Sid S-1-5-21-1-501>S-1-5-21-2-501" },
            Told(
                Set(
                    new AccountFact
                    {
                        Name = "Guest",
                        Rid = 501,
                        Sid = "S-1-5-21-1-501",
                    }
                ),
                Set(
                    new AccountFact
                    {
                        Name = "Guest",
                        Rid = 501,
                        Sid = "S-1-5-21-2-501",
                    }
                )
            )
        );

    [Fact]
    public void A_newer_version_is_a_change_of_the_product_and_no_other_product() =>
        Assert.Equal(
            new[] { "Changed Software FIREFOX 121 DisplayVersion 120>121" },
            Told(
                Set(
                    new SoftwareFact
                    {
                        Name = "Firefox",
                        DisplayVersion = "120",
                        Scope = SoftwareScope.Machine,
                    }
                ),
                Set(
                    new SoftwareFact
                    {
                        Name = "FIREFOX",
                        DisplayVersion = "121",
                        Scope = SoftwareScope.Machine,
                    }
                )
            )
        );

    [Fact]
    public void The_case_of_texts_and_the_order_of_lists_do_not_count() =>
        Assert.Empty(
            Told(
                Set(new NetworkFact { DnsServers = new[] { "10.0.0.53", "10.0.0.54" }, ProxyServers = new[] { "Proxy:8080" } }),
                Set(new NetworkFact { DnsServers = new[] { "10.0.0.54", "10.0.0.53" }, ProxyServers = new[] { "proxy:8080" } })
            )
        );

    [Fact]
    public void A_list_with_another_item_is_changed() =>
        Assert.Equal(
            new[] { "Changed Network network DnsServers 10.0.0.53>10.0.0.53, 8.8.8.8" },
            Told(
                Set(new NetworkFact { DnsServers = new[] { "10.0.0.53" } }),
                Set(new NetworkFact { DnsServers = new[] { "10.0.0.53", "8.8.8.8" } })
            )
        );

    [Fact]
    public void Of_several_items_with_one_key_those_that_are_equal_go_together() =>
        Assert.Equal(
            new[] { "Changed Software Tool 1 Publisher A>C" },
            Told(Set(Tool("A"), Tool("B"), Tool("B")), Set(Tool("B"), Tool("C"), Tool("B")))
        );

    [Fact]
    public void Ages_moments_and_what_else_changes_by_itself_do_not_count() =>
        Assert.Empty(
            Told(
                new[]
                {
                    Host(
                        "PC001",
                        Set(
                            new AntivirusFact
                            {
                                Product = "Defender",
                                DefinitionAge = TimeSpan.FromHours(1),
                                DefinitionVersion = new Version(1, 2),
                                DefinitionUpdatedAt = DateTimeOffset.MinValue,
                                DefinitionDate = DateTime.MinValue,
                            }
                        ),
                        Set(
                            new OperatingSystemFact
                            {
                                Name = "Windows",
                                Uptime = TimeSpan.FromHours(1),
                                LastBootAt = DateTimeOffset.MinValue,
                                SupportEnds = DateTime.MinValue,
                            }
                        ),
                        Set(new LogonSessionFact { Account = "hanako" }),
                        Set(new NeighborFact { Address = "10.0.0.9" })
                    ),
                },
                new[]
                {
                    Host(
                        "PC001",
                        Set(
                            new AntivirusFact
                            {
                                Product = "Defender",
                                DefinitionAge = TimeSpan.FromHours(9),
                                DefinitionVersion = new Version(1, 3),
                                DefinitionUpdatedAt = DateTimeOffset.MaxValue,
                                DefinitionDate = DateTime.MaxValue,
                            }
                        ),
                        Set(
                            new OperatingSystemFact
                            {
                                Name = "Windows",
                                Uptime = TimeSpan.FromHours(9),
                                LastBootAt = DateTimeOffset.MaxValue,
                                SupportEnds = DateTime.MaxValue,
                            }
                        ),
                        Set<LogonSessionFact>(),
                        With(Array.Empty<NeighborFact>(), Denied)
                    ),
                }
            )
        );

    [Fact]
    public void A_limit_that_somebody_set_counts_though_it_is_a_length_of_time() =>
        Assert.Equal(
            new[] { "Changed RemoteDesktop Remote Desktop PolicyIdleLimit 00:15:00>01:00:00" },
            Told(
                Set(new RemoteDesktopFact { PolicyIdleLimit = TimeSpan.FromMinutes(15) }),
                Set(new RemoteDesktopFact { PolicyIdleLimit = TimeSpan.FromHours(1) })
            )
        );

    [Fact]
    public void Windows_set_up_anew_counts_and_a_change_of_summer_time_does_not()
    {
        var winter = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(1));
        Assert.Empty(
            Told(
                Set(new OperatingSystemFact { InstalledAt = winter }),
                Set(new OperatingSystemFact { InstalledAt = winter.ToOffset(TimeSpan.FromHours(2)) })
            )
        );
        Assert.Single(
            Told(Set(new OperatingSystemFact { InstalledAt = winter }), Set(new OperatingSystemFact { InstalledAt = winter.AddDays(1) }))
        );
    }

    [Fact]
    public void A_set_that_could_not_be_read_is_told_once_and_no_item_is_removed() =>
        Assert.Equal(
            new[] { "BecameUnknown Account 2 items>" },
            Told(Set(Account("S-1-1", "a", false), Account("S-1-2", "b", false)), With(Array.Empty<AccountFact>(), Denied))
        );

    [Fact]
    public void A_set_that_is_read_for_the_first_time_adds_nothing() =>
        Assert.Equal(
            new[] { "BecameKnown Account >1 item" },
            Told(With(Array.Empty<AccountFact>(), Denied), Set(Account("S-1-1", "a", true)))
        );

    [Fact]
    public void A_set_that_nobody_asked_for_is_not_known()
    {
        Assert.Equal(
            new[] { "BecameUnknown Account 1 item>" },
            Told(new[] { Host("PC001", Set(Account("S-1-1", "a", true))) }, new[] { Host("PC001", Set(new NetworkFact())) })
                .Where(text => text.Contains("Account"))
        );
        Assert.Equal(
            new[] { "BecameKnown Account >1 item" },
            Told(new[] { Host("PC001", Set(new NetworkFact())) }, new[] { Host("PC001", Set(Account("S-1-1", "a", true))) })
                .Where(text => text.Contains("Account"))
        );
    }

    [Fact]
    public void That_a_set_known_to_be_empty_is_not_known_any_more_is_told() =>
        Assert.Equal(new[] { "BecameUnknown Account 0 items>" }, Told(Set<AccountFact>(), With(Array.Empty<AccountFact>(), Denied)));

    [Fact]
    public void Denied_twice_is_no_change_for_whatever_reason() =>
        Assert.Empty(
            Told(
                With(Array.Empty<AccountFact>(), Denied),
                With(Array.Empty<AccountFact>(), Denied with { Kind = GapKind.Timeout, Message = "too slow" })
            )
        );

    [Fact]
    public void An_item_that_a_gap_may_hide_is_not_known_and_one_that_it_can_not_hide_is_gone()
    {
        var all = new VpnConnectionFact { Name = "all", AllUsers = true };
        var own = new VpnConnectionFact { Name = "own", AllUsers = false };
        var gap = Denied with { Unseen = new VpnConnectionFact { AllUsers = false } };
        Assert.Equal(
            new[]
            {
                "BecameUnknown VpnConnection 2 items>0 items",
                "BecameUnknown VpnConnection own AllUsers=false>",
                "Removed VpnConnection all AllUsers=true>",
            },
            Told(Set(all, own), With(Array.Empty<VpnConnectionFact>(), gap)).OrderBy(text => text, StringComparer.Ordinal)
        );
        Assert.Equal(
            new[]
            {
                "Added VpnConnection all >AllUsers=true",
                "BecameKnown VpnConnection 0 items>2 items",
                "BecameKnown VpnConnection own >AllUsers=false",
            },
            Told(With(Array.Empty<VpnConnectionFact>(), gap), Set(all, own)).OrderBy(text => text, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_gap_that_is_always_there_still_hides_and_is_not_told_each_time()
    {
        var gap = Denied with { Unseen = new SoftwareFact { Scope = SoftwareScope.User } };
        var user = new SoftwareFact { Name = "For one", Scope = SoftwareScope.User };
        var machine = new SoftwareFact { Name = "For all", Scope = SoftwareScope.Machine };
        Assert.Equal(
            new[] { "BecameUnknown Software For one Scope=User>", "Removed Software For all Scope=Machine>" },
            Told(With(new[] { user, machine }, gap), With(Array.Empty<SoftwareFact>(), gap))
        );
    }

    [Fact]
    public void A_product_whose_state_may_have_changed_may_be_the_one_that_was_not_read()
    {
        var gap = Denied with
        {
            Unseen = new AntivirusFact { Product = "Apex One", State = ProtectionState.Off },
        };
        Assert.DoesNotContain(
            Told(Set(new AntivirusFact { Product = "Apex One", State = ProtectionState.On }), With(Array.Empty<AntivirusFact>(), gap)),
            text => text.StartsWith("Removed", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_value_that_was_not_read_is_not_known_and_its_gap_says_why()
    {
        var known = new RemoteDesktopFact { IsEnabled = true };
        var unread = With(new[] { new RemoteDesktopFact() }, Denied with { Property = nameof(RemoteDesktopFact.IsEnabled) });
        var lost = Assert.Single(HostComparison.Changes(Host("PC001", Set(known)), Host("PC001", unread)));
        Assert.Equal(
            (FactChangeKind.BecameUnknown, "true", string.Empty, "Denied: root/cimv2:Some_Class: denied"),
            (lost.Change, lost.Reference, lost.Difference, lost.Reason)
        );
        var gained = Assert.Single(HostComparison.Changes(Host("PC001", unread), Host("PC001", Set(known))));
        Assert.Equal(
            (FactChangeKind.BecameKnown, string.Empty, "true", "Denied: root/cimv2:Some_Class: denied"),
            (gained.Change, gained.Reference, gained.Difference, gained.Reason)
        );
    }

    [Fact]
    public void A_hundred_thousand_items_of_one_key_are_compared_in_linear_time()
    {
        // Quadratic, this would be ten thousand million comparisons, and never end.
        var before = Enumerable.Range(0, 100_000).Select(number => Tool($"P{number}")).ToArray();
        var after = Enumerable.Reverse(before).Skip(1).Append(Tool("other")).ToArray();
        Assert.Equal(new[] { "Changed Software Tool 1 Publisher P99999>other" }, Told(Set(before), Set(after)));
    }

    private static AccountFact Account(string sid, string name, bool isAdministrator) =>
        new()
        {
            Sid = sid,
            Name = name,
            IsAdministrator = isAdministrator,
            Source = "wmi",
        };

    private static SoftwareFact Tool(string publisher) =>
        new()
        {
            Name = "Tool",
            DisplayVersion = "1",
            Publisher = publisher,
        };
}
