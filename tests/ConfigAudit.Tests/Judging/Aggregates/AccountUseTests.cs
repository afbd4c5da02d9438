using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Judging.Aggregates;
using ConfigAudit.Judging.Registers;
using Xunit;

namespace ConfigAudit.Tests.Judging.Aggregates;

/// <summary>Who used an account at a moment: what hosts saw, joined with what people wrote down.</summary>
public sealed class AccountUseTests : IDisposable
{
    private const string Header = "Account,Person,From,To,Host,Purpose\n";
    private const string Maintenance = @"LG\mihon-hoshu";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_person_who_wrote_so_where_it_was_in_use()
    {
        var answer = Assert.Single(
            Ask(@"LG\mihon-hoshu,高橋,2026-11-16T08:35:00+09:00,2026-11-16T09:10:00+09:00,LG-PC-002,保守", "08:50", "LG-PC-002")
        );
        Assert.Equal(AccountUseCertainty.Known, answer.Answer);
        Assert.Equal("高橋", Assert.Single(answer.Persons));
        Assert.Equal("AccountUse.csv(2)", answer.Source);
        Assert.Equal("LG-PC-002", answer.ComputerName);
    }

    [Fact]
    public void In_use_and_not_written_down_it_can_not_be_known() =>
        Assert.Equal(
            "NotLogged ",
            Said(@"LG\mihon-hoshu,高橋,2026-11-16T07:00:00+09:00,2026-11-16T07:30:00+09:00,LG-PC-002,保守", "08:50", "LG-PC-002")
        );

    [Fact]
    public void An_entry_for_another_host_is_told_and_covers_only_that() =>
        Assert.Equal(
            "NotLogged |LoggedOnly 高橋",
            Said(@"LG\mihon-hoshu,高橋,2026-11-16T08:35:00+09:00,,LG-SV-002,保守", "08:50", "LG-PC-002")
        );

    [Fact]
    public void Two_people_at_once_contradict_each_other() =>
        Assert.Equal(
            "SeveralPersons 高橋;佐々木",
            Said(
                "LG\\mihon-hoshu,高橋,2026-11-16T08:35:00+09:00,2026-11-16T09:10:00+09:00,LG-PC-002,\nLG\\mihon-hoshu,佐々木,2026-11-16T08:40:00+09:00,2026-11-16T09:10:00+09:00,LG-PC-002,",
                "08:50",
                "LG-PC-002"
            )
        );

    [Fact]
    public void Two_people_who_began_at_the_same_moment_are_two() =>
        Assert.Equal(
            "SeveralPersons 高橋;佐々木",
            Said(
                "LG\\mihon-hoshu,高橋,R8.11.16 8:30,R8.11.16 9:10,LG-PC-002,\nLG\\mihon-hoshu,佐々木,R8.11.16 8:30,R8.11.16 9:10,LG-PC-002,",
                "08:50",
                "LG-PC-002"
            )
        );

    [Fact]
    public void An_entry_of_years_ago_says_nothing_of_today() =>
        Assert.Equal("NotLogged ", Said(@"LG\mihon-hoshu,高橋,2020-01-01 0:00,,LG-PC-002,", "08:50", "LG-PC-002"));

    [Fact]
    public void A_row_that_can_not_be_read_may_have_been_another_s() =>
        Assert.Equal(
            "Uncertain 高橋",
            Said(
                "LG\\mihon-hoshu,高橋,R8.11.16 8:35,R8.11.16 9:10,LG-PC-002,\nLG\\mihon-hoshu,佐々木,yesterday,,LG-PC-002,",
                "08:50",
                "LG-PC-002"
            )
        );

    [Fact]
    public void So_it_is_of_what_was_written_and_not_seen() =>
        Assert.Equal(
            "Uncertain 高橋",
            Said("LG\\mihon-hoshu,高橋,R8.11.16 8:35,R8.11.16 9:10,LG-PC-002,\nLG\\mihon-hoshu,佐々木,yesterday,,LG-PC-002,", "08:50")
        );

    [Fact]
    public void Without_a_log_nobody_says_that_no_entry_covers_it()
    {
        var registers = RegisterSet.Load(
            new[] { _folder.File("Accounts.csv", "Account,Kind\nLG\\mihon-hoshu,Shared") },
            _ => { },
            DateTimeOffset.Now
        );
        var answer = Assert.Single(new AccountUses(registers, Maintenance, DateTimeOffset.Now).Find());
        Assert.Equal(AccountUseCertainty.NotRead, answer.Answer);
        Assert.Contains("no register 'AccountUse'", answer.Reason);
    }

    [Fact]
    public void A_host_whose_Security_log_was_not_read_leaves_it_uncertain()
    {
        _folder.File("AccountUse.csv", Header + @"LG\mihon-hoshu,高橋,R8.11.16 8:35,,LG-PC-002,");
        var uses = new AccountUses(
            RegisterSet.Load(new[] { _folder.Path }, _ => { }, DateTimeOffset.Now),
            Maintenance,
            new DateTimeOffset(2026, 11, 16, 8, 50, 0, TimeSpan.FromHours(9))
        );
        uses.Add(
            Machine.Recorded(
                Path.Combine(Machine.RepositoryRoot, "examples", "fleet", "LG-PC-002.json"),
                null,
                null,
                out _,
                new CollectionOptions()
            )
        );
        Assert.NotEqual(AccountUseCertainty.Known, Assert.Single(uses.Find()).Answer);
    }

    [Theory]
    [InlineData(@"ＬＧ＼ＭＩＨＯＮ－ＨＯＳＨＵ", "Known 高橋")]
    [InlineData("mihon-hoshu", "Known 高橋")]
    [InlineData("mihon-hoshu@lg.example", "Known 高橋")]
    [InlineData("mihon-hoshu@city.example", "Uncertain 高橋")]
    [InlineData(@".\mihon-hoshu", "NotLogged ")]
    public void An_account_is_meant_however_it_is_written(string written, string said) =>
        Assert.Equal(said, Said($"{written},高橋,R8.11.16 8:35,R8.11.16 9:10,LG-PC-002,", "08:50", "LG-PC-002"));

    [Fact]
    public void A_row_that_can_not_be_read_may_have_been_the_entry() =>
        Assert.Equal("NotRead ", Said("LG\\mihon-hoshu,高橋,yesterday,,LG-PC-002,", "08:50", "LG-PC-002"));

    [Fact]
    public void Before_the_session_began_nobody_saw_it() => Assert.Equal("NotSeen ", Said(string.Empty, "08:20", "LG-PC-002"));

    [Fact]
    public void Without_any_host_what_people_wrote_is_all_there_is() =>
        Assert.Equal(
            "LoggedOnly 高橋",
            Said(@"LG\mihon-hoshu,高橋,2026-11-16T08:35:00+09:00,2026-11-16T09:10:00+09:00,LG-PC-002,保守", "08:50")
        );

    [Fact]
    public void Watches_may_be_ten_minutes_off() =>
        Assert.Equal(
            "Known 高橋",
            Said(@"LG\mihon-hoshu,高橋,2026-11-16T08:58:00+09:00,2026-11-16T09:10:00+09:00,LG-PC-002,保守", "08:50", "LG-PC-002")
        );

    [Fact]
    public void An_account_of_one_person_is_that_person_s()
    {
        _folder.File("Accounts.csv", "Account,Kind,Persons\nLG\\m.ito,Personal,伊藤");
        var answer = Assert.Single(Ask(string.Empty, "08:50", @"LG\m.ito", "LG-PC-001"));
        Assert.Equal(AccountUseCertainty.Known, answer.Answer);
        Assert.Equal("伊藤", Assert.Single(answer.Persons));
    }

    private string Said(string entries, string time, params string[] hosts) =>
        string.Join("|", Ask(entries, time, Maintenance, hosts).Select(answer => $"{answer.Answer} {string.Join(";", answer.Persons)}"));

    private AccountUseAnswer[] Ask(string entries, string time, string host) => Ask(entries, time, Maintenance, host);

    private AccountUseAnswer[] Ask(string entries, string time, string account, params string[] hosts)
    {
        _folder.File("AccountUse.csv", Header + entries);
        var registers = RegisterSet.Load(
            new[] { Path.GetDirectoryName(_folder["x"])! },
            _ => { },
            new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero)
        );
        var uses = new AccountUses(
            registers,
            account,
            DateTimeOffset.Parse($"2026-11-16T{time}:00+09:00", System.Globalization.CultureInfo.InvariantCulture)
        );
        foreach (var host in hosts)
        {
            uses.Add(
                Machine.Recorded(
                    Path.Combine(Machine.RepositoryRoot, "examples", "fleet", host + ".json"),
                    null,
                    null,
                    out _,
                    new CollectionOptions { LogonsSince = new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.FromHours(9)) }
                )
            );
        }

        return uses.Find().ToArray();
    }
}
