using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers;

/// <summary>From the rows of one file to facts: which cell is which column's, and whether a row is one of its own.</summary>
internal sealed class RegisterRows
{
    private readonly string _path;
    private readonly RegisterType _type;
    private readonly bool _isJson;
    private readonly IDictionary<string, string> _keys;
    private readonly RegisterHeaders _headers;
    private readonly HashSet<string> _unknown = new(StringComparer.OrdinalIgnoreCase);

    public RegisterRows(string path, RegisterType type, bool isJson, IDictionary<string, string> keys) =>
        (_path, _type, _isJson, _keys, _headers) = (path, type, isJson, keys, new RegisterHeaders(type.Columns));

    public static bool SaysNone(RegisterRow row) =>
        row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Value) || (WholeText.Is(cell.Value) && Placeholder.IsNone(cell.Value)))
        && row.Cells.Any(cell => Placeholder.SaysNone(cell.Value));

    /// <exception cref="InputException">A column stands there twice, or one that each row needs doesn't.</exception>
    public void CheckHeaders(IReadOnlyList<string> headers)
    {
        if (!headers.All(WholeText.Is))
        {
            throw new InputException(
                _path,
                1,
                1,
                new LocalText(
                    "見出しに、文字でないものが含まれています。書き直してください",
                    "the headers hold what is no character: write them again"
                )
            );
        }

        foreach (var column in _type.Columns)
        {
            var same = headers.Where(column.IsCalled).ToArray();
            if (same.Length > 1)
            {
                throw new InputException(
                    _path,
                    1,
                    1,
                    new LocalText(
                        $"見出し {string.Join("、", same.Select(header => $"'{header}'"))} は同じ列（{Columns(new[] { column })}）です。1つだけ残してください",
                        $"the headers {string.Join(", ", same.Select(header => $"'{header}'"))} are one column: {Columns(new[] { column })}; take all but one out"
                    )
                );
            }
        }

        var missing = _type.Columns.Where(column => column.IsRequired && !headers.Any(column.IsCalled)).ToArray();
        if (missing.Length > 0)
        {
            throw new InputException(
                _path,
                1,
                1,
                new LocalText(
                    $"{_type.Japanese}（{_type.Name}）に列 {Columns(missing)} がありません。列は {Columns(_type.Columns)} です",
                    $"of {_type.Name} ({_type.Japanese}) there is no column {Columns(missing)}; the columns are: {Columns(_type.Columns)}"
                )
            );
        }
    }

    /// <exception cref="FormatException">The row can't be used: what tells it apart isn't known.</exception>
    public RegisterReading Read(RegisterRow row)
    {
        var cells = Cells(row);
        var fact = _type.NewRow($"{System.IO.Path.GetFileName(_path)}({row.Line})");
        var bad = Fill(fact, cells)
            .GroupBy(each => each.Column)
            .Select(same => (Column: same.Key, Problem: new InputException(_path, row.Line, 1, same.First().Why)))
            .ToArray();
        foreach (var (column, _) in bad)
            column.Leave(fact);
        if (bad.FirstOrDefault(each => each.Column.IsKey) is { Problem: { } lost })
            return new RegisterReading { Lost = (lost, fact) };
        fact = fact with
        {
            Unread = bad.SelectMany(each => each.Column.Decided.Select(property => Gap(each.Problem) with { Property = property }))
                .ToArray(),
        };
        var read = new RegisterReading { Mistyped = Mistyped(row) };
        try
        {
            return IsNew(fact, column => fact.IsUnread(column.Name) ? Cell(cells, column) : column.Text(fact))
                ? read with
                {
                    Fact = fact,
                    BadCells = Array.ConvertAll(bad, each => each.Problem),
                }
                : read with
                {
                    IsRepeated = true,
                };
        }
        catch (WrittenException contradiction)
        {
            return read with { Lost = (new InputException(_path, row.Line, 1, WrittenException.Of(contradiction), contradiction), fact) };
        }
    }

    /// <summary>By column.</summary>
    private ILookup<RegisterColumn, string> Cells(RegisterRow row)
    {
        if (!row.Cells.All(cell => WholeText.Is(cell.Key) && WholeText.Is(cell.Value)))
        {
            throw new WrittenException(
                new LocalText(
                    "この行に、文字でないものが含まれています。書き直してください",
                    "this row holds what is no character: write it again"
                )
            );
        }

        var cells = row
            .Cells.Where(cell => _headers.Column(cell.Key) is not null)
            .ToLookup(cell => _headers.Column(cell.Key)!, cell => cell.Value);
        return _type.Columns.FirstOrDefault(column => cells[column].Skip(1).Any()) is { } twice
            ? throw new WrittenException(
                new LocalText($"{Columns(new[] { twice })} がこの行に2つあります", $"{Columns(new[] { twice })} stands in this row twice")
            )
            : cells;
    }

    private static string Cell(ILookup<RegisterColumn, string> cells, RegisterColumn column) =>
        cells[column].FirstOrDefault() ?? string.Empty;

    /// <summary>Puts the cells into the fact, and says which of them can't be used.</summary>
    private (RegisterColumn Column, LocalText Why)[] Fill(RegisterFact fact, ILookup<RegisterColumn, string> cells)
    {
        var mistakes = Each(column => column.Set(fact, Cell(cells, column)));
        if (fact.IsDecided)
            mistakes = mistakes.Concat(Each(column => column.Undecided(Cell(cells, column)))).ToArray();
        return mistakes
            .Concat(fact.Mistakes.Select(each => (_type.Columns.Single(column => column.Name == each.Column), each.Why)))
            .ToArray();

        (RegisterColumn Column, LocalText Why)[] Each(Func<RegisterColumn, LocalText?> read) =>
            _type
                .Columns.Select(column => (Column: column, Why: read(column)))
                .Where(each => each.Why is not null)
                .Select(each => (each.Column, each.Why!))
                .ToArray();
    }

    /// <summary>Headers that may be mistyped, each told once.</summary>
    private InputException[] Mistyped(RegisterRow row) =>
        _headers
            .Unknown(row)
            .Where(_unknown.Add)
            .Select(header => new InputException(
                _path,
                _isJson ? row.Line : 1,
                1,
                new LocalText(
                    $"'{header}' という列はありません。{Columns(_headers.Missing(row))} のことですか",
                    $"there is no column '{header}'; is it {Columns(_headers.Missing(row))}?"
                )
            ))
            .ToArray();

    /// <summary>What a problem leaves open.</summary>
    public static Gap Gap(InputException bad) =>
        new(
            GapKind.Unusable,
            System.IO.Path.GetFileName(bad.Path),
            bad.Line > 0 ? new LocalText($"{bad.Line}行目: ", $"line {bad.Line}: ").Then(bad.Told) : bad.Told
        );

    /// <summary>Whether nothing that tells it from others stands there already. The same row once more says nothing else, and harms
    /// nothing.</summary>
    /// <exception cref="FormatException">Another row says something else of the same.</exception>
    private bool IsNew(RegisterFact fact, Func<RegisterColumn, string> text)
    {
        var key = _type.Columns.Where(column => column.IsKey).Select(column => (column.Name, Text: column.Text(fact))).ToArray();
        var name = string.Join("\n", key.Select(each => each.Text).Prepend(_type.Name));
        var whole = string.Join("\n", _type.Columns.Select(text));
        if (!_keys.TryGetValue(name, out var before))
        {
            _keys.Add(name, whole);
            return true;
        }

        return string.Equals(before, whole, StringComparison.Ordinal)
            ? false
            : throw new WrittenException(
                new LocalText(
                    $"{string.Join("、", key.Select(each => $"{each.Name} '{each.Text}'"))} が台帳に2つあります。この行は使いません",
                    $"{string.Join(", ", key.Select(each => $"{each.Name} '{each.Text}'"))} stands in the register twice; this row is left out"
                )
            );
    }

    private static string Columns(IEnumerable<RegisterColumn> columns) =>
        string.Join(", ", columns.Select(column => $"{column.Name} ({column.Japanese})"));
}
