using System.Text;

namespace ConfigAudit.Mail;

/// <summary>What a server says, made fit to be shown: short, on one line, without control characters.</summary>
internal static class HostileText
{
    private const int MaxLength = 200;

    public static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var letter in text.Length > MaxLength ? text.Substring(0, MaxLength) + "…" : text)
            shown.Append(char.IsControl(letter) || (letter >= '\u202a' && letter <= '\u202e') || (letter >= '\u2066' && letter <= '\u2069') ? '?' : letter);
        return shown.ToString();
    }
}
