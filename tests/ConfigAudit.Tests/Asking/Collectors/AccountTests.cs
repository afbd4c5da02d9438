using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Local accounts, and the signs of being shared.</summary>
public sealed class AccountTests
{
    [Fact]
    public void The_built_in_accounts_are_known_by_their_numbers_whatever_their_names()
    {
        var fact = Account(""" "Name": "Invité", "SID": "S-1-5-21-1-2-3-501", "Disabled": true """);
        Assert.Equal(501, fact.Rid);
        Assert.False(fact.Enabled);
    }

    [Fact]
    public void A_generic_name_without_an_owner_is_a_candidate()
    {
        var fact = Account(
            """ "Name": "kyoyo01", "SID": "S-1-5-21-1-2-3-1005", "FullName": "", "Disabled": false, "PasswordExpires": false, "PasswordChangeable": true """
        );
        Assert.True(fact.IsSharedCandidate);
        Assert.Equal(new[] { SharedSign.GenericName, SharedSign.NoFullName, SharedSign.PasswordNeverExpires }, fact.SharedSigns);
    }

    [Theory]
    [InlineData("窓口共用")]
    [InlineData("shared")]
    [InlineData("user01")]
    public void A_name_alone_never_makes_a_candidate(string name)
    {
        var fact = Account(
            $$""" "Name": "{{name}}", "SID": "S-1-5-21-1-2-3-1005", "FullName": "山田 太郎", "Disabled": false, "PasswordExpires": true, "PasswordChangeable": true """
        );
        Assert.Equal(new[] { SharedSign.GenericName }, fact.SharedSigns);
        Assert.False(fact.IsSharedCandidate);
    }

    /// <summary>A place or a purpose for a full name is no person's: the account belongs to nobody.</summary>
    [Theory]
    [InlineData("kyoyu", "共用")]
    [InlineData("soumu", "総務課 共有")]
    [InlineData("総務課", "総務課")]
    [InlineData("user01", "user01")]
    [InlineData("pc01", "窓口1番端末")]
    [InlineData("soumu-pc2", "ソウムPC2")]
    [InlineData("madoguchi", "市民課 窓口担当")]
    [InlineData("shimin_madoguchi1", "Reception Desk")]
    [InlineData("ｕｓｅｒ０１", "Shared User")]
    [InlineData("zeimuka", "General Affairs")]
    public void A_generic_name_with_a_full_name_that_is_no_persons_is_a_candidate(string name, string full)
    {
        var fact = Account(
            $$""" "Name": "{{name}}", "SID": "S-1-5-21-1-2-3-1005", "FullName": "{{full}}", "Disabled": false, "PasswordExpires": true, "PasswordChangeable": true """
        );
        Assert.Equal(new[] { SharedSign.GenericName, SharedSign.GenericFullName }, fact.SharedSigns);
        Assert.True(fact.IsSharedCandidate);
    }

    /// <summary>Where the full name says it outright, whatever the account is called.</summary>
    [Theory]
    [InlineData("mado", "窓口共用アカウント")]
    [InlineData("loc-admin", "共有アカウント")]
    [InlineData("kt0012", "Shared account (hall)")]
    [InlineData("kt0012", "ＳＨＡＲＥＤ")]
    public void A_full_name_that_says_shared_is_enough(string name, string full)
    {
        var fact = Account(
            $$""" "Name": "{{name}}", "SID": "S-1-5-21-1-2-3-1005", "FullName": "{{full}}", "Disabled": false, "PasswordExpires": true, "PasswordChangeable": true """
        );
        Assert.Equal(new[] { SharedSign.GenericFullName }, fact.SharedSigns);
        Assert.True(fact.IsSharedCandidate);
    }

    [Theory]
    [InlineData("user01", "長谷部 太郎")]
    [InlineData("kyoyo", "阿部")]
    [InlineData("staff2", "John Smith")]
    [InlineData("soumu", "室井 花子")]
    [InlineData("t.yamada", "総務課 山田")]
    [InlineData("loc-admin", "情報政策課 端末管理")]
    [InlineData("fsadmin", "ファイルサーバー保守")]
    [InlineData("kaneko", "金子 一郎")]
    [InlineData("hokensen", "")]
    [InlineData("tomo", "和田 共子")]
    [InlineData("rshareda", "Sharedan Ray")]
    public void A_person_or_a_name_that_isnt_generic_is_none(string name, string full) =>
        Assert.False(
            Account(
                $$""" "Name": "{{name}}", "SID": "S-1-5-21-1-2-3-1005", "FullName": "{{full}}", "Disabled": false, "PasswordExpires": true, "PasswordChangeable": true """
            ).IsSharedCandidate
        );

    [Fact]
    public void A_disabled_account_is_no_candidate() =>
        Assert.False(
            Account(
                """ "Name": "kyoyo01", "SID": "S-1-5-21-1-2-3-1005", "FullName": "", "Disabled": true, "PasswordExpires": false """
            ).IsSharedCandidate
        );

    [Fact]
    public void A_sign_that_was_not_read_leaves_it_open() =>
        Assert.Null(
            Account(
                """ "Name": "kyoyo01", "SID": "S-1-5-21-1-2-3-1005", "Disabled": false, "PasswordExpires": true, "PasswordChangeable": true """
            ).IsSharedCandidate
        );

    [Fact]
    public void Accounts_of_the_domain_are_not_asked_for() =>
        Assert.Equal(
            new[] { "local" },
            Snapshot(
                    """
                    { "Name": "local", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true }, { "Name": "domain", "SID": "S-1-5-21-9-9-9-1001", "LocalAccount": false }
                    """
                )
                .Of<AccountFact>()
                .Select(account => account.Name)
        );

    [Fact]
    public void What_was_denied_leaves_room_for_accounts() =>
        Assert.Equal(
            GapKind.Denied,
            Assert
                .Single(
                    Machine
                        .Answering("""{ "failures": { "root/cimv2:Win32_UserAccount": "denied" }, "instances": {} }""")
                        .GapsIn<AccountFact>()
                )
                .Kind
        );

    [Fact]
    public void Neither_passwords_nor_descriptions_are_asked_for() =>
        Assert.DoesNotContain(
            new AccountsCollector().Sources.SelectMany(source => source.Names),
            name => name is "Description" or "Password"
        );

    private static AccountFact Account(string values) =>
        Assert.Single(Snapshot("{ \"LocalAccount\": true, " + values + " }").Of<AccountFact>());

    private static Snapshot Snapshot(string rows) =>
        Machine.Answering("""{ "instances": { "root/cimv2": { "Win32_UserAccount": [ ROWS ] } } }""".Replace("ROWS", rows));
}
