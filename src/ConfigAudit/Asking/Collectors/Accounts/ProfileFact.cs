using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>A user profile on the host: Win32_UserProfile. Somebody has logged on with the account here at least once.</summary>
public sealed record ProfileFact : Fact
{
    /// <summary>Win32_UserProfile.SID.</summary>
    public string? Sid { get; init; }

    /// <summary>The local account with that SID; null for accounts of a domain, of the system, and those that are gone.</summary>
    public string? Account { get; init; }

    /// <summary>Win32_UserProfile.LocalPath.</summary>
    public string? Path { get; init; }

    /// <summary>Win32_UserProfile.LastUseTime. Servicing and antivirus products touch it too, so it proves no use by a person (unverified
    /// how often).</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Win32_UserProfile.Loaded: in use at this moment.</summary>
    [Noise] // Who is logged on at the moment.
    public bool? IsLoaded { get; init; }

    /// <summary>Win32_UserProfile.Special: a profile of the system, not of a person.</summary>
    public bool? IsSpecial { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("プロファイル", "a profile"), new ProfileFact()) };

    internal override string Label => Account ?? Path ?? Sid ?? "(unnamed profile)";

    internal override string Key => Sid ?? Label;
}
