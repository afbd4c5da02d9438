using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>A file of certificates without private keys: DER with one, or PEM with any number (RFC 7468).</summary>
internal static class CertificateFile
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly Regex Pem = LinearPattern.Of(@"-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----");

    /// <exception cref="InputException">It can't be read, or holds no certificate.</exception>
    public static X509Certificate2Collection Load(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                throw new InputException(
                    path,
                    new LocalText("証明書のファイルとしては大きすぎます", "it is larger than any file of certificates")
                );
            }

            var bytes = File.ReadAllBytes(path);
            var blocks = Pem.Matches(Encoding.ASCII.GetString(bytes))
                .Cast<Match>()
                .Select(block => Convert.FromBase64String(block.Groups[1].Value))
                .ToArray();
            var certificates = new X509Certificate2Collection();
            foreach (var der in blocks.Length > 0 ? blocks : new[] { bytes })
                certificates.Add(new X509Certificate2(der));
            return certificates;
        }
        catch (Exception bad) when (bad is CryptographicException or FormatException)
        {
            throw new InputException(
                path,
                new LocalText("PEM又はDERの証明書が含まれていません", "it holds no certificate in PEM or DER"),
                bad
            );
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, FilePlace.Unopened(path, bad), bad);
        }
    }
}
