using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>Names of domains, as DNS has them (RFC 1035 §2.3.4, RFC 5890).</summary>
internal static class DomainName
{
    private const int MaxLength = 253;
    private const int MaxLabel = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The name in lower case and without a dot at the end; other letters than ASCII's as punycode.</summary>
    /// <exception cref="FormatException">It is no name of a domain.</exception>
    public static string Ascii(string name)
    {
        var trimmed = name.Trim();
        var bare = trimmed.EndsWith(".", StringComparison.Ordinal) ? trimmed.Substring(0, trimmed.Length - 1) : trimmed;
        try
        {
            // The mapping refuses names that are met with: mail_1.city.example.
            var ascii = IsHost(bare) ? bare.ToLowerInvariant() : Idn.GetAscii(bare).ToLowerInvariant();
            if (IsHost(ascii))
                return ascii;
        }
        catch (ArgumentException)
        {
            // Said below, in words of ours.
        }

        throw new WrittenException(
            new LocalText(
                $"'{HostileText.Shown(name)}' はメールのドメインの名前（city.example など）ではありません。",
                $"'{HostileText.Shown(name)}' is not the name of a mail domain, such as city.example."
            )
        );
    }

    /// <summary>Whether it is made of letters, digits and hyphens between them (RFC 1123 §2.1), or of underscores, which are met
    /// with.</summary>
    public static bool IsHost(string name) =>
        name.Length is > 0 and <= MaxLength
        && name.Split('.')
            .All(label =>
                label.Length is > 0 and <= MaxLabel
                && label[0] != '-'
                && label[label.Length - 1] != '-'
                && label.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
            );
}
