using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Values;

namespace ConfigAudit.Targets;

/// <summary>Looks whether the columns of a list are those that are read: a mistyped one would be taken without a word.</summary>
internal static class InventoryColumns
{
    /// <summary>What is wrong with a list that has no column of names: most often it isn't parted by commas, or is no CSV at all.</summary>
    public static string Nameless(IReadOnlyList<string> columns, IReadOnlyList<string> known)
    {
        var first = columns.Count > 0 ? columns[0] : string.Empty;
        return first.StartsWith("PK", StringComparison.Ordinal) ? Say(
                "これはExcelブック（.xlsx）です。Excelで「CSV UTF-8」として保存したファイルを指定してください",
                "this is a workbook (.xlsx), and a CSV is wanted here: save it in Excel as \"CSV UTF-8\"")
            : first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? Say(
                $"1行目が '{first}' です。この行を削除し、列の名前を1行目にしてください",
                $"its first line is '{first}': take that line out, so that the names of the columns stand first")
            : first.IndexOf('\t') >= 0 ? Say(
                "列がタブで区切られています。カンマ区切りの「CSV UTF-8」で保存してください",
                "its columns are parted by tabs, and commas are wanted here: save it as \"CSV UTF-8\"")
            : first.IndexOf(';') >= 0 ? Say(
                "列がセミコロン（;）で区切られています。カンマ区切りで保存してください",
                "its columns are parted by semicolons, and commas are wanted here: save it with commas")
            : Say($"ComputerName列がありません。読み取る列: {Offered(known)}", $"there is no column ComputerName; the columns are: {Offered(known)}");
    }

    private static string Say(string ja, string en) => new LocalText(ja, en).ToString();

    /// <summary>What somebody would write; what is wrong with a row stands only where a target was exported.</summary>
    private static string Offered(IEnumerable<string> known) => string.Join(", ", known.Where(column => column != nameof(Target.Mistake)));

    /// <param name="path">The list.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="known">Those that are read.</param>
    /// <param name="problem">Told of each that is near to one that is read.</param>
    /// <param name="remark">Told of the others, which may be somebody's own.</param>
    /// <exception cref="InputException">One stands there twice.</exception>
    public static void Check(string path, IReadOnlyList<string> columns, IReadOnlyList<string> known, Action<InputException> problem,
        Action<InputException> remark)
    {
        var twice = columns.Where(column => column.Length > 0).GroupBy(column => column, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
            throw new InputException(path, 1, Place(twice.Last()), $"the column '{twice.Key}' stands there {twice.Count()} times; take all but one out");
        var unread = columns.Where(column => column.Length > 0 && !known.Contains(column, StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var column in unread.Where(column => Likeness.Nearest(column, known) is not null))
            problem(new InputException(path, 1, Place(column), $"there is no column '{column}', so it isn't read; is it {Likeness.Nearest(column, known)}?"));
        var own = unread.Where(column => Likeness.Nearest(column, known) is null).ToArray();
        if (own.Length > 0)
        {
            remark(new InputException(path, 1, Place(own[0]),
                $"not read: {string.Join(", ", own.Select(column => $"'{column}'"))}; the columns that are: {Offered(known)}"));
        }

        int Place(string column) => columns.ToList().LastIndexOf(column) + 1;
    }
}
