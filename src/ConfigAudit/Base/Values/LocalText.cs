using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>A text in the two languages that this module speaks.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Ja, string En)
{
    /// <summary>The user's: Japanese when that is the interface language (<c>-UICulture</c>, <c>$PSUICulture</c>), else English.</summary>
    internal static Language Spoken =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName.Equals("ja", StringComparison.OrdinalIgnoreCase)
            ? Language.Japanese
            : Language.English;

    internal static LocalText Empty { get; } = new(string.Empty, string.Empty);

    /// <summary>In the user's language.</summary>
    public override string ToString() => In(Spoken);

    internal string In(Language language) => language == Language.Japanese ? Ja : En;

    /// <summary>A text that is the same in both: a name, a value, what a host said.</summary>
    internal static LocalText Of(string same) => new(same, same);

    /// <summary>A sentence, and in brackets what it rests on.</summary>
    internal LocalText Because(LocalText why) => new($"{Ja}（{why.Ja}）", $"{En} ({why.En})");

    /// <summary>This text, and what goes on from it.</summary>
    internal LocalText Then(LocalText next) => new(Ja + next.Ja, En + next.En);

    /// <summary>As it begins a sentence.</summary>
    internal LocalText Capitalised() => En.Length == 0 ? this : this with { En = char.ToUpperInvariant(En[0]) + En.Substring(1) };

    /// <summary>Sentences one after the other, each once.</summary>
    internal static LocalText Join(IEnumerable<LocalText> parts)
    {
        var distinct = parts.Distinct().ToArray();
        return distinct.Length == 1
            ? distinct[0]
            : new LocalText(string.Join("；", distinct.Select(part => part.Ja)), string.Join("; ", distinct.Select(part => part.En)));
    }
}
