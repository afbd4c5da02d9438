using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Mutation;

/// <summary>What can be lost of registers: each file, each column, each cell, and the word that there are no other rows.</summary>
internal sealed class RegisterSites
{
    /// <summary>What people and spreadsheets write where they have nothing to write.</summary>
    private static readonly string[] Nothings =
    {
        "－",
        "-",
        "―",
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#NAME?",
        "(空白)",
        "未定",
        "未定。",
        "?",
        "TBD",
        "N/A",
    };

    /// <summary>What is written where a name of who approved, or who is responsible, should stand.</summary>
    private static readonly string[] Verdicts =
    {
        "却下",
        "不承認",
        "未承認",
        "未承認（予定）",
        "否認",
        "FALSE",
        "0",
        "申請中",
        "rejected",
        "not approved",
        "pending",
        "なし",
    };

    private static readonly string[] NamesOfPeople = { "承認者", "Approver", "管理責任者", "責任者", "Owner" };

    private readonly IReadOnlyList<Register> _registers;
    private readonly IReadOnlyDictionary<string, string[]> _known;
    private readonly Func<string, Outcome> _judge;

    public RegisterSites(IReadOnlyList<Register> registers, IReadOnlyDictionary<string, string[]> known, Func<string, Outcome> judge) =>
        (_registers, _known, _judge) = (registers, known, judge);

    public IEnumerable<Site> All()
    {
        foreach (var register in _registers)
        {
            var others = Cells(register).SelectMany(cell => Others(register, cell.Row, cell.Column)).ToArray();
            var more = new[]
            {
                Change(
                    Operator.Replaced,
                    "one row more",
                    register,
                    register.With(register.Headers.Select((_, at) => at == 0 ? "X" : string.Empty).ToArray())
                ),
            };
            yield return new Site(
                register.File,
                string.Empty,
                new[] { Change(Operator.Removed, "the register isn't given", register, null) },
                () => others.Concat(more)
            );
            yield return new Site(
                register.File,
                "(rows)",
                new[]
                {
                    Change(
                        Operator.Truncated,
                        "a row that nobody can read",
                        register,
                        register.With(register.Headers.Select(_ => "\"x").ToArray())
                    ),
                },
                () => more
            );
            for (var column = 0; column < register.Headers.Length && register.Headers.Length > 1; column++)
            {
                var at = column;
                yield return new Site(
                    register.File,
                    register.Headers[at],
                    new[] { Change(Operator.Removed, "the column isn't there", register, register.Without(at)) },
                    () => Cells(register).Where(cell => cell.Column == at).SelectMany(cell => Others(register, cell.Row, at))
                );
            }

            foreach (var (row, column) in Cells(register))
            {
                yield return new Site(
                    register.File,
                    register.Headers[column],
                    Losses(register, row, column).ToArray(),
                    () => Others(register, row, column)
                );
                // The first column says what a row is of: with another name it is another's row, and contradicts nothing.
                foreach (var other in column == 0 ? Enumerable.Empty<string>() : Values(register, row, column))
                    yield return Twice(register, row, column, other);
            }
        }
    }

    private static IEnumerable<(int Row, int Column)> Cells(Register register) =>
        register
            .Rows.SelectMany((cells, row) => cells.Select((cell, column) => (cell, row, column)))
            .Where(each => each.cell.Length > 0 && each.column < register.Headers.Length)
            .Select(each => (each.row, each.column));

    private IEnumerable<Change> Losses(Register register, int row, int column)
    {
        var isName = NamesOfPeople.Contains(register.Headers[column]);
        foreach (
            var (how, value) in new[] { (Operator.Blanked, string.Empty), (Operator.Blanked, "　") }
                .Concat(Nothings.Select(word => (Operator.Mistyped, word)))
                .Concat(isName ? Verdicts.Select(word => (Operator.Mistyped, word)) : Enumerable.Empty<(Operator, string)>())
        )
        {
            yield return Change(how, $"'{value}' for '{register.Rows[row][column]}'", register, register.With(row, column, value));
        }
    }

    private IEnumerable<Change> Others(Register register, int row, int column) =>
        Values(register, row, column)
            .Select(value =>
                Change(Operator.Replaced, $"{register.Headers[column]}='{value}'", register, register.With(row, column, value))
            );

    private IEnumerable<string> Values(Register register, int row, int column) =>
        (_known.TryGetValue(register.Headers[column], out var known) ? known : Array.Empty<string>())
            .Append(string.Empty)
            .Where(value => value != register.Rows[row][column])
            .Distinct();

    /// <summary>The same row twice, and one says otherwise.</summary>
    private Site Twice(Register register, int row, int column, string other)
    {
        var second = register.Rows[row].Select((cell, at) => at == column ? other : cell).ToArray();
        return new Site(
            register.File,
            register.Headers[column],
            new[] { Change(Operator.Contradicted, $"a second row with '{other}'", register, register.With(second)) },
            () => new[] { Change(Operator.Replaced, $"{register.Headers[column]}='{other}'", register, register.With(row, column, other)) }
        );
    }

    private Change Change(Operator how, string detail, Register register, Register? other) =>
        new(
            how,
            detail,
            () =>
                new Outcome?[]
                {
                    _judge(
                        string.Join(
                            "\n\n",
                            _registers.Select(each => each == register ? other : each).OfType<Register>().Select(each => each.ToString())
                        )
                    ),
                }
        );
}
