using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Reading;

/// <summary>A column of a register: a property of the fact that a row becomes.</summary>
internal sealed class RegisterColumn
{
    private static readonly char[] Separators = { ';', '；', '、', '\n', '\r' };
    private static readonly string[] Yes = { "true", "yes", "1", "はい", "有", "あり", "○", "〇", "済" };
    private static readonly string[] No = { "false", "no", "0", "いいえ", "無", "なし", "×", "未", "-" };

    private static readonly char[] Brackets = "()（）[]［］【】「」〔〕<>＜＞ 　".ToCharArray();

    private const int MaxShown = 100;

    private readonly PropertyInfo _property;
    private readonly RegisterColumnAttribute _said;
    private readonly Func<string, object?> _parse;

    /// <summary>The value of a cell, or what is wrong with it.</summary>
    private readonly Repeated<(object? Value, string? Mistake)> _cells;

    private RegisterColumn(PropertyInfo property, RegisterColumnAttribute said)
    {
        (_property, _said, _parse) = (property, said, Parser(property.PropertyType));
        _cells = new Repeated<(object? Value, string? Mistake)>(Read);
    }

    /// <summary>Of which kind its values are.</summary>
    public Type Type => Nullable.GetUnderlyingType(_property.PropertyType) ?? _property.PropertyType;

    /// <summary>The header, which is the property's name.</summary>
    public string Name => _property.Name;

    /// <summary>The header for Japanese readers.</summary>
    public string Japanese => _said.Japanese;

    /// <summary>Whether it tells rows apart, together with the other keys.</summary>
    public bool IsKey => _said.IsKey;

    /// <summary>Whether a row without it can't be used.</summary>
    public bool IsRequired => _said.IsKey || _said.IsRequired;

    /// <summary>What may be written there, for a template's second line of help.</summary>
    public string Example => _said.Example;

    public static IReadOnlyList<RegisterColumn> Of(Type row) => row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (property, said: property.GetCustomAttribute<RegisterColumnAttribute>()))
        .Where(each => each.said is not null)
        .Select(each => new RegisterColumn(each.property, each.said!))
        .ToArray();

    /// <summary>Headers are read with or without regard to case, width and spaces.</summary>
    public bool IsCalled(string header) => Plain(header) is var plain && (plain == Plain(Name) || plain == Plain(Japanese));

    /// <summary>
    /// Puts a cell's value into the row's fact. An empty cell is a known absence where the column can hold one: an empty text, an empty list. What people write
    /// where they have nothing to say is an empty cell, too.
    /// </summary>
    /// <exception cref="FormatException">The cell can't be what it is for.</exception>
    public void Set(Fact row, string cell)
    {
        var (value, mistake) = _cells.Of(cell);
        if (mistake is not null)
            throw new FormatException(mistake);
        _property.SetValue(row, value);
    }

    /// <summary>Why a row names whoever decided and can't count as decided: where the day stands, it says that there is none (未, なし); null for nothing.</summary>
    public string? Undecided(string cell) => _said.Content == CellContent.Decision && (Placeholder.IsOpen(cell) || Placeholder.SaysNone(cell))
        ? $"{Name} ({Japanese}): '{cell.Trim()}' is no day, and somebody is named who decided: write the day; while nobody decided, leave both empty" : null;

    /// <summary>The value of a row, for telling rows apart: the same in any width.</summary>
    public string Text(Fact row) => _property.GetValue(row) is DateTimeOffset moment
        ? moment.ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture)
        : HostileText.Compatible(Convert.ToString(_property.GetValue(row), System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty);

    private (object? Value, string? Mistake) Read(string cell)
    {
        try
        {
            var text = Written(cell);
            if (text.Length == 0 && IsRequired)
                return (null, $"'{Name}' ({Japanese}) is empty" + (cell.Trim().Length == 0 ? string.Empty : $" ('{cell.Trim()}' tells nothing)") + Advice());
            return Mistake(text) is { } mistake ? (null, $"{Name} ({Japanese}): {mistake}") : (_parse(text), null);
        }
        catch (Exception bad) when (bad is FormatException or OverflowException)
        {
            return (null, $"{Name} ({Japanese}): {bad.Message}");
        }
    }

    private string Advice() => Example.Length == 0 ? ": fill it in, or take the row out" : $": fill it in (as {Example}), or take the row out";

    private string Written(string cell)
    {
        var text = cell.Trim();
        if (Type == typeof(bool))
            return text;
        var parts = Type == typeof(IReadOnlyList<string>) ? Items(text) : new[] { text }.AsEnumerable();
        if (_said.EmptyIsAny && parts.FirstOrDefault(Placeholder.IsMarked) is { } nothing)
            throw new FormatException($"'{nothing}' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is");
        // Where a person or a reason is wanted, a word with marks around may be taken for one by the next reader: it is refused.
        return (_said.Content == CellContent.Text ? Placeholder.IsMarked(text) : Placeholder.Is(text)) ? string.Empty : text;
    }

    /// <summary>What is wrong with a text that isn't empty, or a part of it; null for nothing.</summary>
    private string? Mistake(string text) => (Type == typeof(IReadOnlyList<string>) ? Items(text) : new[] { text })
        .Where(part => part.Length > 0)
        .Select(part => Wrong(part) is { } wrong ? $"'{(part.Length > MaxShown ? part.Substring(0, MaxShown) + "…" : part)}' {wrong}" : null)
        .FirstOrDefault(wrong => wrong is not null);

    private string? Wrong(string part) => _said.Content switch
    {
        _ when _said.EmptyIsAny && Placeholder.IsOpen(part) => "says that nobody knows, and an empty cell would stand for any: write what is meant",
        _ when Placeholder.Is(part) => null,
        _ when Placeholder.IsFormula(part) => "is a formula, or the error of one: write what it was to show",
        CellContent.Party when IsCalled(part) => "is the column's own name: name the person, the post or the body; leave it empty while there is none",
        CellContent.Party when PartyName.Mistake(part) is { } why => why + ": name the person, the post or the body; leave it empty while there is none",
        CellContent.Persons when PartyName.Mistake(part, mayBeNumber: true) is { } why => why + ": name the person; leave it empty while there is none",
        CellContent.Words when IsCalled(part.Trim(Brackets)) => "is the column's own name: write it in words, or leave it empty",
        CellContent.Words when Placeholder.TellsNothing(part) => "tells nothing: write it in words, or leave it empty",
        _ => null,
    };

    private static string Plain(string header) => JapaneseNameAttribute.Plain(header);

    private static Func<string, object?> Parser(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return text => text;
        if (type == typeof(IReadOnlyList<string>))
            return text => new ValueList<string>(Items(text).Where(item => !Placeholder.IsMarked(item)), item => item);
        if (type == typeof(DateTime))
            return text => text.Length == 0 ? null : JapaneseDate.Day(text);
        if (type == typeof(DateTimeOffset))
            return text => text.Length == 0 ? null : JapaneseDate.Moment(text);
        if (type == typeof(bool))
            return text => text.Length == 0 ? null : Flag(text);
        if (type.IsEnum)
            return text => text.Length == 0 ? null : Member(type, text);
        throw new NotSupportedException($"A register can't hold a {type.Name}.");
    }

    private static IEnumerable<string> Items(string text) =>
        text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(item => item.Trim()).Where(item => item.Length > 0);

    private static bool Flag(string text)
    {
        var plain = HostileText.Compatible(text).ToLowerInvariant();
        return Yes.Contains(plain) || Yes.Contains(text) ? true
            : No.Contains(plain) || No.Contains(text) ? false
            : throw new FormatException($"'{text}' is neither yes ({string.Join(", ", Yes)}) nor no ({string.Join(", ", No)})");
    }

    private static object Member(Type type, string text)
    {
        if (JapaneseNameAttribute.Member(type, text) is { } named)
            return named;
        var known = type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => member.GetCustomAttribute<JapaneseNameAttribute>() is { } japanese ? $"{member.Name} ({japanese.Names[0]})" : member.Name);
        throw new FormatException($"'{text}' is not one of {string.Join(", ", known)}");
    }
}
