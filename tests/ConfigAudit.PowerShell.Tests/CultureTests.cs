using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What is written down is the same whatever calendar, digits and signs the user's culture has: it is compared with what another
/// PC wrote.</summary>
public sealed class CultureTests : IDisposable
{
    private static readonly Dictionary<string, CultureInfo> Cultures = new()
    {
        ["ja-JP, imperial"] = With("ja-JP", new JapaneseCalendar()),
        ["th-TH, Buddhist"] = With("th-TH", new ThaiBuddhistCalendar()),
        ["fa-IR, Persian"] = With("fa-IR", new PersianCalendar()),
        ["ar-SA, lunar"] = With("ar-SA", new UmAlQuraCalendar()),
        ["sv-SE, comma and minus sign"] = With("sv-SE", new GregorianCalendar()),
    };

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Usual = new(() => Written(CultureInfo.InvariantCulture));

    private readonly Script _script = new();

    public static TheoryData<string> Names => new(Cultures.Keys);

    public void Dispose() => _script.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_is_written_is_the_same(string culture)
    {
        var written = Written(Cultures[culture]);
        Assert.Equal(Usual.Value.Keys.Order(), written.Keys.Order());
        Assert.All(Usual.Value, file => Assert.Equal(file.Value, written[file.Key]));
    }

    /// <summary>PowerShell itself reads what is typed by the user's calendar: 2027-03-31 would be a day of 1484, or of 4045.</summary>
    [Theory]
    [InlineData("'2027-03-31'", "2027-03-31T00:00:00")]
    [InlineData("'2027/3/31'", "2027-03-31T00:00:00")]
    [InlineData("20270331", "2027-03-31T00:00:00")]
    [InlineData("20270331L", "2027-03-31T00:00:00")]
    [InlineData("20270331.0", "2027-03-31T00:00:00")]
    [InlineData("20270331d", "2027-03-31T00:00:00")]
    [InlineData("R9.3.31", "2027-03-31T00:00:00")]
    [InlineData("'2027-03-31 09:30'", "2027-03-31T09:30:00")]
    [InlineData("([datetime]::new(2027, 3, 31))", "2027-03-31T00:00:00")]
    public void A_day_that_is_typed_is_that_day(string typed, string day) =>
        Assert.All(
            Cultures.Values,
            culture =>
            {
                var at = (DateTimeOffset)Used(typed, culture).Output.Single().Properties["At"].Value;
                Assert.Equal(day, at.DateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
            }
        );

    [Theory]
    [InlineData("31/03/2027")]
    [InlineData("2027-02-30")]
    [InlineData("tomorrow")]
    public void Another_form_is_refused_in_words(string typed)
    {
        var refused = Used($"'{typed}'", Cultures["sv-SE, comma and minus sign"]);
        Assert.Contains($"'{typed}' is no day", Assert.Single(refused.Errors).Exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Unquoted, they are numbers, which PowerShell takes for ticks since the year 1.</summary>
    [Theory]
    [InlineData("2029", "2029")]
    [InlineData("7", "7")]
    [InlineData("2027.5", "2027.5")]
    [InlineData("202703310900", "202703310900")]
    public void So_is_a_number_that_is_no_day(string typed, string told) =>
        Assert.Contains(
            $"'{told}' is no day",
            Assert.Single(Used(typed, Cultures["sv-SE, comma and minus sign"]).Errors).Exception.Message,
            StringComparison.Ordinal
        );

    private ScriptResult Used(string day, CultureInfo culture) =>
        _script.Run(
            $"""
            [Threading.Thread]::CurrentThread.CurrentCulture = $culture
            @() | Get-ConfigAuditAccountUse CITY\\window {day} -RegisterPath "$city/registers"
            """,
            ("culture", culture),
            ("city", Path.Combine(Script.RepositoryRoot, "examples", "municipality"))
        );

    [Fact]
    public void Every_day_of_a_cmdlet_is_read_so()
    {
        var unread = _script
            .Run(
                """
                Get-Command -Module ConfigAudit -CommandType Cmdlet | ForEach-Object { $cmdlet = $_; $_.Parameters.Values } |
                    Where-Object { $_.ParameterType -in [datetime], [nullable[datetime]], [datetimeoffset], [nullable[datetimeoffset]] } |
                    Where-Object { -not ($_.Attributes.ForEach{ $_.GetType().Name } -match '^Written(Day|Time)Attribute$') } | ForEach-Object Name
                """
            )
            .Output;
        Assert.Empty(unread);
    }

    [Fact]
    public void The_comparison_sees_a_culture_s_day() =>
        Assert.NotEqual(
            new DateTime(2026, 11, 16).ToString("yyyy-MM-dd", Cultures["ja-JP, imperial"]),
            new DateTime(2026, 11, 16).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    /// <summary>What an interpolated string comes to where nothing better is at hand, and what CA1305 passes over.</summary>
    [Theory]
    [InlineData("bin/ConfigAudit.PowerShell.dll")]
    [InlineData("bin/deps/ConfigAudit.dll")]
    public void No_text_is_put_together_by_the_user_s_culture(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(Path.GetDirectoryName(Script.Manifest)!, assembly)));
        var metadata = file.GetMetadataReader();
        var asks = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && member.GetKind() == MemberReferenceKind.Method)
            .Select(member =>
                (
                    Type: metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name),
                    Method: metadata.GetString(member.Name),
                    Signature: metadata.GetBlobBytes(member.Signature)
                )
            )
            .Where(member => (member.Type, member.Method) is ("String", "Format"))
            .ToArray();
        // ECMA-335 II.23.2.1: how it is called, how many parameters, what comes back, then the parameters: the first is a text where no
        // culture is named.
        Assert.DoesNotContain(asks, member => member.Signature[3] == (byte)SignatureTypeCode.String);
    }

    private static CultureInfo With(string name, Calendar calendar)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        culture.DateTimeFormat.Calendar = calendar;
        return culture;
    }

    /// <summary>Every kind of report of the municipality, a run folder, snapshots and their drift; and what was said of it. Without the
    /// moments of the run itself.</summary>
    private static Dictionary<string, string> Written(CultureInfo culture)
    {
        using var script = new Script();
        var result = script.Run(
            """
            [Threading.Thread]::CurrentThread.CurrentCulture = $culture
            $asked = @{ Baseline = "$city/aozora.json"; RegisterPath = "$city/registers"; WaiverPath = "$city/waivers.json"; AttestationPath = "$city/attestations.json"
                AsOf = '2026-11-16'; LogonsSince = '2026-11-13'; PlannedUseUntil = '2099-03-31'; ErrorAction = 'SilentlyContinue' }
            $findings = @(Import-ConfigAuditTarget "$city/inventory.csv" | Invoke-ConfigAudit @asked -RunPath $folder/run -ThrottleLimit 1)
            foreach ($name in 'report.html', 'report.xlsx', 'findings.csv', 'findings.json', 'report.junit.xml', 'report.sarif') {
                foreach ($language in 'English', 'Japanese') { $findings | Export-ConfigAuditReport "$folder/$language-$name" -Language $language }
            }
            $findings | Export-ConfigAuditReport $folder/checklist.xlsx -Format Checklist
            $findings | Send-ConfigAuditNotice $folder/told.json -Path $folder/notices.txt
            Import-ConfigAuditTarget "$city/inventory.csv" | New-ConfigAuditSnapshot -ErrorAction SilentlyContinue | Export-ConfigAuditSnapshot $folder/snapshots
            """,
            ("culture", culture),
            ("city", Path.Combine(Script.RepositoryRoot, "examples", "municipality"))
        );
        Assert.Null(result.Terminating);
        var texts = Directory
            .GetFiles(script.Folder, "*", SearchOption.AllDirectories)
            .SelectMany(path =>
                Entries(path)
                    .Select(entry =>
                        (
                            Name: Masked(Path.GetRelativePath(script.Folder, path) + entry.Name, script.Folder),
                            Text: Masked(entry.Text, script.Folder)
                        )
                    )
            )
            .ToDictionary(entry => entry.Name, entry => entry.Text);
        texts["warnings"] = Masked(string.Join("\n", result.Warnings), script.Folder);
        Assert.True(texts.Count > 30);
        return texts;
    }

    private static IEnumerable<(string Name, string Text)> Entries(string path)
    {
        if (!path.EndsWith(".xlsx", StringComparison.Ordinal))
            return new[] { (string.Empty, File.ReadAllText(path)) };
        using var workbook = ZipFile.OpenRead(path);
        return workbook
            .Entries.Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return ("/" + entry.FullName, reader.ReadToEnd());
            })
            .ToArray();
    }

    /// <summary>Without the folder, and without moments of today, which is when it was written: by every calendar they would stand
    /// otherwise, and be seen.</summary>
    private static string Masked(string text, string folder) =>
        Regex.Replace(
            text.Replace(folder, "FOLDER", StringComparison.Ordinal),
            $@"({DateTime.UtcNow.AddDays(-1):yyyy-MM-dd}|{DateTime.UtcNow:yyyy-MM-dd}|{DateTime.UtcNow.AddDays(1):yyyy-MM-dd})[T ]?[0-9:.]*(Z|[+-][0-9:]+)?",
            "NOW"
        );
}
