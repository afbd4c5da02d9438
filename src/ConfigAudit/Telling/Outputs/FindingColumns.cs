using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>The columns of a table of findings. Their names and order are part of the product: people's spreadsheets rest on
/// them.</summary>
internal static class FindingColumns
{
    public static IReadOnlyList<FindingColumn> All { get; } =
        new[]
        {
            Needed(
                Plain("ComputerName", "ホスト名", finding => finding.ComputerName, (finding, text) => finding with { ComputerName = text })
            ),
            Plain("HostName", "本体のホスト名", finding => finding.HostName, (finding, text) => finding with { HostName = text }),
            Plain("IPAddress", "IPアドレス", finding => finding.IPAddress, (finding, text) => finding with { IPAddress = text }),
            Member<Zone>("Zone", "領域", finding => finding.Zone, (finding, zone) => finding with { Zone = zone }),
            Member<HostRole>("Role", "役割", finding => finding.Role, (finding, role) => finding with { Role = role }),
            Needed(Plain("CheckId", "チェックID", finding => finding.CheckId, (finding, text) => finding with { CheckId = text })),
            Needed(Plain("Title", "チェック項目", finding => finding.Title, (finding, text) => finding with { Title = text })),
            Needed(
                Member<Outcome>(
                    "Outcome",
                    "判定",
                    finding => finding.Outcome,
                    (finding, outcome) => finding with { Outcome = outcome!.Value }
                )
            ),
            Needed(Plain("Reason", "理由", finding => finding.Reason, (finding, text) => finding with { Reason = text })),
            Needed(
                Member<Severity>(
                    "Severity",
                    "重大度",
                    finding => finding.Severity,
                    (finding, severity) => finding with { Severity = severity!.Value }
                )
            ),
            Needed(
                Member<Obligation>(
                    "Obligation",
                    "義務の強さ",
                    finding => finding.Obligation,
                    (finding, obligation) => finding with { Obligation = obligation!.Value }
                )
            ),
            Needed(Plain("Expected", "期待する状態", finding => finding.Expected, (finding, text) => finding with { Expected = text })),
            Plain("Actual", "実際の値", finding => finding.Actual, (finding, text) => finding with { Actual = text }),
            Plain("Evidence", "取得元", finding => finding.Evidence, (finding, text) => finding with { Evidence = text }),
            Plain("Guideline", "ガイドライン", finding => finding.Guideline, (finding, text) => finding with { Guideline = text }),
            Plain(
                "CollectedAt",
                "取得日時",
                Moment,
                (finding, text) => finding with { CollectedAt = string.IsNullOrWhiteSpace(text) ? null : WrittenMoment.Read(text) }
            ),
            Needed(Plain("Baseline", "ベースライン", finding => finding.Baseline, (finding, text) => finding with { Baseline = text })),
            Plain("Remediation", "対応方法", finding => finding.Remediation, (finding, text) => finding with { Remediation = text }),
            Member<WaiverState>(
                "WaiverState",
                "例外承認の状態",
                finding => finding.WaiverState,
                (finding, state) => finding with { WaiverState = state }
            ),
            Plain("Waiver", "例外承認", finding => finding.Waiver, (finding, text) => finding with { Waiver = text }),
            Member<AttestationState>(
                "AttestationState",
                "確認記録の状態",
                finding => finding.AttestationState,
                (finding, state) => finding with { AttestationState = state }
            ),
            Plain("Attestation", "確認記録", finding => finding.Attestation, (finding, text) => finding with { Attestation = text }),
        };

    public static FindingColumn Named(string name) => All.Single(column => column.Name == name);

    private static string Moment(Finding finding) =>
        finding.CollectedAt?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) ?? string.Empty;

    private static FindingColumn Needed(FindingColumn column) => column with { IsNeeded = true };

    private static FindingColumn Plain(string name, string japanese, Func<Finding, string> text, Func<Finding, string, Finding> with) =>
        new(new LocalText(japanese, name), text, with);

    private static FindingColumn Member<E>(string name, string japanese, Func<Finding, E?> member, Func<Finding, E?, Finding> with)
        where E : struct, Enum =>
        new(
            new LocalText(japanese, name),
            finding => member(finding)?.ToString() ?? string.Empty,
            (finding, text) => with(finding, string.IsNullOrWhiteSpace(text) ? null : MemberNames<E>.Read(text)),
            finding => member(finding) is { } value ? MemberNames<E>.Of(value) : LocalText.Empty
        );
}
