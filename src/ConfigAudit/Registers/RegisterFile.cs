using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Registers.Reading;

namespace ConfigAudit.Registers;

/// <summary>A register's file, CSV or JSON by its ending. A bad row costs itself alone, and leaves room for what it may have said.</summary>
internal sealed class RegisterFile
{
    /// <summary>Columns of somebody's own that are never one of the register's, mistyped.</summary>
    private static readonly HashSet<string> Remarks = new(new[] { "備考", "備考欄", "メモ", "摘要", "注記", "コメント", "特記事項", "Remark", "Remarks", "Note", "Notes", "Comment", "Comments", "Memo" }, StringComparer.OrdinalIgnoreCase);

    private RegisterFile(string path, RegisterType type, IReadOnlyList<RegisterFact> rows, int noneLine, IReadOnlyList<InputException> problems) =>
        (Path, Type, Rows, NoneLine, Problems) = (path, type, rows, noneLine, problems);

    public string Path { get; }

    public RegisterType Type { get; }

    public IReadOnlyList<RegisterFact> Rows { get; }

    /// <summary>The line of a row that says "なし" (none) and nothing else: there is nothing to register. 0 for none.</summary>
    public int NoneLine { get; }

    /// <summary>One for each bad row, and one for each column that may be one of the register's, mistyped.</summary>
    public IReadOnlyList<InputException> Problems { get; }

    /// <param name="path">The file.</param>
    /// <param name="name">Which register it is; null to tell by the file.</param>
    /// <param name="keys">What tells the rows of files read before apart; those of this one are added.</param>
    /// <exception cref="InputException">The file can't be opened, isn't a register, or lacks a column that each row needs.</exception>
    public static RegisterFile Load(string path, string? name = null, ISet<string>? keys = null)
    {
        var isJson = IsJson(path);
        var type = isJson ? Named(RegisterJson.Register(path)) : name is not null ? RegisterType.Named(name) : RegisterType.OfFile(path);
        if (type is null)
            throw new InputException(path, $"which register it is can't be told from its name; its name begins with one of: {string.Join(", ", RegisterType.All.Select(each => $"{each.Name} ({each.Japanese})"))}");
        var problems = new List<InputException>();
        var rows = new List<RegisterFact>();
        var noneLine = 0;
        keys ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unknown = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in isJson ? RegisterJson.Read(path, problems.Add) : RegisterCsv.Read(path, headers => Check(path, type, headers), problems.Add))
        {
            // Excel leaves rows of empty cells behind.
            if (row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Value)))
                continue;
            if (SaysNone(row))
            {
                noneLine = row.Line;
                continue;
            }

            try
            {
                if (type.Columns.FirstOrDefault(column => row.Cells.Count(cell => column.IsCalled(cell.Key)) > 1) is { } twice)
                    throw new FormatException($"{Columns(new[] { twice })} stands in this row twice");
                var fact = type.NewRow($"{System.IO.Path.GetFileName(path)}({row.Line})");
                foreach (var column in type.Columns)
                    column.Set(fact, row.Cells.FirstOrDefault(cell => column.IsCalled(cell.Key)).Value ?? string.Empty);
                if (fact.Mistake is { } mistake)
                    throw new FormatException(mistake);
                foreach (var cell in Unread(type, row).Where(cell => unknown.Add(cell.Key)))
                    problems.Add(new InputException(path, isJson ? row.Line : 1, 1, $"there is no column '{cell.Key}'; is it {Columns(Missing(type, row))}?"));
                if (!keys.Add(string.Join("\n", type.Columns.Where(column => column.IsKey).Select(column => column.Text(fact)).Prepend(type.Name))))
                    throw new FormatException($"{string.Join(", ", type.Columns.Where(column => column.IsKey).Select(column => $"{column.Name} '{column.Text(fact)}'"))} stands in the register twice; this row is left out");
                rows.Add(fact);
            }
            catch (FormatException bad)
            {
                problems.Add(new InputException(path, row.Line, 1, bad.Message, bad));
            }
        }

        return new RegisterFile(path, type, rows, noneLine, problems);
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
        System.IO.Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".JSON" && !path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static bool IsJson(string path) => string.Equals(System.IO.Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    private static bool SaysNone(RegisterRow row) =>
        row.Cells.Any(cell => Placeholder.SaysNone(cell.Value)) && row.Cells.All(cell => string.IsNullOrWhiteSpace(cell.Value) || Placeholder.IsNone(cell.Value));

    /// <summary>A column that nothing reads is somebody's own, for remarks; where one that is read is missing, it may be that one, mistyped.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Unread(RegisterType type, RegisterRow row) =>
        Missing(type, row).Any() ? row.Cells.Where(cell => cell.Value.Length > 0 && !Remarks.Contains(cell.Key.Trim()) && !type.Columns.Any(column => column.IsCalled(cell.Key))) : Enumerable.Empty<KeyValuePair<string, string>>();

    private static IEnumerable<RegisterColumn> Missing(RegisterType type, RegisterRow row) =>
        type.Columns.Where(column => !row.Cells.Any(cell => column.IsCalled(cell.Key)));

    private static RegisterType Named(JsonNode register) => RegisterType.Named(register.Text())
        ?? throw register.Error($"there is no register '{register.Text()}'; there are: {string.Join(", ", RegisterType.All.Select(each => each.Name))}");

    private static void Check(string path, RegisterType type, IReadOnlyList<string> headers)
    {
        CheckTwice(path, type, headers);
        var missing = type.Columns.Where(column => column.IsRequired && !headers.Any(column.IsCalled)).ToArray();
        if (missing.Length > 0)
            throw new InputException(path, 1, 1, $"of {type.Name} ({type.Japanese}) there is no column {Columns(missing)}; the columns are: {Columns(type.Columns)}");
    }

    private static void CheckTwice(string path, RegisterType type, IReadOnlyList<string> headers)
    {
        foreach (var column in type.Columns)
        {
            var same = headers.Where(column.IsCalled).ToArray();
            if (same.Length > 1)
                throw new InputException(path, 1, 1, $"the headers {string.Join(", ", same.Select(header => $"'{header}'"))} are one column: {Columns(new[] { column })}; take all but one out");
        }
    }

    private static string Columns(IEnumerable<RegisterColumn> columns) => string.Join(", ", columns.Select(column => $"{column.Name} ({column.Japanese})"));
}
