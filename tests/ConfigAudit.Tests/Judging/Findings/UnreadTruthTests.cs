using System.IO;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What couldn't be read isn't what isn't there: rows without what would place them, properties that nobody recorded, sets smaller
/// than any host's.</summary>
public sealed class UnreadTruthTests
{
    private const string Client = """ "Win32_OperatingSystem": [ { "ProductType": 1 } ] """;
    private const string Controller = """ "Win32_OperatingSystem": [ { "ProductType": 2 } ] """;
    private const string Administrator =
        """{ "Name": "Administrator", "SID": "S-1-5-21-1-2-3-500", "LocalAccount": true, "Disabled": true, "FullName": "", "PasswordExpires": false, "PasswordChangeable": true }""";
    private const string Guest =
        """{ "Name": "Guest", "SID": "S-1-5-21-1-2-3-501", "LocalAccount": true, "Disabled": true, "FullName": "", "PasswordExpires": false, "PasswordChangeable": false }""";
    private const string Group =
        """ "Win32_Group": [ { "Name": "Administrateurs", "Domain": "PC001", "SID": "S-1-5-32-544", "LocalAccount": true } ] """;
    private const string Member =
        """{ "GroupComponent": "Win32_Group.Domain=\"PC001\",Name=\"Administrateurs\"", "PartComponent": "Win32_UserAccount.Domain=\"PC001\",Name=\"Administrator\"" }""";
    private const string Shared =
        """{ "Name": "kyoyu01", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true, "Disabled": false, "FullName": "", "PasswordExpires": false, "PasswordChangeable": true }""";
    private const string Whole = Administrator + ", " + Guest;
    private const string Card = """{ "Description": "Intel(R) Ethernet", "ServiceName": "e1dexpress", "PNPDeviceID": "PCI\\VEN_8086" }""";
    private const string Wmi = """{ "Name": "Winmgmt", "State": "Running", "StartMode": "Auto" }""";
    private const string Windows = """{ "Name": "System" }""";

    /// <summary>The check, the story, the outcome, and what the machine answers of root/cimv2.</summary>
    public static TheoryData<string, string, Outcome, string> Rows() =>
        new()
        {
            { "ID-02", "both built-in accounts are told of", Outcome.Pass, Accounts(Whole) },
            { "ID-02", "no local account at all", Outcome.Unknown, Accounts(string.Empty) },
            { "ID-01", "no local account at all", Outcome.Unknown, Accounts(string.Empty) },
            { "ID-03", "no local account at all", Outcome.Unknown, Accounts(string.Empty) },
            { "ID-04", "no local account at all", Outcome.Unknown, Accounts(string.Empty) },
            { "ID-05", "no local account at all", Outcome.Unknown, Accounts(string.Empty) },
            { "ID-02", "no guest, who can't be deleted", Outcome.Unknown, Accounts(Administrator) },
            { "ID-04", "no guest says nothing of the administrator", Outcome.Pass, Accounts(Administrator) },
            { "ID-04", "no built-in administrator", Outcome.Unknown, Accounts(Guest) },
            {
                "ID-02",
                "whether they are local wasn't recorded",
                Outcome.Unknown,
                Accounts(Whole.Replace("\"LocalAccount\": true, ", string.Empty))
            },
            {
                "ID-02",
                "whether one is local wasn't recorded",
                Outcome.Unknown,
                Accounts(Whole + """, { "Name": "x", "SID": "S-1-5-21-1-2-3-1001", "Disabled": false }""")
            },
            {
                "ID-02",
                "one more is the domain's",
                Outcome.Pass,
                Accounts(Whole + """, { "Name": "x", "SID": "S-1-5-21-9-9-9-501", "LocalAccount": false, "Disabled": false }""")
            },
            {
                "ID-02",
                "an account without a SID may be the guest",
                Outcome.Unknown,
                Accounts(Whole + """, { "Name": "x", "SID": null, "LocalAccount": true, "Disabled": false }""")
            },
            {
                "ID-02",
                "so may one whose SID is none",
                Outcome.Unknown,
                Accounts(Whole + """, { "Name": "x", "SID": " ", "LocalAccount": true, "Disabled": false }""")
            },
            {
                "ID-02",
                "two accounts of the guest's number contradict each other",
                Outcome.Fail,
                Accounts(Whole + ", " + Guest.Replace("\"Disabled\": true", "\"Disabled\": false"))
            },
            { "ID-02", "a domain controller has no local accounts", Outcome.NotApplicable, $"{Controller}, \"Win32_UserAccount\": []" },
            { "ID-05", "the account that looks shared isn't among the members", Outcome.Pass, Members(Member) },
            { "ID-05", "nobody is an administrator, which can't be", Outcome.Unknown, Members(string.Empty) },
            {
                "ID-05",
                "of which group the members are isn't told",
                Outcome.Unknown,
                Members(Member.Replace("\"Win32_Group.Domain=\\\"PC001\\\",Name=\\\"Administrateurs\\\"\"", "null"))
            },
            {
                "ID-05",
                "one member isn't named",
                Outcome.Unknown,
                Members(
                    Member + """, { "GroupComponent": "Win32_Group.Domain=\"PC001\",Name=\"Administrateurs\"", "PartComponent": null }"""
                )
            },
            {
                "ID-05",
                "one member is named without its name",
                Outcome.Unknown,
                Members(
                    Member
                        + """, { "GroupComponent": "Win32_Group.Domain=\"PC001\",Name=\"Administrateurs\"", "PartComponent": "Win32_UserAccount.Domain=\"PC001\"" }"""
                )
            },
            { "ID-05", "the group has no name", Outcome.Unknown, Members(Member, Group.Replace("Administrateurs", " ")) },
            {
                "ID-05",
                "two groups claim its SID",
                Outcome.Unknown,
                Members(
                    Member,
                    Group.Replace("[ ", """[ { "Name": "Users", "Domain": "PC001", "SID": "S-1-5-32-544", "LocalAccount": true }, """)
                )
            },
            { "MED-03", "none of the catalogue's programs runs", Outcome.Pass, Programs(Windows, Wmi) },
            { "MED-03", "no process at all", Outcome.Unknown, Programs(string.Empty, Wmi) },
            { "MED-03", "no service at all", Outcome.Unknown, Programs(Windows, string.Empty) },
            { "MED-03", "a process without a name", Outcome.Unknown, Programs(Windows + """, { "Name": null }""", Wmi) },
            { "MED-03", "a process whose name wasn't recorded", Outcome.Unknown, Programs(Windows + """, { "ProcessId": 5 }""", Wmi) },
            { "MED-03", "a service of blanks", Outcome.Unknown, Programs(Windows, Wmi + """, { "Name": "  ", "State": "Running" }""") },
            {
                "MED-03",
                "a program that runs is seen, whatever isn't",
                Outcome.Attest,
                Programs("""{ "Name": "TeamViewer.exe" }, { "Name": null }""", string.Empty)
            },
            { "VPN-04", "a card and no client", Outcome.Pass, Cards(Card) },
            { "VPN-04", "no adapter at all", Outcome.Unknown, Cards(string.Empty) },
            {
                "VPN-04",
                "an adapter of software that doesn't tell its driver",
                Outcome.Unknown,
                Cards(Card + """, { "Description": "Virtual Ethernet", "ServiceName": null, "PNPDeviceID": "ROOT\\NET\\0001" }""")
            },
            {
                "VPN-04",
                "an adapter of software whose driver wasn't recorded",
                Outcome.Unknown,
                Cards(Card + """, { "Description": "Virtual Ethernet", "PNPDeviceID": "ROOT\\NET\\0001" }""")
            },
            {
                "VPN-04",
                "an adapter of which nothing was recorded",
                Outcome.Unknown,
                Cards(Card + """, { "Description": "Virtual Ethernet" }""")
            },
            {
                "VPN-04",
                "a card whose driver wasn't recorded is no client's",
                Outcome.Pass,
                Cards("""{ "Description": "Intel(R) Ethernet", "PNPDeviceID": "PCI\\VEN_8086" }""")
            },
            {
                "VPN-04",
                "an adapter that was taken out has neither driver nor device",
                Outcome.Pass,
                Cards(Card + """, { "Description": "Realtek USB GbE", "ServiceName": null, "PNPDeviceID": null }""")
            },
            { "VPN-04", "no service at all", Outcome.Unknown, $"{Client}, \"Win32_NetworkAdapter\": [ {Card} ], \"Win32_Service\": []" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Nothing_passes_for_want_of_an_answer(string check, string story, Outcome outcome, string classes)
    {
        var recording = $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { {{classes}} } },
              "registry": { {{SoftwareKeys.Listing()}} } }
            """;
        var judged = Evaluator.Judge(
            ShippedChecks.Of(check),
            Machine.Answering(recording, zone: Zone.Lgwan) with
            {
                Model = NetworkModel.Beta,
            }
        );
        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    [Theory]
    [InlineData("\"cmdletOutput\": [ 5 ]", Outcome.Unknown)]
    [InlineData("\"cmdletOutput\": [ null ]", Outcome.Unknown)]
    [InlineData("\"cmdletOutput\": \"x\"", Outcome.Unknown)]
    [InlineData("\"cmdletOutput\": null", Outcome.NotApplicable)]
    [InlineData("\"cmdletOutput\": []", Outcome.NotApplicable)]
    public void A_list_that_holds_no_connections_may_hold_any(string output, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Evaluator.Judge(
                ShippedChecks.Of("VPN-01"),
                Machine.Answering(
                    $$"""
                    { "instances": {}, "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                      { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, {{output}} } },
                      { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [] } } ] } } }
                    """,
                    zone: Zone.Lgwan
                )
            )
        );

    [Theory]
    [InlineData("REG_DWORD", "1", Outcome.Pass)]
    [InlineData("REG_DWORD", "2", Outcome.Unknown)]
    [InlineData("REG_DWORD", "null", Outcome.Unknown)]
    [InlineData("REG_SZ", "\"1\"", Outcome.Unknown)]
    public void A_policy_that_makes_no_sense_blocks_nothing_for_certain(string type, string data, Outcome outcome)
    {
        const string Key = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\RemovableStorageDevices";
        var snapshot = Machine.Answering(
            $$"""{ "registry": { "{{Key}}": { "Deny_All": { "type": "{{type}}", "data": {{data}} } } } }""",
            zone: Zone.MyNumber
        );
        Assert.Equal(outcome, Evaluator.Judge(ShippedChecks.Of("MED-01"), snapshot));
    }

    /// <summary>The inputs at which the kind was found, where the checkout stands beside them.</summary>
    [NeedsTheory("shared/cases")]
    [InlineData("X-defer-null", "UPD-01", Outcome.Unknown)]
    [InlineData("X-names-null", "MED-03", Outcome.Unknown)]
    [InlineData("X-names-null", "VPN-04", Outcome.Unknown)]
    [InlineData("X-gu-null", "ID-05", Outcome.Unknown)]
    [InlineData("X-no-localaccount", "ID-02", Outcome.Unknown)]
    [InlineData("X-no-localaccount", "ID-05", Outcome.Unknown)]
    [InlineData("C14c", "ID-01", Outcome.Unknown)]
    [InlineData("C14c", "ID-02", Outcome.Unknown)]
    [InlineData("C14c", "ID-03", Outcome.Unknown)]
    [InlineData("C14c", "ID-04", Outcome.Unknown)]
    [InlineData("C14c", "ID-05", Outcome.Unknown)]
    [InlineData("X-regscalar", "OS-01", Outcome.Unknown)]
    public void Cases_that_passed_without_having_earned_it(string name, string check, Outcome outcome)
    {
        var path = Path.Combine(Needs.Shared, "data", "cases", name + ".json");
        Assert.Equal(outcome, Evaluator.Judge(ShippedChecks.Of(check), Machine.Recorded(path, Zone.Lgwan)));
    }

    private static string Accounts(string accounts) =>
        $"{Client}, {Group}, \"Win32_GroupUser\": [ {Member} ], \"Win32_UserAccount\": [ {accounts} ]";

    private static string Members(string members, string group = Group) =>
        $"{Client}, {group}, \"Win32_GroupUser\": [ {members} ], \"Win32_UserAccount\": [ {Whole}, {Shared} ]";

    private static string Programs(string processes, string services) =>
        $"{Client}, \"Win32_Process\": [ {processes} ], \"Win32_Service\": [ {services} ]";

    private static string Cards(string adapters) => $"{Client}, \"Win32_NetworkAdapter\": [ {adapters} ], \"Win32_Service\": [ {Wmi} ]";
}
