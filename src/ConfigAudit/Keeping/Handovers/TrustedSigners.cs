using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>
/// Who may sign hand-overs: a certificate itself, or one that an authority issued. Both have to be given; the system's own authorities have
/// no say. Whether
/// a certificate was revoked isn't looked up: closed networks reach no list.
/// </summary>
internal sealed class TrustedSigners
{
    private readonly HashSet<string> _thumbprints = new(StringComparer.OrdinalIgnoreCase);
    private readonly X509Certificate2Collection _authorities = new();

    /// <summary>Trusts a certificate as a signer and, where it is an authority's, those that it issued.</summary>
    public void Add(X509Certificate2 certificate)
    {
        _thumbprints.Add(FileHash.Hex(certificate.RawData));
        if (certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(basic => basic.CertificateAuthority))
            _authorities.Add(certificate);
    }

    /// <summary>Trusts the signer with that thumbprint, SHA-256 or, as Windows shows it, SHA-1.</summary>
    /// <returns>False when the text is no thumbprint.</returns>
    public bool TryAdd(string text)
    {
        if (Digits(text) is not { Length: 40 or 64 } digits)
            return false;
        _thumbprints.Add(digits);
        return true;
    }

    /// <summary>The digits of a text that may be meant as a thumbprint; null where it has others. Copied from a dialog, a thumbprint has
    /// spaces in it and an invisible mark before it.</summary>
    public static string? Digits(string text) =>
        new string(text.Where(letter => !char.IsWhiteSpace(letter) && letter is not (':' or '\u200e')).ToArray()) is { Length: > 0 } digits
        && digits.All(Uri.IsHexDigit)
            ? digits
            : null;

    /// <summary>What is said of such a text that has too few digits, or too many, and names no file either.</summary>
    public static LocalText NoThumbprint(string digits) =>
        new(
            $"この名前のファイルはなく、拇印でもありません。拇印は16進数40桁又は64桁ですが、{digits.Length}桁です。ファイルの名前又は拇印を確認してください",
            $"there is no file of that name, and it is no thumbprint, which has 40 or 64 hexadecimal digits, and this has {digits.Length}: look at the name, or at the thumbprint"
        );

    /// <param name="path">The signature's file, for messages.</param>
    /// <param name="signer">Who signed.</param>
    /// <exception cref="HandoverException">The signer isn't trusted, or was not allowed to sign at that time.</exception>
    public void Demand(string path, Signer signer)
    {
        if (SignerCertificate.Problem(signer.Certificate, signer.At) is { } problem)
        {
            throw new HandoverException(
                problem.Refusal,
                path,
                new LocalText(
                    $"署名者 {signer} の証明書では証明できません。{problem.Text.Ja}",
                    $"the certificate of {signer} can't prove it: {problem.Text.En}"
                )
            );
        }

        if (!IsPinned(signer.Certificate) && !IsIssued(signer))
        {
            throw new HandoverException(
                Refusal.Untrusted,
                path,
                new LocalText(
                    $"署名者 {signer} は、信頼する署名者ではなく、信頼する認証局から発行を受けた者でもありません",
                    $"it was signed by {signer}, who isn't among the trusted, nor issued by an authority among them"
                )
            );
        }
    }

    private bool IsPinned(X509Certificate2 certificate) =>
        _thumbprints.Contains(FileHash.Hex(certificate.RawData)) || _thumbprints.Contains(certificate.Thumbprint);

    private bool IsIssued(Signer signer)
    {
        if (_authorities.Count == 0)
            return false;
        using var chain = OwnAuthorities.Chain(signer.Others, SignerCertificate.Purpose(signer.Certificate)!);
        chain.ChainPolicy.ExtraStore.AddRange(_authorities);
        chain.ChainPolicy.VerificationTime = signer.At.LocalDateTime;
        chain.ChainPolicy.UrlRetrievalTimeout = TimeSpan.FromSeconds(1);
        // The root may be unknown to the system; which authority it leads to is checked below.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        return Leads(chain, signer.Certificate)
            && chain
                .ChainElements.Cast<X509ChainElement>()
                .Skip(1)
                .Any(element =>
                    _authorities.Cast<X509Certificate2>().Any(trusted => trusted.RawData.SequenceEqual(element.Certificate.RawData))
                );
    }

    private static bool Leads(X509Chain chain, X509Certificate2 certificate)
    {
        try
        {
            return chain.Build(certificate);
        }
        catch (CryptographicException)
        {
            // A certificate that the system can't make sense of leads nowhere.
            return false;
        }
    }
}
