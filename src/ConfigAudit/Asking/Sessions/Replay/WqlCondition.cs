using System;
using System.Globalization;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// The condition of a WQL query, as a function of a row: true, false, or null where the row doesn't tell what the condition turns on
/// (Kleene's logic, as in SQL). WMI leaves such rows out; of a recorded one it can't be known whether the machine would have.
/// </summary>
internal static class WqlCondition
{
    public static Func<CimRow, bool?> Parse(WqlTokens tokens)
    {
        var left = Conjunction(tokens);
        while (tokens.TryKeyword("OR"))
        {
            var (first, second) = (left, Conjunction(tokens));
            left = row => first(row) | second(row);
        }

        return left;
    }

    private static Func<CimRow, bool?> Conjunction(WqlTokens tokens)
    {
        var left = Term(tokens);
        while (tokens.TryKeyword("AND"))
        {
            var (first, second) = (left, Term(tokens));
            left = row => first(row) & second(row);
        }

        return left;
    }

    private static Func<CimRow, bool?> Term(WqlTokens tokens)
    {
        if (tokens.TryKeyword("NOT"))
        {
            var inner = Term(tokens);
            return row => !inner(row);
        }

        if (tokens.TryTake("("))
        {
            var inner = Parse(tokens);
            return tokens.TryTake(")") ? inner : throw tokens.Error("a closing parenthesis is wanted");
        }

        return Comparison(tokens);
    }

    private static Func<CimRow, bool?> Comparison(WqlTokens tokens)
    {
        var name = tokens.Name();
        if (tokens.TryKeyword("IS"))
        {
            var wanted = !tokens.TryKeyword("NOT");
            tokens.Keyword("NULL");
            return row => row.Has(name) ? row[name] is null == wanted : null;
        }

        if (tokens.TryKeyword("LIKE"))
        {
            var pattern = tokens.TryText(out var text) ? new LikePattern(text) : throw tokens.Error("a text is wanted");
            // A pattern looks for more about something known, such as what runs in a folder: protected processes show no path to anybody,
            // and are like none.
            return row => row.Has(name) ? row[name] is string value && pattern.IsLike(value) : null;
        }

        var sign = tokens.Sign();
        var operand = Operand(tokens);
        return row =>
            row[name] is { } value && Compare(value, operand) is { } order
                ? sign switch
                {
                    "=" => order == 0,
                    "<>" or "!=" => order != 0,
                    "<" => order < 0,
                    ">" => order > 0,
                    "<=" => order <= 0,
                    ">=" => order >= 0,
                    _ => throw tokens.Error($"'{sign}' is no comparison"),
                }
                : null;
    }

    private static object Operand(WqlTokens tokens)
    {
        if (tokens.TryText(out var text))
            return text;
        if (tokens.TryNumber(out var digits))
        {
            return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw tokens.Error($"{digits} is too large a number");
        }

        if (tokens.TryKeyword("TRUE"))
            return true;
        return tokens.TryKeyword("FALSE") ? false : throw tokens.Error("a text, a number, TRUE or FALSE is wanted");
    }

    /// <summary>Null where they can't be compared: the value is of another nature, or blank where a name is meant.</summary>
    private static int? Compare(object value, object operand) =>
        (value, operand) switch
        {
            (string a, string b) when string.IsNullOrWhiteSpace(a) && b.Length > 0 => null,
            (bool a, bool b) => a.CompareTo(b),
            (long a, long b) => a.CompareTo(b),
            // References are equal when they name the same instance, however they are written.
            (string a, string b) when CimPath.Parse(b) is { } path => CimPath.Parse(a) is not { } other ? null
            : path.Equals(other) ? 0
            : string.CompareOrdinal(a, b) is var order && order != 0 ? order
            : 1,
            (string a, string b) when CimDateTime.Parse(b) is { } moment => CimDateTime.Parse(a) is { } other
                ? other.CompareTo(moment)
                : null,
            (string a, string b) => string.Compare(a, b, StringComparison.OrdinalIgnoreCase),
            // WMI takes numbers in quotes, and 0 and 1 for false and true.
            (long a, string b) when long.TryParse(b, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                a.CompareTo(number),
            // A recording of a live host holds the texts that came over the wire.
            (string a, long b) when long.TryParse(a, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                number.CompareTo(b),
            (string a, bool b) when bool.TryParse(a, out var flag) => flag.CompareTo(b),
            (bool a, long b) => (a ? 1L : 0L).CompareTo(b),
            _ => null,
        };
}
