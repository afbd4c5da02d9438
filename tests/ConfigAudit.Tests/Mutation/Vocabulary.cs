using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>What hosts answer: each value, row and answer that was ever recorded in some place, as what could have stood there on
/// another.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, Dictionary<string, object>> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, CimRow>> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, CimAnswer>> _answers = new(StringComparer.OrdinalIgnoreCase);

    public Vocabulary(IEnumerable<RecordedHost> hosts)
    {
        foreach (var (question, answer) in hosts.SelectMany(host => host.Answers).Select(pair => (pair.Key, pair.Value)))
        {
            if (answer.Gap is null)
                In(_answers, question.Key)[string.Join("\n", answer.Rows.Select(Text))] = answer;
            foreach (var row in answer.Rows)
                In(_rows, question.Place)[Text(row)] = row;
            foreach (var cell in Cell.Of(answer))
                In(_values, $"{question.Place} {cell.Property}")[Text(cell.Value)] = cell.Value;
        }
    }

    public IEnumerable<object> Values(Question question, string property) => Some(_values, $"{question.Place} {property}");

    public IEnumerable<CimRow> Rows(Question question) => Some(_rows, question.Place);

    public IEnumerable<CimAnswer> Answers(Question question) => Some(_answers, question.Key);

    public static string Text(object? value) =>
        value switch
        {
            null => "null",
            CimRow row => Text(row),
            string text => text,
            IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Text))}]",
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };

    private static string Text(CimRow row) =>
        $"{{{string.Join(", ", row.Names.OrderBy(name => name, StringComparer.OrdinalIgnoreCase).Select(name => $"{name}={Text(row[name])}"))}}}";

    private static Dictionary<string, V> In<V>(Dictionary<string, Dictionary<string, V>> table, string key) =>
        table.TryGetValue(key, out var found) ? found : table[key] = new Dictionary<string, V>(StringComparer.Ordinal);

    /// <summary>Mixed, and the same each time: neighbours in the alphabet are much alike.</summary>
    private static IEnumerable<V> Some<V>(Dictionary<string, Dictionary<string, V>> table, string key) =>
        table.TryGetValue(key, out var found)
            ? found.OrderBy(pair => Mix(pair.Key)).Select(pair => pair.Value).Take(Extent.Current.ValuesOfOnePlace)
            : Enumerable.Empty<V>();

    private static uint Mix(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text)
            hash = (hash ^ letter) * 16777619u;
        return hash;
    }
}
