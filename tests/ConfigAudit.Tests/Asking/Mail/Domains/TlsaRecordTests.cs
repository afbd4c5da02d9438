using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>What TLSA records are true of (RFC 6698 §2.1, RFC 7672 §3), by certificates and figures of openssl.</summary>
public sealed class TlsaRecordTests : IDisposable
{
    private static readonly string[] Hosts = { "mail.city.example" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsTheory("openssl")]
    [InlineData("rsa:2048")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:prime256v1")]
    [InlineData("ed25519")]
    public void A_record_is_true_of_the_certificate_that_openssl_made_it_of(string key)
    {
        var (own, other) = (Certificate("own", key), Certificate("other", key));
        foreach (var (selector, subject) in new[] { (0, own), (1, Key("own")) })
        {
            foreach (var (matching, data) in new[] { (0, subject), (1, Digest(subject, "sha256")), (2, Digest(subject, "sha512")) })
            {
                var record = new TlsaRecord(3, selector, matching, data);
                Assert.True(record.Matches(new[] { own, other }, Hosts));
                Assert.False(record.Matches(new[] { other }, Hosts));
            }
        }
    }

    [Theory]
    [InlineData(0, 1, 1, 32)] // PKIX-TA and PKIX-EE are not for SMTP
    [InlineData(1, 1, 1, 32)]
    [InlineData(4, 1, 1, 32)]
    [InlineData(3, 2, 1, 32)]
    [InlineData(3, 1, 3, 32)]
    [InlineData(3, 1, 1, 31)] // no SHA-256
    [InlineData(3, 1, 2, 32)] // no SHA-512
    [InlineData(3, 1, 0, 0)]
    public void A_record_that_SMTP_cannot_use_says_nothing(int usage, int selector, int matching, int length) =>
        Assert.Null(new TlsaRecord(usage, selector, matching, new byte[length]).Matches(new[] { new byte[] { 0x30, 0 } }, Hosts));

    [Fact]
    public void One_usable_record_that_is_true_is_enough_and_unusable_ones_do_not_count()
    {
        var certificates = new[] { new byte[] { 1, 2, 3 } };
        var (right, wrong, unusable) = (
            new TlsaRecord(3, 0, 0, new byte[] { 1, 2, 3 }),
            new TlsaRecord(3, 0, 0, new byte[] { 1 }),
            new TlsaRecord(1, 0, 0, new byte[] { 1, 2, 3 })
        );
        Assert.True(TlsaRecord.Matches(new[] { wrong, unusable, right }, certificates, Hosts));
        Assert.False(TlsaRecord.Matches(new[] { wrong, unusable }, certificates, Hosts));
        Assert.Null(TlsaRecord.Matches(new[] { unusable }, certificates, Hosts));
        Assert.Null(TlsaRecord.Matches(Array.Empty<TlsaRecord>(), certificates, Hosts));
    }

    [NeedsFact("openssl")]
    public void A_certificate_cut_anywhere_has_no_key_and_hurts_nobody()
    {
        var own = Certificate("own", "ed25519");
        Assert.All(Enumerable.Range(0, own.Length), length => Assert.Null(PublicKeyInfo.Of(own.Take(length).ToArray())));
        Assert.False(new TlsaRecord(3, 1, 1, new byte[32]).Matches(new[] { new byte[] { 0x30, 0x83, 0xff, 0xff, 0xff } }, Hosts));
    }

    private byte[] Certificate(string name, string key)
    {
        OpenSsl.Run(
            $"req -x509 -newkey {key} -nodes -keyout {_folder[name + ".key"]} -out {_folder[name + ".pem"]} -days 30 -subj /CN={name}.city.example"
        );
        return Pem(File.ReadAllText(_folder[name + ".pem"]));
    }

    private byte[] Key(string name) => Pem(OpenSsl.Run($"x509 -in {_folder[name + ".pem"]} -pubkey -noout"));

    private byte[] Digest(byte[] data, string hash)
    {
        File.WriteAllBytes(_folder["data"], data);
        OpenSsl.Run($"dgst -{hash} -binary -out {_folder["digest"]} {_folder["data"]}");
        return File.ReadAllBytes(_folder["digest"]);
    }

    private static byte[] Pem(string text) =>
        Convert.FromBase64String(
            string.Concat(text.Split('\n').Where(line => !line.StartsWith("-----", StringComparison.Ordinal)).Select(line => line.Trim()))
        );
}
