using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Judging.Baselines;

/// <summary>Writes what leads from each public comment to the checks, facts and collectors, and where each check stands in each
/// edition.</summary>
internal sealed class Traceability
{
    private readonly Func<LocalText, string> _text;
    private readonly Baseline _baseline;
    private readonly IReadOnlyList<Baseline> _editions;
    private readonly IReadOnlyList<Baseline> _overlays;
    private readonly bool _isJapanese;

    /// <param name="isJapanese">The language.</param>
    /// <param name="baseline">The one that holds the comments.</param>
    /// <param name="editions">Each edition of the guideline, the oldest first.</param>
    /// <param name="overlays">The others.</param>
    public Traceability(bool isJapanese, Baseline baseline, IReadOnlyList<Baseline> editions, IReadOnlyList<Baseline> overlays)
    {
        _text = isJapanese ? text => text.Ja : text => text.En;
        (_baseline, _editions, _overlays, _isJapanese) = (baseline, editions, overlays, isJapanese);
    }

    public string Write()
    {
        var text = new StringBuilder();
        text.Append(
            Say(
                "# Traceability\n\nGenerated from the baselines and the code; see `tests/ConfigAudit.Tests/Judging/Baselines/TraceabilityTests.cs`.\n",
                "# トレーサビリティ\n\n基準とコードから生成したもの（`tests/ConfigAudit.Tests/Judging/Baselines/TraceabilityTests.cs`）。\n"
            )
        );
        text.Append(
            Say(
                "\n## From the public comments to the checks\n\nA comment leads to checks, or says why nothing of it can be audited. Only what is Adopted changed the guideline.\n\n",
                "\n## 意見から項目へ\n\n各意見は項目につながるか、監査できない理由を示す。ガイドラインの文言が変わったのは「採用」のみ。\n\n"
            )
        );
        Table(
            text,
            Say("No|Asks|Answer|Section|Page|Checks, or why none", "No|意見の趣旨|回答|章節|頁|項目、又は監査できない理由"),
            _baseline.Comments.Select(comment =>
                new[]
                {
                    comment.Number.ToString(CultureInfo.InvariantCulture),
                    _text(comment.Asks),
                    _text(MemberNames<CommentAnswer>.Of(comment.Answer)),
                    comment.Section ?? "—",
                    comment.Page ?? "—",
                    comment.NotAuditable is { } none ? _text(none) : string.Join(", ", ChecksOf(comment).Select(check => check.Id)),
                }
            )
        );
        text.Append(
            Say(
                "\n## From the checks to facts and collectors\n\nOff: not judged, unless MIC-Recommended, a model's overlay or the organisation's own switches it on.\n\n",
                "\n## 項目から情報と収集元へ\n\n「無効」の項目は、MIC-Recommended、モデル又は団体の基準が有効にしたときだけ判定する。\n\n"
            )
        );
        Table(
            text,
            Say("Check|Title|On|Obligation|Section|Comments|Method|Facts|Collected by", "項目|内容|既定|強さ|章節|意見|方法|情報|収集元"),
            All()
                .Select(each =>
                    new[]
                    {
                        each.Check.Id,
                        _text(each.Check.Title),
                        each.Check.IsEnabled ? Say("On", "有効") : Off,
                        _text(MemberNames<Obligation>.Of(each.Check.Obligation)),
                        Stands(each.Check.Guideline),
                        string.Join(", ", each.Check.Guideline.Comments),
                        _text(MemberNames<AuditMethod>.Of(each.Check.Method)),
                        string.Join(", ", each.Check.Facts.Select(fact => fact.Name)),
                        string.Join(", ", each.Check.Facts.Select(CollectedBy).Distinct().DefaultIfEmpty(Say("a person", "担当者"))),
                    }
                )
        );
        text.Append(
            Say(
                "\n## Where a check stands in each edition\n\nIds stay the same from edition to edition. Those that aren't listed stand where MIC-2022-03 says; what later editions changed besides isn't known here.\n\n",
                "\n## 版ごとの章節\n\n項目の番号は版によらない。記載のない項目は MIC-2022-03 のとおり（以降の版のその他の変更は未確認）。\n\n"
            )
        );
        Table(
            text,
            Say("Check|", "項目|") + string.Join("|", _editions.Select(edition => edition.Id)),
            _editions[_editions.Count - 1]
                .Checks.Where(check => _editions.Select(edition => Place(edition, check.Id)).Distinct().Count() > 1)
                .Select(check => new[] { check.Id }.Concat(_editions.Select(edition => Place(edition, check.Id))).ToArray())
        );
        text.Append(
            Say(
                "\n## What each edition changed\n\nAs far as it is known; of all other checks and editions it is Unknown, since the texts weren't read. `Get-ConfigAuditBaseline MIC-2026-03 -Editions` tells the whole map.\n\n",
                "\n## 版ごとの変更\n\n分かっているもののみ。本文を確認していないため、ほかの項目と版については不明である。全体は `Get-ConfigAuditBaseline MIC-2026-03 -Editions` で得られる。\n\n"
            )
        );
        Table(
            text,
            Say("Check|Edition|Change|Section|Instead|Verified|What is known", "項目|版|変更|章節|代わりの項目|確認|分かっていること"),
            _editions[_editions.Count - 1]
                .Checks.SelectMany(check =>
                    BaselineEdition
                        .Of(check, _editions[_editions.Count - 1].Editions)
                        .Where(each => each.Change is not (EditionChange.Unknown or EditionChange.First))
                        .Select(each =>
                            new[]
                            {
                                each.CheckId,
                                each.Edition,
                                _text(MemberNames<EditionChange>.Of(each.Change)),
                                each.Section,
                                each.Successor ?? "—",
                                each.IsVerified ? Say("yes", "済") : Say("no", "未"),
                                Reason(each),
                            }
                        )
                )
        );
        return text.ToString();
    }

    /// <summary>Every check of every baseline, by the baseline that it stands in.</summary>
    public IEnumerable<(string Baseline, Check Check)> All() =>
        new[] { _baseline }
            .Concat(_editions)
            .Concat(_overlays)
            .SelectMany(baseline => baseline.Checks.Select(check => (Baseline: check.SetBy, check)))
            .GroupBy(each => each.check.Id, StringComparer.Ordinal)
            .Select(same => same.First());

    public IEnumerable<Check> ChecksOf(GuidelineComment comment) =>
        All().Select(each => each.Check).Where(check => check.Guideline.Comments.Contains(comment.Number));

    public static string CollectedBy(FactType fact) =>
        fact.Subject switch
        {
            FactSubject.Host => "Get-ConfigAudit" + Collector.All.Single(collector => collector.Facts.Contains(fact)).Area,
            FactSubject.MailServer or FactSubject.MailDomain => "Test-ConfigAuditMailServer",
            FactSubject.MailSender => "Get-ConfigAuditMailOutbound",
            _ => "Import-ConfigAuditRegister",
        };

    private string Reason(CheckEdition at)
    {
        var check = _editions.Single(edition => edition.Id == "MIC-" + at.Edition).Checks.Single(each => each.Id == at.CheckId);
        return _text(at.Change == EditionChange.Added ? check.Rationale : check.ChangeReason!);
    }

    private string Off => Say("Off", "無効");

    private string Stands(GuidelineReference at) =>
        !_isJapanese
            ? at.ToString()
            : $"{at.Edition} {at.Section}{(at.Page is { } page ? $"（{page}）" : at.Part is { } part ? $"（第{part}編）" : null)}{(at.IsVerified ? null : "［未確認］")}";

    private string Place(Baseline edition, string id) =>
        edition.Checks.FirstOrDefault(check => check.Id == id) is not { } check ? "—"
        : check.IsEnabled ? check.Guideline.Section
        : $"{Off} ({check.Guideline.Section})";

    private string Say(string english, string japanese) => _isJapanese ? japanese : english;

    private static void Table(StringBuilder text, string header, IEnumerable<string[]> rows)
    {
        text.Append("| ")
            .Append(header.Replace("|", " | "))
            .Append(" |\n|")
            .Append(string.Concat(header.Split('|').Select(_ => "---|")))
            .Append('\n');
        foreach (var row in rows)
            text.Append("| ").Append(string.Join(" | ", row.Select(cell => cell.Replace("|", "\\|")))).Append(" |\n");
    }
}
