using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers;

/// <summary>A register's file, CSV or JSON by its ending. A bad cell costs itself alone; a bad row leaves room for what it may have
/// said.</summary>
internal sealed class RegisterFile
{
    private readonly List<RegisterFact> _rows = new();
    private readonly List<int> _repeated = new();
    private readonly RegisterProblems _problems;

    private RegisterFile(string path, RegisterType type) => (Path, Type, _problems) = (path, type, new RegisterProblems(path));

    public string Path { get; }

    public RegisterType Type { get; }

    public IReadOnlyList<RegisterFact> Rows => _rows;

    /// <summary>The line of a row that says "なし" (none) and nothing else: there is nothing to register. 0 for none.</summary>
    public int NoneLine { get; private set; }

    /// <inheritdoc cref="RegisterProblems.Named"/>
    public IReadOnlyList<InputException> Problems => _problems.Named;

    /// <inheritdoc cref="RegisterProblems.Losses"/>
    public IReadOnlyList<(InputException Problem, RegisterFact? Row)> Losses => _problems.Losses;

    /// <summary>What is odd about it and harms nothing; null for nothing.</summary>
    public InputException? Remark =>
        _repeated.Count == 0
            ? null
            : new InputException(
                Path,
                _repeated[0],
                1,
                _repeated.Count == 1
                    ? new LocalText(
                        "同じ内容の行がすでにあります。1行として数えます",
                        "this row stands there already, in the same words: it counts once"
                    )
                    : new LocalText(
                        $"ここから {_repeated.Count} 行は、同じ内容の行がすでにあります。それぞれ1行として数えます",
                        $"from here on {_repeated.Count} rows stand there already, in the same words: each counts once"
                    )
            );

    /// <param name="path">The file.</param>
    /// <param name="name">Which register it is; null to tell by the file.</param>
    /// <param name="keys">What tells the rows of files read before apart; those of this one are added.</param>
    /// <exception cref="InputException">The file can't be opened, isn't a register, has more rows than are read, or lacks a column that
    /// each row
    /// needs.</exception>
    public static RegisterFile Load(string path, string? name = null, IDictionary<string, string>? keys = null)
    {
        var file = new RegisterFile(path, RegisterRecognition.TypeOf(path, name));
        file.Read(keys ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        return file;
    }

    private void Read(IDictionary<string, string> keys)
    {
        var isJson = RegisterRecognition.IsJson(Path);
        var rows = new RegisterRows(Path, Type, isJson, keys);
        if (isJson)
            RegisterJson.Read(Path, Take, Lose);
        else
            RegisterCsv.Read(Path, rows.CheckHeaders, Take, Lose);
        _problems.Close();

        void Take(RegisterRow row)
        {
            // Excel leaves rows of empty cells behind.
            if (row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Value)))
                return;
            if (RegisterRows.SaysNone(row))
            {
                NoneLine = row.Line;
                return;
            }

            try
            {
                Add(row.Line, rows.Read(row));
            }
            catch (FormatException bad)
            {
                Lose(new InputException(Path, row.Line, 1, WrittenException.Of(bad), bad));
            }
        }

        void Lose(InputException problem) => _problems.Lose(problem);
    }

    private void Add(int line, RegisterReading read)
    {
        foreach (var header in read.Mistyped)
            _problems.Lose(header);
        if (read.Lost is { } lost)
            _problems.Lose(lost.Problem, lost.Row);
        if (read.IsRepeated)
            _repeated.Add(line);
        foreach (var cell in read.BadCells)
            _problems.Add(cell);
        if (read.Fact is not null)
            _rows.Add(read.Fact);
    }
}
