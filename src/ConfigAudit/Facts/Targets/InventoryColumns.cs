using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>Looks whether the columns of a list are those that are read: a mistyped one would be taken without a word.</summary>
internal static class InventoryColumns
{
    /// <summary>What is wrong with a list that has no column of names: most often it is parted by something else, or is no CSV at
    /// all.</summary>
    public static LocalText Nameless(IReadOnlyList<string> columns, IReadOnlyList<string> known)
    {
        var first = columns.Count > 0 ? columns[0] : string.Empty;
        return first.StartsWith("PK", StringComparison.Ordinal)
                ? new LocalText(
                    "これはExcelブック（.xlsx）です。Excelで「CSV UTF-8」として保存したファイルを指定してください",
                    "this is a workbook (.xlsx), and a CSV is wanted here: save it in Excel as \"CSV UTF-8\""
                )
            : first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
                ? new LocalText(
                    $"1行目が '{first}' です。この行を削除し、列の名前を1行目にしてください",
                    $"its first line is '{first}': take that line out, so that the names of the columns stand first"
                )
            : first.IndexOf(';') >= 0
                ? new LocalText(
                    "列がセミコロン（;）で区切られています。カンマ区切りで保存してください",
                    "its columns are parted by semicolons, and commas are wanted here: save it with commas"
                )
            : columns.FirstOrDefault(column => Likeness.Nearest(column, new[] { InventoryRow.NameColumn }) is not null) is { } mistyped
                ? new LocalText(
                    $"列 ComputerName がありません。'{mistyped}' は ComputerName のことですか",
                    $"there is no column ComputerName; is '{mistyped}' meant to be ComputerName?"
                )
            : new LocalText(
                $"列 ComputerName がありません。列は {Offered(known)} です",
                $"there is no column ComputerName; the columns are: {Offered(known)}"
            );
    }

    /// <summary>What somebody would write; what is wrong with a row stands only where a target was exported.</summary>
    private static string Offered(IEnumerable<string> known) => string.Join(", ", known.Where(column => column != nameof(Target.Mistake)));

    /// <param name="path">The list.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="known">Those that are read.</param>
    /// <param name="problem">Told of each that is near to one that is read.</param>
    /// <param name="remark">Told of the others, which may be somebody's own.</param>
    /// <exception cref="InputException">One stands there twice.</exception>
    public static void Check(
        string path,
        IReadOnlyList<string> columns,
        IReadOnlyList<string> known,
        Action<InputException> problem,
        Action<InputException> remark
    )
    {
        var twice = columns
            .Where(column => column.Length > 0)
            .GroupBy(column => column, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new InputException(
                path,
                1,
                Place(twice.Last()),
                new LocalText(
                    $"列 '{twice.Key}' が {twice.Count()} つあります。1つだけ残してください",
                    $"the column '{twice.Key}' stands there {twice.Count()} times; take all but one out"
                )
            );
        }

        var unread = columns.Where(column => column.Length > 0 && !known.Contains(column, StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var column in unread.Where(column => Likeness.Nearest(column, known) is not null))
        {
            problem(
                new InputException(
                    path,
                    1,
                    Place(column),
                    new LocalText(
                        $"'{column}' という列はないため、読み取りません。{Likeness.Nearest(column, known)} のことですか",
                        $"there is no column '{column}', so it isn't read; is it {Likeness.Nearest(column, known)}?"
                    )
                )
            );
        }

        var own = unread.Where(column => Likeness.Nearest(column, known) is null).ToArray();
        if (own.Length > 0)
        {
            remark(
                new InputException(
                    path,
                    1,
                    Place(own[0]),
                    new LocalText(
                        $"読み取らない列: {string.Join("、", own.Select(column => $"'{column}'"))}。読み取る列: {Offered(known)}",
                        $"not read: {string.Join(", ", own.Select(column => $"'{column}'"))}; the columns that are: {Offered(known)}"
                    )
                )
            );
        }

        int Place(string column) => columns.ToList().LastIndexOf(column) + 1;
    }
}
