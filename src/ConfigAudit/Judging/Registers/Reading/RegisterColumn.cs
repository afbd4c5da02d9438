using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>A column of a register: a property of the fact that a row becomes.</summary>
internal sealed class RegisterColumn
{
    private static readonly char[] Separators = { ';', '；', '、', ',', '，', '\n', '\r' };

    private static readonly char[] Brackets = "()（）[]［］【】「」〔〕<>＜＞ 　".ToCharArray();

    private const int MaxShown = 100;

    private const string PartyEn = ": name the person, the post or the body; leave it empty while there is none";
    private const string PartyJa = "。人・役職・組織の名前を書き、いない間は空にしてください";

    private readonly PropertyInfo _property;
    private readonly RegisterColumnAttribute _said;
    private readonly Func<string, object?> _parse;

    /// <summary>The value of a cell, or what is wrong with it.</summary>
    private readonly Repeated<(object? Value, LocalText? Mistake)> _cells;

    private RegisterColumn(PropertyInfo property, RegisterColumnAttribute said)
    {
        (_property, _said, _parse) = (property, said, Parser(property.PropertyType, said.Content));
        _cells = new Repeated<(object? Value, LocalText? Mistake)>(Read);
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

    /// <summary>The properties that are null where the cell can't be read.</summary>
    public IEnumerable<string> Decided => _said.Decides is { } decided ? new[] { Name, decided } : new[] { Name };

    /// <summary>What may be written there, for a template's second line of help.</summary>
    public string Example => _said.Example;

    public static IReadOnlyList<RegisterColumn> Of(Type row) =>
        row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => (property, said: property.GetCustomAttribute<RegisterColumnAttribute>()))
            .Where(each => each.said is not null)
            .Select(each => new RegisterColumn(each.property, each.said!))
            .ToArray();

    /// <summary>Headers are read with or without regard to case, width and spaces.</summary>
    public bool IsCalled(string header) => Plain(header) is var plain && (plain == Plain(Name) || plain == Plain(Japanese));

    /// <summary>
    /// Puts a cell's value into the row's fact. An empty cell is a known absence where the column can hold one: an empty text, an empty
    /// list. What people write
    /// where they have nothing to say is an empty cell, too.
    /// </summary>
    /// <returns>Why the cell can't be what it is for, which leaves the property null; null for nothing.</returns>
    public LocalText? Set(Fact row, string cell)
    {
        var (value, mistake) = _cells.Of(cell);
        _property.SetValue(row, value);
        return mistake;
    }

    /// <summary>As if it couldn't be read.</summary>
    public void Leave(Fact row) => _property.SetValue(row, null);

    /// <summary>Why a row names whoever decided and can't count as decided: where the day stands, it says that there is none (未, なし); null
    /// for nothing.</summary>
    public LocalText? Undecided(string cell) =>
        _said.Content == CellContent.Decision && (Placeholder.IsOpen(cell) || Placeholder.SaysNone(cell))
            ? Here(
                new LocalText(
                    $"'{cell.Trim()}' は日付ではなく、承認者は書かれています。承認日を書くか、承認されるまでは両方を空にしてください",
                    $"'{cell.Trim()}' is no day, and somebody is named who decided: write the day; while nobody decided, leave both empty"
                )
            )
            : null;

    /// <summary>The value of a row, for telling rows apart: the same in any width.</summary>
    public string Text(Fact row) =>
        _property.GetValue(row) is DateTimeOffset moment
            ? moment.ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture)
            : HostileText.Compatible(
                Convert.ToString(_property.GetValue(row), System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty
            );

    private (object? Value, LocalText? Mistake) Read(string cell)
    {
        try
        {
            var text = Written(cell);
            if (text.Length == 0 && IsRequired)
                return (null, Empty(cell.Trim()));
            return (Contradiction(text) ?? Mistake(text)) is { } mistake ? (null, Here(mistake)) : (_parse(text), null);
        }
        catch (FormatException bad)
        {
            return (null, Here(WrittenException.Of(bad)));
        }
        catch (OverflowException bad)
        {
            return (null, Here(LocalText.Of(bad.Message)));
        }
    }

    private LocalText Here(LocalText wrong) => new($"「{Japanese}」（{Name}）: {wrong.Ja}", $"{Name} ({Japanese}): {wrong.En}");

    private LocalText Empty(string cell) =>
        new(
            $"「{Japanese}」（{Name}）が空です{(cell.Length == 0 ? null : $"（'{cell}' からは何も分かりません）")}。記入する{(Example.Length == 0 ? null : $"（例: {Example}）")}か、行を除いてください",
            $"'{Name}' ({Japanese}) is empty{(cell.Length == 0 ? null : $" ('{cell}' tells nothing)")}: fill it in{(Example.Length == 0 ? null : $" (as {Example})")}, or take the row out"
        );

    private string Written(string cell)
    {
        var text = cell.Trim();
        if (Type == typeof(bool))
            return text;
        if (_said.EmptyIsAny && Placeholder.IsDitto(text))
        {
            throw new WrittenException(
                new LocalText(
                    $"'{text}' は上や横のセルを指しますが、それらは読み取りません。値そのものを書いてください",
                    $"'{text}' points at another cell, which isn't looked at: write the value itself"
                )
            );
        }

        var parts = Type == typeof(IReadOnlyList<string>) ? Items(text) : new[] { text }.AsEnumerable();
        if (_said.EmptyIsAny && parts.FirstOrDefault(Placeholder.IsMarked) is { } nothing)
        {
            throw new WrittenException(
                new LocalText(
                    $"'{nothing}' からは何も分からず、空のセルは「すべて」を表します。対象を書くか、すべてであれば空にしてください",
                    $"'{nothing}' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is"
                )
            );
        }

        // Where a person or a reason is wanted, a word with marks around may be taken for one by the next reader: it is refused.
        return (_said.Content is CellContent.Text or CellContent.Confidentiality ? Placeholder.IsMarked(text) : Placeholder.Is(text))
            ? string.Empty
            : text;
    }

    /// <summary>What is wrong with a text that isn't empty, or a part of it; null for nothing.</summary>
    private LocalText? Mistake(string text) => (
            _said.Content == CellContent.Persons && Type != typeof(string) ? PersonList.Of(text)
            : Type == typeof(IReadOnlyList<string>) ? Items(text)
            : new[] { text }
        ).Where(part => part.Length > 0).Select(part => Wrong(part) is { } wrong ? new LocalText($"'{Shown(part)}' {wrong.Ja}", $"'{Shown(part)}' {wrong.En}") : null).FirstOrDefault(wrong => wrong is not null);

    /// <summary>ISMAP,なし: one says what another denies; null for nothing.</summary>
    private LocalText? Contradiction(string text) =>
        _said.Content == CellContent.Certification
        && Items(text).ToArray() is { Length: > 1 } items
        && items.FirstOrDefault(Placeholder.IsMarked) is { } nothing
            ? new LocalText(
                $"'{Shown(text)}' には '{Shown(nothing)}' とほかの記入が並んでいます。どちらかだけを書いてください",
                $"'{Shown(text)}' says '{Shown(nothing)}' beside something else: write only what holds"
            )
            : null;

    private static string Shown(string part) => part.Length > MaxShown ? part.Substring(0, MaxShown) + "…" : part;

    private LocalText? Wrong(string part) =>
        _said.Content switch
        {
            _ when _said.EmptyIsAny && Placeholder.IsOpen(part) => new LocalText(
                "は分からないことを表し、空のセルは「すべて」を表します。対象を書いてください",
                "says that nobody knows, and an empty cell would stand for any: write what is meant"
            ),
            CellContent.Place when WrittenPlace.Is(part) is null && !Placeholder.Is(part) => new LocalText(
                "は、書かれている場所でも、有・無でもありません" + WrittenPlace.Wanted.Ja,
                "is neither a place where it is written, nor yes or no" + WrittenPlace.Wanted.En
            ),
            _ when Placeholder.Is(part) => null,
            _ when Placeholder.IsFormula(part) => new LocalText(
                "は数式又は数式のエラーです。示すはずだった値を書いてください",
                "is a formula, or the error of one: write what it was to show"
            ),
            CellContent.Party when IsCalled(part) => new LocalText("は列の名前です" + PartyJa, "is the column's own name" + PartyEn),
            CellContent.Party when PartyName.Mistake(part) is { } why => new LocalText(why.Ja + PartyJa, why.En + PartyEn),
            CellContent.Persons when PartyName.Mistake(part, mayBeNumber: true) is { } why => new LocalText(
                why.Ja + "。人の名前を書き、いない間は空にしてください",
                why.En + ": name the person; leave it empty while there is none"
            ),
            CellContent.Persons when PersonList.Mistake(part) is { } why => why,
            CellContent.Persons when Type == typeof(string) && PersonList.Of(part).Skip(1).Any() => PersonName.Two,
            CellContent.Certification when !Certification.Is(part) => Certification.Wanted,
            CellContent.Hosts => HostPattern.Mistake(part),
            CellContent.Words when IsCalled(part.Trim(Brackets)) => new LocalText(
                "は列の名前です。文章で書くか、空にしてください",
                "is the column's own name: write it in words, or leave it empty"
            ),
            CellContent.Words when Placeholder.TellsNothing(part) || Unwritten.IsNoReason(part) => new LocalText(
                "からは何も分かりません。文章で書くか、空にしてください",
                "tells nothing: write it in words, or leave it empty"
            ),
            _ => null,
        };

    private static string Plain(string header) => JapaneseNameAttribute.Plain(header);

    private static Func<string, object?> Parser(Type type, CellContent content)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (content == CellContent.Confidentiality)
            return Confidentiality.Of;
        if (content == CellContent.Place)
            return text => WrittenPlace.Is(text) == true ? text : string.Empty;
        if (content == CellContent.Persons && type == typeof(IReadOnlyList<string>))
            return text => new ValueList<string>(PersonList.Of(text).Where(item => !Placeholder.IsMarked(item)), item => item);
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

    private static bool Flag(string text) =>
        YesOrNo.Of(text)
        ?? throw new WrittenException(
            new LocalText(
                $"'{text}' は、はい（{string.Join("、", YesOrNo.Yes)}）でもいいえ（{string.Join("、", YesOrNo.No)}）でもありません",
                $"'{text}' is neither yes ({string.Join(", ", YesOrNo.Yes)}) nor no ({string.Join(", ", YesOrNo.No)})"
            )
        );

    private static object Member(Type type, string text)
    {
        if (JapaneseNameAttribute.Member(type, text) is { } named)
            return named;
        var known = JapaneseNameAttribute.Choices(type);
        throw new WrittenException(
            new LocalText(
                $"'{text}' は {string.Join("、", known)} のいずれでもありません",
                $"'{text}' is not one of {string.Join(", ", known)}"
            )
        );
    }
}
