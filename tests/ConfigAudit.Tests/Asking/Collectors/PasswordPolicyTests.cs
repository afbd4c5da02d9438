using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>What group policy demands of passwords.</summary>
public sealed class PasswordPolicyTests
{
    [Fact]
    public void The_setting_of_the_first_precedence_counts()
    {
        var policy = Policy(
                """{ "KeyName": "MinimumPasswordLength", "Setting": "12", "precedence": "1" }, { "KeyName": "MinimumPasswordLength", "Setting": 4, "precedence": 2 }""",
                """{ "KeyName": "PasswordComplexity", "Setting": "true", "precedence": 1 }"""
            )
            .Of<PasswordPolicyFact>()
            .Single();
        Assert.Equal((12L, true), (policy.MinimumLength!.Value, policy.RequiresComplexity!.Value));
    }

    [Fact]
    public void Passwords_that_never_expire_and_accounts_that_never_lock_have_zeros_and_not_nothing()
    {
        var policy = Policy(
                """
                { "KeyName": "MaximumPasswordAge", "Setting": 4294967295, "precedence": 1 }, { "KeyName": "LockoutBadCount", "Setting": 0, "precedence": 1 },
                { "KeyName": "LockoutDuration", "Setting": -1, "precedence": 1 }
                """,
                string.Empty
            )
            .Of<PasswordPolicyFact>()
            .Single();
        Assert.Equal((0L, 0L, 0L), (policy.MaximumAgeDays!.Value, policy.LockoutThreshold!.Value, policy.LockoutMinutes!.Value));
    }

    [Fact]
    public void What_group_policy_does_not_deliver_is_not_known_to_be_unset()
    {
        var snapshot = Policy(string.Empty, string.Empty);
        Assert.Null(snapshot.Of<PasswordPolicyFact>().Single().MinimumLength);
        Assert.Contains(
            snapshot.GapsIn<PasswordPolicyFact>(),
            gap => gap.Property == nameof(PasswordPolicyFact.MinimumLength) && gap.Kind == GapKind.NotSupported
        );
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "Status": 1, "ErrorCode": 0""", true)]
    [InlineData(""", "Status": 0, "ErrorCode": 0""", false)]
    [InlineData(""", "Status": "3", "ErrorCode": "87" """, false)]
    [InlineData(""", "Status": 4""", false)]
    [InlineData(""", "ErrorCode": 87""", false)]
    public void A_setting_that_was_delivered_and_not_applied_is_not_known(string status, bool expected)
    {
        var snapshot = Policy(
            $$"""{ "KeyName": "LockoutBadCount", "Setting": 5, "precedence": 1{{status}} }, { "KeyName": "MinimumPasswordLength", "Setting": 12, "precedence": 1, "Status": 1 }""",
            $$"""{ "KeyName": "ClearTextPassword", "Setting": false, "precedence": 1{{status}} }"""
        );
        var policy = snapshot.Of<PasswordPolicyFact>().Single();
        Assert.Equal(
            (expected, expected, 12L),
            (policy.LockoutThreshold is not null, policy.StoresReadably is not null, policy.MinimumLength!.Value)
        );
        Assert.Equal(
            !expected,
            snapshot
                .GapsIn<PasswordPolicyFact>()
                .Any(gap => gap.Property == nameof(PasswordPolicyFact.LockoutThreshold) && gap.Message.Contains("Status is"))
        );
    }

    [Fact]
    public void What_was_refused_is_a_gap() =>
        Assert.Contains(
            Machine.Answering("""{ "failures": { "root/rsop/computer": "denied" }, "instances": {} }""").GapsIn<PasswordPolicyFact>(),
            gap => gap.Property == nameof(PasswordPolicyFact.RequiresComplexity) && gap.Kind == GapKind.Denied
        );

    private static Snapshot Policy(string numbers, string flags) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/rsop/computer": { "RSOP_SecuritySettingNumeric": [ {{numbers}} ], "RSOP_SecuritySettingBoolean": [ {{flags}} ] } } }
            """
        );
}
