using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>A recording answers as the machine did, and says what it doesn't hold.</summary>
public sealed class ReplaySourceTests
{
    private const string Recording = """
        {
          "recordedAt": "2026-11-16T00:00:00Z",
          "instances": { "root\\CIMV2": {
            "Win32_Service": [ { "Name": "A", "State": "Running" }, { "Name": "B", "State": "Stopped" } ],
            "Win32_Part": [ { "Name": "A" } ] } },
          "registry": {
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor": { "Text": { "type": "REG_SZ", "data": "x" }, "Number": { "type": "REG_DWORD", "data": 7 } },
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor\\One": {},
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor\\Two": {},
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Tool": { "Seen": { "type": "REG_SZ", "data": "x" } } },
          "methods": { "root/ns": { "C.Get": [ { "in": { "All": true }, "out": { "ReturnValue": 0, "items": [ { "Name": "v" } ] } } ] } },
          "absent": [ "root/SecurityCenter2", "root/cimv2:Win32_Gone", "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Gone" ],
          "partial": { "root/cimv2:Win32_Part": "only the first" },
          "untyped": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Tool: a tool printed these" ],
          "failures": { "root/cimv2:Win32_Secret": "denied", "root/slow": "timeout", "registry:HKEY_LOCAL_MACHINE\\SECURITY": "denied" }
        }
        """;

    [Fact]
    public async Task A_class_is_found_whatever_the_spelling_of_its_namespace()
    {
        var answer = await Query("root/cimv2", "Win32_Service", "State='Running'");
        Assert.Equal("A", Assert.Single(answer.Rows).Text("Name"));
        Assert.Null(answer.Gap);
    }

    [Theory]
    [InlineData("root/SecurityCenter2", "AntiVirusProduct", GapKind.NotPresent)]
    [InlineData("root/cimv2", "Win32_Gone", GapKind.NotPresent)]
    [InlineData("root/cimv2", "Win32_Unheard", GapKind.NotRecorded)]
    [InlineData("root/unheard", "C", GapKind.NotRecorded)]
    [InlineData("root/cimv2", "Win32_Secret", GapKind.Denied)]
    [InlineData("root/slow", "C", GapKind.Timeout)]
    public async Task What_is_not_there_differs_from_what_was_not_recorded(string @namespace, string @class, object kind)
    {
        var answer = await Query(@namespace, @class);
        Assert.Empty(answer.Rows);
        Assert.Equal(kind, answer.Gap!.Kind);
    }

    [Fact]
    public async Task A_class_recorded_in_part_answers_and_says_so()
    {
        var answer = await Query("root/cimv2", "Win32_Part");
        Assert.Single(answer.Rows);
        Assert.Equal(GapKind.NotRecorded, answer.Gap!.Kind);
        Assert.Contains("only the first", answer.Gap.Message);
    }

    [Fact]
    public async Task A_method_answers_for_the_arguments_it_was_recorded_with()
    {
        using var source = Machine.Source(Recording);
        var known = await source.InvokeAsync(Call(true), CancellationToken.None);
        Assert.Equal("v", known.Rows.Single().Rows("items")!.Single().Text("Name"));
        Assert.Equal(GapKind.NotRecorded, (await source.InvokeAsync(Call(false), CancellationToken.None)).Gap!.Kind);

        static CimCall Call(bool all) =>
            new("root/ns", "C", "Get", new System.Collections.Generic.Dictionary<string, object?> { ["All"] = all });
    }

    [Fact]
    public async Task The_registry_answers_as_StdRegProv_does()
    {
        using var source = Machine.Source(Recording);
        var registry = new Registry(source);
        var key = RegistryKey.LocalMachine(@"software\vendor");
        Assert.Equal("x", (await registry.TextAsync(key, "TEXT", CancellationToken.None)).Value);
        Assert.Equal(7, (await registry.NumberAsync(key, "Number", CancellationToken.None)).Value);
        Assert.Equal(new[] { "One", "Two" }, (await registry.SubkeysAsync(key, CancellationToken.None)).Value);
        Assert.True((await registry.TextAsync(key, "Missing", CancellationToken.None)).IsAbsent);
        Assert.Empty((await registry.SubkeysAsync(key.Below("One"), CancellationToken.None)).Value!);
    }

    [Theory]
    [InlineData(@"SOFTWARE\Gone", GapKind.NotPresent)]
    [InlineData(@"SOFTWARE\Unheard", GapKind.NotRecorded)]
    [InlineData(@"SECURITY\Policy\PolAdtEv", GapKind.Denied)]
    [InlineData(@"SOFTWARE\Tool", GapKind.NotRecorded)]
    public async Task A_registry_value_that_is_not_there_says_why(string key, object kind)
    {
        using var source = Machine.Source(Recording);
        Assert.Equal(
            kind,
            (await new Registry(source).TextAsync(RegistryKey.LocalMachine(key), "Missing", CancellationToken.None)).Gap!.Kind
        );
    }

    [Fact]
    public void An_unreachable_machine_can_not_be_opened() =>
        Assert.Equal(
            GapKind.Unreachable,
            Assert.Throws<SessionException>(() => Machine.Source("""{ "failures": { "*": "unreachable" } }""")).Kind
        );

    private static async Task<CimAnswer> Query(string @namespace, string @class, string? where = null)
    {
        using var source = Machine.Source(Recording);
        return await source.QueryAsync(new CimQuery(@namespace, @class, System.Array.Empty<string>(), where), CancellationToken.None);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_that_was_refused_is_listed_where_it_stands(bool isHeld)
    {
        using var source = Machine.Source(
            $$"""
            { "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor{{(
                isHeld ? null : @"\\B"
            )}}": {} }, "absent": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor\\C" ],
              "failures": { "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor\\A": "denied", "root/CIMV9": "timeout" } }
            """
        );
        var answer = await new Registry(source).SubkeysAsync(RegistryKey.LocalMachine(@"SOFTWARE\Vendor"), CancellationToken.None);
        Assert.Contains("A", answer.Value!);
        Assert.DoesNotContain("C", answer.Value!);
    }
}
