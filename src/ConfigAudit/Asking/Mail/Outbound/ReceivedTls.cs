using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// What a Received line says of TLS. The grammar has a protocol (RFC 3848) and a suite (RFC 8314); versions stand in comments, as each
/// server writes them: Postfix
/// "using TLSv1.3 with cipher …", Sendmail, Gmail and Exchange "version=… cipher=…", Exim "TLS1.3", and "ESMTP/TLS/…" of appliances.
/// </summary>
internal sealed class ReceivedTls
{
    private static readonly Regex Using = LinearPattern.Of(@"^using (?<version>\S+) with cipher (?<suite>\S+)");
    private static readonly Regex Pairs = LinearPattern.Of(@"^version=(?<version>[^\s,]+)[,\s]+cipher=(?<suite>[^\s,]+)");
    private static readonly Regex Alone = LinearPattern.Of(
        @"^(Cipher )?(?<version>TLSv?1(\.[0-3])?|SSLv?3)(:(?<suite>[^:\s]+)(:[0-9]+)?(:[A-Z]+)?)?$",
        RegexOptions.IgnoreCase
    );
    private static readonly Regex Encrypted = LinearPattern.Of(@"^(?<suite>[A-Z0-9_-]+) encrypted( E?SMTPS?A?)?$", RegexOptions.IgnoreCase);
    private static readonly Regex Slashes = LinearPattern.Of(@"^E?SMTPA?/TLS(/(?<suite>\S+))?$", RegexOptions.IgnoreCase);

    /// <summary>Exchange writes "(TLS)" where it tells no more.</summary>
    private static readonly Regex Bare = LinearPattern.Of("^TLS$");

    /// <summary>Registered protocols of mail (RFC 3848, RFC 6531 §4.3, RFC 5321 §4.4), over TLS and without.</summary>
    private static readonly string[] Secured =
    {
        "ESMTPS",
        "ESMTPSA",
        "LMTPS",
        "LMTPSA",
        "UTF8SMTPS",
        "UTF8SMTPSA",
        "UTF8LMTPS",
        "UTF8LMTPSA",
        // Mimecast's.
        "SMTP with STARTTLS",
        "ESMTP with STARTTLS",
    };
    private static readonly string[] Plain =
    {
        "SMTP",
        "ESMTP",
        "ESMTPA",
        "LMTP",
        "LMTPA",
        "UTF8SMTP",
        "UTF8SMTPA",
        "UTF8LMTP",
        "UTF8LMTPA",
    };

    /// <summary>Domino writes "ESMTP" whether there was TLS or not, by its program, or, where that is switched off
    /// (SMTPNoVersionInRcvdHdr), by an id of the moment and a number.</summary>
    private static readonly Regex Domino = LinearPattern.Of("^(HCL |IBM |Lotus )*Domino");
    private static readonly Regex DominoId = LinearPattern.Of("^[0-9]{16}-[0-9]+$");

    /// <summary>Words of whoever means TLS by something else than the above.</summary>
    private static readonly string[] Hints = { "tls", "ssl", "encrypt", "cipher" };

    private readonly SuiteName _names;

    public ReceivedTls(SuiteName names) => _names = names;

    public (bool? IsEncrypted, TlsVersion? Version, TlsSuite? Suite) Read(ReceivedHeader header)
    {
        var said = Said(header).ToArray();
        if (said.Length == 0 && !IsSecured(header))
            return (IsPlain(header) ? false : null, null, null);
        // "version=NONE cipher=NONE" is how some say that there was none.
        if (said.Any(each => IsNone(each.Version) || IsNone(each.Suite)))
            return (IsSecured(header) || said.Any(each => !IsNone(each.Version) && !IsNone(each.Suite)) ? null : false, null, null);
        // Where two say different things, neither is believed.
        var versions = said.Select(each => each.Version)
            .Where(version => version is { Length: > 0 })
            .Select(version => Version(version!))
            .Distinct()
            .ToArray();
        var version = versions.Length == 1 ? versions[0] : null;
        var suites = said.Select(each => each.Suite)
            .Where(suite => suite is { Length: > 0 })
            .Select(suite => version == TlsVersion.Tls13 ? _names.OfTls13(suite!) : _names.Read(suite!))
            .Distinct()
            .ToArray();
        var suite = suites.Length == 1 ? suites[0] : null;
        // No session has a suite of TLS 1.3 under another version, or another suite under that.
        return suite is not null && version is not null && suite.IsOfTls13 != (version == TlsVersion.Tls13)
            ? (true, null, null)
            : (true, version, suite);
    }

    private static IEnumerable<(string? Version, string? Suite)> Said(ReceivedHeader header)
    {
        foreach (
            var match in Remarks(header)
                .SelectMany(remark => new[] { Using, Pairs, Alone, Encrypted, Bare }.Select(form => form.Match(remark)))
                .Concat(new[] { Slashes, Encrypted }.Select(form => form.Match(header.With)))
                .Append(Pairs.Match(header.Tls))
                .Where(match => match.Success)
        )
        {
            yield return (match.Groups["version"].Value, match.Groups["suite"].Value);
        }

        if (header.Tls.Length > 0 && header.Tls.IndexOf(' ') < 0)
            yield return (null, header.Tls);
    }

    /// <summary>Postfix tells of TLS beside the address of who connected. It writes ESMTPS then; where it doesn't, that comment is the
    /// client's.</summary>
    private static IEnumerable<string> Remarks(ReceivedHeader header) =>
        header.BesideAddress is { } beside && IsSecured(header) ? header.Remarks.Prepend(beside) : header.Remarks;

    private static bool IsNone(string? word) => string.Equals(word, "none", StringComparison.OrdinalIgnoreCase);

    private static bool IsSecured(ReceivedHeader header) => Secured.Contains(header.With, StringComparer.OrdinalIgnoreCase);

    private static bool IsPlain(ReceivedHeader header) =>
        Plain.Contains(header.With, StringComparer.OrdinalIgnoreCase)
        && !header.Remarks.Any(Domino.IsMatch)
        && !DominoId.IsMatch(header.Id)
        && !header.Comments.Any(comment => Hints.Any(hint => comment.IndexOf(hint, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>"TLSv1.3", "TLS1_3", "TLS1.3", "TLSv1"; null for what is none.</summary>
    private static TlsVersion? Version(string text) =>
        text.ToUpperInvariant().Replace("V", string.Empty).Replace('_', '.') switch
        {
            "TLS1.3" => TlsVersion.Tls13,
            "TLS1.2" => TlsVersion.Tls12,
            "TLS1.1" => TlsVersion.Tls11,
            "TLS1" or "TLS1.0" => TlsVersion.Tls10,
            "SSL3" or "SSL3.0" => TlsVersion.Ssl3,
            _ => null,
        };
}
