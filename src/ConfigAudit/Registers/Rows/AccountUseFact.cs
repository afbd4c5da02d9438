using System;
using ConfigAudit.Registers.Reading;

namespace ConfigAudit.Registers.Rows;

/// <summary>A time during which a person used a shared account, as the person wrote it down.</summary>
[Register("AccountUse", "共用ID利用記録")]
public sealed record AccountUseFact : RegisterFact
{
    /// <summary>The account.</summary>
    [RegisterColumn("アカウント", IsKey = true, Example = "KYOYU01")]
    public string? Account { get; init; }

    /// <summary>Who used it.</summary>
    [RegisterColumn("利用者", IsRequired = true, Example = "山田")]
    public string? Person { get; init; }

    /// <summary>From when; without an offset, by the clock of the machine that reads the register.</summary>
    [RegisterColumn("開始", IsKey = true, Example = "R8.11.20 8:30")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; empty while it goes on.</summary>
    [RegisterColumn("終了", Example = "R8.11.20 12:00")]
    public DateTimeOffset? To { get; init; }

    /// <summary>On which host.</summary>
    [RegisterColumn("端末", IsKey = true, Example = "MADO-01")]
    public string? Host { get; init; }

    /// <summary>What for.</summary>
    [RegisterColumn("目的", Example = "窓口業務")]
    public string? Purpose { get; init; }

    /// <summary>Whether the register of accounts allows that person, on that host, to use that shared account; null where there is no such register.</summary>
    public bool? IsAllowed { get; init; }

    /// <summary>Whether another entry says that another person used it on the same host at that time.</summary>
    public bool? Overlaps { get; init; }

    internal override string? Mistake => To < From ? "To (終了) lies before From (開始)" : null;

    internal override string Label => Account ?? "?";
}
