using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// One instance, or the out parameters of one call. Values are read as the type that is wanted, since WS-Management carries texts without
/// types and
/// an array of one like a single value; one that is missing, null or of another nature is null, which a fact takes for "not known".
/// </summary>
internal sealed class CimRow
{
    private readonly IReadOnlyDictionary<string, object?> _values;

    /// <param name="values">By property name, looked up without regard to case.</param>
    public CimRow(IReadOnlyDictionary<string, object?> values) => _values = values;

    public IEnumerable<string> Names => _values.Keys;

    public object? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>Whether the answer tells of the property at all, if only that it is null.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => this[name] as string;

    /// <summary>A text that names something; null for one of blanks, which names nothing.</summary>
    public string? Named(string name) => Text(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    /// <summary>A reference to another instance.</summary>
    public CimPath? Path(string name) => CimPath.Parse(Text(name));

    /// <summary>xs:boolean; OMI writes it in capitals.</summary>
    public bool? Flag(string name) =>
        this[name] switch
        {
            bool flag => flag,
            string text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
            string text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
            _ => null,
        };

    public long? Number(string name) => ToNumber(this[name]);

    private static long? ToNumber(object? value) =>
        value switch
        {
            null or bool or DateTime or DateTimeOffset => null,
            string text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ulong large when large > long.MaxValue => null,
            double or float or decimal => null,
            IConvertible number => number.ToInt64(CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>A CIM datetime; null when its offset is unknown (<c>+***</c>) or it is the sentinel of 1601.</summary>
    public DateTimeOffset? Instant(string name) =>
        this[name] switch
        {
            DateTimeOffset moment => CimDateTime.Known(moment),
            DateTime moment => CimDateTime.Known(
                moment,
                moment.Kind == DateTimeKind.Utc ? TimeSpan.Zero : TimeZoneInfo.Local.GetUtcOffset(moment)
            ),
            string text => CimDateTime.Parse(text),
            _ => null,
        };

    public IReadOnlyList<string>? Texts(string name) => List<string>(name);

    /// <summary>How many elements an array has, those of another nature and null among them.</summary>
    public int Count(string name) =>
        this[name] switch
        {
            null => 0,
            IEnumerable values and not string => values.Cast<object?>().Count(),
            _ => 1,
        };

    /// <summary>Texts whose places say what they are: one that is null keeps its own, as an empty text.</summary>
    public IReadOnlyList<string>? Slots(string name) =>
        this[name] switch
        {
            null => null,
            IEnumerable values and not string => values.Cast<object?>().Select(value => value as string ?? string.Empty).ToArray(),
            var single => new[] { single as string ?? string.Empty },
        };

    /// <summary>Embedded instances.</summary>
    public IReadOnlyList<CimRow>? Rows(string name) => List<CimRow>(name);

    /// <summary>A number that stands for a member of an enumeration; null for one that it doesn't have.</summary>
    public E? Member<E>(string name)
        where E : struct, Enum => Base.Values.Members.Of<E>(Number(name));

    /// <summary>
    /// The members that an array of numbers stands for. Zero is "none", and numbers that the enumeration doesn't have, of a Windows to
    /// come, are left out. Null where one of
    /// them is no number: which member it was, nobody knows.
    /// </summary>
    public IReadOnlyList<E>? Members<E>(string name)
        where E : struct, Enum =>
        Numbers(name) is { } numbers && !numbers.Contains(null)
            ? numbers.Select(Base.Values.Members.Of<E>).Where(member => member is not null).Select(member => member!.Value).ToArray()
            : null;

    /// <summary>An array of numbers, which over WS-Management is one of texts, and a text alone when it holds one.</summary>
    public IReadOnlyList<long?>? Numbers(string name) =>
        this[name] switch
        {
            null => null,
            IEnumerable values and not string => values.Cast<object?>().Select(ToNumber).ToArray(),
            var single => new[] { ToNumber(single) },
        };

    private T[]? List<T>(string name)
        where T : class =>
        this[name] switch
        {
            T single => new[] { single },
            IEnumerable values and not string => values.OfType<T>().ToArray(),
            _ => null,
        };
}
