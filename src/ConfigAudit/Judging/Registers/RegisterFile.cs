using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers;

/// <summary>A register's file, CSV or JSON by its ending. A bad cell costs itself alone; a bad row leaves room for what it may have
/// said.</summary>
internal sealed class RegisterFile
{
    /// <summary>As many bad rows are named one by one. Where there are more, it is the file that is wrong.</summary>
    private const int MaxProblems = 1000;

    private readonly List<RegisterFact> _rows = new();
    private readonly List<InputException> _problems = new();
    private readonly List<(InputException Problem, RegisterFact? Row)> _losses = new();
    private int _unnamed;
    private int _unnamedLine;
    private int _repeated;
    private int _repeatedLine;

    private RegisterFile(string path, RegisterType type) => (Path, Type) = (path, type);

    public string Path { get; }

    public RegisterType Type { get; }

    public IReadOnlyList<RegisterFact> Rows => _rows;

    /// <summary>The line of a row that says "なし" (none) and nothing else: there is nothing to register. 0 for none.</summary>
    public int NoneLine { get; private set; }

    /// <summary>One for each bad row and each bad cell, up to a bound, and one for each column that may be one of the register's,
    /// mistyped.</summary>
    public IReadOnlyList<InputException> Problems => _problems;

    /// <summary>Those by which nobody knows what rows there are, with what could be read of one. A cell that can't be used is its own row's
    /// alone.</summary>
    public IReadOnlyList<(InputException Problem, RegisterFact? Row)> Losses => _losses;

    /// <summary>What is odd about it and harms nothing; null for nothing.</summary>
    public InputException? Remark =>
        _repeated == 0
            ? null
            : new InputException(
                Path,
                _repeatedLine,
                1,
                _repeated == 1
                    ? new LocalText(
                        "同じ内容の行がすでにあります。1行として数えます",
                        "this row stands there already, in the same words: it counts once"
                    )
                    : new LocalText(
                        $"ここから {_repeated} 行は、同じ内容の行がすでにあります。それぞれ1行として数えます",
                        $"from here on {_repeated} rows stand there already, in the same words: each counts once"
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
        if (IsWorkbook(path))
        {
            throw new InputException(
                path,
                new LocalText(
                    "ブックは読み取りません。各シートをExcelで「CSV UTF-8」として、台帳の名前で保存してください",
                    "it is a workbook, which isn't read: save each of its sheets in Excel as \"CSV UTF-8\", under the register's name"
                )
            );
        }

        var isJson = IsJson(path);
        var type =
            isJson ? Named(RegisterJson.Register(path))
            : name is not null ? RegisterType.Named(name)
            : RegisterType.OfFile(path);
        if (type is null)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"どの台帳かが名前から分かりません。名前の先頭を次のいずれかにしてください: {string.Join("、", RegisterType.All.Select(each => $"{each.Japanese}（{each.Name}）"))}",
                    $"which register it is can't be told from its name; its name begins with one of: {string.Join(", ", RegisterType.All.Select(each => $"{each.Name} ({each.Japanese})"))}"
                )
            );
        }

        var file = new RegisterFile(path, type);
        file.Read(isJson, keys ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        return file;
    }

    /// <summary>Which register a file is that can't be used, as far as it tells; null where nobody knows.</summary>
    public static RegisterType? Told(string path)
    {
        try
        {
            // The file's own word goes before its name's.
            return IsJson(path) ? Named(RegisterJson.Register(path)) : RegisterType.OfFile(path);
        }
        catch (InputException)
        {
            return RegisterType.OfFile(path);
        }
    }

    /// <summary>Those of a folder, and files named themselves.</summary>
    public static bool IsRegister(string path) =>
        System.IO.Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".JSON"
        && !path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
        && File.Exists(path);

    /// <summary>What Excel and its like keep their sheets in. ~$… is what Excel leaves beside a book that is open.</summary>
    public static bool IsWorkbook(string path) =>
        System.IO.Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLSB" or ".XLS" or ".ODS"
        && !System.IO.Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    private static bool IsJson(string path) =>
        string.Equals(System.IO.Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    private static RegisterType Named(JsonNode register) =>
        RegisterType.Named(register.Text())
        ?? throw register.Error(
            new LocalText(
                $"'{register.Text()}' という台帳はありません。あるのは {string.Join("、", RegisterType.All.Select(each => each.Japanese))} です",
                $"there is no register '{register.Text()}'; there are: {string.Join(", ", RegisterType.All.Select(each => each.Name))}"
            )
        );

    private void Read(bool isJson, IDictionary<string, string> keys)
    {
        var rows = new RegisterRows(Path, Type, isJson, keys);
        if (isJson)
            RegisterJson.Read(Path, Take, Lose);
        else
            RegisterCsv.Read(Path, rows.CheckHeaders, Take, Lose);
        if (_unnamed > 0)
        {
            _problems.Add(
                new InputException(
                    Path,
                    _unnamedLine,
                    1,
                    new LocalText(
                        $"ここから先に、使えない行やセルがさらに {_unnamed} あります。示した箇所を直し、読み直してください",
                        $"from here on {_unnamed} more rows or cells can't be used: mend those that are named, and read the file again"
                    )
                )
            );
        }

        void Take(RegisterRow row)
        {
            // Excel leaves rows of empty cells behind.
            if (row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Value)))
                return;
            try
            {
                if (RegisterRows.SaysNone(row))
                    NoneLine = row.Line;
                else if (rows.Fact(row, Lose, Lose, () => Repeat(row), Complain) is { } fact)
                    _rows.Add(fact);
            }
            catch (FormatException bad)
            {
                Lose(new InputException(Path, row.Line, 1, WrittenException.Of(bad), bad));
            }
        }
    }

    private void Repeat(RegisterRow row)
    {
        if (_repeated++ == 0)
            _repeatedLine = row.Line;
    }

    private void Lose(InputException problem) => Lose(problem, null);

    private void Lose(InputException problem, RegisterFact? row)
    {
        Complain(problem);
        // So many leave open whatever more would.
        if (_losses.Count < MaxProblems)
            _losses.Add((problem, _losses.Count + 1 < MaxProblems ? row : null));
    }

    private void Complain(InputException problem)
    {
        if (_problems.Count < MaxProblems)
            _problems.Add(problem);
        else if (_unnamed++ == 0)
            _unnamedLine = problem.Line;
    }
}
