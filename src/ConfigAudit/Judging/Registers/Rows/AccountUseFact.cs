using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
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

    /// <summary>Whether another entry says that another person used it at that time: on the same host, or on another where it is a domain's
    /// (DOMAIN\name). Null for a name alone on another host, of which nobody knows whose it is.</summary>
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
        : To == From && From is not null
            ? new[]
            {
                (
                    nameof(To),
                    new LocalText(
                        "「終了」（To）が「開始」（From）と同じで、使った時間がありません。終えた時刻を書くか、使っている間は空にしてください",
                        "To (終了) is From (開始), so that nothing was used: write when it ended, or leave it empty while it goes on"
                    )
                ),
            }
        : base.Mistakes;

    /// <summary>Nobody has used anything on a day to come: what such an entry says can't be known.</summary>
    internal override IEnumerable<Gap> Unclear =>
        IsYetToCome
            ? new[] { nameof(IsBounded), nameof(IsAllowed), nameof(Overlaps) }.Select(property => new Gap(
                GapKind.Unusable,
                Source ?? "AccountUse",
                new LocalText(
                    "「開始」（From）又は「終了」（To）が、監査の日より後です。使った後に、その日時を書いてください",
                    "From (開始) or To (終了) lies after the day of the audit: write it down once it was used"
                )
            )
            {
                Property = property,
            })
            : base.Unclear;

    /// <summary>Whether it lies in a time to come.</summary>
    internal bool IsYetToCome => IsBounded is null && !IsUnread(nameof(IsBounded));

    internal override string Label => Account ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) =>
        this with
        {
            IsBounded =
                IsAfter(From, today) ? null
                : To is null ? From!.Value.Date >= today.Date
                : To.Value - From!.Value <= Longest,
        };

    private static bool IsAfter(DateTimeOffset? moment, DateTime day) => moment is { } at && at.In(JapanDay.Offset).Date > day.Date;
}
