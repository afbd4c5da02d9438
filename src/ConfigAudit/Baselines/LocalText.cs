using System;
using System.Globalization;
using ConfigAudit.Files;

namespace ConfigAudit.Baselines;

/// <summary>A text in the two languages that baselines are written in.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Ja, string En)
{
    /// <summary>In Japanese when that is the user's interface language, else in English.</summary>
    public override string ToString() =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName.Equals("ja", StringComparison.OrdinalIgnoreCase) ? Ja : En;

    /// <exception cref="InputException">One of the languages is missing.</exception>
    internal static LocalText Of(JsonNode node)
    {
        node.AllowOnly("ja", "en");
        return new LocalText(node.Text("ja"), node.Text("en"));
    }
}
