using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// The instance of a class that has one on every host (Win32_OperatingSystem, MSFT_MpComputerStatus). Where a host tells of several and
/// they contradict each
/// other, none of them is believed: the property isn't known, and the reason has what each said.
/// </summary>
internal sealed class SoleInstance
{
    private readonly CimAnswer _answer;
    private readonly string _source;

    /// <param name="answer">What the host answered.</param>
    /// <param name="source">What was asked, as gaps name it.</param>
    public SoleInstance(CimAnswer answer, string source) => (_answer, _source) = (answer, source);

    /// <summary>Whether the host told of any.</summary>
    public bool IsThere => _answer.Rows.Count > 0;

    /// <summary>Why there is none; null where there is.</summary>
    public Gap? Gap =>
        IsThere
            ? null
            : _answer.Gap
                ?? new Gap(GapKind.Unusable, _source, new LocalText("インスタンスの応答がない", "the host answered with no instance"));

    /// <summary>
    /// The instance as a whole, for what is judged by several of its properties together. Null where there is none, and where two differ in
    /// anything: nobody knows which of them
    /// is true.
    /// </summary>
    public CimRow? Row => IsThere && _answer.Rows.Skip(1).All(other => AreEqual(_answer.Rows[0], other)) ? _answer.Rows[0] : null;

    /// <summary>Why <see cref="Row"/> isn't there, or may not be the only one.</summary>
    public Gap? RowGap =>
        Gap
        ?? (
            Row is not null
                ? _answer.Gap
                : new Gap(
                    GapKind.Unusable,
                    _source,
                    new LocalText(
                        $"{_answer.Rows.Count}個のインスタンスの応答が互いに矛盾している",
                        $"the host answered with {_answer.Rows.Count} instances that contradict each other"
                    )
                )
        );

    /// <summary>Whether an instance tells of the property at all, if only that it is null.</summary>
    public bool Has(string property) => _answer.Rows.Any(row => row.Has(property));

    /// <summary>Whether instances contradict each other in this property.</summary>
    public bool HasSeveral(string property) =>
        _answer
            .Rows.Select(row => row[property])
            .Where(value => value is not null)
            .Select(value => Text(value!))
            .Distinct(StringComparer.Ordinal)
            .Skip(1)
            .Any();

    /// <summary>What the instance says, in the form that <paramref name="read"/> gives it.</summary>
    /// <param name="property">As gaps name it.</param>
    /// <param name="read">Null for what can't be used.</param>
    public Reading<V> Read<V>(string property, Func<CimRow, V?> read)
    {
        if (Gap is { } missing)
            return Reading<V>.Unknown(missing);
        var said = _answer
            .Rows.Select(read)
            .Where(value => value is not null)
            .GroupBy(value => Text(value!), StringComparer.Ordinal)
            .ToArray();
        // What the other instance says counts for nothing only where it says nothing.
        var isOpen = said.Length == 1 && _answer.Rows.Any(row => row[property] is not null && read(row) is null);
        return said.Length switch
        {
            1 when isOpen => Reading<V>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    _source,
                    new LocalText(
                        $"1つであるはずのインスタンスが{_answer.Rows.Count}個あり、一方の{property}は使えない（もう一方は {said[0].Key}）",
                        $"the host has {_answer.Rows.Count} instances of what there is one of, and {property} of one can't be used: the other says {said[0].Key}"
                    )
                )
            ),
            0 => Reading<V>.Unknown(
                _answer.Gap
                    ?? new Gap(
                        GapKind.Unusable,
                        _source,
                        new LocalText($"使える{property}の応答がない", $"the host gave no {property} that can be used")
                    )
            ),
            1 => Reading<V>.Of(said[0].First()),
            _ => Reading<V>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    _source,
                    new LocalText(
                        $"1つであるはずのインスタンスが{_answer.Rows.Count}個あり、互いに矛盾している（{property} は {string.Join(" と ", Said(property, read, said.Select(each => each.Key)))}）",
                        $"the host has {_answer.Rows.Count} instances of what there is one of, and they contradict each other: {property} is {string.Join(" and ", Said(property, read, said.Select(each => each.Key)))}"
                    )
                )
            ),
        };
    }

    /// <summary>What instances that contradict each other said, in their own words where the property has that name.</summary>
    private IEnumerable<string> Said<V>(string property, Func<CimRow, V?> read, IEnumerable<string> meant) =>
        HasSeveral(property)
            ? _answer
                .Rows.Where(row => row[property] is not null && read(row) is not null)
                .Select(row => Text(row[property]!))
                .Distinct(StringComparer.Ordinal)
            : meant;

    private static bool AreEqual(CimRow first, CimRow second) =>
        first
            .Names.Union(second.Names)
            .All(name =>
                Equals(first[name], second[name])
                || (first.Texts(name) is { } texts && second.Texts(name) is { } others && texts.SequenceEqual(others))
            );

    private static string Text(object value) =>
        value is IEnumerable items and not string
            ? string.Join(", ", items.Cast<object?>().Select(item => Convert.ToString(item, CultureInfo.InvariantCulture)))
            : Convert.ToString(value, CultureInfo.InvariantCulture);
}
