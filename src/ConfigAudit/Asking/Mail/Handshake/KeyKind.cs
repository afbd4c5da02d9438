using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail.Tls;
using Org.BouncyCastle.Asn1.X509;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>Kinds of a certificate's key, and the ways in which each can sign an ephemeral one: a server with several shows the one that
/// the client lets sign.</summary>
internal static class KeyKind
{
    public const string Rsa = "RSA";
    public const string RsaPss = "RSA-PSS";
    public const string Ecdsa = "ECDSA";
    public const string Dsa = "DSA";
    public const string Ed25519 = "Ed25519";
    public const string Ed448 = "Ed448";

    private static readonly Dictionary<string, string> Names = new()
    {
        ["1.2.840.113549.1.1.1"] = Rsa,
        [PssSignature.Algorithm] = RsaPss,
        ["1.2.840.10045.2.1"] = Ecdsa,
        ["1.2.840.10040.4.1"] = Dsa,
        ["1.3.101.112"] = Ed25519,
        ["1.3.101.113"] = Ed448,
    };

    /// <summary>Those that TLS 1.3 takes.</summary>
    public static IReadOnlyList<string> OfTls13 { get; } = new[] { Rsa, RsaPss, Ecdsa, Ed25519, Ed448 };

    /// <summary>Its name; the number of the algorithm for what has none here.</summary>
    /// <param name="algorithm">By its object identifier.</param>
    public static string Named(string algorithm) => Names.TryGetValue(algorithm, out var name) ? name : algorithm;

    /// <summary>Of the key of a certificate in DER; null where it can't be read.</summary>
    public static string? Of(byte[] certificate)
    {
        try
        {
            return Named(X509CertificateStructure.GetInstance(certificate).SubjectPublicKeyInfo.Algorithm.Algorithm.Id);
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and the library has no one exception for what is no certificate.
            return null;
        }
    }

    /// <summary>The ways to sign with keys of these kinds.</summary>
    public static SignatureScheme[] Schemes(IEnumerable<string> kinds) =>
        ClientHello.EveryScheme.Where(scheme => kinds.Contains(Of(scheme))).ToArray();

    private static string Of(SignatureScheme scheme) =>
        scheme switch
        {
            SignatureScheme.Ed25519 => Ed25519,
            SignatureScheme.Ed448 => Ed448,
            SignatureScheme.RsaPssPssSha256 or SignatureScheme.RsaPssPssSha384 or SignatureScheme.RsaPssPssSha512 => RsaPss,
            _ when scheme.ToString().StartsWith("Rsa", StringComparison.Ordinal) => Rsa,
            _ when scheme.ToString().StartsWith("Dsa", StringComparison.Ordinal) => Dsa,
            _ => Ecdsa,
        };
}
