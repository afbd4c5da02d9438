using System.Globalization;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What a property of a fact is called: a name for one that has values, a clause for one that is or isn't so.</summary>
/// <param name="Property">As a baseline names it.</param>
/// <param name="Words">"経過時間", "age"; "有効である", "is enabled".</param>
internal sealed record PropertyWords(string Property, LocalText Words)
{
    /// <summary>Whether <see cref="Words"/> are a clause.</summary>
    public bool IsClause { get; init; }

    /// <summary>Whether somebody wrote its values into a register.</summary>
    public bool IsWritten { get; init; }

    /// <summary>What its numbers count; null where they are but numbers.</summary>
    public Unit Unit { get; init; }

    /// <summary>That it is so, or isn't.</summary>
    public LocalText Clause(bool isSo) =>
        isSo
            ? new LocalText(Words.Ja, $"it {Words.En}")
            : new LocalText(JapaneseClause.Negated(Words.Ja), $"it {EnglishClause.Negated(Words.En)}");

    /// <summary>What was found, as what is expected is said; in English the names and values say it themselves.</summary>
    /// <param name="property">Of the fact.</param>
    /// <param name="value">As the fact tells it; "?" where it isn't known.</param>
    public string FoundInJapanese(FactProperty property, string value)
    {
        if (value == "?")
            return IsClause ? $"{Words.Ja}か不明" : $"{Words.Ja}=不明";
        if (IsClause && property.Kind is BooleanKind)
            return Clause(value == "true").Ja;
        return Unit != Unit.None && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"{Words.Ja}={Measured(number).Ja}"
            : $"{Words.Ja}={property.Kind.Called(value).Ja}";
    }

    /// <summary>A number of it, with what it counts.</summary>
    public LocalText Measured(long number) =>
        Unit switch
        {
            Unit.Bytes when number % (1 << 20) == 0 => With(number >> 20, "MiB", " MiB"),
            Unit.Bytes => With(number, "バイト", " bytes"),
            Unit.Characters => With(number, "文字", " characters"),
            // In English the property says what is counted.
            Unit.Times => With(number, "回", string.Empty),
            Unit.Sessions => With(number, "件", string.Empty),
            _ => With(number, string.Empty, string.Empty),
        };

    private static LocalText With(long number, string ja, string en)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return new LocalText(digits + ja, digits + en);
    }
}
