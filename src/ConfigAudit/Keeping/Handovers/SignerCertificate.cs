using System;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>What a certificate needs to sign hand-overs: valid, an RSA key of 2048 bits, and made for signing documents or code.</summary>
internal static class SignerCertificate
{
    private const int MinimumKeyBits = 2048;
    private const string AnyRsa = "1.2.840.113549.1.1.1";

    /// <summary>
    /// EphemeralKeySet, which .NET Framework 4.7.2 knows and netstandard2.0 doesn't name. Without it, Windows writes the key to the user's
    /// profile.
    /// </summary>
    private const X509KeyStorageFlags InMemory = (X509KeyStorageFlags)32;

    /// <summary>
    /// Code signing, Microsoft's document signing and that of RFC 9336. Without this, whoever has any certificate of the same authority,
    /// such as a web
    /// server's, could sign.
    /// </summary>
    private static readonly string[] Purposes = { "1.3.6.1.5.5.7.3.3", "1.3.6.1.4.1.311.10.3.12", "1.3.6.1.5.5.7.3.36" };

    /// <summary>Reads a PFX with its private key, which is kept in memory alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="password">Null for none.</param>
    /// <exception cref="InputException">It can't be opened so.</exception>
    public static X509Certificate2 Load(string path, SecureString? password)
    {
        var bytes = FileBytes.Read(path, 1024 * 1024);
        try
        {
            return new X509Certificate2(bytes, password, InMemory);
        }
        catch (CryptographicException bad)
        {
            throw new InputException(
                path,
                password is null
                    ? new LocalText(
                        "パスワードなしで開けるPFXではありません。-CertificatePassword でファイルのパスワードを指定してください",
                        "it is no PFX that opens without a password: give that of the file with -CertificatePassword"
                    )
                    : new LocalText("このパスワードで開けるPFXではありません", "it is no PFX that opens with this password"),
                bad
            );
        }
    }

    /// <summary>Why a certificate may not sign at a moment; null when it may.</summary>
    public static (Refusal Refusal, LocalText Text)? Problem(X509Certificate2 certificate, DateTimeOffset at)
    {
        try
        {
            return Found(certificate, at);
        }
        catch (Exception bad) when (bad is CryptographicException or ArgumentException)
        {
            // What is wrong in a certificate shows when that part of it is looked at.
            return (
                Refusal.BadSignature,
                new LocalText("破損しています: " + bad.Message.TrimEnd('.'), "it is damaged: " + bad.Message.TrimEnd('.'))
            );
        }
    }

    /// <summary>The purpose for which it may sign; null when there is none.</summary>
    public static string? Purpose(X509Certificate2 certificate) =>
        certificate
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>())
            .Select(oid => oid.Value)
            .FirstOrDefault(Purposes.Contains);

    /// <summary>Whom it is of, and what it is known by, fit to be shown.</summary>
    public static string Name(X509Certificate2 certificate) =>
        $"{HostileText.Shown(certificate.Subject)} (SHA-256 {FileHash.Hex(certificate.RawData)})";

    private static (Refusal Refusal, LocalText Text)? Found(X509Certificate2 certificate, DateTimeOffset at)
    {
        if (at < certificate.NotBefore || at > certificate.NotAfter)
        {
            return (
                Refusal.Expired,
                new LocalText(
                    $"有効期間は {Day(certificate.NotBefore)} から {Day(certificate.NotAfter)} までで、署名の日は {Day(at.LocalDateTime)} です",
                    $"it is valid from {Day(certificate.NotBefore)} to {Day(certificate.NotAfter)}, and signed on {Day(at.LocalDateTime)}"
                )
            );
        }

        if (certificate.PublicKey.Oid.Value != AnyRsa)
            return (Refusal.BadSignature, new LocalText("RSAの鍵ではありません", "its key isn't one of RSA"));
        using var key = certificate.GetRSAPublicKey();
        if (key is null || key.KeySize < MinimumKeyBits)
        {
            return (
                Refusal.BadSignature,
                new LocalText(
                    $"鍵が{key?.KeySize}ビットです。{MinimumKeyBits}ビット以上が必要です",
                    $"its key has {key?.KeySize} bits, and at least {MinimumKeyBits} are wanted"
                )
            );
        }

        return Purpose(certificate) is null || !MaySign(certificate)
            ? (
                Refusal.WrongPurpose,
                new LocalText(
                    "署名用の証明書ではありません。拡張キー使用法にコード署名又はドキュメント署名、キー使用法がある場合はデジタル署名が必要です",
                    "it isn't made for signing: its enhanced key usage has to name code signing or document signing, and its key usage, where it has one, digital signature"
                )
            )
            : null;
    }

    private static bool MaySign(X509Certificate2 certificate) =>
        certificate
            .Extensions.OfType<X509KeyUsageExtension>()
            .All(usage => (usage.KeyUsages & (X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation)) != 0);

    private static string Day(DateTime moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
