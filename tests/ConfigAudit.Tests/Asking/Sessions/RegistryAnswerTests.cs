using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions;

/// <summary>Answers of StdRegProv that say "found" and tell nothing that can be read: what is there is never taken for what
/// isn't.</summary>
public sealed class RegistryAnswerTests
{
    private static readonly RegistryKey Key = RegistryKey.LocalMachine(@"SOFTWARE\Example");
    private static readonly object?[] None = Array.Empty<object?>();

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    [InlineData(true)]
    public async Task A_text_that_was_found_without_a_text_is_not_known(object? value) =>
        Unusable(await new Registry(new Provider(("sValue", value))).TextAsync(Key, "x", CancellationToken.None));

    [Theory]
    [InlineData(null)]
    [InlineData("many")]
    [InlineData(-1L)]
    [InlineData(4294967296L)]
    [InlineData(1.5)]
    public async Task A_number_that_a_DWORD_cannot_hold_is_not_known(object? value) =>
        Unusable(await new Registry(new Provider(("uValue", value))).NumberAsync(Key, "x", CancellationToken.None));

    [Fact]
    public async Task A_number_above_32_bits_is_one_of_a_QWORD() =>
        Assert.Equal(
            4294967296,
            (
                await new Registry(new Provider(("uValue", 4294967296))).NumberAsync(
                    Key,
                    "x",
                    CancellationToken.None,
                    RegistryType.LongNumber
                )
            ).Value
        );

    [Fact]
    public async Task A_list_with_something_else_among_its_texts_is_not_known()
    {
        Unusable(await new Registry(new Provider(("sValue", new object?[] { "a", null }))).TextsAsync(Key, "x", CancellationToken.None));
        Unusable(await new Registry(new Provider(("sValue", null))).TextsAsync(Key, "x", CancellationToken.None));
    }

    [Fact]
    public async Task A_key_that_has_nothing_answers_with_null()
    {
        var registry = new Registry(new Provider(("sNames", null)));
        Assert.Empty((await registry.SubkeysAsync(Key, CancellationToken.None)).Value!);
        Assert.Empty((await registry.ValueNamesAsync(Key, CancellationToken.None)).Value!);
    }

    public static TheoryData<object?> NoNames() =>
        new() { new object?[] { "a", null }, new object?[] { "a", 5L }, new object?[] { "a", "A" }, 5L };

    [Theory]
    [MemberData(nameof(NoNames))]
    public async Task A_list_of_names_that_holds_no_name_is_not_believed(object? names)
    {
        var registry = new Registry(new Provider(("sNames", names)));
        Unusable(await registry.SubkeysAsync(Key, CancellationToken.None));
        Unusable(await registry.ValueNamesAsync(Key, CancellationToken.None));
        Unusable((await registry.ReadAsync(new RegistryQuery(Key) { Numbers = new[] { "x" } }, CancellationToken.None)).Number("x"));
    }

    [Fact]
    public async Task The_default_value_has_an_empty_name_and_no_key_has()
    {
        var registry = new Registry(new Provider(("sNames", new object?[] { string.Empty })));
        Assert.Equal(new[] { string.Empty }, (await registry.ValueNamesAsync(Key, CancellationToken.None)).Value);
        Unusable(await registry.SubkeysAsync(Key, CancellationToken.None));
    }

    [Fact]
    public async Task Types_of_another_number_than_the_names_may_mean_that_a_name_is_missing()
    {
        var registry = new Registry(new Provider(("sNames", new object?[] { "a" }), ("Types", new object?[] { 4L, 4L })));
        var row = await registry.ReadAsync(new RegistryQuery(Key) { Numbers = new[] { "x" } }, CancellationToken.None);
        Unusable(row.Number("x"));
        Assert.Null(row.Number("x").Flag(whenAbsent: false));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task No_answer_and_two_are_none(int rows)
    {
        Unusable(await new Registry(new Provider(("uValue", 1L)) { Rows = rows }).NumberAsync(Key, "x", CancellationToken.None));
        Unusable(await new Registry(new Provider(("sNames", None)) { Rows = rows }).SubkeysAsync(Key, CancellationToken.None));
    }

    [Fact]
    public async Task An_answer_without_a_return_value_is_none() =>
        Unusable(await new Registry(new Provider(("uValue", 1L), ("ReturnValue", null))).NumberAsync(Key, "x", CancellationToken.None));

    private static void Unusable<V>(RegistryAnswer<V> answer)
    {
        Assert.Null(answer.Value);
        Assert.False(answer.IsAbsent);
        Assert.Equal(GapKind.Unusable, answer.GapIfUnread!.Kind);
    }

    /// <summary>Answers everything with the same out parameters.</summary>
    private sealed class Provider : ICimSource
    {
        private readonly CimRow _row;

        public Provider(params (string Name, object? Value)[] outs)
        {
            var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["ReturnValue"] = 0L };
            foreach (var (name, value) in outs)
                values[name] = value;
            _row = new CimRow(values);
        }

        public int Rows { get; init; } = 1;

        public string Protocol => "Test";

        public DateTimeOffset? Now => null;

        public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) => throw new NotSupportedException();

        public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) =>
            Task.FromResult(CimAnswer.Of(Enumerable.Repeat(_row, Rows).ToArray()));

        public void Dispose() { }
    }
}
