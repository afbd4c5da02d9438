using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>Which columns of a register the headers of a file mean. Each is looked at once, however many rows stand below it.</summary>
internal sealed class RegisterHeaders
{
    /// <summary>Columns of somebody's own that are never one of the register's, mistyped.</summary>
    private static readonly HashSet<string> Remarks = new(
        new[]
        {
            "備考",
            "備考欄",
            "メモ",
            "摘要",
            "注記",
            "コメント",
            "特記事項",
            "Remark",
            "Remarks",
            "Note",
            "Notes",
            "Comment",
            "Comments",
            "Memo",
        },
        StringComparer.OrdinalIgnoreCase
    );

    private readonly IReadOnlyList<RegisterColumn> _columns;
    private readonly Repeated<RegisterColumn?> _known;

    public RegisterHeaders(IReadOnlyList<RegisterColumn> columns)
    {
        _columns = columns;
        _known = new Repeated<RegisterColumn?>(header => _columns.FirstOrDefault(each => each.IsCalled(header)));
    }

    /// <summary>Null for a header that is none of the register's.</summary>
    public RegisterColumn? Column(string header) => _known.Of(header);

    /// <summary>
    /// The cells that nothing reads, where a column that is read is missing: each may be that one, mistyped. A column that nothing reads is
    /// somebody's own otherwise, for remarks.
    /// </summary>
    public IEnumerable<string> Unknown(RegisterRow row) =>
        Missing(row).Any()
            ? row
                .Cells.Where(cell => cell.Value.Length > 0 && Column(cell.Key) is null && !Remarks.Contains(cell.Key.Trim()))
                .Select(cell => cell.Key)
            : Enumerable.Empty<string>();

    public IEnumerable<RegisterColumn> Missing(RegisterRow row) =>
        _columns.Where(column => !row.Cells.Any(cell => Column(cell.Key) == column));
}
