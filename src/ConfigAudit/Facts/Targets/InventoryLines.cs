using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>The lines that one row of a list takes. A quote too many takes the rows below it for a part of its own.</summary>
internal sealed class InventoryLines : List<string>
{
    private InventoryLines(IEnumerable<string> lines)
        : base(lines) { }

    /// <summary>Which of them has the quote that isn't closed, from 0.</summary>
    public int Opening => Math.Max(FindIndex(line => Quotes(line) % 2 != 0), 0);

    public static InventoryLines Of(string record) => new(record.TrimEnd('\r', '\n').Split('\n').Select(line => line.TrimEnd('\r')));

    /// <summary>Whether they are rows of their own: quotes don't match, or each has as many cells as there are columns. A remark of several
    /// lines has neither.</summary>
    public bool Are(int columns, string delimiter, bool isBroken) =>
        isBroken
        || this.Sum(Quotes) % 2 != 0
        || (columns > 1 && TrueForAll(line => line.Split(new[] { delimiter }, StringSplitOptions.None).Length == columns));

    public LocalText Mistake(int start)
    {
        var (line, swallowed) = (start + Opening, Count - Opening - 1);
        return new LocalText(
            $"{line} 行目で開いた引用符が閉じていないため、その下の {swallowed} 行がこの行の一部とみなされました。引用符を直してください。それまでは、これらの行のホストに問い合わせず、件数には含めます",
            $"a quote that opens in line {line} isn't closed there, so that the {swallowed} lines below it were taken for a part of this row: mend it; until then the hosts of these lines aren't asked, and stay in the count"
        );
    }

    private static int Quotes(string line) => line.Count(letter => letter == '"');
}
