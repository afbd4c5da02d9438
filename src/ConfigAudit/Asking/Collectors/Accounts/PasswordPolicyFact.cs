using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>
/// What group policy demands of the passwords of this host's accounts: RSOP_SecuritySettingNumeric and RSOP_SecuritySettingBoolean of
/// root/rsop/computer, the
/// instances of precedence 1. On a member of a domain that is about local accounts; on a domain controller about the domain's. Only what
/// group policy
/// delivered is told, and only where its results are logged: local policy stands where no remote question reaches, so what isn't told is
/// not known,
/// nor what its Status and ErrorCode say wasn't applied.
/// </summary>
public sealed record PasswordPolicyFact : Fact
{
    /// <summary>MinimumPasswordLength, in characters.</summary>
    public long? MinimumLength { get; init; }

    /// <summary>PasswordComplexity: three kinds of characters, and not the account's name.</summary>
    public bool? RequiresComplexity { get; init; }

    /// <summary>PasswordHistorySize: how many former passwords may not be used again.</summary>
    public long? HistorySize { get; init; }

    /// <summary>MaximumPasswordAge, in days; 0 where passwords never expire.</summary>
    public long? MaximumAgeDays { get; init; }

    /// <summary>ClearTextPassword: whether passwords are kept so that they can be read.</summary>
    public bool? StoresReadably { get; init; }

    /// <summary>LockoutBadCount: after how many wrong passwords an account is locked; 0 where none ever is.</summary>
    public long? LockoutThreshold { get; init; }

    /// <summary>LockoutDuration, in minutes; 0 where an administrator has to unlock it.</summary>
    public long? LockoutMinutes { get; init; }

    /// <summary>ResetLockoutCount, in minutes: after how long wrong passwords are forgotten.</summary>
    public long? LockoutResetMinutes { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText("パスワードのポリシー（空の場合を含む）", "a password policy, if an empty one"),
                new PasswordPolicyFact()
            ),
        };

    internal override string Label => "password policy";
}
