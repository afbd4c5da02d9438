using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Tests.Mutation;

/// <summary>An answer, lost or other than it was.</summary>
internal static class AnswerChanges
{
    /// <summary>The whole answer, lost.</summary>
    public static IEnumerable<(Operator Operator, string Detail, Func<Question, CimAnswer, CimAnswer> Change)> Losses(Question question)
    {
        yield return (Operator.Removed, "not recorded", Failed(GapKind.NotRecorded));
        yield return (Operator.Denied, "denied", Failed(GapKind.Denied));
        yield return (Operator.TimedOut, "timed out", Failed(GapKind.Timeout));
        yield return (Operator.Unusable, "another failure", Failed(GapKind.Unusable));
        if (IsRegistry(question))
        {
            yield return (Operator.Denied, "return code 5", (_, _) => Returns(("ReturnValue", 5L)));
            // A key without values or subkeys answers so truly.
            if (!IsList(question))
                yield return (Operator.Nulled, "return code 0 and nothing else", (_, _) => Returns(("ReturnValue", 0L)));
        }

        if (Least.IsNeverEmpty(question))
            yield return (Operator.Emptied, "no row", (_, _) => CimAnswer.Of(Array.Empty<CimRow>()));
        if (Least.HasSubkeys(question))
            yield return (Operator.Emptied, "no subkey", (_, _) => Returns(("ReturnValue", 0L), ("sNames", Array.Empty<object>())));
        if (Least.IsNeverAbsent(question))
        {
            yield return (
                Operator.Emptied,
                "not there",
                IsRegistry(question) ? (_, _) => Returns(("ReturnValue", 2L)) : Failed(GapKind.NotPresent)
            );
        }
    }

    /// <summary>Rows that may be missing, where the host says so: those that came stay.</summary>
    public static IEnumerable<(Operator Operator, string Detail, Func<Question, CimAnswer, CimAnswer> Change)> Truncations(
        Question question
    )
    {
        if (IsCall(question) || Least.IsOne(question))
            yield break;
        yield return (Operator.Truncated, "the rest timed out", (asked, answer) => CutOff(asked, answer.Rows));
        yield return (Operator.Truncated, "all but the first timed out", (asked, answer) => CutOff(asked, answer.Rows.Take(1).ToArray()));
    }

    /// <summary>A row more, as other hosts have it.</summary>
    public static IEnumerable<(string Detail, CimAnswer Answer)> More(Question question, CimAnswer answer, Vocabulary vocabulary) =>
        IsCall(question)
            ? Enumerable.Empty<(string, CimAnswer)>()
            : vocabulary
                .Rows(question)
                .Select(row => ($"a row more: {Shown(CimAnswer.Of(new[] { row }))}", CimAnswer.Of(answer.Rows.Append(row).ToArray())));

    /// <summary>The whole answer, as other hosts gave it: none, not there, with a row more.</summary>
    public static IEnumerable<(string Detail, CimAnswer Answer)> Others(Question question, CimAnswer answer, Vocabulary vocabulary)
    {
        foreach (var other in vocabulary.Answers(question))
            yield return ($"as another host answers: {Shown(other)}", other);
        if (IsRegistry(question))
            yield return ("the key or value isn't there", Returns(("ReturnValue", 2L)));
        else if (!IsCall(question))
            yield return ("no row", CimAnswer.Of(Array.Empty<CimRow>()));
        foreach (var more in More(question, answer, vocabulary))
            yield return more;
    }

    /// <summary>One value, lost.</summary>
    public static IEnumerable<(Operator Operator, string Detail, object? Value)> Losses(Question question, object value)
    {
        if (!IsList(question) || value is not IEnumerable || value is string)
            yield return (Operator.Nulled, "null", null);
        switch (value)
        {
            case bool:
                yield return (Operator.Mistyped, "maybe", "maybe");
                break;
            case string text:
                if (text.Trim().Length > 0)
                    yield return (Operator.Blanked, "blanks", "  ");
                yield return (Operator.Mistyped, "a number", 987654321L);
                yield return (Operator.Mistyped, "a list of numbers", new object?[] { 987654321L });
                break;
            case IEnumerable list:
                var items = list.Cast<object?>().ToArray();
                yield return (Operator.Mistyped, "a number", 987654321L);
                if (items.Length > 0)
                {
                    yield return (Operator.Nulled, "a null among them", items.Take(items.Length - 1).Append(null).ToArray());
                    yield return (
                        Operator.Mistyped,
                        "a number among them",
                        items.Take(items.Length - 1).Append(items[0] is string ? 987654321L : "maybe").ToArray()
                    );
                }

                break;
            default:
                yield return (Operator.Mistyped, "a word", "maybe");
                // Sizes and times have no range that a reader could know; what numbers the members of an enumeration has one.
                if (value is >= 0L and < 50L)
                    yield return (Operator.Mistyped, "beyond its range", 987654321012L);
                break;
        }
    }

    /// <summary>One value, as it could have been.</summary>
    public static IEnumerable<object> Others(Question question, string property, object value, Vocabulary vocabulary)
    {
        // A code of StdRegProv says that there is nothing, or why; a failure is no answer.
        if (property == "ReturnValue")
            return IsRegistry(question) ? new object[] { 2L } : Array.Empty<object>();
        var known = vocabulary.Values(question, property).Where(other => Vocabulary.Text(other) != Vocabulary.Text(value));
        return value switch
        {
            bool flag => new object[] { !flag },
            long => known.Concat(new object[] { 0L, 1L, 2L, 3L, 4L, 5L }).Where(other => !Equals(other, value)).Distinct(),
            _ => known,
        };
    }

    public static string Shown(CimAnswer answer)
    {
        var text = answer.Gap is { } gap ? gap.Kind.ToString() : string.Join(" ", answer.Rows.Select(row => Vocabulary.Text(row)));
        return text.Length > 160 ? $"{text.Remove(160)}..." : text;
    }

    private static bool IsList(Question question) =>
        new[] { "(EnumValues)", "(EnumKey)" }.Any(method => question.Place.EndsWith(method, StringComparison.Ordinal));

    private static bool IsCall(Question question) => IsRegistry(question) || question.Group.Contains(".");

    public static bool IsRegistry(Question question) => question.Group.StartsWith("registry:", StringComparison.Ordinal);

    private static CimAnswer CutOff(Question question, IReadOnlyList<CimRow> rows) =>
        CimAnswer.Of(rows, new Gap(GapKind.Timeout, question.Group, "the rest is missing"));

    private static Func<Question, CimAnswer, CimAnswer> Failed(GapKind kind) =>
        (question, _) => CimAnswer.Failed(kind, question.Group, LocalText.Of("as the mutation has it"));

    private static CimAnswer Returns(params (string Name, object? Value)[] outs) =>
        CimAnswer.Of(new[] { new CimRow(outs.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase)) });
}
