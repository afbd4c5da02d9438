using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs.Html.Servers;
using Newtonsoft.Json;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>What the rows of the page point to, and the words that its script says.</summary>
internal static class PageData
{
    public static void Write(
        JsonTextWriter json,
        IReadOnlyList<Finding> hosts,
        IReadOnlyList<Finding> checks,
        ReportSettings settings,
        ServerPages servers
    )
    {
        var language = settings.Language;
        var ranks = checks
            .OrderBy(check => check, GuidelineOrder.Instance)
            .Select((check, rank) => (check, rank))
            .ToDictionary(pair => pair.check, pair => pair.rank);
        json.WriteStartObject();
        json.WritePropertyName("words");
        json.WriteStartObject();
        foreach (var (name, word) in Words)
            json.WriteMember(name, word.In(language));
        json.WriteEndObject();
        json.WritePropertyName("outcomes");
        json.WriteArray(Names<Outcome>(language));
        json.WritePropertyName("severities");
        json.WriteArray(Names<Severity>(language));
        json.WritePropertyName("zones");
        json.WriteArray(Names<Zone>(language));
        json.WritePropertyName("hosts");
        json.WriteStartArray();
        foreach (var host in hosts)
            Host(json, host, settings, servers.Anchor(host));
        json.WriteEndArray();
        json.WritePropertyName("checks");
        json.WriteStartArray();
        foreach (var check in checks)
            Check(json, check, ranks[check], language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IReadOnlyList<(string Name, LocalText Word)> Words { get; } =
        new[]
        {
            ("outcome", FindingColumns.Named("Outcome").Header),
            ("check", FindingColumns.Named("CheckId").Header),
            ("title", FindingColumns.Named("Title").Header),
            ("severity", FindingColumns.Named("Severity").Header),
            ("host", FindingColumns.Named("ComputerName").Header),
            ("zone", FindingColumns.Named("Zone").Header),
            ("role", FindingColumns.Named("Role").Header),
            ("actual", new LocalText("実際の値・理由", "What was found")),
            ("own", FindingColumns.Named("HostName").Header),
            ("address", FindingColumns.Named("IPAddress").Header),
            ("collected", FindingColumns.Named("CollectedAt").Header),
            ("rationale", new LocalText("趣旨", "Why")),
            ("remediation", FindingColumns.Named("Remediation").Header),
            ("expected", FindingColumns.Named("Expected").Header),
            ("obligation", FindingColumns.Named("Obligation").Header),
            ("guideline", FindingColumns.Named("Guideline").Header),
            ("evidence", FindingColumns.Named("Evidence").Header),
            ("findings", ReportWords.FindingsName),
            ("count", new LocalText("{1}件中 {0}件を表示", "{0} of {1} findings")),
            ("more", new LocalText("次の{0}件を表示（残り{1}件）", "Show {0} more ({1} left)")),
            ("server", ServerWords.Page),
            ("back", new LocalText("← 判定結果の一覧へ戻る", "← Back to all findings")),
        };

    public static void WriteArray(this JsonTextWriter json, IEnumerable<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteValue(text);
        json.WriteEndArray();
    }

    private static IEnumerable<string> Names<E>(Language language)
        where E : struct, Enum =>
        Enum.GetValues(typeof(E)).Cast<E>().OrderBy(member => member).Select(member => MemberNames<E>.Of(member).In(language));

    private static void Host(JsonTextWriter json, Finding finding, ReportSettings settings, string? server)
    {
        json.WriteStartObject();
        json.WriteMember("name", ReportWords.HostName(finding, settings.Language));
        if (!string.Equals(finding.HostName, finding.ComputerName, StringComparison.OrdinalIgnoreCase))
            json.WriteMember("own", finding.HostName);
        json.WriteMember("address", finding.IPAddress);
        if (finding.Zone is { } zone)
        {
            json.WritePropertyName("zone");
            json.WriteValue((int)zone);
        }

        if (finding.Role is { } role)
            json.WriteMember("role", MemberNames<HostRole>.Of(role).In(settings.Language));
        if (finding.CollectedAt is { } moment)
            json.WriteMember("collected", settings.Moment(moment));
        if (server is not null)
            json.WriteMember("server", server);
        json.WriteEndObject();
    }

    private static void Check(JsonTextWriter json, Finding finding, int rank, Language language)
    {
        json.WriteStartObject();
        json.WriteMember("id", finding.CheckId);
        json.WriteMember("title", finding.Title);
        json.WritePropertyName("severity");
        json.WriteValue((int)(finding.Severity - Severity.Low));
        json.WritePropertyName("rank");
        json.WriteValue(rank);
        json.WriteMember("obligation", MemberNames<Obligation>.Of(finding.Obligation).In(language));
        json.WriteMember("guideline", finding.Guideline);
        json.WriteMember("rationale", finding.Check?.Rationale.In(language) ?? string.Empty);
        json.WriteMember("remediation", finding.Remediation);
        json.WriteMember("expected", finding.Expected);
        json.WriteEndObject();
    }

    private static void WriteMember(this JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
