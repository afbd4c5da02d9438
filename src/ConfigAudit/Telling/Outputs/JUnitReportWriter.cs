using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Xml;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// Findings as JUnit's XML, in the form that Jenkins reads: a suite a host, a case a check. What fails is a failure, what is unknown an
/// error, and what a person must say or isn't for the
/// host is skipped: nothing that wasn't read looks like a success. A suite says how many cases it has before them, so hosts are held until
/// the end.
/// </summary>
[ReportFile(ReportFormat.JUnit, ".xml")]
internal sealed class JUnitReportWriter : ReportWriter
{
    private readonly Dictionary<string, List<Finding>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    public JUnitReportWriter(string path, ReportSettings settings)
        : base(path, settings) { }

    protected override void Add(Finding finding)
    {
        if (!_hosts.TryGetValue(finding.ComputerName, out var findings))
            _hosts[finding.ComputerName] = findings = new List<Finding>();
        findings.Add(finding);
    }

    protected override void Finish()
    {
        using var xml = XmlWriter.Create(
            Stream,
            new XmlWriterSettings
            {
                Encoding = new UTF8Encoding(false),
                Indent = true,
                CloseOutput = false,
            }
        );
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "ConfigAudit");
        Count(xml, _hosts.Values.SelectMany(findings => findings).ToArray());
        foreach (var host in _hosts.OrderBy(host => host.Key, StringComparer.OrdinalIgnoreCase))
            Write(xml, host.Key, host.Value);
        xml.WriteEndElement();
    }

    private static void Count(XmlWriter xml, IReadOnlyCollection<Finding> findings)
    {
        void Attribute(string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
        Attribute("tests", findings.Count);
        Attribute("failures", findings.Count(finding => finding.Outcome == Outcome.Fail));
        Attribute("errors", findings.Count(finding => finding.Outcome == Outcome.Unknown));
    }

    private void Write(XmlWriter xml, string host, List<Finding> findings)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", XmlText.Clean(host));
        Count(xml, findings);
        xml.WriteAttributeString(
            "skipped",
            findings.Count(finding => finding.Outcome is Outcome.Attest or Outcome.NotApplicable).ToString(CultureInfo.InvariantCulture)
        );
        if (findings[0].CollectedAt is { } moment)
            xml.WriteAttributeString("timestamp", moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        Properties(xml);
        foreach (var finding in findings)
            Write(xml, finding);
        xml.WriteEndElement();
    }

    private void Properties(XmlWriter xml)
    {
        if (Settings.Catalogs.Count == 0)
            return;
        xml.WriteStartElement("properties");
        foreach (var catalog in Settings.Catalogs)
        {
            Property($"catalog.{catalog.Name}.edition", ReportSettings.Written(catalog));
            Property($"catalog.{catalog.Name}.ageDays", Settings.Days(catalog).ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteEndElement();

        void Property(string name, string value)
        {
            xml.WriteStartElement("property");
            xml.WriteAttributeString("name", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }
    }

    private static void Write(XmlWriter xml, Finding finding)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", XmlText.Clean(finding.ComputerName));
        xml.WriteAttributeString("name", XmlText.Clean($"{finding.CheckId} {finding.Title}"));
        xml.WriteAttributeString("status", finding.Outcome.ToString());
        if (finding.Outcome is Outcome.Attest or Outcome.NotApplicable)
        {
            xml.WriteElementString("skipped", XmlText.Clean($"{finding.Outcome}: {finding.Reason}"));
        }
        else if (finding.Outcome != Outcome.Pass)
        {
            xml.WriteStartElement(finding.Outcome == Outcome.Fail ? "failure" : "error");
            xml.WriteAttributeString("type", finding.Outcome == Outcome.Fail ? finding.Severity.ToString() : finding.Outcome.ToString());
            xml.WriteAttributeString("message", XmlText.Clean(finding.Reason));
            xml.WriteString(XmlText.Clean(string.Join("\n", Details(finding))));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<string> Details(Finding finding)
    {
        foreach (
            var name in new[]
            {
                "Expected",
                "Actual",
                "Evidence",
                "Remediation",
                "Guideline",
                "WaiverState",
                "Waiver",
                "AttestationState",
                "Attestation",
            }
        )
        {
            if (FindingColumns.Named(name).Text(finding) is { Length: > 0 } text)
                yield return $"{name}: {text}";
        }
    }
}
