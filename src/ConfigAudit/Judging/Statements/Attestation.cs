using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Statements;

/// <summary>What a person says of something that no machine tells, and what it rests on. It stands beside the outcome and never replaces
/// it.</summary>
public sealed record Attestation : IStatement
{
    /// <summary>Which findings it is about.</summary>
    public FindingSelector Selector { get; init; } = new();

    /// <summary>What is said.</summary>
    public string Statement { get; init; } = string.Empty;

    /// <summary>Who says it.</summary>
    public string By { get; init; } = string.Empty;

    /// <summary>When it was said.</summary>
    public DateTime On { get; init; }

    /// <summary>The last day on which it holds without being looked at again; at most five years after it was said.</summary>
    public DateTime NextReview { get; init; }

    /// <summary>The files that it rests on, as they were then; paths are relative to the attestation's own file.</summary>
    public IReadOnlyList<AttestedFile> Evidence { get; init; } = Array.Empty<AttestedFile>();

    /// <summary>The file that it was read from, with the line; null for a new one.</summary>
    public string? Source { get; init; }

    /// <summary>Files of evidence that changed since, or can't be read.</summary>
    internal IReadOnlyList<string> Changed { get; init; } = Array.Empty<string>();

    internal AttestationState StateOn(DateTime today) =>
        today.Date > NextReview ? AttestationState.Overdue
        : today.Date < On ? AttestationState.NotYet
        : Changed.Count > 0 ? AttestationState.Lapsed
        : AttestationState.Current;

    LocalText IStatement.Words => Words;

    /// <inheritdoc/>
    public override string ToString() => Words.ToString();

    /// <summary>Who confirmed what, when, on what grounds, and when it is looked at again, as a sentence.</summary>
    internal LocalText Words
    {
        get
        {
            var (files, changed) = (string.Join(", ", Evidence.Select(file => file.Path)), string.Join(", ", Changed));
            return new LocalText(
                $"{By}が、{StatementFile.Day(On)}に確認（次回確認 {StatementFile.Day(NextReview)}）。内容：{Statement}"
                    + (files.Length == 0 ? null : $"（根拠：{files}）")
                    + (changed.Length == 0 ? null : $"（確認後に変更された根拠：{changed}）"),
                $"Confirmed by {By} on {StatementFile.Day(On)} (next review {StatementFile.Day(NextReview)}): {Statement}"
                    + (files.Length == 0 ? null : $" (evidence: {files})")
                    + (changed.Length == 0 ? null : $" (changed since: {changed})")
            );
        }
    }

    /// <param name="node">The entry.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="folder">The folder that paths of evidence are relative to.</param>
    internal static Attestation Read(JsonNode node, string source, string folder)
    {
        node.AllowOnly("check", "computers", "zones", "statement", "by", "on", "nextReview", "evidence");
        var evidence = (node.Has("evidence") ? node.Objects("evidence") : Enumerable.Empty<JsonNode>()).Select(AttestedFile.Read).ToArray();
        var attestation = new Attestation
        {
            Selector = FindingSelector.Read(node),
            Statement = StatementText.Claim(node["statement"]),
            By = StatementText.Party(node["by"]),
            On = node["on"].Day(),
            NextReview = node["nextReview"].Day(),
            Evidence = evidence,
            Changed = evidence.Where(file => !file.IsUnchanged(folder)).Select(file => file.Path).ToArray(),
            Source = source,
        };
        return Span(attestation.On, attestation.NextReview) is { } wrong ? throw node["nextReview"].Error(wrong) : attestation;
    }

    /// <summary>What is wrong with its days; null for nothing.</summary>
    internal static LocalText? Span(DateTime on, DateTime nextReview) =>
        nextReview < on
            ? new LocalText(
                $"次回確認日（{StatementFile.Day(nextReview)}）が、確認した日（{StatementFile.Day(on)}）より前です",
                $"its next review is before the day on which it was said ({StatementFile.Day(nextReview)} < {StatementFile.Day(on)})"
            )
        : Foresight.IsBeyond(on, nextReview)
            ? new LocalText(
                $"次回確認日が{Foresight.Years}年を超えて先です。これでは確認の予定とはいえません",
                $"its next review is more than {Foresight.Years} years off, which is none"
            )
        : null;

    internal JObject Write()
    {
        var node = new JObject();
        Selector.Write(node);
        node["statement"] = Statement;
        node["by"] = By;
        node["on"] = StatementFile.Day(On);
        node["nextReview"] = StatementFile.Day(NextReview);
        if (Evidence.Count > 0)
            node["evidence"] = new JArray(Evidence.Select(file => new JObject { ["path"] = file.Path, ["sha256"] = file.Sha256 }));
        return node;
    }
}
