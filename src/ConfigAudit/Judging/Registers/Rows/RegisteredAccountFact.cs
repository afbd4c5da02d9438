using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>An account that the organisation knows of, and who may use it.</summary>
[Register("Accounts", "アカウント台帳")]
public sealed record RegisteredAccountFact : RegisterFact
{
    /// <summary>DOMAIN\name, or the name alone for a local one.</summary>
    [RegisterColumn("アカウント", IsKey = true, Example = "KYOYU01")]
    public string? Account { get; init; }

    /// <summary>What it is for.</summary>
    [RegisterColumn("区分", IsRequired = true, Example = "共用")]
    public RegisteredAccountKind? Kind { get; init; }

    /// <summary>Who answers for it.</summary>
    [RegisterColumn("管理責任者", Content = CellContent.Party, Example = "総務課 山田")]
    public string? Owner { get; init; }

    /// <summary>Why it has to be shared; of a shared one.</summary>
    [RegisterColumn("共用の理由", Content = CellContent.Words, Example = "窓口端末で交替勤務のため")]
    public string? Reason { get; init; }

    /// <summary>Who approved it; empty for nobody.</summary>
    [RegisterColumn("承認者", Content = CellContent.Party, Example = "情報セキュリティ管理者")]
    public string? Approver { get; init; }

    /// <summary>When.</summary>
    [RegisterColumn("承認日", Decides = nameof(Approver), Content = CellContent.Decision, Example = "R4.4.1")]
    public DateTime? ApprovedOn { get; init; }

    /// <summary>Who may use it.</summary>
    [RegisterColumn("利用者", Decides = nameof(HasOnePerson), Content = CellContent.Persons, Example = "山田;鈴木")]
    public IReadOnlyList<string>? Persons { get; init; }

    /// <summary>Where it may be used, * standing for any text; empty for anywhere.</summary>
    [RegisterColumn("利用端末", Content = CellContent.Hosts, EmptyIsAny = true, Example = "MADO-01;MADO-02")]
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether exactly one person may use it.</summary>
    public bool? HasOnePerson { get; init; }

    /// <summary>
    /// Whether it is enabled on a host that was audited along with the registers, or was in use there; null where none told of its logons,
    /// unless it
    /// was seen.
    /// </summary>
    public bool? IsSeen { get; init; }

    internal override bool IsDecided => Approver?.Length > 0;

    internal override string Label => Account ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) =>
        this with
        {
            Approver = By(Approver, ApprovedOn, today),
            Review = State(ReviewOn, today),
            HasOnePerson = Persons?.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1,
        };
}
