using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>User profiles and the interactive sessions of the moment.</summary>
public sealed class LogonSessionTests
{
    [Fact]
    public void A_session_is_joined_with_its_account()
    {
        var session = Assert.Single(Sessions(Session(1, 10), User("CITY", "h.yamada", 1)).Of<LogonSessionFact>());
        Assert.Equal(("CITY", "h.yamada", "1"), (session.Domain, session.Account, session.LogonId));
        Assert.Equal(LogonKind.RemoteInteractive, session.Kind);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 8, 30, 0, TimeSpan.FromHours(9)), session.StartedAt);
    }

    [Fact]
    public void Texts_of_WS_Management_are_read_as_numbers() =>
        Assert.Equal(
            LogonKind.CachedInteractive,
            Assert.Single(Sessions(Session(1, 11).Replace("11,", "\"11\","), User("CITY", "a", 1)).Of<LogonSessionFact>()).Kind
        );

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Services_tasks_and_network_logons_are_not_people(int type) =>
        Assert.Empty(Sessions(Session(1, type), User("CITY", "a", 1)).Of<LogonSessionFact>());

    [Theory]
    [InlineData("DWM-1")]
    [InlineData("UMFD-0")]
    public void The_accounts_of_the_desktop_itself_are_not_people(string name) =>
        Assert.Empty(Sessions(Session(1, 2, package: "Negotiate"), User("Whatever it is called", name, 1)).Of<LogonSessionFact>());

    [Fact]
    public void The_two_sessions_that_UAC_makes_of_one_logon_are_one() =>
        Assert.Equal(
            "1",
            Assert
                .Single(
                    Sessions(
                            Session(1, 2) + "," + Session(2, 2, "20261116083000.400000+540"),
                            User("CITY", "a", 1) + "," + User("CITY", "A", 2)
                        )
                        .Of<LogonSessionFact>()
                )
                .LogonId
        );

    [Fact]
    public void Two_people_at_the_same_moment_and_one_person_twice_are_two() =>
        Assert.Equal(
            3,
            Sessions(
                    Session(1, 10) + "," + Session(2, 10) + "," + Session(3, 10, "20261116093000.000000+540"),
                    User("CITY", "a", 1) + "," + User("CITY", "b", 2) + "," + User("CITY", "a", 3)
                )
                .Of<LogonSessionFact>()
                .Length
        );

    [Fact]
    public void A_session_without_an_account_stays_with_a_gap()
    {
        var snapshot = Sessions(Session(1, 2), string.Empty);
        Assert.Null(Assert.Single(snapshot.Of<LogonSessionFact>()).Account);
        Assert.Contains(snapshot.GapsIn<LogonSessionFact>(), gap => gap.Property == nameof(LogonSessionFact.Account));
    }

    [Fact]
    public void No_sessions_is_an_answer_and_a_refusal_is_none()
    {
        Assert.Empty(Sessions(string.Empty, string.Empty).GapsIn<LogonSessionFact>());
        var denied = Machine.Answering("""{ "failures": { "root/cimv2:Win32_LogonSession": "denied" }, "instances": {} }""");
        Assert.Equal(GapKind.Denied, Assert.Single(denied.GapsIn<LogonSessionFact>()).Kind);
    }

    [Fact]
    public void A_profile_bears_the_name_of_a_local_account_only()
    {
        var snapshot = Machine.Answering(
            """
            { "instances": { "root/cimv2": {
              "Win32_UserAccount": [{ "Name": "kyoyo01", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true }],
              "Win32_UserProfile": [
                { "SID": "S-1-5-21-1-2-3-1001", "LocalPath": "C:\\Users\\x", "LastUseTime": "20261116083000.000000+540", "Loaded": "true", "Special": "false" },
                { "SID": "S-1-5-21-9-9-9-1001", "LocalPath": "C:\\Users\\kyoyo01", "LastUseTime": null, "Loaded": false, "Special": false } ] } } }
            """
        );
        var profiles = snapshot.Of<ProfileFact>();
        Assert.Equal(new[] { "kyoyo01", null }, profiles.Select(profile => profile.Account));
        Assert.True(profiles[0].IsLoaded);
        Assert.Null(profiles[1].LastUsedAt);
        Assert.Contains(snapshot.GapsIn<ProfileFact>(), gap => gap.Property == nameof(ProfileFact.LastUsedAt));
    }

    [Fact]
    public void What_was_not_recorded_says_nothing_of_profiles() =>
        Assert.Equal(GapKind.NotRecorded, Assert.Single(Machine.Answering("""{ "instances": {} }""").GapsIn<ProfileFact>()).Kind);

    private static Snapshot Sessions(string sessions, string users) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": { "Win32_LogonSession": [ {{sessions}} ], "Win32_LoggedOnUser": [ {{users}} ] } } }
            """
        );

    private static string Session(int id, int type, string start = "20261116083000.000000+540", string package = "Kerberos") =>
        $$"""{ "LogonType": {{type}}, "LogonId": "{{id}}", "StartTime": "{{start}}", "AuthenticationPackage": "{{package}}" }""";

    private static string User(string domain, string name, int id) =>
        $$"""
            {
              "Antecedent": "\\\\.\\root\\cimv2:Win32_Account.Domain=\"{{domain}}\",Name=\"{{name}}\"",
              "Dependent": "\\\\.\\root\\cimv2:Win32_LogonSession.LogonId=\"{{id}}\""
            }
            """;
}
