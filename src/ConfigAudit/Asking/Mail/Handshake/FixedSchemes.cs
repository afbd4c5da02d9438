using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>
/// How ephemeral keys are signed before TLS 1.2, where nobody can choose: RSA over MD5 and SHA-1 together, DSA and ECDSA over SHA-1
/// (RFC 4346 §7.4.3, RFC 8422 §5.4). Who accepts such a version with such a suite signs so, and needn't be asked. The two hashes together
/// are as strong as SHA-1, and told as that: a signature over MD5 alone is another thing.
/// </summary>
internal static class FixedSchemes
{
    private static readonly (string[] Suites, SignatureScheme[] Schemes)[] Table =
    {
        (new[] { "_ECDHE_RSA_", "TLS_DHE_RSA_", "TLS_RSA_EXPORT", "TLS_SRP_SHA_RSA_" }, new[] { SignatureScheme.RsaPkcs1Sha1 }),
        (new[] { "TLS_DHE_DSS_", "TLS_SRP_SHA_DSS_" }, new[] { SignatureScheme.DsaSha1 }),
        (new[] { "_ECDHE_ECDSA_" }, new[] { SignatureScheme.EcdsaSha1 }),
    };

    /// <param name="accepted">Versions, with their suites.</param>
    /// <param name="suites">Their names.</param>
    public static IReadOnlyList<SignatureScheme> Of(IEnumerable<VersionAnswer> accepted, MailSuites suites)
    {
        var old = accepted.Where(version => version.Version < TlsVersion.Tls12).SelectMany(version => version.Suites).ToArray();
        return Table.Where(row => suites.Named(old, row.Suites).Length > 0).SelectMany(row => row.Schemes).ToArray();
    }
}
