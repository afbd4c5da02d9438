using System.Linq;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>From where several rules let one service in together, and at which ports the services really are.</summary>
public sealed class FirewallReachTests
{
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private const string Stations = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations";

    [Theory]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|", "LPort=3389|RA4=32.0.0.0/3|", true)]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|Profile=Public|", "LPort=3389|RA4=32.0.0.0/3|Profile=Public|", true)]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|Profile=Public|", "LPort=3389|RA4=32.0.0.0/3|Profile=Domain|", false)]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|", "LPort=445|RA4=32.0.0.0/3|", false)]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|", "LPort=3389|RA4=1.0.0.0/3|", false)]
    [InlineData("LPort=3389|RA4=1.0.0.0/3|", "LPort=3389|RA4=32.0.0.0/3|Security=Authenticate|", false)]
    [InlineData(@"LPort=3389|RA4=1.0.0.0/3|", @"LPort=3389|RA4=32.0.0.0/3|App=C:\\Tools\\a.exe|", null)]
    [InlineData("LPort=3389|RA4=203.0.113.7|", "LPort=3389|", false)]
    [InlineData("LPort=3389|RA4=LocalSubnet|", "LPort=3389|RA4=32.0.0.0/3|RA4=64.0.0.0/3|", false)]
    public void Rules_that_split_the_internet_among_them_are_each_for_everybody(string rule, string other, bool? expected) =>
        Assert.Equal(expected, Rules(rule, other).Of<FirewallRuleFact>().Single(fact => fact.Id == "r0").FromAnywhere);

    [Theory]
    [InlineData(3390L, "Protocol=6|LPort=3390|", Outcome.Fail)]
    [InlineData(3390L, "Protocol=17|LPort=3390|", Outcome.Fail)]
    [InlineData(3390L, "Protocol=6|LPort=3390|RA4=10.1.9.0/24|", Outcome.Pass)]
    [InlineData(3390L, "Protocol=6|LPort=3389|", Outcome.Fail)]
    [InlineData(3390L, "Protocol=6|LPort=3391|", Outcome.Pass)]
    [InlineData(3389L, "Protocol=6|LPort=3390|", Outcome.Pass)]
    [InlineData(0L, "Protocol=6|LPort=3390|", Outcome.Unknown)]
    [InlineData(0L, "Protocol=6|LPort=3390|RA4=10.1.9.0/24|", Outcome.Pass)]
    [InlineData(0L, @"Protocol=6|LPort=3390|App=C:\\Web\\nginx.exe|", Outcome.Pass)]
    public void Remote_Desktop_is_where_its_listeners_say(long port, string rule, Outcome expected) =>
        Assert.Equal(
            expected,
            Judge(
                Snapshot($$""" "{{Stations}}\\RDP-Tcp": { "PortNumber": { "type": "REG_DWORD", "data": {{port}} } } """, string.Empty, rule)
            )
        );

    [Fact]
    public void A_listener_that_was_refused_may_be_at_any_port() =>
        Assert.Equal(
            Outcome.Unknown,
            Judge(
                Snapshot(
                    $$""" "{{Stations}}\\RDP-Tcp": { "PortNumber": { "type": "REG_DWORD", "data": 3389 } } """,
                    $"\"registry:{Stations}\\\\RDP-Alt\": \"denied\"",
                    "Protocol=6|LPort=3390|"
                )
            )
        );

    [Theory]
    [InlineData("FPSSMBQ-In-UDP", "Protocol=17|LPort=443|App=System|", Outcome.Fail)]
    [InlineData("FPSSMBQ-In-UDP", "Protocol=17|LPort=443|App=System|RA4=LocalSubnet|", Outcome.Pass)]
    [InlineData("web", "Protocol=17|LPort=443|App=System|", Outcome.Unknown)]
    [InlineData("web", "Protocol=17|LPort=443|", Outcome.Unknown)]
    [InlineData("web", "Protocol=6|LPort=443|", Outcome.Pass)]
    [InlineData("IIS-WebServerRole-QUIC", "Protocol=17|LPort=443|App=System|", Outcome.Pass)]
    [InlineData("web", @"Protocol=17|LPort=443|App=C:\\Web\\nginx.exe|", Outcome.Pass)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49152-65535|", Outcome.Fail)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49664-49680|", Outcome.Fail)]
    [InlineData("rpc", @"Protocol=6|LPort2_10=49152-65535|App=%SystemRoot%\\system32\\svchost.exe|Svc=RpcSs|", Outcome.Fail)]
    [InlineData("rpc", "Protocol=17|LPort2_10=49152-65535|", Outcome.Pass)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49152-65535|RA4=10.1.0.0/16|", Outcome.Pass)]
    [InlineData("ftp", "Protocol=6|LPort2_10=50000-50100|", Outcome.Pass)]
    [InlineData("app", "Protocol=6|LPort=50000|", Outcome.Pass)]
    [InlineData("app", @"Protocol=6|LPort2_10=49152-65535|App=C:\\Tools\\a.exe|", Outcome.Pass)]
    public void SMB_over_QUIC_and_the_ports_of_RPC_count_too(string id, string rule, Outcome expected) =>
        Assert.Equal(expected, Judge(Named(id, rule)));

    [Theory]
    [InlineData("FPSSMBQ-In-UDP", "Protocol=17|LPort=443|App=System|", "Protocol=17|LPort=443|", true)]
    [InlineData("FPSSMBQ-In-UDP", "Protocol=17|LPort=443|App=System|", "Protocol=6|LPort=443|", false)]
    [InlineData("FPSSMBQ-In-UDP", "Protocol=17|LPort=443|App=System|", "Protocol=6|LPort=445|", false)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49152-65535|", "Protocol=6|LPort2_10=49152-65535|", true)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49152-65535|", "Protocol=6|LPort2_10=49152-60000|", false)]
    [InlineData("rpc", "Protocol=6|LPort2_10=49152-65535|", "Protocol=17|", false)]
    public void Only_a_rule_for_all_of_them_takes_them_back(string id, string rule, string block, bool expected)
    {
        var texts = $"\"{id}\": {Text("Allow", rule)}, \"b\": {Text("Block", block)}";
        Assert.Equal(
            expected,
            Assert.Single(Machine.Answering(Recording(texts, string.Empty, string.Empty)).Of<FirewallRuleFact>()).IsBlocked
        );
    }

    private static Snapshot Rules(params string[] rules) =>
        Snapshot(string.Empty, string.Empty, rules.Select(rule => "Protocol=6|" + rule).ToArray());

    private static Snapshot Snapshot(string registry, string failures, params string[] rules) =>
        Machine.Answering(
            Recording(string.Join(", ", rules.Select((rule, at) => $"\"r{at}\": {Text("Allow", rule)}")), registry, failures)
        );

    private static Snapshot Named(string id, string rule) =>
        Machine.Answering(Recording($"\"{id}\": {Text("Allow", rule)}", string.Empty, string.Empty));

    private static string Text(string action, string rule) =>
        $$"""{ "type": "REG_SZ", "data": "v2.31|Action={{action}}|Active=TRUE|Dir=In|{{rule}}" }""";

    private static string Recording(string texts, string registry, string failures) =>
        $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "failures": { {{failures}} }, "absent": [ "registry:HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\FirewallRules" ],
              "registry": { "{{Policy}}": {}, "{{Policy}}\\FirewallRules": { {{texts}} } {{(
                registry.Length == 0 ? null : "," + registry
            )}} },
              "instances": { "root/StandardCimv2": {
                "MSFT_NetFirewallRule": [ { "InstanceID": "a", "Direction": 1, "Enabled": 2, "Action": 2, "Profiles": 0 } ], "MSFT_NetProtocolPortFilter": [], "MSFT_NetAddressFilter": [],
                "MSFT_NetApplicationFilter": [], "MSFT_NetServiceFilter": [], "MSFT_NetNetworkLayerSecurityFilter": [] } } }
            """;

    private static Outcome Judge(Snapshot snapshot) => Evaluator.Judge(ShippedChecks.Of("NET-04"), snapshot);
}
