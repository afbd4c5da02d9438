using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions;

/// <summary>The registry over StdRegProv: which method is asked for which value, and what an answer means.</summary>
public sealed class RegistryTests
{
    private static readonly RegistryKey Key = RegistryKey.LocalMachine(@"SOFTWARE\Example");

    [Fact]
    public async Task Each_value_is_asked_for_by_the_method_of_the_type_that_it_has()
    {
        var provider = new Provider
        {
            ["plain"] = (1, "a"),
            ["expanded"] = (2, @"C:\Windows\b"),
            ["number"] = (4, 5L),
            ["long"] = (11, 6L),
            ["list"] = (7, new object[] { "c", "d" }),
        };
        var row = await Read(provider);
        Assert.Equal("a", row.Text("plain").Value);
        Assert.Equal(@"C:\Windows\b", row.Text("expanded").Value);
        Assert.Equal(5, row.Number("number").Value);
        Assert.Equal(6, row.Number("long").Value);
        Assert.Equal(new[] { "c", "d" }, row.List("list").Value);
        Assert.Equal(6, provider.Asked.Count);
    }

    [Fact]
    public async Task What_the_key_does_not_have_is_not_asked_for_and_is_absent()
    {
        var provider = new Provider { ["number"] = (4, 5L) };
        var row = await Read(provider);
        Assert.True(row.Text("plain").IsAbsent);
        Assert.True(row.List("list").IsAbsent);
        Assert.Equal(new[] { "EnumValues", "GetDWORDValue" }, provider.Asked);
    }

    [Fact]
    public async Task Of_a_key_that_is_not_there_every_value_is_absent()
    {
        var row = await Read(new Provider { Code = 2 });
        Assert.True(row.IsAbsent);
        Assert.True(row.Number("number").IsAbsent);
        Assert.False(row.Number("number").Flag(whenAbsent: false));
    }

    [Fact]
    public async Task Of_a_key_that_was_refused_no_value_is_known()
    {
        var row = await Read(new Provider { Code = 5 });
        Assert.False(row.IsAbsent);
        Assert.Equal(GapKind.Denied, row.Number("number").GapIfUnread!.Kind);
        Assert.Null(row.Number("number").Flag(whenAbsent: false));
        Assert.Null(row.Text("plain").Or("default"));
    }

    [Fact]
    public async Task A_text_where_a_number_is_meant_is_neither_a_number_nor_absent()
    {
        var row = await Read(new Provider { ["number"] = (1, "5") });
        Assert.False(row.Number("number").IsAbsent);
        Assert.Equal(GapKind.Unusable, row.Number("number").Gap!.Kind);
    }

    [Fact]
    public async Task Types_that_do_not_match_the_names_are_not_believed()
    {
        var provider = new Provider { ["plain"] = (1, "a"), TellsTypes = false };
        Assert.Equal("a", (await Read(provider)).Text("plain").Value);
    }

    private static Task<RegistryRow> Read(Provider provider) =>
        new Registry(provider).ReadAsync(
            new RegistryQuery(Key)
            {
                Texts = new[] { "plain", "expanded" },
                Numbers = new[] { "number", "long" },
                Lists = new[] { "list" },
            },
            CancellationToken.None
        );

    /// <summary>StdRegProv with one key. A method that isn't of a value's type returns what the provider does, a code of its own.</summary>
    private sealed class Provider : Dictionary<string, (int Type, object Data)>, ICimSource
    {
        private const long TypeMismatch = 0x80041005;

        private static readonly Dictionary<string, (int Type, string Out)> Methods = new()
        {
            ["GetStringValue"] = (1, "sValue"),
            ["GetExpandedStringValue"] = (2, "sValue"),
            ["GetDWORDValue"] = (4, "uValue"),
            ["GetMultiStringValue"] = (7, "sValue"),
            ["GetQWORDValue"] = (11, "uValue"),
        };

        public List<string> Asked { get; } = new();

        public long Code { get; init; }

        public bool TellsTypes { get; init; } = true;

        public string Protocol => "Test";

        public DateTimeOffset? Now => null;

        public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) => throw new NotSupportedException();

        public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token)
        {
            Asked.Add(call.Method);
            var row = new Dictionary<string, object?> { ["ReturnValue"] = Code };
            if (call.Method == "EnumValues")
            {
                row["sNames"] = Keys.Cast<object>().ToArray();
                row["Types"] = TellsTypes ? Values.Select(value => (object)value.Type).ToArray() : null;
            }
            else
            {
                var (type, data) = this[(string)call.Arguments["sValueName"]!];
                if (Methods[call.Method].Type == type)
                    row[Methods[call.Method].Out] = data;
                else
                    row["ReturnValue"] = TypeMismatch;
            }

            return Task.FromResult(CimAnswer.Of(new[] { new CimRow(row) }));
        }

        public void Dispose() { }
    }
}
