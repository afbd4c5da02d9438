using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>A register as the tests of registers write it: its file's name, its headers, its rows. None of their cells has a
/// comma.</summary>
internal sealed record Register(string File, string[] Headers, string[][] Rows)
{
    public static IReadOnlyList<Register> All(string text) =>
        Judging.Findings.RegisterTruthTests.Registers(text).Select(Of).OfType<Register>().ToArray();

    /// <summary>Null for what isn't CSV of plain cells.</summary>
    private static Register? Of(string text)
    {
        var lines = text.Split('\n').Select(line => line.Trim('\r')).Where(line => line.Length > 0).ToArray();
        return lines.Length < 2 || !lines[0].EndsWith(".csv", StringComparison.Ordinal) || text.Contains("\"")
            ? null
            : new Register(lines[0], lines[1].Split(','), lines.Skip(2).Select(line => line.Split(',')).ToArray());
    }

    public Register With(int row, int column, string value) =>
        this with
        {
            Rows = Rows.Select((cells, at) => at == row ? cells.Select((cell, index) => index == column ? value : cell).ToArray() : cells)
                .ToArray(),
        };

    public Register With(params string[] row) => this with { Rows = Rows.Append(row).ToArray() };

    public Register Without(int column) =>
        this with
        {
            Headers = Cut(Headers, column),
            Rows = Rows.Select(row => Cut(row, column)).ToArray(),
        };

    public override string ToString() =>
        string.Join("\n", new[] { File, string.Join(",", Headers) }.Concat(Rows.Select(row => string.Join(",", row))));

    private static string[] Cut(string[] cells, int column) => cells.Where((_, at) => at != column).ToArray();
}
