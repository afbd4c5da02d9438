using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>What a recording doesn't tell, or tells in a form that it can't have, is a gap of that host.</summary>
public sealed class UnreadRecordingTests
{
    private const string Key = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor";

    [Theory]
    [InlineData("5")]
    [InlineData("\"5\"")]
    [InlineData("null")]
    [InlineData("[ 5 ]")]
    [InlineData("{ \"type\": \"REG_DWORD\" }")]
    [InlineData("{ \"type\": 4, \"data\": 5 }")]
    public void A_value_that_is_no_value_is_an_error_of_that_recording_with_its_place(string value)
    {
        var error = Assert.Throws<SessionException>(() =>
            Machine.Source(
                $$"""
                { "registry": {
                    "{{Key}}": { "Number": {{value}} } } }
                """
            )
        );
        Assert.Equal(GapKind.Unusable, error.Kind);
        Assert.Contains("PC001.json", error.Message);
        Assert.Contains("2", error.Message);
    }

    [Theory]
    [InlineData("""{ "registry": { "K": [] } }""")]
    [InlineData("""{ "registry": 5 }""")]
    [InlineData("""{ "registry": { "K": { "A": { "data": 1 }, "a": { "data": 2 } } } }""")]
    [InlineData("""{ "instances": { "root/cimv2": { "C": [ 5 ] } } }""")]
    [InlineData("""{ "instances": { "root/cimv2": { "C": [ { "Name": 1, "name": 2 } ] } } }""")]
    [InlineData("""{ "instances": {}, "methods": { "root/cimv2": { "C.M": [ 5 ] } } }""")]
    [InlineData("""{ "instances": {}, "methods": { "root/cimv2": { "C.M": [ { "in": [], "out": {} } ] } } }""")]
    [InlineData("""{ "instances": {}, "partial": [ "x" ] }""")]
    public void Whatever_else_is_of_another_form_is_one_too(string recording) =>
        Assert.Equal(GapKind.Unusable, Assert.Throws<SessionException>(() => Machine.Source(recording)).Kind);

    [Theory]
    [InlineData("REG_SZ", "\"1\"")]
    [InlineData("REG_SZ", "1")]
    [InlineData("REG_DWORD", "\"1\"")]
    [InlineData("REG_DWORD", "-1")]
    [InlineData("REG_DWORD", "4294967296")]
    [InlineData("REG_DWORD", "null")]
    [InlineData("REG_BINARY", "\"01000000\"")]
    [InlineData("REG_MULTI_SZ", "[ \"1\" ]")]
    [InlineData("REG_NONE", "\"\"")]
    public async Task A_value_of_another_type_is_there_and_is_no_number(string type, string data)
    {
        var answer = await Read(type, data).NumberAsync();
        Assert.Null(answer.Value);
        Assert.Equal(GapKind.Unusable, answer.GapIfUnread?.Kind);
    }

    [Theory]
    [InlineData("REG_DWORD", "1")]
    [InlineData("REG_BINARY", "\"6100\"")]
    [InlineData("REG_MULTI_SZ", "[ \"a\" ]")]
    [InlineData("REG_SZ", "null")]
    public async Task Nor_is_one_a_text(string type, string data)
    {
        var answer = await Read(type, data).TextAsync();
        Assert.Null(answer.Value);
        Assert.Equal(GapKind.Unusable, answer.GapIfUnread?.Kind);
    }

    [Fact]
    public async Task A_long_number_is_read_as_one() =>
        Assert.Equal(4294967296, (await Read("REG_QWORD", "4294967296").NumberAsync()).Value);

    [Theory]
    [InlineData("""{ "Name": "A" }""", GapKind.NotRecorded)]
    [InlineData("""{ "Name": "A", "Local": null }""", GapKind.Unusable)]
    [InlineData("""{ "Name": "A", "Local": "perhaps" }""", GapKind.Unusable)]
    public async Task An_instance_that_may_be_meant_is_not_left_out_in_silence(string instance, object kind)
    {
        var answer = await Ask($$"""{ "Name": "B", "Local": true }, {{instance}}""");
        Assert.Equal("B", Assert.Single(answer.Rows).Text("Name"));
        Assert.Equal(kind, answer.Gap!.Kind);
    }

    [Fact]
    public async Task One_that_is_not_meant_whatever_it_leaves_out_is() =>
        Assert.Null((await Ask("""{ "Name": "B", "Local": false }""")).Gap);

    private static Task<CimAnswer> Ask(string instances)
    {
        using var source = Machine.Source($$"""{ "instances": { "root/cimv2": { "C": [ {{instances}} ] } } }""");
        return source.QueryAsync(new CimQuery("root/cimv2", "C", new[] { "Name" }, "Local=TRUE"), CancellationToken.None);
    }

    private static Value Read(string type, string data) =>
        new($$"""{ "registry": { "{{Key}}": { "x": { "type": "{{type}}", "data": {{data}} } } } }""");

    private sealed record Value(string Recording)
    {
        private static readonly RegistryQuery Query = new(RegistryKey.LocalMachine(@"SOFTWARE\Vendor"))
        {
            Texts = new[] { "x" },
            Numbers = new[] { "x" },
        };

        public async Task<RegistryAnswer<long?>> NumberAsync() => (await RowAsync()).Number("x");

        public async Task<RegistryAnswer<string>> TextAsync() => (await RowAsync()).Text("x");

        private async Task<RegistryRow> RowAsync()
        {
            using var source = Machine.Source(Recording);
            return await new Registry(source).ReadAsync(Query, CancellationToken.None);
        }
    }
}
