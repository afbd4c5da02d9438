using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Registers.Hosts;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>Hosts are held against what is registered: what isn't written is a finding, what couldn't be read is an open
/// question.</summary>
public sealed class HostJoinTests
{
    private static readonly Gap Denied = new(GapKind.Denied, "root/cimv2", "access is denied");

    [Theory]
    [InlineData("yamada", true, true)]
    [InlineData("YAMADA", true, true)]
    [InlineData("saveuser", true, true)]
    [InlineData("hostuser", true, true)]
    [InlineData("dotuser", true, true)]
    [InlineData("elsewhere", true, false)]
    [InlineData("domainuser", false, null)]
    [InlineData("otherhost", false, null)]
    [InlineData("nobody", false, null)]
    [InlineData("yamada2", false, null)]
    public void A_local_account_is_looked_up_by_its_name_and_its_host(string name, bool isRegistered, bool? isHostAllowed)
    {
        var set = RegisterFolder.Set(
            "Accounts.csv",
            """
            Account,Kind,Hosts
            yamada,Personal,
            saveuser,Service,PC001;PC002
            PC001\hostuser,Personal,
            .\dotuser,Personal,
            elsewhere,Personal,PC002
            CITY\domainuser,Personal,
            PC002\otherhost,Personal,
            """
        );
        var fact = Assert.Single(set.Against(Hosts.Of("PC001", accounts: new[] { Hosts.Account(name) })).Of<HostAccountFact>());
        Assert.Equal((name, isRegistered, isHostAllowed), (fact.Account, fact.IsRegistered, fact.IsHostAllowed));
        Assert.Equal(isRegistered, fact.Source!.Contains("Accounts.csv("));
        Assert.StartsWith("wmi:account", fact.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_row_that_allows_the_host_tells_what_an_account_is_for()
    {
        var set = RegisterFolder.Set("Accounts.csv", "Account,Kind,Hosts\nyamada,Personal,PC002\n.\\yamada,Administrator,PC001\n");
        var fact = Assert.Single(set.Against(Hosts.Of("PC001", accounts: new[] { Hosts.Account("yamada") })).Of<HostAccountFact>());
        Assert.Equal((RegisteredAccountKind.Administrator, (bool?)true), (fact.Kind, fact.IsHostAllowed));
    }

    [Fact]
    public void Accounts_that_are_off_need_no_row_and_those_of_which_it_is_not_known_may()
    {
        var facts = RegisterFolder
            .Set("Accounts.csv", "Account,Kind\nなし,\n")
            .Against(
                Hosts.Of(
                    "PC001",
                    accounts: new[]
                    {
                        Hosts.Account("off", enabled: false),
                        Hosts.Account("open", enabled: null),
                        Hosts.Account(null),
                        Hosts.Account("on"),
                    }
                )
            )
            .Of<HostAccountFact>();
        Assert.Equal(new[] { ("open", (bool?)null), ("on", false) }, facts.Select(fact => (fact.Account!, fact.IsRegistered)));
    }

    [Fact]
    public void Without_a_register_nobody_knows_whether_an_account_is_in_it()
    {
        var against = RegisterFolder
            .Set("Zones.csv", "Zone,Range\n")
            .Against(Hosts.Of("PC001", accounts: new[] { Hosts.Account("yamada") }));
        Assert.Null(Assert.Single(against.Of<HostAccountFact>()).IsRegistered);
        Assert.Equal(
            (GapKind.NotCollected, "Accounts", nameof(HostAccountFact.IsRegistered)),
            Gap(against.GapsIn<HostAccountFact>().First(gap => gap.Property == nameof(HostAccountFact.IsRegistered)))
        );
    }

    [Fact]
    public void Accounts_that_a_host_did_not_show_may_be_there()
    {
        var against = RegisterFolder.Set("Accounts.csv", "Account,Kind\nなし,\n").Against(Hosts.Of("PC001", gap: Denied));
        Assert.Equal((GapKind.Denied, "root/cimv2", null), Gap(Assert.Single(against.GapsIn<HostAccountFact>())));
        Assert.Equal(GapKind.Denied, Assert.Single(against.GapsIn<HostSoftwareFact>()).Kind);
        Assert.Equal(GapKind.Denied, Assert.Single(against.GapsIn<HostFlowFact>(), gap => gap.Property is null).Kind);
    }

    /// <summary>A session from 9:00 to 12:00; entries as from-to in minutes after nine.</summary>
    [Theory]
    [InlineData("0-180", true)]
    [InlineData("-30-200", true)]
    [InlineData("10-170", true)]
    [InlineData("11-180", false)]
    [InlineData("0-169", false)]
    [InlineData("0-90 90-180", true)]
    [InlineData("90-180 0-90", true)]
    [InlineData("0-90 100-180", true)]
    [InlineData("0-90 101-180", false)]
    [InlineData("0-180 30-60", true)]
    [InlineData("0-100 20-40 105-180", true)]
    [InlineData("0-", true)]
    [InlineData("-1440-", false)]
    [InlineData("-20000-20000", false)]
    [InlineData("60-", false)]
    [InlineData("0-60 60-", true)]
    [InlineData("-90--30", false)]
    [InlineData("200-300", false)]
    [InlineData("", false)]
    public void A_session_is_logged_where_entries_leave_no_part_of_it_out(string entries, bool isLogged) =>
        Assert.Equal(
            isLogged,
            Assert.Single(Uses(entries, Hosts.Of("PC001", logons: new[] { Hosts.Logon(0, 180) })).Of<SharedUseFact>()).IsLogged
        );

    [Fact]
    public void A_logon_of_which_only_the_beginning_is_known_is_covered_by_an_entry_around_it()
    {
        var host = Hosts.Of("PC001", logons: new[] { Hosts.Logon(0, 0) with { EndedAt = null, Ending = LogonEnding.NotSeen } });
        Assert.True(Assert.Single(Uses("-5-5", host).Of<SharedUseFact>()).IsLogged);
        Assert.False(Assert.Single(Uses("-60--20", host).Of<SharedUseFact>()).IsLogged);
    }

    [Fact]
    public void A_session_that_is_open_still_is_covered_until_the_host_was_asked()
    {
        var session = new LogonSessionFact
        {
            Domain = "CITY",
            Account = "KYOYU01",
            LogonId = "1",
            Kind = LogonKind.Interactive,
            StartedAt = Hosts.Nine,
        };
        var fact = Assert.Single(Uses("0-", Hosts.Of("PC001", sessions: new[] { session })).Of<SharedUseFact>());
        Assert.Equal((true, Hosts.Nine, Hosts.Nine.AddHours(8)), (fact.IsLogged!.Value, fact.From!.Value, fact.Until!.Value));
        Assert.False(Assert.Single(Uses("0-180", Hosts.Of("PC001", sessions: new[] { session })).Of<SharedUseFact>()).IsLogged);
    }

    [Fact]
    public void It_tells_who_wrote_that_they_used_it()
    {
        var fact = Assert.Single(Uses("0-90 90-180", Hosts.Of("PC001", logons: new[] { Hosts.Logon(0, 180) })).Of<SharedUseFact>());
        Assert.Equal(new[] { "person0", "person1" }, fact.Persons);
        Assert.Equal("AccountUse.csv(2); AccountUse.csv(3)", fact.Source);
        Assert.Equal("CITY\\KYOYU01", fact.Account);
    }

    [Theory]
    [InlineData("PC002", false)]
    [InlineData("pc001", true)]
    [InlineData("PC001.city.local", true)]
    [InlineData("10.1.0.5", true)]
    public void Entries_of_another_host_cover_nothing(string host, bool isLogged)
    {
        var fact = Assert.Single(
            Uses("0-180", Hosts.Of("PC001", addresses: new[] { "10.1.0.5" }, logons: new[] { Hosts.Logon(0, 180) }), host)
                .Of<SharedUseFact>()
        );
        Assert.Equal(isLogged, fact.IsLogged);
        Assert.Equal(isLogged ? 1 : 0, fact.Persons!.Count);
    }

    [Fact]
    public void Accounts_that_are_not_shared_need_no_log() =>
        Assert.Empty(
            Uses(string.Empty, Hosts.Of("PC001", logons: new[] { Hosts.Logon(0, 180, "yamada"), Hosts.Logon(0, 180, "unknown") }))
                .Of<SharedUseFact>()
        );

    [Fact]
    public void Without_a_log_of_use_nobody_knows_whether_a_session_is_in_it()
    {
        var against = RegisterFolder
            .Set("Accounts.csv", "Account,Kind\nKYOYU01,Shared\n")
            .Against(Hosts.Of("PC001", logons: new[] { Hosts.Logon(0, 180) }));
        Assert.Null(Assert.Single(against.Of<SharedUseFact>()).IsLogged);
        Assert.Equal(
            (GapKind.NotCollected, "AccountUse", nameof(SharedUseFact.IsLogged)),
            Gap(against.GapsIn<SharedUseFact>().First(gap => gap.Property == nameof(SharedUseFact.IsLogged)))
        );
    }

    [Fact]
    public void Where_no_account_is_shared_it_does_not_matter_which_sessions_were_not_seen()
    {
        Assert.Empty(
            RegisterFolder
                .Set("Accounts.csv", "Account,Kind\nyamada,Personal\n", "AccountUse.csv", "Account,Person,From,Host\n")
                .Against(Hosts.Of("PC001", gap: Denied))
                .GapsIn<SharedUseFact>()
        );
        Assert.Equal(GapKind.Denied, Assert.Single(Uses(string.Empty, Hosts.Of("PC001", gap: Denied)).GapsIn<SharedUseFact>()).Kind);
    }

    [Theory]
    [InlineData("7-Zip 24.08 (x64)", "Igor Pavlov", true, "7-Zip*")]
    [InlineData("7-zip 9", null, true, "7-Zip*")]
    [InlineData("Zip 7", null, false, null)]
    [InlineData("Microsoft 365 Apps for business", "Microsoft Corporation", true, "Microsoft 365*")]
    [InlineData("Microsoft 365 Apps for business", "Somebody else", false, null)]
    [InlineData("Microsoft 365 Apps for business", null, false, null)]
    [InlineData("Exact", null, true, "Exact")]
    [InlineData("Exactly", null, false, null)]
    [InlineData("Waiting", null, false, "Waiting")]
    [InlineData("一太郎 2026", "ジャストシステム", true, "一太郎*")]
    public void Software_is_allowed_by_a_row_that_somebody_approved(string name, string? publisher, bool isApproved, string? approvedAs)
    {
        var set = RegisterFolder.Set(
            "Software.csv",
            """
            Name,Publisher,Approver
            7-Zip*,,CISO
            Microsoft 365*,Microsoft*,CISO
            Exact,,CISO
            Waiting,,
            一太郎*,ジャスト*,CISO
            """
        );
        var fact = Assert.Single(set.Against(Hosts.Of("PC001", software: new[] { Hosts.Product(name, publisher) })).Of<HostSoftwareFact>());
        Assert.Equal((isApproved, approvedAs), (fact.IsApproved!.Value, fact.ApprovedAs));
    }

    [Fact]
    public void A_row_that_waits_for_approval_does_not_hide_one_that_has_it()
    {
        var set = RegisterFolder.Set(
            "Software.csv",
            "Name,Approver\nMicrosoft*,\nMicrosoft 365*,CISO\n",
            "Flows.csv",
            "Name,Zone,To,Approver\na,Lgwan,10.2.0.0/16,\nb,Lgwan,10.2.0.5,CISO\n"
        );
        var against = set.Against(
            Hosts.Of("PC001", software: new[] { Hosts.Product("Microsoft 365 Apps") }, connections: new[] { Hosts.Connection("10.2.0.5") })
        );
        Assert.True(Assert.Single(against.Of<HostSoftwareFact>()).IsApproved);
        Assert.True(Assert.Single(against.Of<HostFlowFact>()).IsAllowed);
    }

    [Fact]
    public void Components_belong_to_their_product_and_one_product_is_one_row()
    {
        var software = new[] { Hosts.Product("A"), Hosts.Product("a"), Hosts.Product("B") with { IsComponent = true } };
        Assert.Equal(
            "A",
            Assert
                .Single(
                    RegisterFolder.Set("Software.csv", "Name\nなし\n").Against(Hosts.Of("PC001", software: software)).Of<HostSoftwareFact>()
                )
                .Name
        );
    }

    [Fact]
    public void A_program_without_a_name_may_be_any()
    {
        var against = RegisterFolder
            .Set("Software.csv", "Name\nなし\n")
            .Against(Hosts.Of("PC001", software: new[] { Hosts.Product("C") with { Name = null, Scope = SoftwareScope.Machine } }));
        Assert.Empty(against.Of<HostSoftwareFact>());
        Assert.Equal(
            SoftwareScope.Machine,
            Assert.IsType<HostSoftwareFact>(Assert.Single(against.GapsIn<HostSoftwareFact>(), gap => gap.Property is null).Unseen).Scope
        );
    }

    [Fact]
    public void What_isnt_known_of_a_program_leaves_its_approval_open()
    {
        var set = RegisterFolder.Set("Software.csv", "Name,Publisher,Approver\n窓口*,見本システムズ,CISO\n");
        foreach (
            var product in new[]
            {
                Hosts.Product("窓口アプリ") with
                {
                    Publisher = null,
                },
                Hosts.Product("部品") with
                {
                    IsComponent = null,
                },
            }
        )
        {
            Assert.Null(Assert.Single(set.Against(Hosts.Of("PC001", software: new[] { product })).Of<HostSoftwareFact>()).IsApproved);
        }
    }

    [Fact]
    public void A_program_of_the_same_name_and_another_publisher_is_another() =>
        Assert.Equal(
            new bool?[] { true, false },
            RegisterFolder
                .Set("Software.csv", "Name,Publisher,Approver\n窓口*,見本システムズ,CISO\n")
                .Against(
                    Hosts.Of(
                        "PC001",
                        software: new[] { Hosts.Product("窓口アプリ", "見本システムズ"), Hosts.Product("窓口アプリ", "だれか") }
                    )
                )
                .Of<HostSoftwareFact>()
                .Select(fact => fact.IsApproved)
        );

    [Fact]
    public void Without_a_register_of_software_nobody_knows_what_is_allowed()
    {
        var against = RegisterFolder.Set("Zones.csv", "Zone,Range\n").Against(Hosts.Of("PC001", software: new[] { Hosts.Product("A") }));
        Assert.Null(Assert.Single(against.Of<HostSoftwareFact>()).IsApproved);
        Assert.Equal(
            (GapKind.NotCollected, "Software", nameof(HostSoftwareFact.IsApproved)),
            Gap(against.GapsIn<HostSoftwareFact>().First(gap => gap.Property == nameof(HostSoftwareFact.IsApproved)))
        );
    }

    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "*", true)]
    [InlineData("", "a", false)]
    [InlineData("a", "", false)]
    [InlineData("abc", "abc", true)]
    [InlineData("ABC", "abc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("abc", "*", true)]
    [InlineData("abc", "***", true)]
    [InlineData("abc", "a*", true)]
    [InlineData("abc", "*c", true)]
    [InlineData("abc", "*b*", true)]
    [InlineData("abc", "a*c", true)]
    [InlineData("abc", "a*b", false)]
    [InlineData("abcabd", "*abd", true)]
    [InlineData("aab", "*ab", true)]
    [InlineData("a+b", "a+b", true)]
    [InlineData("aab", "a+b", false)]
    [InlineData("a.b", "a?b", false)]
    [InlineData("[x]", "[x]", true)]
    [InlineData("x", "[x]", false)]
    public void A_star_stands_for_any_text_and_nothing_else_does(string text, string pattern, bool isLike) =>
        Assert.Equal(isLike, Wildcard.IsLike(text, pattern));

    /// <summary>One that goes back over every star would not end in a lifetime.</summary>
    [Fact]
    public void A_hostile_pattern_gets_its_answer()
    {
        var text = new string('a', 100_000);
        Assert.False(Wildcard.IsLike(text, "*a*a*a*a*b"));
        Assert.True(Wildcard.IsLike(text + "b", "*a*a*a*a*b"));
        Assert.False(Wildcard.IsLike(text, string.Concat(Enumerable.Repeat("*a", 1000)) + "*b"));
    }

    [Theory]
    [InlineData("10.2.0.5", Zone.Lgwan, true, FlowLine.Closed)]
    [InlineData("10.3.7.7", Zone.Lgwan, true, FlowLine.Lgwan)]
    [InlineData("10.4.0.1", Zone.Lgwan, false, null)]
    [InlineData("VPN.city.example", Zone.Lgwan, true, FlowLine.Internet)]
    [InlineData("vpn2.city.example", Zone.Lgwan, false, null)]
    [InlineData("10.2.0.5", Zone.Internet, false, null)]
    [InlineData("10.5.0.1", Zone.Lgwan, false, null)]
    [InlineData("10.6.0.1", Zone.Lgwan, true, null)]
    [InlineData("10.7.0.1", Zone.Lgwan, false, null)]
    [InlineData("10.8.0.1", Zone.Lgwan, true, null)]
    public void A_connection_is_allowed_by_a_row_of_its_zone_source_and_destination(
        string server,
        Zone zone,
        bool isAllowed,
        FlowLine? line
    )
    {
        var set = RegisterFolder.Set(
            "Flows.csv",
            """
            Name,Zone,From,To,Line,Approver
            a,LGWAN接続系,10.1.0.0/16,10.2.0.5,閉域網,CISO
            b,Lgwan,,10.3.0.0/16,LGWAN,CISO
            c,Lgwan,,vpn.city.example,インターネット,CISO
            d,Lgwan,10.99.0.0/16,10.5.0.1,,CISO
            e,Lgwan,PC001,10.6.0.1,,CISO
            f,Lgwan,,10.7.0.1,,
            g,Lgwan,10.1.0.5,10.8.0.1,,CISO
            """
        );
        var fact = Assert.Single(
            set.Against(Hosts.Of("PC001", zone, new[] { "10.1.0.5" }, connections: new[] { Hosts.Connection(server) })).Of<HostFlowFact>()
        );
        Assert.Equal((isAllowed, line), (fact.IsAllowed!.Value, fact.Line));
    }

    [Fact]
    public void Of_a_host_without_a_zone_nobody_knows_which_flows_are_allowed()
    {
        var against = RegisterFolder
            .Set("Flows.csv", "Name,Zone,To,Approver\na,Lgwan,10.2.0.5,CISO\n")
            .Against(Hosts.Of("PC001", zone: null, connections: new[] { Hosts.Connection("10.2.0.5") }));
        Assert.Null(Assert.Single(against.Of<HostFlowFact>()).IsAllowed);
        Assert.Equal(
            (GapKind.NotCollected, "Zone", nameof(HostFlowFact.IsAllowed)),
            Gap(against.GapsIn<HostFlowFact>().First(gap => gap.Property == nameof(HostFlowFact.IsAllowed)))
        );
    }

    [Fact]
    public void Nor_without_the_register_or_the_server_s_address()
    {
        Assert.Null(
            Assert
                .Single(
                    RegisterFolder
                        .Set("Zones.csv", "Zone,Range\n")
                        .Against(Hosts.Of("PC001", connections: new[] { Hosts.Connection("10.2.0.5") }))
                        .Of<HostFlowFact>()
                )
                .IsAllowed
        );
        Assert.Null(
            Assert
                .Single(
                    RegisterFolder
                        .Set("Flows.csv", "Name,Zone,To\n")
                        .Against(Hosts.Of("PC001", connections: new[] { Hosts.Connection(null) }))
                        .Of<HostFlowFact>()
                )
                .IsAllowed
        );
    }

    [Theory]
    [InlineData("10.1.0.5", Zone.Lgwan, Zone.Lgwan, true)]
    [InlineData("10.1.0.5", Zone.Internet, Zone.Lgwan, false)]
    [InlineData("11.9.0.5", Zone.Lgwan, null, false)]
    [InlineData("10.1.0.5 10.2.0.5", Zone.Lgwan, null, false)]
    [InlineData("10.1.0.5 11.9.0.5", Zone.Lgwan, Zone.Lgwan, false)]
    [InlineData("10.1.0.5 169.254.7.7 127.0.0.1", Zone.Lgwan, Zone.Lgwan, true)]
    [InlineData("10.1.200.5", Zone.Internet, Zone.Internet, true)]
    [InlineData("10.1.200.5", Zone.Lgwan, Zone.Internet, false)]
    [InlineData("10.1.0.5 10.1.0.6", Zone.Lgwan, Zone.Lgwan, true)]
    [InlineData("10.1.0.5 fe80::1", Zone.Lgwan, Zone.Lgwan, true)]
    [InlineData("2001:db8::5", Zone.Internet, Zone.Internet, true)]
    [InlineData("", Zone.Lgwan, null, null)]
    [InlineData("fe80::1", Zone.Lgwan, null, null)]
    [InlineData("10.1.0.5", null, Zone.Lgwan, null)]
    public void A_host_stands_in_the_zone_of_its_addresses(string addresses, Zone? declared, Zone? zone, bool? isInDeclared)
    {
        var set = RegisterFolder.Set(
            "Zones.csv",
            "Zone,Range\nLgwan,10.1.0.0/16\nInternet,10.1.200.0/24\nMyNumber,10.0.0.0/8\nInternet,10.2.0.0/16\nInternet,2001:db8::/32\n"
        );
        var fact = Assert.Single(
            set.Against(Hosts.Of("PC001", declared, addresses.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)))
                .Of<HostPlaceFact>()
        );
        Assert.Equal((zone, isInDeclared), (fact.ZoneOfAddresses, fact.IsInDeclaredZone));
    }

    /// <summary>A range within a range may say otherwise.</summary>
    [Fact]
    public void Where_a_range_could_not_be_read_nobody_knows_where_a_host_stands()
    {
        using var folder = new RegisterFolder();
        folder.File("Zones.csv", "Zone,Range\nInternet,10.2.0.0/16\nLgwan,10.1.0.0/33\n");
        var set = folder.Load();
        Assert.Null(Assert.Single(set.Against(Hosts.Of("PC001", Zone.Lgwan, new[] { "10.2.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone);
        Assert.Null(Assert.Single(set.Against(Hosts.Of("PC001", Zone.Lgwan, new[] { "10.1.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone);
        Assert.Null(
            Assert.Single(set.Against(Hosts.Of("PC001", Zone.Internet, new[] { "10.2.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone
        );
    }

    /// <summary>Of a range, only its zone wasn't read: hosts elsewhere don't depend on it.</summary>
    [Fact]
    public void Where_the_zone_of_a_range_could_not_be_read_only_hosts_in_it_are_left_open()
    {
        using var folder = new RegisterFolder();
        folder.File("Zones.csv", "Zone,Range\nInternet,10.2.0.0/16\nElsewhere,10.1.0.0/16\n");
        var set = folder.Load();
        Assert.False(Assert.Single(set.Against(Hosts.Of("PC001", Zone.Lgwan, new[] { "10.2.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone);
        Assert.Null(Assert.Single(set.Against(Hosts.Of("PC001", Zone.Lgwan, new[] { "10.1.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone);
        Assert.True(
            Assert.Single(set.Against(Hosts.Of("PC001", Zone.Internet, new[] { "10.2.0.5" })).Of<HostPlaceFact>()).IsInDeclaredZone
        );
    }

    /// <summary>Whose row has a bad cell, by which other hosts aren't touched.</summary>
    [Fact]
    public void A_bad_cell_leaves_open_the_hosts_that_its_row_may_name()
    {
        using var folder = new RegisterFolder();
        folder.File(
            "Assets.csv",
            "Asset,HostName,Addresses,Owner\nA-1,PC001,10.1.0.5,佐藤（たぶん）\n,PC002,10.1.0.6,総務課\nA-3,#N/A,10.1.0.7,総務課\n"
        );
        var set = folder.Load();
        Assert.True(Assert.Single(set.Against(Hosts.Of("PC001", Zone.Lgwan, new[] { "10.1.0.5" })).Of<HostPlaceFact>()).IsRegistered);
        Assert.Null(Assert.Single(set.Against(Hosts.Of("PC002", Zone.Lgwan, new[] { "10.1.0.6" })).Of<HostPlaceFact>()).IsRegistered);
        Assert.Null(Assert.Single(set.Against(Hosts.Of("PC003", Zone.Lgwan, new[] { "10.1.0.7" })).Of<HostPlaceFact>()).IsRegistered);
        folder.File("Assets.csv", "Asset,HostName,Addresses,Owner\nA-1,PC001,10.1.0.5,佐藤（たぶん）\n,PC002,10.1.0.6,総務課\n");
        Assert.False(
            Assert.Single(folder.Load().Against(Hosts.Of("PC003", Zone.Lgwan, new[] { "10.1.0.7" })).Of<HostPlaceFact>()).IsRegistered
        );
    }

    [Theory]
    [InlineData("PC001", "10.1.0.5", "A-1")]
    [InlineData("pc002.city.local", "10.1.0.6", "A-2")]
    [InlineData("PC009", "10.1.0.77", "A-3")]
    [InlineData("10.1.0.77", "", "A-3")]
    [InlineData("PC003", "10.1.0.7", null)]
    public void A_host_is_an_asset_by_its_name_or_an_address(string name, string address, string? asset)
    {
        var set = RegisterFolder.Set("Assets.csv", "Asset,HostName,Addresses\nA-0,,\nA-1,pc001,\nA-2,PC002,\nA-3,,10.1.0.76;10.1.0.77\n");
        var fact = Assert.Single(
            set.Against(Hosts.Of(name, addresses: address.Length == 0 ? null : new[] { address })).Of<HostPlaceFact>()
        );
        Assert.Equal((asset, asset is not null), (fact.Asset, fact.IsRegistered!.Value));
    }

    [Fact]
    public void A_host_that_was_never_reached_is_no_asset_and_none_that_is_missing()
    {
        var set = RegisterFolder.Set(
            "Assets.csv",
            "Asset,HostName,Addresses\nA-1,PC001,10.1.0.5\n",
            "Zones.csv",
            "Zone,Range\nLgwan,10.1.0.0/16\n"
        );
        foreach (var name in new[] { "PC001", "PC001.city.example", "10.1.0.5", "PC002" })
        {
            var against = set.Against(Hosts.Of(name, gap: new Gap(GapKind.Unreachable, name, "no answer")) with { HostName = null });
            Assert.Equal(
                ((bool?)null, (string?)null),
                (Assert.Single(against.Of<HostPlaceFact>()).IsRegistered, against.Of<HostPlaceFact>()[0].Asset)
            );
            Assert.Contains(
                "no answer",
                against.GapsIn<HostPlaceFact>().First(gap => gap.Property == nameof(HostPlaceFact.IsRegistered)).Message
            );
        }
    }

    /// <summary>A row that says that the machine is gone, or names another, registers nothing by an address; one written as people write
    /// names does.</summary>
    [Theory]
    [InlineData("A-1,廃棄済,10.1.0.5", false)]
    [InlineData("削除,PC001,", false)]
    [InlineData("削除済,PC001,10.1.0.5", false)]
    [InlineData("欠番,PC001,10.1.0.5", false)]
    [InlineData("（欠番）,PC001,", false)]
    [InlineData("欠番001,PC001,", false)]
    [InlineData("テスト,PC001,", false)]
    [InlineData("テスト1,PC001,", false)]
    [InlineData("サンプル,PC001,", false)]
    [InlineData("サンプルデータ,PC001,", false)]
    [InlineData("ダミー,PC001,", false)]
    [InlineData("記入例,PC001,", false)]
    [InlineData("test,PC001,", false)]
    [InlineData("Sample-01,PC001,", false)]
    [InlineData("空き番,PC001,", false)]
    [InlineData("未使用,PC001,", false)]
    [InlineData("【廃棄】A-1,PC001,", false)]
    [InlineData("A-1（使用終了）,PC001,", false)]
    [InlineData("A-1,PC001（抹消）,", false)]
    [InlineData("×A-1,PC001,", false)]
    [InlineData("テスト用端末,PC001,", true)]
    [InlineData("検証機1,PC001,", true)]
    [InlineData("予備機,PC001,", true)]
    [InlineData("A-1（廃棄予定）,PC001,", true)]
    [InlineData("住民票コンビニ交付サーバ,PC001,", true)]
    [InlineData("総務課1号機,PC001,", true)]
    [InlineData("A-1,PC001（廃棄済）,10.1.0.5", false)]
    [InlineData("A-1（除却済み）,PC001,10.1.0.5", false)]
    [InlineData("A-1,PC777,10.1.0.5", false)]
    [InlineData("A-1,PC001→PC777,", false)]
    [InlineData("A-1,,10.1.0.5", true)]
    [InlineData("A-1,PC001,10.9.9.9", true)]
    [InlineData("A-1,PC001$,", true)]
    [InlineData("A-1,PC001\\PC001,", true)]
    [InlineData("A-1,PC001（予備）,", true)]
    [InlineData("A-1,\"PC777、PC001\",", true)]
    [InlineData("A-1（廃棄物対策課）,PC001,", true)]
    public void An_address_registers_no_machine_of_another_name(string row, bool isRegistered)
    {
        var set = RegisterFolder.Set("Assets.csv", "Asset,HostName,Addresses\n" + row + "\n");
        var place = Assert.Single(set.Against(Hosts.Of("PC001", addresses: new[] { "10.1.0.5" })).Of<HostPlaceFact>());
        Assert.Equal(isRegistered, place.IsRegistered == true);
    }

    [Fact]
    public void What_answers_under_a_registered_name_and_calls_itself_otherwise_may_be_another_machine()
    {
        var set = RegisterFolder.Set("Assets.csv", "Asset,HostName,Addresses\nA-1,PC001,\n");
        var against = set.Against(Hosts.Of("PC001", addresses: new[] { "10.1.0.5" }) with { HostName = "PC999" });
        Assert.Null(Assert.Single(against.Of<HostPlaceFact>()).IsRegistered);
        Assert.Contains(
            "calls itself PC999",
            against.GapsIn<HostPlaceFact>().First(gap => gap.Property == nameof(HostPlaceFact.IsRegistered)).Message
        );
    }

    /// <summary>C25: a name over 15 characters, asked by its NetBIOS name.</summary>
    [Theory]
    [InlineData("shiyakusho-madoguchi-pc-0001", true)]
    [InlineData("shiyakusho-madoguchi-pc-0001.lg.city.example", true)]
    [InlineData("SHIYAKUSHO-MADO", true)]
    [InlineData("shiyakusho-madoguchi-pc-0002", false)]
    [InlineData("shiyakusho-madoguchi-pc-0001.other.example", false)]
    public void A_name_that_NetBIOS_cuts_is_the_same_asset(string name, bool isRegistered)
    {
        var host = Hosts.Of("SHIYAKUSHO-MADO", addresses: new[] { "10.1.0.5" });
        var facts = new FactSetBuilder<HostFact>();
        facts.Add(
            new HostFact
            {
                HostName = "SHIYAKUSHO-MADO",
                DnsHostName = "shiyakusho-madoguchi-pc-0001",
                Domain = "lg.city.example",
                InDomain = true,
            }
        );
        var set = RegisterFolder.Set("Assets.csv", $"Asset,HostName,Addresses\nA-1,{name},\n");
        Assert.Equal(
            isRegistered,
            Assert
                .Single(set.Against(host with { Table = new FactTable(host.Table.Sets.Append(facts.Build())) }).Of<HostPlaceFact>())
                .IsRegistered
        );
    }

    /// <summary>Two machines of one name in two domains are two: a row with the other's domain registers nothing by the name, and an address
    /// goes from one to the next.</summary>
    [Theory]
    [InlineData("PC001.lg.city.example", "", "lg.city.example", true)]
    [InlineData("PC001.other.example", "", "lg.city.example", false)]
    [InlineData("PC001.other.example", "10.1.0.5", "lg.city.example", null)]
    [InlineData("PC001 PC001.other.example", "", "lg.city.example", false)]
    [InlineData("PC001 PC001.other.example", "10.1.0.5", "lg.city.example", null)]
    [InlineData("PC001 PC001.lg.city.example", "", "lg.city.example", true)]
    [InlineData("LG\\PC001", "", "lg.city.example", true)]
    [InlineData("OTHER\\PC001", "", "lg.city.example", null)]
    [InlineData("PC001.other.example", "", null, null)]
    [InlineData("OTHER\\PC001", "", null, null)]
    [InlineData("PC001.other.example", "10.1.0.5", null, true)]
    [InlineData("PC001\\PC001", "", null, true)]
    [InlineData("PC001", "", null, true)]
    public void A_name_in_another_domain_is_another_machine_s(string name, string address, string? domain, bool? isRegistered)
    {
        var facts = new FactSetBuilder<HostFact>();
        facts.Add(
            new HostFact
            {
                HostName = "PC001",
                DnsHostName = "PC001",
                Domain = domain ?? "WORKGROUP",
                InDomain = domain is not null,
            }
        );
        var host = Hosts.Of("PC001", addresses: new[] { "10.1.0.5" });
        var against = RegisterFolder
            .Set("Assets.csv", $"Asset,HostName,Addresses\nA-1,{name},{address}\n")
            .Against(host with { Table = new FactTable(host.Table.Sets.Append(facts.Build())) });
        Assert.Equal(isRegistered, Assert.Single(against.Of<HostPlaceFact>()).IsRegistered);
        Assert.Equal(
            isRegistered is null,
            against.GapsIn<HostPlaceFact>().Any(gap => gap.Property == nameof(HostPlaceFact.IsRegistered) && gap.Message.Contains("PC001"))
        );
    }

    /// <summary>An address goes from one machine to the next: where the host didn't tell its name, a row of a named machine may be
    /// another's.</summary>
    [Fact]
    public void An_address_alone_proves_no_named_asset_where_the_host_s_name_is_not_known()
    {
        var set = RegisterFolder.Set("Assets.csv", "Asset,HostName,Addresses\nA-1,PC001.lg.city.example,10.1.0.5\n");
        var host = Hosts.Of("PC001", addresses: new[] { "10.1.0.5" });
        Assert.Null(Assert.Single(set.Against(host with { HostName = null }).Of<HostPlaceFact>()).IsRegistered);
        var facts = new FactSetBuilder<HostFact>();
        facts.Add(
            new HostFact
            {
                HostName = "PC001",
                DnsHostName = "PC001",
                InDomain = null,
            }
        );
        var unsure = host with { Table = new FactTable(host.Table.Sets.Append(facts.Build())) };
        Assert.Null(Assert.Single(set.Against(unsure).Of<HostPlaceFact>()).IsRegistered);
    }

    [Fact]
    public void Without_its_registers_nobody_knows_a_host_s_place()
    {
        var against = RegisterFolder
            .Set("Accounts.csv", "Account,Kind\nなし,\n")
            .Against(Hosts.Of("PC001", addresses: new[] { "10.1.0.5" }));
        var fact = Assert.Single(against.Of<HostPlaceFact>());
        Assert.Equal((null, null, null), (fact.IsRegistered, fact.ZoneOfAddresses, fact.IsInDeclaredZone));
        Assert.Equal(
            new[] { "Assets IsRegistered", "Zones ZoneOfAddresses", "Zones IsInDeclaredZone", "Zones AddressesElsewhere" },
            against.GapsIn<HostPlaceFact>().Select(gap => $"{gap.Source} {gap.Property}")
        );
    }

    [Theory]
    [InlineData("yamada", "CITY\\yamada", true)]
    [InlineData("CITY\\yamada", "city\\YAMADA", true)]
    [InlineData("CITY\\yamada", "TOWN\\yamada", false)]
    [InlineData("yamada@city.local", "CITY\\yamada", true)]
    [InlineData("city.local\\yamada", "CITY\\yamada", true)]
    [InlineData("yamada@town.local", "CITY\\yamada", null)]
    [InlineData("ＣＩＴＹ￥ｙａｍａｄａ", "CITY\\yamada", false)]
    [InlineData("ＣＩＴＹ＼ｙａｍａｄａ", "CITY\\yamada", true)]
    [InlineData(".\\yamada", "PC001\\yamada", true)]
    [InlineData("pc001.city.local\\yamada", "PC001\\yamada", true)]
    [InlineData(".\\yamada", "CITY\\yamada", false)]
    [InlineData("PC001\\yamada", "CITY\\yamada", false)]
    [InlineData("PC002\\yamada", "PC001\\yamada", false)]
    [InlineData("yamada@city.local", "PC001\\yamada", false)]
    [InlineData("CITY\\yamada", "CITY\\yamada2", false)]
    [InlineData("", "CITY\\yamada", false)]
    [InlineData("@yamada", "CITY\\yamada", false)]
    [InlineData("CITY\\", "CITY\\yamada", false)]
    public void An_account_is_named_with_its_domain_or_without(string registered, string account, bool? isIt)
    {
        Assert.Equal(isIt, new AccountName(registered).Is(account, Hostnames.Locally("PC001")));
        Assert.Equal(isIt, new AccountName(account).Is(registered, Hostnames.Locally("PC001")));
    }

    [Fact]
    public void Whether_a_host_that_did_not_say_its_name_is_meant_is_not_known()
    {
        var locally = Hostnames.Locally(new Snapshot { ComputerName = "10.1.0.5" });
        Assert.Null(new AccountName(".\\yamada").Is("PC001\\yamada", locally));
        Assert.Null(new AccountName("PC001\\yamada").Is("10.1.0.5\\yamada", locally));
        Assert.True(new AccountName(".\\yamada").Is("10.1.0.5\\yamada", locally));
    }

    [Theory]
    [InlineData("yamada", true)]
    [InlineData(".\\yamada", true)]
    [InlineData("pc001\\yamada", true)]
    [InlineData("10.1.0.5\\yamada", true)]
    [InlineData("yamada@pc001", true)]
    [InlineData("CITY\\yamada", false)]
    [InlineData("yamada@city.local", false)]
    [InlineData("suzuki", false)]
    [InlineData("", false)]
    public void A_local_account_is_named_with_its_host_or_without(string registered, bool isIt) =>
        Assert.Equal(
            isIt,
            new AccountName(registered).Is(".\\Yamada", Hostnames.Locally(new Snapshot { ComputerName = "10.1.0.5", HostName = "PC001" }))
        );

    [Theory]
    [InlineData("PC001", true)]
    [InlineData("pc001.city.local", true)]
    [InlineData("pc001.other.local", true)]
    [InlineData("10.1.0.5", true)]
    [InlineData("2001:DB8::5", true)]
    [InlineData("PC00", false)]
    [InlineData("PC0011", false)]
    [InlineData("10", false)]
    [InlineData("10.1.0.55", false)]
    [InlineData("", false)]
    public void A_host_is_meant_by_its_names_and_addresses(string name, bool isIt) =>
        Assert.Equal(
            isIt,
            Hostnames.IsOf(
                new Snapshot
                {
                    ComputerName = "10.1.0.5",
                    HostName = "PC001",
                    IPAddresses = new[] { "10.1.0.5", "2001:db8::5" },
                },
                name
            )
        );

    [Fact]
    public void A_host_that_did_not_say_its_name_is_meant_by_the_target_s()
    {
        var host = new Snapshot { ComputerName = "pc001.city.local" };
        Assert.True(Hostnames.IsOf(host, "PC001"));
        Assert.True(Hostnames.IsOf(host, "PC001.CITY.LOCAL"));
        Assert.False(Hostnames.IsOf(host, string.Empty));
        Assert.False(Hostnames.IsOf(host, "PC002"));
    }

    /// <summary>The first gap of a property is the one that a finding tells.</summary>
    private static (GapKind Kind, string Source, string? Property) Gap(Gap gap) => (gap.Kind, gap.Source, gap.Property);

    /// <summary>The host against entries in the log of use, as from-to in minutes after nine; without an end they go on.</summary>
    private static Snapshot Uses(string entries, Snapshot host, string at = "PC001")
    {
        var rows = entries
            .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
            .Select(
                (entry, index) =>
                {
                    var dash = entry.IndexOf('-', 1);
                    return $"KYOYU01,person{index},{Time(entry.Substring(0, dash))},{Time(entry.Substring(dash + 1))},{at}\n";
                }
            );
        return RegisterFolder
            .Set(
                "Accounts.csv",
                "Account,Kind\nKYOYU01,Shared\nyamada,Personal\n",
                "AccountUse.csv",
                "Account,Person,From,To,Host\n" + string.Concat(rows)
            )
            .Against(host);
    }

    private static string Time(string minutes) =>
        minutes.Length == 0
            ? string.Empty
            : Hosts
                .Nine.AddMinutes(int.Parse(minutes, CultureInfo.InvariantCulture))
                .ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
