using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Findings;
using ConfigAudit.Values;

namespace ConfigAudit.Outputs;

/// <summary>The columns of a table of findings. Their names and order are part of the product: people's spreadsheets rest on them.</summary>
internal static class FindingColumns
{
    public static IReadOnlyList<FindingColumn> All { get; } = new[]
    {
        Plain("ComputerName", "ホスト名", finding => finding.ComputerName),
        Plain("HostName", "本体のホスト名", finding => finding.HostName),
        Plain("IPAddress", "IPアドレス", finding => finding.IPAddress),
        Member("Zone", "領域", finding => finding.Zone),
        Member("Role", "役割", finding => finding.Role),
        Plain("CheckId", "チェックID", finding => finding.CheckId),
        Plain("Title", "チェック項目", finding => finding.Title),
        Member("Outcome", "判定", finding => (Outcome?)finding.Outcome),
        Plain("Reason", "理由", finding => finding.Reason),
        Member("Severity", "重大度", finding => (Baselines.Severity?)finding.Severity),
        Member("Obligation", "義務の強さ", finding => (Baselines.Obligation?)finding.Obligation),
        Plain("Expected", "期待する状態", finding => finding.Expected),
        Plain("Actual", "実際の値", finding => finding.Actual),
        Plain("Evidence", "取得元", finding => finding.Evidence),
        Plain("Guideline", "ガイドライン", finding => finding.Guideline),
        Plain("CollectedAt", "取得日時", finding => finding.CollectedAt?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) ?? string.Empty),
        Plain("Baseline", "ベースライン", finding => finding.Baseline),
        Plain("Remediation", "対応方法", finding => finding.Remediation),
        Member("WaiverState", "例外承認の状態", finding => finding.WaiverState),
        Plain("Waiver", "例外承認", finding => finding.Waiver),
        Member("AttestationState", "確認記録の状態", finding => finding.AttestationState),
        Plain("Attestation", "確認記録", finding => finding.Attestation),
    };

    public static FindingColumn Named(string name) => All.Single(column => column.Name == name);

    private static FindingColumn Plain(string name, string japanese, Func<Finding, string> text) => new(new LocalText(japanese, name), text);

    private static FindingColumn Member<E>(string name, string japanese, Func<Finding, E?> member)
        where E : struct, Enum =>
        new(new LocalText(japanese, name), finding => member(finding)?.ToString() ?? string.Empty, finding => member(finding) is { } value ? MemberNames<E>.Of(value) : LocalText.Empty);
}
