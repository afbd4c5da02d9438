using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Members of the local Administrators group.</summary>
public sealed class AdministratorTests
{
    private const string Client = """ "Win32_OperatingSystem": [{ "ProductType": 1 }] """;

    private const string Accounts = """
        "Win32_UserAccount": [
          { "Name": "Administrateur", "SID": "S-1-5-21-1-2-3-500", "LocalAccount": true }, { "Name": "invité", "SID": "S-1-5-21-1-2-3-501", "LocalAccount": true } ]
        """;

    /// <summary>As a French machine names it; its users' group must not be taken for it.</summary>
    private const string Groups = """
        "Win32_Group": [
          { "Name": "Utilisateurs", "Domain": "PC001", "SID": "S-1-5-32-545", "LocalAccount": true }, { "Name": "Chefs d'ici", "Domain": "PC001", "SID": "S-1-5-32-544", "LocalAccount": true } ]
        """;

    [Fact]
    public void The_group_is_found_by_its_SID_whatever_its_name()
    {
        var snapshot = Snapshot(
            Member("Win32_UserAccount", "PC001", "Administrateur") + ", " + Member("Win32_UserAccount", "PC001", "invité", "Utilisateurs")
        );
        var member = Assert.Single(snapshot.Of<AdministratorFact>());
        Assert.Equal(("Administrateur", "PC001", "S-1-5-21-1-2-3-500"), (member.Name, member.Domain, member.Sid));
        Assert.Equal((false, true), (member.IsGroup, member.IsLocal));
        Assert.Equal(new bool?[] { true, false }, snapshot.Of<AccountFact>().Select(account => account.IsAdministrator));
    }

    [Fact]
    public void An_account_of_the_domain_is_not_the_local_one_of_the_same_name()
    {
        var snapshot = Snapshot(Member("Win32_UserAccount", "CITY", "Administrateur"));
        var member = Assert.Single(snapshot.Of<AdministratorFact>());
        Assert.False(member.IsLocal);
        Assert.Null(member.Sid);
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.False(account.IsAdministrator));
    }

    [Fact]
    public void A_group_of_the_domain_is_told_as_a_group_and_holds_no_local_account()
    {
        var snapshot = Snapshot(Member("Win32_Group", "CITY", "Admins du domaine"));
        Assert.True(Assert.Single(snapshot.Of<AdministratorFact>()).IsGroup);
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.False(account.IsAdministrator));
    }

    [Fact]
    public void A_member_that_Windows_makes_up_may_hold_any_account()
    {
        var snapshot = Snapshot(Member("Win32_SystemAccount", "PC001", "INTERACTIF"));
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.Null(account.IsAdministrator));
        Assert.Contains(snapshot.GapsIn<AccountFact>(), gap => gap.Property == nameof(AccountFact.IsAdministrator));
    }

    [Theory]
    [InlineData("Win32_Group")]
    [InlineData("Win32_GroupUser")]
    public void What_was_denied_leaves_it_open_who_is_an_administrator(string denied)
    {
        var snapshot = Machine.Answering(
            $$"""
            { "failures": { "root/cimv2:{{denied}}": "denied" }, "instances": { "root/cimv2": { {{Client}}, {{Accounts}}, {{Groups}} } } }
            """
        );
        Assert.Equal(GapKind.Denied, Assert.Single(snapshot.GapsIn<AdministratorFact>()).Kind);
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.Null(account.IsAdministrator));
        Assert.Equal(
            GapKind.Denied,
            Assert.Single(snapshot.GapsIn<AccountFact>(), gap => gap.Property == nameof(AccountFact.IsAdministrator)).Kind
        );
    }

    [Fact]
    public void Without_the_group_nobody_is_said_to_be_none()
    {
        var snapshot = Machine.Answering($$"""{ "instances": { "root/cimv2": { {{Client}}, {{Accounts}}, "Win32_Group": [] } } }""");
        Assert.Equal(GapKind.Unusable, Assert.Single(snapshot.GapsIn<AdministratorFact>()).Kind);
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.Null(account.IsAdministrator));
    }

    [Fact]
    public void A_domain_controller_has_no_local_group_of_its_own()
    {
        var snapshot = Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_OperatingSystem": [{ "ProductType": 2 }], {{Groups}}, "Win32_GroupUser": [ {{Member(
                "Win32_UserAccount",
                "CITY",
                "x"
            )}} ] } } }
            """
        );
        Assert.Empty(snapshot.Of<AdministratorFact>());
        Assert.Equal(GapKind.NotSupported, Assert.Single(snapshot.GapsIn<AdministratorFact>()).Kind);
    }

    [NeedsFact("shared/recorded")]
    public void Accounts_of_a_recorded_French_machine_are_known_by_their_numbers()
    {
        var folder = Machine.SharedRecordings!;
        var snapshot = Machine.Recorded(Path.Combine(folder, "win10-fr-composite-01.json"));
        Assert.Equal("Administrateur", Assert.Single(snapshot.Of<AccountFact>(), account => account.Rid == 500).Name);
        // It doesn't hold the group.
        Assert.All(snapshot.Of<AccountFact>(), account => Assert.Null(account.IsAdministrator));
        Assert.Equal(GapKind.NotRecorded, Assert.Single(snapshot.GapsIn<AdministratorFact>()).Kind);
    }

    private static Snapshot Snapshot(string members) =>
        Machine.Answering(
            $$"""{ "instances": { "root/cimv2": { {{Client}}, {{Accounts}}, {{Groups}}, "Win32_GroupUser": [ {{members}} ] } } }"""
        );

    private static string Member(string @class, string domain, string name, string group = "Chefs d'ici") =>
        $$"""
            {
              "GroupComponent": "\\\\PC001\\root\\cimv2:Win32_Group.Domain=\"PC001\",Name=\"{{group}}\"",
              "PartComponent": "\\\\PC001\\root\\cimv2:{{@class}}.Domain=\"{{domain}}\",Name=\"{{name}}\""
            }
            """;
}
