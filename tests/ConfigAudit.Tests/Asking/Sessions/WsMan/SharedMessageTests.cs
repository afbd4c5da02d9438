using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>Recorded exchanges with real servers, where they are at hand: Open Management Infrastructure, and WinRM of Windows Server 2003
/// and 2008.</summary>
public sealed class SharedMessageTests
{
    [NeedsFact("shared/wsman")]
    public void Every_recorded_answer_parses_into_rows_or_a_fault_or_is_refused_with_a_reason()
    {
        var outcomes = new List<string>();
        foreach (var path in Messages("omi", "*.response.xml").Concat(Messages("txwinrm", "*.xml")).Concat(Messages("ms-wsmv", "*.xml")))
        {
            try
            {
                var reply = Read(path);
                outcomes.Add(
                    reply.Fault is not null ? "fault"
                    : reply.Rows.Count > 0 ? "rows"
                    : "empty"
                );
            }
            catch (SessionException refused) when (new FileInfo(path).Length == 0)
            {
                outcomes.Add(refused.Kind.ToString());
            }
        }

        // Empty bodies: no answer at all (2), 401, 400, and OMI's answer to a dialect that it doesn't know.
        Assert.Equal(5, outcomes.Count(outcome => outcome == "Unusable"));
        Assert.Equal(24, Messages("omi", "*.response.xml").Count(path => new FileInfo(path).Length > 0 && Read(path).Fault is not null));
        Assert.True(
            outcomes.Count(outcome => outcome == "rows") > 140,
            string.Join(" ", outcomes.GroupBy(outcome => outcome).Select(group => $"{group.Key}={group.Count()}"))
        );
    }

    [NeedsTheory("shared/wsman")]
    [InlineData("10", "14", 30)]
    [InlineData("15", "22", 30)]
    [InlineData("23", "24", 30)]
    [InlineData("25", "25", 30)]
    [InlineData("26", "28", 30)]
    [InlineData("29", "29", 10)]
    [InlineData("32", "32", 10)]
    [InlineData("34", "37", 26)]
    [InlineData("38", "38", 1)]
    public void Pages_add_up_and_the_last_alone_says_so(string first, string last, int rows)
    {
        var pages = Messages("omi", "*.response.xml")
            .Where(path =>
                string.CompareOrdinal(Path.GetFileName(path), first) >= 0 && string.CompareOrdinal(Path.GetFileName(path), last + "~") < 0
            )
            .Select(Read)
            .ToArray();
        Assert.NotEmpty(pages);
        Assert.Equal(rows, pages.Sum(page => page.Rows.Count));
        Assert.Equal(Enumerable.Repeat(false, pages.Length - 1).Append(true), pages.Select(page => page.IsEnd));
        Assert.All(pages.Take(pages.Length - 1), page => Assert.False(string.IsNullOrEmpty(page.Context)));
        Assert.All(pages.SelectMany(page => page.Rows), row => Assert.StartsWith("user", row.Text("Name"), StringComparison.Ordinal));
    }

    [NeedsTheory("shared/wsman")]
    [InlineData("43-enum-allkinds")]
    [InlineData("44-enum-allkinds-winrm-ua")]
    public void All_kinds_of_CIM_values(string name)
    {
        var row = Assert.Single(Read(Path.Combine(Machine.SharedMessages!, "omi", name + ".response.xml")).Rows);
        Assert.True(row.Flag("B"));
        Assert.Equal(
            new long?[] { 255, -128, 65535, -32768, 4294967295, -2147483648, -9223372036854775808, 65 },
            new[] { "U8", "S8", "U16", "S16", "U32", "S32", "S64", "C16" }.Select(row.Number)
        );
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 6, 30, 15, TimeSpan.FromHours(-8)).AddTicks(1234560), row.Instant("Stamp"));
        Assert.Equal(("plain", string.Empty), (row.Text("Str"), row.Text("Empty")));
        Assert.All(new[] { "NullStr", "NullU32", "NullDate", "NullArr", "EmptyArr", "NullEmb" }, each => Assert.Null(row[each]));
        Assert.Equal("TEST_Inner.Id=\"inner2\"", row.Text("Link"));
        Assert.Equal("a<b>&\"c\"'d' ]]>", row.Text("Xml"));
        Assert.Equal("café € 😀", row.Text("Utf8"));
        Assert.Equal("  lead and trail  ", row.Text("Spaces"));
        Assert.Equal("l1\r\nl2\tx\nl3", row.Text("Newlines"));
        Assert.Equal(new[] { "one", string.Empty, "three & <3>" }, row.Texts("StrArr"));
        Assert.Equal(7, Assert.Single(row.Rows("Emb")!).Number("Count"));
        Assert.Equal(new long?[] { 7, 8 }, row.Rows("EmbArr")!.Select(each => each.Number("Count")));
    }

    [NeedsFact("shared/wsman")]
    public void Typed_instances_and_projections_hold_the_same()
    {
        foreach (var star in Messages("txwinrm", "*_star_000.xml"))
        {
            var (typed, bare) = (All(star), All(star.Replace("_star_", "_all_")));
            // Counters and processes change between two questions; what a row has doesn't.
            Assert.Equal(typed[0].Names.OrderBy(name => name), bare[0].Names.OrderBy(name => name));
            if (Path.GetFileName(star).StartsWith("Win32_OperatingSystem", StringComparison.Ordinal))
            {
                Assert.All(
                    new[] { "Caption", "Version", "BuildNumber", "CSName" },
                    name => Assert.Equal(typed[0].Text(name), bare[0].Text(name))
                );
                Assert.Equal(typed[0].Instant("InstallDate"), bare[0].Instant("InstallDate"));
                Assert.Equal(2013, typed[0].Instant("LastBootUpTime")!.Value.Year);
            }
        }

        static CimRow[] All(string first) =>
            Enumerable
                .Range(0, 9)
                .Select(page => first.Replace("_000", "_00" + page))
                .Where(File.Exists)
                .SelectMany(path => Read(path).Rows)
                .ToArray();
    }

    [NeedsFact("shared/wsman")]
    public void Real_services_and_addresses_come_out_as_the_collectors_read_them()
    {
        var services = Messages("txwinrm", "Win32_Service_star_*.xml")
            .Where(path => path.Contains("server_2008"))
            .SelectMany(path => Read(path).Rows)
            .ToArray();
        Assert.True(services.Length > 100);
        Assert.All(services, row => Assert.Contains(row.Text("State"), new[] { "Running", "Stopped" }));
        var adapters = Messages("txwinrm", "Win32_NetworkAdapterConfiguration_star_*.xml")
            .Where(path => path.Contains("server_2008"))
            .SelectMany(path => Read(path).Rows);
        Assert.Contains(adapters, row => row.Texts("IPAddress") is { Count: > 0 });
    }

    [NeedsTheory("shared/wsman")]
    [InlineData("omi/60-fault-unknown-class.response.xml", GapKind.NotPresent)]
    [InlineData("omi/61-fault-unknown-namespace.response.xml", GapKind.NotPresent)]
    [InlineData("omi/62-fault-wql-unknown-class.response.xml", GapKind.NotPresent)]
    [InlineData("omi/48-get-user-notfound.response.xml", GapKind.NotPresent)]
    [InlineData("omi/59-invoke-unknown-class.response.xml", GapKind.NotPresent)]
    [InlineData("omi/58-invoke-unknown-method.response.xml", GapKind.Unusable)]
    [InlineData("omi/63-fault-wql-syntax.response.xml", GapKind.Unusable)]
    [InlineData("omi/66-fault-pull-bad-context.response.xml", GapKind.Unusable)]
    [InlineData("omi/76-fault-mustunderstand.response.xml", GapKind.Unusable)]
    [InlineData("txwinrm/data_error/max_concurrent.xml", GapKind.Busy)]
    [InlineData("ms-wsmv/085.xml", GapKind.Unusable)]
    public void Recorded_faults_mean(string file, GapKind kind) =>
        Assert.Equal(kind, FaultKinds.Of(Read(Path.Combine(Machine.SharedMessages!, file)).Fault!));

    private static IEnumerable<string> Messages(string folder, string pattern) =>
        Directory
            .GetFiles(Path.Combine(Machine.SharedMessages!, folder), pattern, SearchOption.AllDirectories)
            .OrderBy(path => path, StringComparer.Ordinal);

    private static WsManReply Read(string path) => WsManReader.Read(new ArraySegment<byte>(File.ReadAllBytes(path)));
}
