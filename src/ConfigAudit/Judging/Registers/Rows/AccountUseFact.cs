using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A time during which a person used a shared account, as the person wrote it down.</summary>
[Register("AccountUse", "共用ID利用記録", IsLog = true)]
public sealed record AccountUseFact : RegisterFact
{
    /// <summary>Nobody uses an account for longer without anybody taking over: the longest shift.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The account.</summary>
    [RegisterColumn("アカウント", IsKey = true, Example = "KYOYU01")]
    public string? Account { get; init; }

    /// <summary>Who used it.</summary>
    [RegisterColumn("利用者", Content = CellContent.Persons, IsKey = true, Example = "山田")]
    public string? Person { get; init; }

    /// <summary>From when; without an offset, by the time of Japan (+09:00).</summary>
    [RegisterColumn("開始", IsKey = true, Example = "R8.11.20 8:30")]
    public DateTimeOffset? From { get; init; }

    /// <summary>Until when; empty while it goes on, at most until the end of that day.</summary>
    [RegisterColumn("終了", Decides = nameof(IsBounded), Example = "R8.11.20 12:00")]
    public DateTimeOffset? To { get; init; }

    /// <summary>On which host.</summary>
    [RegisterColumn("端末", IsKey = true, Example = "MADO-01")]
    public string? Host { get; init; }

    /// <summary>What for.</summary>
    [RegisterColumn("目的", Example = "窓口業務")]
    public string? Purpose { get; init; }

    /// <summary>Whether it says when the use ended, within a day of its beginning; an entry of today's may go on.</summary>
    public bool? IsBounded { get; init; }

    /// <summary>Whether the register of accounts allows that person, on that host, to use that shared account; null where there is no such
    /// register.</summary>
    public bool? IsAllowed { get; init; }

    /// <summary>Whether another entry says that another person used it on the same host at that time.</summary>
    public bool? Overlaps { get; init; }

    /// <summary>
    /// Until when it is taken to speak. One that was never ended speaks until midnight, by its own offset: whoever opened it went home by
    /// then, and
    /// one forgotten years ago must not stand for everybody since. None speaks for longer than a day; one of which the end couldn't be read
    /// may speak for as long.
    /// </summary>
    internal DateTimeOffset Until
    {
        get
        {
            var from = From!.Value;
            var said = IsUnread(nameof(To))
                ? DateTimeOffset.MaxValue
                : To ?? new DateTimeOffset(from.Date, from.Offset).Plus(TimeSpan.FromDays(1));
            return said > from.Plus(Longest) ? from.Plus(Longest) : said;
        }
    }

    // Nobody can tell which of the two is wrong.
    internal override IEnumerable<(string Column, LocalText Why)> Mistakes =>
        To < From
            ? new[] { (nameof(From), new LocalText("「終了」（To）が「開始」（From）より前です", "To (終了) lies before From (開始)")) }
            : base.Mistakes;

    internal override string Label => Account ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) =>
        this with
        {
            IsBounded = To is null ? From!.Value.Date >= today.Date : To.Value - From!.Value <= Longest,
        };
}
