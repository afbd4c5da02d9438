using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;

namespace ConfigAudit.Asking.Mail.Enumeration;

/// <summary>
/// The suites of a version in the groups in which they are offered. Measured: a server may pick a suite for which it then has no
/// credentials, or no parameters, and
/// end the handshake, and with it everything that was offered beside; so what may fail stands apart from what may not.
/// </summary>
internal sealed class SuiteGroups
{
    private readonly Dictionary<int, string> _names;

    /// <param name="suites">All that are known. Old servers (of Windows 2003) read 64 of a hello: suites stand by their code, and such a
    /// server knows none of the higher ones.</param>
    public SuiteGroups(IReadOnlyList<TlsSuite> suites)
    {
        _names = suites.ToDictionary(suite => suite.Code, suite => suite.Name);
        OfTls13 = suites.Where(suite => suite.IsOfTls13).Select(suite => suite.Code).OrderBy(code => code).ToArray();
        // The usual ones first: a server that doesn't know the version says so at once.
        Older = ByCredential(suites.Where(suite => !suite.IsOfTls13).Select(suite => suite.Code).OrderBy(code => code))
            .SelectMany(group => group)
            .ToArray();
    }

    private enum Credential
    {
        /// <summary>A certificate's key that signs an ephemeral one of an elliptic curve, one that is encrypted to, one that signs one of a
        /// finite field.</summary>
        EllipticCurve,
        Encryption,
        FiniteField,

        /// <summary>A certificate whose key is itself one of Diffie-Hellman.</summary>
        Static,

        /// <summary>Keys and passwords that both sides have (RFC 4279, RFC 5054, RFC 2712, RFC 8492).</summary>
        Shared,

        /// <summary>None, or a short-lived short key (RFC 4346 appendix D.1).</summary>
        AnonymousOrExport,
    }

    private enum Kind
    {
        EllipticCurve,
        Plain,
        FiniteField,
        Export,
    }

    /// <summary>The suites of TLS 1.3 stand apart: each works with no other version.</summary>
    public IReadOnlyList<int> OfTls13 { get; }

    /// <summary>Those of SSL 3 to TLS 1.2.</summary>
    public IReadOnlyList<int> Older { get; }

    /// <summary>By the kind of the ephemeral key, for which a server may have no parameters (Dovecot without any for Diffie-Hellman); four
    /// at most.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ByKind(IEnumerable<int> suites) => By(suites, KindOf);

    /// <summary>For a server that says clearly that it wants none: by what it needs to have for them; six at most.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ByCredential(IEnumerable<int> suites) => By(suites, CredentialOf);

    /// <summary>For a server that ends the stream, which may be its way to refuse or a failure: by kind, the usual ones apart; seven at
    /// most.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ByUse(IEnumerable<int> suites) =>
        By(suites, code => (CredentialOf(code) >= Credential.Static, KindOf(code)));

    /// <summary>For a server that failed at what it picked: by all that it may have failed at.</summary>
    public IReadOnlyList<IReadOnlyList<int>> ByBoth(IEnumerable<int> suites) => By(suites, code => (CredentialOf(code), KindOf(code)));

    /// <summary>Some servers with an order of their own let a client go first that begins with ChaCha20, which is one without hardware for
    /// AES.</summary>
    public IEnumerable<int> ChaChaLast(IEnumerable<int> suites) => suites.OrderBy(code => Has(code, "CHACHA20"));

    private static IReadOnlyList<int>[] By<T>(IEnumerable<int> suites, Func<int, T> key) =>
        suites.GroupBy(key).OrderBy(group => group.Key).Select(group => (IReadOnlyList<int>)group.ToArray()).ToArray();

    private Credential CredentialOf(int code) =>
        Has(code, "anon", "EXPORT") ? Credential.AnonymousOrExport
        : Has(code, "PSK", "SRP", "KRB5", "ECCPWD") ? Credential.Shared
        : Has(code, "TLS_DH_", "TLS_ECDH_") ? Credential.Static
        : Has(code, "TLS_DHE_") ? Credential.FiniteField
        : Has(code, "TLS_ECDHE_") ? Credential.EllipticCurve
        : Credential.Encryption;

    private Kind KindOf(int code) =>
        Has(code, "EXPORT") ? Kind.Export
        : Has(code, "ECDHE_", "ECDH_") ? Kind.EllipticCurve
        : Has(code, "DHE_", "DH_", "PSK_DHE") ? Kind.FiniteField
        : Kind.Plain;

    private bool Has(int code, params string[] parts) => parts.Any(part => _names[code].IndexOf(part, StringComparison.Ordinal) >= 0);
}
