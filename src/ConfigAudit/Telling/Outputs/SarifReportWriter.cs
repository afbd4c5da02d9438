using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Running;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// Findings as SARIF 2.1.0 (OASIS): a result each, a rule each check. The kinds keep the outcomes apart (3.27.9): pass, fail,
/// notApplicable, review for Attest, open for Unknown. A waiver in force
/// is an accepted suppression (3.35), which leaves the result what it is. Results are written as they come, and the rules, which are known
/// by then, behind them.
/// </summary>
[ReportFile(ReportFormat.Sarif, ".sarif", ".sarif.json")]
internal sealed class SarifReportWriter : ReportWriter
{
    private readonly StreamWriter _text;
    private readonly JsonTextWriter _json;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<JObject> _rules = new();

    public SarifReportWriter(string path, ReportSettings settings)
        : base(path, settings)
    {
        _text = new StreamWriter(Stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        _json = new JsonTextWriter(_text)
        {
            Formatting = Formatting.Indented,
            Indentation = 1,
            CloseOutput = false,
        };
        _json.WriteStartObject();
        _json.WritePropertyName("$schema");
        _json.WriteValue("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        _json.WritePropertyName("version");
        _json.WriteValue("2.1.0");
        _json.WritePropertyName("runs");
        _json.WriteStartArray();
        _json.WriteStartObject();
        _json.WritePropertyName("language");
        _json.WriteValue(settings.Language == Base.Values.Language.Japanese ? "ja-JP" : "en-US");
        _json.WritePropertyName("results");
        _json.WriteStartArray();
    }

    protected override void Add(Finding finding)
    {
        var result = new JObject
        {
            ["ruleId"] = finding.CheckId,
            ["ruleIndex"] = Index(finding),
            ["kind"] = Kind(finding.Outcome),
            ["level"] = finding.Outcome == Outcome.Fail ? Level(finding.Severity) : "none",
            ["message"] = new JObject { ["text"] = Message(finding) },
            ["locations"] = new JArray(
                new JObject
                {
                    ["logicalLocations"] = new JArray(new JObject { ["fullyQualifiedName"] = finding.ComputerName, ["kind"] = "resource" }),
                }
            ),
            ["partialFingerprints"] = new JObject { ["hostAndCheck/v1"] = $"{finding.ComputerName.ToUpperInvariant()}/{finding.CheckId}" },
            ["properties"] = Properties(
                finding,
                "HostName",
                "IPAddress",
                "Zone",
                "Role",
                "Obligation",
                "Expected",
                "Actual",
                "Evidence",
                "CollectedAt",
                "Baseline",
                "AttestationState",
                "Attestation"
            ),
        };
        if (finding.WaiverState is { } state)
        {
            result["suppressions"] = new JArray(
                new JObject
                {
                    ["kind"] = "external",
                    ["status"] = state == WaiverState.Honoured ? "accepted" : "rejected",
                    ["justification"] = $"{state}: {finding.Waiver}",
                }
            );
        }

        result.WriteTo(_json);
    }

    protected override void Finish()
    {
        _json.WriteEndArray();
        if (Settings.Catalogs.Count > 0)
        {
            _json.WritePropertyName("properties");
            new JObject
            {
                ["catalogs"] = new JArray(
                    Settings.Catalogs.Select(catalog => new JObject
                    {
                        ["name"] = catalog.Name,
                        ["edition"] = ReportSettings.Written(catalog),
                        ["ageDays"] = Settings.Days(catalog),
                    })
                ),
            }.WriteTo(_json);
        }

        _json.WritePropertyName("tool");
        new JObject
        {
            ["driver"] = new JObject
            {
                ["name"] = "ConfigAudit",
                ["version"] = ProductInfo.Version,
                ["semanticVersion"] = ProductInfo.Version,
                ["rules"] = new JArray(_rules),
            },
        }.WriteTo(_json);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    protected override void LetGo()
    {
        _json.Close();
        _text.Dispose();
    }

    private static string Kind(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => "pass",
            Outcome.Fail => "fail",
            Outcome.NotApplicable => "notApplicable",
            Outcome.Attest => "review",
            _ => "open",
        };

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Critical or Severity.High => "error",
            Severity.Medium => "warning",
            _ => "note",
        };

    private static string Message(Finding finding)
    {
        var reason = finding.Reason.Length == 0 ? finding.Title : finding.Reason;
        return $"{finding.ComputerName}: {(finding.Actual.Length == 0 ? reason : $"{reason}: {finding.Actual}")}";
    }

    private static JObject Properties(Finding finding, params string[] names)
    {
        var properties = new JObject();
        foreach (var name in names)
        {
            if (FindingColumns.Named(name).Text(finding) is { Length: > 0 } text)
                properties[char.ToLowerInvariant(name[0]) + name.Substring(1)] = text;
        }

        return properties;
    }

    private int Index(Finding finding)
    {
        if (_indexes.TryGetValue(finding.CheckId, out var index))
            return index;
        _indexes[finding.CheckId] = index = _rules.Count;
        var rule = new JObject
        {
            ["id"] = finding.CheckId,
            ["shortDescription"] = Text(finding.Title),
            ["help"] = Text(finding.Remediation),
        };
        if (finding.Check?.Rationale.In(Settings.Language) is { Length: > 0 } rationale)
            rule["fullDescription"] = Text(rationale);
        rule["defaultConfiguration"] = new JObject { ["level"] = Level(finding.Severity) };
        rule["properties"] = Properties(finding, "Guideline", "Severity", "Obligation");
        _rules.Add(rule);
        return index;
    }

    private static JObject Text(string text) => new() { ["text"] = text.Length == 0 ? "-" : text };
}
