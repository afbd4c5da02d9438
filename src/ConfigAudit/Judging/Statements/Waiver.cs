using System;
using System.IO;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Statements;

/// <summary>That somebody who may do so accepts, for a time, that a check doesn't pass. It stands beside the outcome and never replaces
/// it.</summary>
public sealed record Waiver : IStatement
{
    /// <summary>Which findings it is about.</summary>
    public FindingSelector Selector { get; init; } = new();

    /// <summary>Why it is accepted.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>Who accepts it.</summary>
    public string Approver { get; init; } = string.Empty;

    /// <summary>The first day on which it holds.</summary>
    public DateTime From { get; init; }

    /// <summary>The last day on which it holds. There is no waiver without an end, and five years after its first day is the furthest: a
    /// day further off is written to be left alone.</summary>
    public DateTime Until { get; init; }

    /// <summary>Where the decision is kept; null for nowhere.</summary>
    public string? Ticket { get; init; }

    /// <summary>The SHA-256 of what was found when it was accepted, so that it lapses when something else is found; null where it isn't
    /// bound.</summary>
    public string? EvidenceHash { get; init; }

    /// <summary>The file that it was read from, with the line; null for a new one.</summary>
    public string? Source { get; init; }

    /// <summary>The hash of what a finding found: its outcome, and all that decided, however much of it is shown.</summary>
    internal static string HashOf(Finding finding)
    {
        using var found = new MemoryStream(Encoding.UTF8.GetBytes($"{finding.Outcome}\n{finding.Found}"));
        return FileHash.Hex(found);
    }

    internal WaiverState StateFor(Finding finding, DateTime today) =>
        today.Date > Until ? WaiverState.Expired
        : today.Date < From ? WaiverState.NotYet
        : EvidenceHash is not null && !string.Equals(EvidenceHash, HashOf(finding), StringComparison.OrdinalIgnoreCase) ? WaiverState.Lapsed
        : WaiverState.Honoured;

    LocalText IStatement.Words => Words;

    /// <inheritdoc/>
    public override string ToString() => Words.ToString();

    /// <summary>Who accepts what for how long and why, as a sentence.</summary>
    internal LocalText Words =>
        new(
            $"{Approver}が、{StatementFile.Day(From)}から{StatementFile.Day(Until)}まで例外として承認。理由：{Reason}{(Ticket is null ? null : $"（決定の記録：{Ticket}）")}",
            $"Accepted by {Approver} from {StatementFile.Day(From)} until {StatementFile.Day(Until)}, because: {Reason}{(Ticket is null ? null : $" ({Ticket})")}"
        );

    internal static Waiver Read(JsonNode node, string source)
    {
        node.AllowOnly("check", "computers", "zones", "reason", "approver", "from", "until", "ticket", "evidenceHash");
        var waiver = new Waiver
        {
            Selector = FindingSelector.Read(node),
            Reason = StatementText.Reason(node["reason"]),
            Approver = StatementText.Party(node["approver"]),
            From = node["from"].Day(),
            Until = node["until"].Day(),
            Ticket = node.TextOrNull("ticket"),
            EvidenceHash = node.TextOrNull("evidenceHash"),
            Source = source,
        };
        return Span(waiver.From, waiver.Until) is { } wrong ? throw node["until"].Error(wrong) : waiver;
    }

    /// <summary>What is wrong with its days; null for nothing.</summary>
    internal static LocalText? Span(DateTime from, DateTime until) =>
        until < from
            ? new LocalText(
                $"期限（{StatementFile.Day(until)}）が開始日（{StatementFile.Day(from)}）より前です",
                $"it ends before it begins ({StatementFile.Day(until)} < {StatementFile.Day(from)})"
            )
        : Foresight.IsBeyond(from, until)
            ? new LocalText(
                $"期間が{Foresight.Years}年を超えています。是正に要する期間だけ認め、期限が来たら見直してください",
                $"it would hold for more than {Foresight.Years} years: accept it for as long as it takes to mend, and look at it again then"
            )
        : null;

    internal JObject Write()
    {
        var node = new JObject();
        Selector.Write(node);
        node["reason"] = Reason;
        node["approver"] = Approver;
        node["from"] = StatementFile.Day(From);
        node["until"] = StatementFile.Day(Until);
        if (Ticket is not null)
            node["ticket"] = Ticket;
        if (EvidenceHash is not null)
            node["evidenceHash"] = EvidenceHash;
        return node;
    }
}
