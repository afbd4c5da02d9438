using System.Linq;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Who sets a profile of Windows Firewall: group policy, device management, the machine; and what of it counts when they
/// differ.</summary>
public sealed class FirewallStoreTests
{
    private const string Local = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";

    /// <summary>By group policy, by device management, by the machine: 1, 0, or nothing.</summary>
    [Theory]
    [InlineData(null, null, 1L, true, SettingOrigin.Local)]
    [InlineData(null, 1L, 1L, true, SettingOrigin.Mdm)]
    [InlineData(null, 0L, 1L, null, null)]
    [InlineData(null, 1L, 0L, null, null)]
    [InlineData(null, 0L, 0L, false, SettingOrigin.Mdm)]
    [InlineData(null, 1L, null, true, SettingOrigin.Mdm)]
    [InlineData(1L, 0L, 1L, null, null)]
    [InlineData(1L, 1L, 0L, true, SettingOrigin.Policy)]
    [InlineData(1L, null, 0L, true, SettingOrigin.Policy)]
    [InlineData(0L, 1L, 1L, null, null)]
    [InlineData(0L, null, 1L, false, SettingOrigin.Policy)]
    [InlineData(null, 2L, 1L, null, null)]
    public void A_profile_is_on_where_nobody_says_otherwise(long? policy, long? device, long? own, bool? expected, SettingOrigin? origin)
    {
        var snapshot = Snapshot(Key(Policy, policy), Key(Local + @"\\Mdm", device), Key(Local, own));
        Assert.Equal(3, snapshot.Of<FirewallProfileFact>().Length);
        Assert.All(snapshot.Of<FirewallProfileFact>(), profile => Assert.Equal((expected, origin), (profile.IsSetOn, profile.Origin)));
        Assert.Equal(
            expected == true ? Outcome.Pass
                : expected == false ? Outcome.Fail
                : Outcome.Unknown,
            Judge(snapshot)
        );
        if (expected is null && device is 0 or 1)
        {
            Assert.Contains(
                snapshot.GapsIn<FirewallProfileFact>(),
                gap =>
                    gap.Property == nameof(FirewallProfileFact.IsSetOn)
                    && gap.Message.Contains($"says {device}")
                    && gap.Message.Contains($"says {policy ?? own}")
            );
        }
    }

    [Theory]
    [InlineData("DomainProfile", FirewallProfile.Domain)]
    [InlineData("StandardProfile", FirewallProfile.Private)]
    [InlineData("PrivateProfile", FirewallProfile.Private)]
    [InlineData("PublicProfile", FirewallProfile.Public)]
    public void Each_profile_of_device_management_is_its_own(string key, FirewallProfile profile)
    {
        var snapshot = Snapshot(
            Key(Local, 1),
            $$""" "{{Local}}\\mdm\\{{key}}": { "EnableFirewall": { "type": "REG_DWORD", "data": 0 } } """
        );
        Assert.Equal(profile, Assert.Single(snapshot.Of<FirewallProfileFact>(), fact => fact.IsSetOn is null).Profile);
        Assert.Equal(Outcome.Unknown, Judge(snapshot));
    }

    [Theory]
    [InlineData(0L, Outcome.Fail)]
    [InlineData(1L, Outcome.Pass)]
    public void Device_management_may_let_connections_in(long inbound, Outcome expected) =>
        Assert.Equal(expected, Judge(Snapshot(Key(Local, 1), Key(Local + @"\\Mdm", inbound, "DefaultInboundAction"))));

    [Fact]
    public void Whether_rules_of_the_machine_count_device_management_says_too() =>
        Assert.All(
            Snapshot(Key(Local, 1), Key(Local + @"\\Mdm", 0, "AllowLocalPolicyMerge")).Of<FirewallProfileFact>(),
            profile => Assert.False(profile.AllowLocalRules)
        );

    [Theory]
    [InlineData("denied")]
    [InlineData("timeout")]
    public void Device_management_that_could_not_be_read_may_say_anything(string failure) =>
        Assert.Equal(
            Outcome.Unknown,
            Judge(Snapshot(new[] { Key(Local, 1), Key(Local + @"\\Mdm", 1) }, $"\"registry:{Local}\\\\Mdm\": \"{failure}\""))
        );

    [Theory]
    [InlineData("{D1C6CB0F-3D5F-4F7E-9C5E-0123456789AB}", null)]
    [InlineData(" ", true)]
    public void A_connection_that_is_left_out_is_not_protected(string connections, bool? expected)
    {
        var snapshot = Snapshot(
            $$""" "{{Local}}\\DomainProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 }, "DisabledInterfaces": { "type": "REG_SZ", "data": "{{connections}}" } } """
        );
        Assert.Equal(expected, snapshot.Of<FirewallProfileFact>().Single(each => each.Profile == FirewallProfile.Domain).IsSetOn);
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("timeout")]
    [InlineData("busy")]
    public void Connections_may_be_left_out_where_the_machine_s_own_profiles_were_not_read(string failure) =>
        Assert.Equal(
            Outcome.Unknown,
            Judge(
                Snapshot(
                    new[] { Key(Policy, 1) },
                    string.Join(", ", Profiles.Select(name => $"\"registry:{Local}\\\\{name}\": \"{failure}\""))
                )
            )
        );

    [Theory]
    [InlineData(1, Outcome.Pass)]
    [InlineData(0, Outcome.Fail)]
    public void Where_everything_is_refused_no_default_allows_any(int shielded, Outcome expected) =>
        Assert.Equal(
            expected,
            Judge(
                Snapshot(
                    string.Join(
                        ",",
                        Profiles.Select(name =>
                            $$"""
                                "{{Local}}\\{{name}}": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 }, "DefaultInboundAction": { "type": "REG_DWORD", "data": 0 }, "DoNotAllowExceptions": { "type": "REG_DWORD", "data": {{shielded}} } }
                                """
                        )
                    )
                )
            )
        );

    private static readonly string[] Profiles = { "DomainProfile", "StandardProfile", "PublicProfile" };

    private static Outcome Judge(Snapshot snapshot) => Evaluator.Judge(ShippedChecks.Of("NET-01"), snapshot);

    private static Snapshot Snapshot(params string[] registry) => Snapshot(registry, string.Empty);

    private static Snapshot Snapshot(string[] registry, string failures) =>
        Machine.Answering(
            $$"""
            { "failures": { {{failures}} }, "absent": [ {{(
                registry.Any(each => each.Contains(Policy)) ? null : $"\"registry:{Policy}\""
            )}} ],
              "registry": { "{{Local}}": {} {{(
                registry.Any(each => each.Contains(Policy)) ? $", \"{Policy}\": {{}}" : null
            )}} {{string.Concat(registry.Where(each => each.Length > 0).Select(each => "," + each))}} },
              "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "mpssvc", "State": "Running", "StartMode": "Auto" }, { "Name": "BFE", "State": "Running", "StartMode": "Auto" } ] } } }
            """
        );

    /// <summary>The same in all three profiles, with the keys that they have beside it; none where nobody sets it.</summary>
    private static string Key(string above, long? number, string name = "EnableFirewall") =>
        number is null && above != Local
            ? string.Empty
            : string.Join(
                ",",
                Profiles.Select(profile =>
                    $$"""
                        "{{above}}\\{{profile}}": { {{(
                            number is null ? null : $$""" "{{name}}": { "type": "REG_DWORD", "data": {{number}} } """
                        )}} }, "{{above}}\\{{profile}}\\Logging": {}
                        """
                )
            );
}
