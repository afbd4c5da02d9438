using System;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Registers.Hosts;
using ConfigAudit.Judging.Registers.Rows;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>What the registers say together: of whole rows, of each other, and never that all is well where something couldn't be
/// read.</summary>
public sealed class RegisterSetTests
{
    private const string Shared = "Account,Kind,Persons,Hosts\nKYOYU01,共用,山田;鈴木,MADO-01\nyamada,個人,山田,\n";

    [Fact]
    public void A_register_that_nobody_gave_is_a_gap_that_says_how_to_make_one()
    {
        var set = RegisterFolder.Set("Zones.csv", "領域,アドレス範囲\nLGWAN接続系,10.1.0.0/16\n");
        Assert.Empty(set.Of<ZoneRangeFact>().Gaps);
        Assert.Empty(set.Of<RegisteredAccountFact>().Items);
        Assert.Equal(
            "NotCollected: Accounts: no register 'Accounts' (アカウント台帳) was given; New-ConfigAuditRegister makes one to fill in",
            Assert.Single(set.Of<RegisteredAccountFact>().SetGaps).ToString()
        );
        Assert.Equal(8, set.Snapshot(new Sightings()).Gaps.Count(gap => gap.Kind == GapKind.NotCollected));
    }

    [Fact]
    public void A_register_without_a_row_is_not_filled_in() =>
        Assert.Equal(
            "NotCollected: Accounts: the register 'Accounts' (アカウント台帳) has no row: fill it in; where there is nothing to register, write 'なし' (none) as its only row",
            Assert.Single(RegisterFolder.Set("Accounts.csv", "Account,Kind\n").Of<RegisteredAccountFact>().SetGaps).ToString()
        );

    [Theory]
    [InlineData("なし,")]
    [InlineData("該当なし,－")]
    [InlineData(",none")]
    public void One_that_says_so_has_nothing_to_register(string row)
    {
        var accounts = RegisterFolder.Set("Accounts.csv", $"Account,Kind\n{row}\n").Of<RegisteredAccountFact>();
        Assert.Empty(accounts.Items);
        Assert.Empty(accounts.Gaps);
    }

    /// <summary>An empty cell isn't the word that there is nothing.</summary>
    [Theory]
    [InlineData("(空白)")]
    [InlineData("空欄")]
    public void One_that_shows_an_empty_cell_does_not_say_so(string cell)
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.csv", $"Account,Kind\n{cell},\n");
        Assert.NotEmpty(folder.Load().Of<RegisteredAccountFact>().SetGaps);
    }

    [Fact]
    public void One_that_says_so_beside_rows_contradicts_itself()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.csv", "Account,Kind\nなし,\nyamada,Personal\n");
        Assert.Equal(GapKind.Unusable, Assert.Single(folder.Load().Of<RegisteredAccountFact>().SetGaps).Kind);
        Assert.Equal(
            "Accounts.csv(2): this row says that there is nothing to register, and others register something: take it out",
            Assert.Single(folder.Problems)
        );
    }

    [Fact]
    public void A_log_without_an_entry_is_a_log() =>
        Assert.Empty(RegisterFolder.Set("AccountUse.csv", "Account,Person,From,Host\n").Of<AccountUseFact>().Gaps);

    [Fact]
    public void A_bad_cell_leaves_its_own_property_open()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.csv", "Account,Kind\nyamada,Personal\nsuzuki,Nobody\n");
        var set = folder.Load();
        Assert.Equal(
            "Unusable: Accounts.csv: line 3: Kind (区分): 'Nobody' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)",
            Assert.Single(set.Of<RegisteredAccountFact>().Gaps).ToString()
        );
        Assert.Empty(set.Of<RegisteredAccountFact>().SetGaps);
        Assert.Equal(new[] { "yamada", "suzuki" }, set.Of<RegisteredAccountFact>().Items.Select(account => account.Account));
        Assert.Equal(
            "Accounts.csv(3): Kind (区分): 'Nobody' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)",
            Assert.Single(folder.Problems)
        );
    }

    [Fact]
    public void A_file_that_can_not_be_read_leaves_a_gap_in_its_own_register()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.csv", "Account\nyamada\n");
        folder.File("Accounts-2.csv", "Account,Kind\nsuzuki,Personal\n");
        var set = folder.Load();
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<RegisteredAccountFact>().SetGaps).Kind);
        Assert.Equal("suzuki", Assert.Single(set.Of<RegisteredAccountFact>().Items).Account);
        Assert.Equal(GapKind.NotCollected, Assert.Single(set.Of<ZoneRangeFact>().SetGaps).Kind);
    }

    [Fact]
    public void A_row_that_stands_in_two_files_of_one_register_counts_once_and_is_an_error()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts-1.csv", "Account,Kind\nyamada,Personal\n");
        folder.File("Accounts-2.csv", "Account,Kind\nYAMADA,Shared\nsuzuki,Personal\n");
        Assert.Equal(new[] { "yamada", "suzuki" }, folder.Load().Of<RegisteredAccountFact>().Items.Select(account => account.Account));
        Assert.StartsWith(
            "Accounts-2.csv(2): Account 'YAMADA' stands in the register twice",
            Assert.Single(folder.Problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_of_which_nobody_knows_which_register_it_is_leaves_one_in_each()
    {
        using var folder = new RegisterFolder();
        folder.File("Zones.csv", "領域,アドレス範囲\nLGWAN接続系,10.1.0.0/16\n");
        folder.File("控.csv", "Account,Kind\nsuzuki,Personal\n");
        var set = folder.Load();
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<ZoneRangeFact>().SetGaps).Kind);
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<RegisteredAccountFact>().SetGaps).Kind);
        Assert.StartsWith(
            "控.csv: which register it is can't be told from its name",
            Assert.Single(folder.Problems),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_JSON_file_leaves_its_gap_where_it_says_that_it_belongs_and_not_where_its_name_does()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.json", """{ "format": "ConfigAudit.Register/1", "register": "Zones", "rows": "none" }""");
        folder.File("Zones.csv", "領域,アドレス範囲\nLGWAN接続系,10.1.0.0/16\n");
        folder.File("Accounts.csv", "Account,Kind\nなし,\n");
        var set = folder.Load();
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<ZoneRangeFact>().SetGaps).Kind);
        Assert.Empty(set.Of<RegisteredAccountFact>().SetGaps);
        Assert.Equal("Accounts.json(1): an array is wanted here", Assert.Single(folder.Problems));
    }

    [Fact]
    public void One_that_is_no_JSON_leaves_it_where_its_name_does()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.json", "{");
        folder.File("Zones.csv", "領域,アドレス範囲\nなし,\n");
        var set = folder.Load();
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<RegisteredAccountFact>().SetGaps).Kind);
        Assert.Empty(set.Of<ZoneRangeFact>().SetGaps);
    }

    [Theory]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\n", Outcome.Pass)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\nb,Shred,CISO\n", Outcome.Pass)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\nb,Shared,佐藤（たぶん）\n", Outcome.Unknown)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\n#N/A,Shared,CISO\n", Outcome.Unknown)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\na,Shared,\n", Outcome.Unknown)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\n\"b,Shared,\n", Outcome.Unknown)]
    [InlineData("Account,Kind,Approved\na,Shared,CISO\n", Outcome.Fail)]
    [InlineData("Account,Kind,Approver\na,Shared,CISO\nb,Shred,CISO\nc,Shared,\n", Outcome.Fail)]
    [InlineData("Account,Owner\na,x\n", Outcome.Unknown)]
    [InlineData(null, Outcome.Unknown)]
    public void Nothing_passes_by_what_could_not_be_read(string? accounts, Outcome outcome)
    {
        using var folder = new RegisterFolder();
        using var baselines = new TemporaryFolder();
        if (accounts is not null)
            folder.File("Accounts.csv", accounts);
        baselines.File(
            "own.json",
            """
            {
              "format": "ConfigAudit.Baseline/1", "id": "own", "version": "1.0", "title": "own",
              "checks": [ {
                "id": "A-1", "title": "approved", "remediation": "approve", "guideline": { "edition": "2022-03", "section": "1", "page": null }, "obligation": "Required", "severity": "Low",
                "assert": { "all": "RegisteredAccount", "have": { "property": "Approver", "isEmpty": false } }
              } ]
            }
            """
        );
        var own = new BaselineFile(FactTypes.Shipped, (_, name) => name).Load(baselines["own.json"]);
        Assert.Equal(outcome, Assert.Single(Evaluator.Evaluate(own, folder.Load().Snapshot(new Sightings()))).Outcome);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_of()
    {
        using var folder = new RegisterFolder();
        var told = 0;
        var set = RegisterSet.Load(new[] { Path.Combine(folder.Path, "Accounts.csv") }, _ => told++, RegisterFolder.Today);
        Assert.Equal(1, told);
        Assert.Equal(GapKind.Unusable, Assert.Single(set.Of<RegisteredAccountFact>().SetGaps).Kind);
    }

    [Fact]
    public void Files_of_one_register_add_up_and_other_files_of_a_folder_are_let_be()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts-A.csv", "Account,Kind\nyamada,Personal\n");
        folder.File("アカウント台帳（B）.csv", "アカウント,区分\nsuzuki,個人\n");
        folder.File(
            "accounts-c.JSON",
            """{ "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [ { "Account": "tanaka", "Kind": "Personal" } ] }"""
        );
        folder.File("Accounts.xlsx", "no text");
        folder.File("register.schema.json", "{}");
        var accounts = folder.Load().Of<RegisteredAccountFact>();
        Assert.Empty(folder.Problems);
        Assert.Empty(accounts.Gaps);
        Assert.Equal(
            new[] { "suzuki", "tanaka", "yamada" },
            accounts.Items.Select(each => each.Account!).OrderBy(name => name, StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("", ReviewState.Missing)]
    [InlineData("R8.11.23", ReviewState.Overdue)]
    [InlineData("R8.11.24", ReviewState.Current)]
    [InlineData("R8.11.25", ReviewState.Current)]
    [InlineData("2022-03-25", ReviewState.Overdue)]
    public void A_review_is_due_after_its_day(string day, ReviewState state)
    {
        var set = RegisterFolder.Set(
            "Accounts.csv",
            $"Account,Kind,ReviewOn\nyamada,Personal,{day}\n",
            "Assets.csv",
            $"Asset,ReviewOn\nPC-0001,{day}\n",
            "Flows.csv",
            $"Name,Zone,To,ReviewOn\nx,Lgwan,10.0.0.1,{day}\n",
            "Software.csv",
            $"Name,ReviewOn\nx,{day}\n"
        );
        Assert.Equal(state, Assert.Single(set.Of<RegisteredAccountFact>().Items).Review);
        Assert.Equal(state, Assert.Single(set.Of<RegisteredAssetFact>().Items).Review);
        Assert.Equal(state, Assert.Single(set.Of<AllowedFlowFact>().Items).Review);
        Assert.Equal(state, Assert.Single(set.Of<ApprovedSoftwareFact>().Items).Review);
    }

    [Fact]
    public void The_three_reviews_of_a_service_are_apart()
    {
        var row = Assert.Single(
            RegisterFolder
                .Set("ExternalServices.csv", "Service,DataClass,Terms,ProviderReviewOn,ReviewOn\nx,2,個別契約,R8.1.1,R9.1.1\n")
                .Of<ExternalServiceFact>()
                .Items
        );
        Assert.Equal((ReviewState.Current, ReviewState.Overdue, ReviewState.Missing), (row.Review, row.ProviderReview, row.SettingsReview));
    }

    [Theory]
    [InlineData("KYOYU01", "山田", "MADO-01", true)]
    [InlineData("kyoyu01", "鈴木", "mado-01", true)]
    [InlineData("CITY\\KYOYU01", "山田", "MADO-01", true)]
    [InlineData("KYOYU01", "田中", "MADO-01", false)]
    [InlineData("KYOYU01", "山田", "MADO-02", false)]
    [InlineData("KYOYU02", "山田", "MADO-01", false)]
    [InlineData("yamada", "山田", "MADO-01", false)]
    public void A_use_is_allowed_to_a_shared_account_s_persons_at_its_hosts(string account, string person, string host, bool isAllowed) =>
        Assert.Equal(
            isAllowed,
            Assert
                .Single(
                    Uses(
                        RegisterFolder.Set(
                            "Accounts.csv",
                            Shared,
                            "AccountUse.csv",
                            Use(account, person, host, "2026-11-20 9:00", "2026-11-20 10:00")
                        )
                    )
                )
                .IsAllowed
        );

    [Fact]
    public void An_account_without_hosts_may_be_used_anywhere() =>
        Assert.True(
            Assert
                .Single(
                    Uses(
                        RegisterFolder.Set(
                            "Accounts.csv",
                            "Account,Kind,Persons\nKYOYU01,共用,山田\n",
                            "AccountUse.csv",
                            Use("KYOYU01", "山田", "any", "2026-11-20 9:00", "")
                        )
                    )
                )
                .IsAllowed
        );

    [Fact]
    public void Without_the_register_nobody_knows_whether_a_use_is_allowed() =>
        Assert.Null(
            Assert.Single(Uses(RegisterFolder.Set("AccountUse.csv", Use("KYOYU01", "山田", "MADO-01", "2026-11-20 9:00", "")))).IsAllowed
        );

    [Fact]
    public void Nor_where_a_row_of_it_could_not_be_read()
    {
        using var folder = new RegisterFolder();
        folder.File("Accounts.csv", Shared + "KYOYU02,shred,山田,\n");
        folder.File("AccountUse.csv", Use("KYOYU02", "山田", "MADO-01", "2026-11-20 9:00", string.Empty));
        Assert.Null(Assert.Single(Uses(folder.Load())).IsAllowed);
    }

    [Theory]
    [InlineData("KYOYU01", "鈴木", "MADO-01", "2026-11-20 9:59", "2026-11-20 11:00", true)]
    [InlineData("kyoyu01", "鈴木", "mado-01", "2026-11-20 8:00", "2026-11-20 9:01", true)]
    [InlineData("KYOYU01", "鈴木", "MADO-01", "2026-11-20 8:00", "", true)]
    [InlineData("KYOYU01", "鈴木", "MADO-01", "2026-11-20 10:00", "2026-11-20 11:00", false)]
    [InlineData("KYOYU01", "鈴木", "MADO-01", "2026-11-20 8:00", "2026-11-20 9:00", false)]
    [InlineData("KYOYU01", "山田", "MADO-01", "2026-11-20 9:30", "2026-11-20 11:00", false)]
    [InlineData("KYOYU01", "鈴木", "MADO-02", "2026-11-20 9:30", "2026-11-20 11:00", null)]
    [InlineData("KYOYU01", "山田", "MADO-02", "2026-11-20 9:30", "2026-11-20 11:00", false)]
    [InlineData("KYOYU01", "鈴木", "MADO-02", "2026-11-20 10:00", "2026-11-20 11:00", false)]
    [InlineData("KYOYU02", "鈴木", "MADO-01", "2026-11-20 9:30", "2026-11-20 11:00", false)]
    public void Two_persons_under_one_account_on_one_host_at_once_overlap(
        string account,
        string person,
        string host,
        string from,
        string to,
        bool? overlaps
    )
    {
        var uses = Uses(
            RegisterFolder.Set(
                "AccountUse.csv",
                Use("KYOYU01", "山田", "MADO-01", "2026-11-20 9:00", "2026-11-20 10:00") + $"{account},{person},{from},{to},{host}\n"
            )
        );
        Assert.Equal(new[] { overlaps, overlaps }, uses.Select(use => use.Overlaps));
    }

    /// <summary>A domain's account is one wherever it is used; a host's own is another on each.</summary>
    [Theory]
    [InlineData("CITY\\kyoyu01", "CITY\\kyoyu01", true)]
    [InlineData("CITY\\kyoyu01", "city\\KYOYU01", true)]
    [InlineData("MADO-01\\kyoyu01", "MADO-02\\kyoyu01", false)]
    [InlineData(".\\kyoyu01", ".\\kyoyu01", false)]
    [InlineData("CITY\\kyoyu01", "MADO-02\\kyoyu01", false)]
    [InlineData("CITY\\kyoyu01", "kyoyu01", null)]
    [InlineData("CITY\\kyoyu01", "CITY\\kyoyu02", false)]
    public void Two_persons_on_two_hosts_at_once_overlap_under_an_account_of_a_domain(string here, string there, bool? overlaps)
    {
        var uses = Uses(
            RegisterFolder.Set(
                "AccountUse.csv",
                Use(here, "山田", "MADO-01", "2026-11-20 9:00", "2026-11-20 10:00")
                    + $"{there},鈴木,2026-11-20 9:30,2026-11-20 11:00,MADO-02\n"
            )
        );
        Assert.Equal(new[] { overlaps, overlaps }, uses.Select(use => use.Overlaps));
    }

    /// <summary>Today is 2026-11-24.</summary>
    [Theory]
    [InlineData("R8.11.24 9:00", "R8.11.24 10:00", true)]
    [InlineData("R8.11.23 22:00", "R8.11.24 6:00", true)]
    [InlineData("R8.11.25 9:00", "R8.11.25 10:00", null)]
    [InlineData("R99.11.20 9:00", "R99.11.20 10:00", null)]
    [InlineData("R99.11.20 9:00", "", null)]
    [InlineData("2027-01-04 9:00", "2027-01-04 10:00", null)]
    public void A_use_of_a_day_to_come_is_known_of_nothing(string from, string to, bool? isKnown)
    {
        var use = Assert.Single(
            Uses(
                RegisterFolder.Set(
                    "Accounts.csv",
                    "Account,Kind,Persons\nKYOYU01,Shared,山田\n",
                    "AccountUse.csv",
                    Use("KYOYU01", "山田", "MADO-01", from, to)
                )
            )
        );
        Assert.Equal((isKnown, isKnown, isKnown is null ? null : false), (use.IsBounded, use.IsAllowed, use.Overlaps));
    }

    [Theory]
    [InlineData("mail.city.example", true)]
    [InlineData("MAIL.city.example", true)]
    [InlineData("192.0.2.1", true)]
    [InlineData("www.city.example", true)]
    [InlineData("192.0.2.2", false)]
    [InlineData("city.example", false)]
    public void What_is_seen_from_outside_is_looked_up_by_name_and_address(string address, bool isRegistered)
    {
        var set = RegisterFolder.Set(
            "Assets.csv",
            "Asset,HostName,Addresses\nA-1,mail.city.example,192.0.2.1;www.city.example\nA-2,,\n",
            "Discovered.csv",
            $"Address\n{address}\n"
        );
        Assert.Equal(isRegistered, Assert.Single(set.Snapshot(new Sightings()).Of<DiscoveredAssetFact>()).IsRegistered);
    }

    [Fact]
    public void Without_a_register_of_assets_nobody_knows_whether_it_has_that() =>
        Assert.Null(
            Assert
                .Single(RegisterFolder.Set("Discovered.csv", "Address\nx.example\n").Snapshot(new Sightings()).Of<DiscoveredAssetFact>())
                .IsRegistered
        );

    [Fact]
    public void Where_no_host_was_looked_at_nobody_knows_what_is_there()
    {
        var set = RegisterFolder.Set("Assets.csv", "Asset,HostName\nA-1,PC001\n", "Software.csv", "Name\n7-Zip*\n");
        var seen = new Sightings();
        var silent = new Snapshot { ComputerName = "PC001" };
        seen.Add(silent, set.Against(silent));
        Assert.False(seen.HasHosts);
        Assert.Null(Assert.Single(set.Snapshot(seen).Of<RegisteredAssetFact>()).IsSeen);
        Assert.Null(Assert.Single(set.Snapshot(seen).Of<ApprovedSoftwareFact>()).IsSeen);
    }

    [Fact]
    public void What_a_host_shows_is_seen_and_the_rest_is_not()
    {
        var set = RegisterFolder.Set(
            "Assets.csv",
            "Asset,HostName\nA-1,PC001\nA-2,PC002\nA-3,\n",
            "Software.csv",
            "Name,Approver\n7-Zip*,CISO\nMozilla Firefox*,CISO\n"
        );
        var seen = new Sightings();
        var host = Hosts.Of("PC001", software: new[] { Hosts.Product("7-Zip 24.08 (x64)") });
        seen.Add(host, set.Against(host));
        var snapshot = set.Snapshot(seen);
        Assert.Equal(new bool?[] { true, false, null }, snapshot.Of<RegisteredAssetFact>().Select(asset => asset.IsSeen));
        Assert.Equal(new bool?[] { true, false }, snapshot.Of<ApprovedSoftwareFact>().Select(software => software.IsSeen));
    }

    [Fact]
    public void Its_snapshot_is_one_of_the_organisation_and_of_the_day()
    {
        var snapshot = RegisterFolder.Set("Accounts.csv", Shared).Snapshot(new Sightings());
        Assert.Equal(
            (RegisterSet.Organisation, FactSubject.Organisation, (DateTimeOffset?)RegisterFolder.Today),
            (snapshot.ComputerName, snapshot.Table.Subject, snapshot.CollectedAt)
        );
        Assert.Equal(
            FactSubject.RegisteredHost,
            RegisterFolder.Set("Accounts.csv", Shared).Against(new Snapshot { ComputerName = "PC001" }).Table.Subject
        );
        Assert.Equal(
            "PC001",
            Assert
                .Single(RegisterFolder.Set("Accounts.csv", Shared).Against(new Snapshot { ComputerName = "PC001" }).Of<HostPlaceFact>())
                .ComputerName
        );
    }

    private static AccountUseFact[] Uses(RegisterSet set) => set.Snapshot(new Sightings()).Of<AccountUseFact>();

    private static string Use(string account, string person, string host, string from, string to) =>
        $"Account,Person,From,To,Host\n{account},{person},{from},{to},{host}\n";

    [Fact]
    public void A_workbook_in_the_folder_is_said_with_what_to_do_unless_it_was_saved_beside()
    {
        using var folder = new RegisterFolder();
        folder.File("アカウント台帳.xlsx", "PK");
        folder.File("~$アカウント台帳.xlsx", "");
        folder.File("Flows.XLSM", "PK");
        folder.File("Flows.csv", "Name,Zone,To\n");
        folder.File("readme.txt", "x");
        var remarks = new System.Collections.Generic.List<ConfigAudit.Base.Files.InputException>();
        RegisterSet.Load(new[] { folder.Path }, bad => throw bad, RegisterFolder.Today, remarks.Add);
        Assert.StartsWith(
            "アカウント台帳.xlsx: this workbook isn't read: save each of its sheets in Excel as \"CSV UTF-8\"",
            RegisterFolder.Tell(Assert.Single(remarks)),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "CSV UTF-8",
            Assert
                .Throws<ConfigAudit.Base.Files.InputException>(() => RegisterFile.Load(Path.Combine(folder.Path, "アカウント台帳.xlsx")))
                .Problem
        );
    }

    [Fact]
    public void The_same_row_in_two_files_is_a_remark_and_no_gap()
    {
        using var folder = new RegisterFolder();
        foreach (var name in new[] { "Accounts-1.csv", "Accounts-2.csv" })
        {
            folder.File(
                name,
                "Account,Kind,Owner,Reason,Approver,ApprovedOn,Persons,Hosts,ReviewOn\na,Shared,山田,窓口,CISO,R8.4.1,山田;鈴木,,R9.3.31\n"
            );
        }

        var remarks = new System.Collections.Generic.List<ConfigAudit.Base.Files.InputException>();
        var set = RegisterSet.Load(new[] { folder.Path }, bad => throw bad, RegisterFolder.Today, remarks.Add).Of<RegisteredAccountFact>();
        Assert.Single(set.Items);
        Assert.Empty(set.SetGaps);
        Assert.StartsWith(
            "Accounts-2.csv(2): this row stands there already",
            RegisterFolder.Tell(Assert.Single(remarks)),
            StringComparison.Ordinal
        );
    }
}
