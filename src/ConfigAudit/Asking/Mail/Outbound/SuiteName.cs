using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>The suite that a mail server means: each writes the names that its TLS library has, IANA's (Exchange, Gmail), OpenSSL's
/// (Postfix, Sendmail) or parts of them as GnuTLS does (Exim).</summary>
internal sealed class SuiteName
{
    /// <summary>Windows used to add the curve: TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384_P384.</summary>
    private static readonly Regex Curve = LinearPattern.Of("_P(256|384|521)$");

    private static readonly Regex Whole = LinearPattern.Of(
        "^(TLS_)?(?<exchange>(ECDHE|DHE)_(RSA|ECDSA|DSS)|RSA)_(?<cipher>(AES|CAMELLIA)_[0-9]+_(CBC|GCM)|3DES_EDE_CBC|CHACHA20_POLY1305)(_(?<hash>SHA[0-9]+))?$"
    );

    private readonly Dictionary<string, TlsSuite> _byName = new(StringComparer.OrdinalIgnoreCase);

    public SuiteName(IReadOnlyList<TlsSuite> suites)
    {
        foreach (var suite in suites)
        {
            _byName[suite.Name] = suite;
            foreach (var name in OpenSslNames(suite.Name).Where(name => !_byName.ContainsKey(name)))
                _byName[name] = suite;
        }
    }

    /// <returns>Null for a name that means none, or not one alone.</returns>
    public TlsSuite? Read(string name)
    {
        if (_byName.TryGetValue(Curve.Replace(name, string.Empty), out var suite))
            return suite;
        if (Parts(name) is not { } parts)
            return null;
        // An AEAD has one hash, so the beginning tells the suite.
        var found = _byName
            .Values.Distinct()
            .Where(suite =>
                parts.Hash is { } hash
                    ? suite.Name.Equals($"TLS_{parts.Exchange}_WITH_{parts.Cipher}_{hash}", StringComparison.OrdinalIgnoreCase)
                    : IsAead(suite.Name, $"TLS_{parts.Exchange}_WITH_{parts.Cipher}_")
            )
            .ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>The suites of TLS 1.3, whose names tell no key exchange.</summary>
    public TlsSuite? OfTls13(string name)
    {
        var found = Parts(name) is not { Hash: null } parts
            ? Array.Empty<TlsSuite>()
            : _byName
                .Values.Distinct()
                .Where(suite => suite.IsOfTls13 && suite.Name.StartsWith($"TLS_{parts.Cipher}_SHA", StringComparison.OrdinalIgnoreCase))
                .ToArray();
        return found.Length == 1 ? found[0] : Read(name);
    }

    /// <summary>
    /// GnuTLS names key exchange and signature by their groups and schemes, and the hash where the cipher has none of its own:
    /// ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM, DHE_FFDHE2048__RSA_SHA256__AES_256_CBC__SHA1, RSA__AES_128_GCM. Older ones name the
    /// suite: ECDHE_RSA_AES_256_GCM_SHA384, RSA_AES_128_CBC_SHA1.
    /// </summary>
    private static (string Exchange, string Cipher, string? Hash)? Parts(string name)
    {
        var parts = name.Replace('-', '_').Split(new[] { "__" }, StringSplitOptions.None).ToList();
        if (parts.Count == 1)
        {
            var whole = Whole.Match(parts[0]);
            return whole.Success ? (whole.Groups["exchange"].Value, whole.Groups["cipher"].Value, Sha(whole.Groups["hash"])) : null;
        }

        var hash = parts[parts.Count - 1].StartsWith("SHA", StringComparison.Ordinal) ? parts[parts.Count - 1] : null;
        if (hash is not null)
            parts.RemoveAt(parts.Count - 1);
        var exchange = parts[0].Split('_')[0];
        return parts.Count switch
        {
            2 when exchange == "RSA" => (exchange, parts[1], Sha(hash)),
            3 when Signer(parts[1]) is { } signer => ($"{exchange}_{signer}", parts[2], Sha(hash)),
            _ => null,
        };
    }

    private static string? Signer(string scheme) =>
        scheme.StartsWith("RSA", StringComparison.Ordinal) ? "RSA"
        : scheme.StartsWith("ECDSA", StringComparison.Ordinal) || scheme.StartsWith("EDDSA", StringComparison.Ordinal) ? "ECDSA"
        : scheme.StartsWith("DSA", StringComparison.Ordinal) ? "DSS"
        : null;

    private static string? Sha(Group hash) => hash.Success ? Sha(hash.Value) : null;

    /// <summary>IANA says SHA for SHA-1.</summary>
    private static string? Sha(string? hash) => hash == "SHA1" ? "SHA" : hash;

    private static bool IsAead(string name, string start) =>
        name.StartsWith(start, StringComparison.OrdinalIgnoreCase)
        && name.Substring(start.Length).StartsWith("SHA", StringComparison.OrdinalIgnoreCase)
        && (name.Contains("GCM") || name.Contains("CHACHA20"));

    /// <summary>OpenSSL's names (ciphers(1)), made from IANA's by the rules that they follow.</summary>
    private static IEnumerable<string> OpenSslNames(string iana)
    {
        var at = iana.IndexOf("_WITH_", StringComparison.Ordinal);
        if (at < 0 || !iana.StartsWith("TLS_", StringComparison.Ordinal))
            yield break;
        var exchange = iana.Substring(4, at - 4) switch
        {
            "RSA" => string.Empty,
            "DH_anon" => "ADH-",
            "ECDH_anon" => "AECDH-",
            var other => other.Replace('_', '-') + "-",
        };
        var cipher = Regex
            .Replace(iana.Substring(at + 6).Replace("_EDE", string.Empty), "(AES|ARIA|CAMELLIA)_", "$1")
            .Replace("RC4_128", "RC4")
            .Replace("3DES_CBC", "DES-CBC3")
            .Replace("CCM_8", "CCM8");
        // CBC goes unsaid where a cipher has no other way, and so does the hash of ChaCha20.
        cipher = Regex
            .Replace(cipher, "^((AES|ARIA|CAMELLIA)[0-9]+|SEED)_CBC", "$1")
            .Replace("CHACHA20_POLY1305_SHA256", "CHACHA20_POLY1305")
            .Replace('_', '-');
        yield return exchange + cipher;
        // Two older ways: EDH for DHE with DES, and ECDHE-ARIA without the key that signs.
        if (exchange.StartsWith("DHE-", StringComparison.Ordinal) && cipher.StartsWith("DES", StringComparison.Ordinal))
            yield return "E" + exchange.Replace("DHE-", "DH-") + cipher;
        if (exchange == "ECDHE-RSA-" && cipher.StartsWith("ARIA", StringComparison.Ordinal))
            yield return "ECDHE-" + cipher;
    }
}
