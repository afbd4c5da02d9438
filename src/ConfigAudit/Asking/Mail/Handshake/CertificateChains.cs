using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>The certificates that one service showed. A verdict over them is that over the worst.</summary>
internal sealed class CertificateChains
{
    private readonly string _host;
    private readonly X509Certificate2Collection _trusted;
    private readonly Action<Gap, string[]> _explain;
    private readonly List<SeenCertificate> _seen = new();

    /// <param name="host">The name that the server was asked by.</param>
    /// <param name="trusted">Authorities to trust besides this computer's.</param>
    /// <param name="explain">Told why something isn't known.</param>
    public CertificateChains(string host, X509Certificate2Collection trusted, Action<Gap, string[]> explain) =>
        (_host, _trusted, _explain) = (host, trusted, explain);

    public IReadOnlyList<SeenCertificate> Seen => _seen;

    /// <summary>Why there may be another certificate than those seen; null where that is all.</summary>
    public Gap? Rest { get; private set; }

    /// <param name="chain">In DER, the server's own first; empty for none.</param>
    /// <param name="source">Whom it came from.</param>
    public void Add(IReadOnlyList<byte[]> chain, string source)
    {
        if (
            chain.Count == 0
            || _seen.Any(each =>
                each.Chain.Count == chain.Count && each.Chain.Zip(chain, (one, other) => one.SequenceEqual(other)).All(isSame => isSame)
            )
        )
        {
            return;
        }

        try
        {
            _seen.Add(MailCertificate.Read(chain, _host, _trusted));
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and neither the system nor the library has one exception for what is no certificate.
            Doubt(
                new Gap(
                    GapKind.Unusable,
                    source,
                    new LocalText("サーバの証明書を読み取れない: ", "the server's certificate can't be read: ").Then(
                        LocalText.Of(HostileText.Shown(bad.Message))
                    )
                )
            );
        }
    }

    /// <summary>There may be another one.</summary>
    public void Doubt(Gap why)
    {
        Rest ??= why;
        _explain(why, MailProperties.OfCertificate);
    }

    /// <summary>The fact with what they say.</summary>
    public MailServiceFact In(MailServiceFact fact)
    {
        if (_seen.Count == 0)
            return fact;
        _explain(
            new Gap(
                GapKind.NotSupported,
                fact.Source!,
                new LocalText(
                    "証明書にないアドレスでサーバを指定したか、このコンピュータでは、その鍵又は署名の証明書チェーンを検証できないか、ルート証明書をまだ取得していない",
                    "the server was asked by an address that its certificate doesn't name; or this computer can't judge a chain with such a key or signature, or hasn't fetched the root yet"
                )
            ),
            MailProperties.OfCertificate
        );
        var first = _seen[0];
        return fact with
        {
            Certificates = _seen,
            RestOfCertificates = Rest,
            CertificateSubject = first.Subject,
            CertificateIssuer = first.Issuer,
            CertificateFrom = first.From,
            CertificateUntil = first.Until,
            CertificateLeft = _seen.Min(each => each.Until) - DateTimeOffset.UtcNow,
            CertificateNames = first.Names,
            CertificateKey = first.Key,
            CertificateKeyBits = first.KeyBits,
            CertificateHash = first.Hash,
            CertificateChain = first.Authorities,
            CertificateChainHashes = first.AuthorityHashes,
            OtherCertificates = _seen.Skip(1).Select(each => each.ToString()).ToArray(),
            CertificateNamesHost = All(each => each.NamesHost),
            CertificateIsTrusted = All(each => each.IsTrusted),
        };
    }

    /// <summary>What may be there besides may be otherwise.</summary>
    private bool? All(Func<SeenCertificate, bool?> holds) => Kleene.All(_seen.Select(holds)) & (Rest is null ? true : null);
}
