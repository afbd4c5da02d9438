using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>
/// A ClientHello of exactly one version (RFC 5246 §7.4.1.2, RFC 8446 §4.1.2, RFC 6101 §5.6.1), with just the suites that a question is
/// about. It is written
/// here, byte by byte, since a client stack refuses to offer what it finds weak, and its failure would prove nothing about the server.
/// </summary>
internal sealed record ClientHello(TlsVersion Version, IReadOnlyList<int> Suites)
{
    private const int HandshakeRecord = 22;
    private const int HelloMessage = 1;
    private const int RandomLength = 32;
    private const int ExtensionHeader = 4;

    /// <summary>Numbers of finite-field groups begin with it (RFC 7919 §2).</summary>
    private const int FiniteField = 1;

    /// <summary>The good ones first, as an honest client has them.</summary>
    private static readonly SignatureScheme[] AllSchemes =
    {
        SignatureScheme.EcdsaSha256,
        SignatureScheme.EcdsaSha384,
        SignatureScheme.EcdsaSha512,
        SignatureScheme.Ed25519,
        SignatureScheme.Ed448,
        SignatureScheme.EcdsaBrainpoolP256Sha256,
        SignatureScheme.EcdsaBrainpoolP384Sha384,
        SignatureScheme.EcdsaBrainpoolP512Sha512,
        SignatureScheme.RsaPssPssSha256,
        SignatureScheme.RsaPssPssSha384,
        SignatureScheme.RsaPssPssSha512,
        SignatureScheme.RsaPssRsaeSha256,
        SignatureScheme.RsaPssRsaeSha384,
        SignatureScheme.RsaPssRsaeSha512,
        SignatureScheme.RsaPkcs1Sha256,
        SignatureScheme.RsaPkcs1Sha384,
        SignatureScheme.RsaPkcs1Sha512,
        SignatureScheme.EcdsaSha224,
        SignatureScheme.RsaPkcs1Sha224,
        SignatureScheme.EcdsaSha1,
        SignatureScheme.RsaPkcs1Sha1,
        SignatureScheme.DsaSha256,
        SignatureScheme.DsaSha384,
        SignatureScheme.DsaSha512,
        SignatureScheme.DsaSha224,
        SignatureScheme.DsaSha1,
        SignatureScheme.RsaPkcs1Md5,
    };

    private static readonly NamedGroup[] UsualGroups =
    {
        NamedGroup.X25519,
        NamedGroup.Secp256r1,
        NamedGroup.X448,
        NamedGroup.Secp521r1,
        NamedGroup.Secp384r1,
        NamedGroup.BrainpoolP256r1,
        NamedGroup.BrainpoolP384r1,
        NamedGroup.BrainpoolP512r1,
        NamedGroup.Secp256k1,
        NamedGroup.Secp224r1,
        NamedGroup.Secp192r1,
        NamedGroup.Ffdhe2048,
        NamedGroup.Ffdhe3072,
        NamedGroup.Ffdhe4096,
        NamedGroup.Ffdhe6144,
        NamedGroup.Ffdhe8192,
    };

    private static readonly NamedGroup[] AllGroups = UsualGroups
        .Concat(((NamedGroup[])Enum.GetValues(typeof(NamedGroup))).Except(UsualGroups))
        .ToArray();

    /// <summary>The host's name for the server_name extension (RFC 6066 §3); none is sent for an address.</summary>
    public string? ServerName { get; init; }

    /// <summary>The groups offered, in order.</summary>
    public IReadOnlyList<NamedGroup> Groups { get; init; } = AllGroups;

    /// <summary>The ways to sign offered, in order, from TLS 1.2 on.</summary>
    public IReadOnlyList<SignatureScheme> Schemes { get; init; } = AllSchemes;

    /// <summary>Offers compression by DEFLATE before none (RFC 3749).</summary>
    public bool OffersCompression { get; init; }

    /// <summary>Asks for a session ticket (RFC 5077); older than TLS 1.3 alone.</summary>
    public bool WantsTicket { get; init; }

    /// <summary>What a renegotiation shows of the handshake before it (RFC 5746 §3.5); empty for the first.</summary>
    public byte[] Renegotiated { get; init; } = Array.Empty<byte>();

    /// <summary>The suites share a key beforehand: their key exchange begins with a hint of it (RFC 4279 §2).</summary>
    public bool HasHint { get; init; }

    /// <summary>TLS 1.3 alone: offer no key, so that the server names the group that it wants (HelloRetryRequest).</summary>
    public bool IsWithoutKey { get; init; }

    /// <summary>The groups that are asked for, one after the other.</summary>
    public static IReadOnlyList<NamedGroup> EveryGroup => AllGroups;

    /// <summary>Those but the primes of RFC 7919, for which some servers put a weaker one of their own away.</summary>
    public static IReadOnlyList<NamedGroup> EveryCurve { get; } = AllGroups.Where(group => (int)group >> 8 != FiniteField).ToArray();

    /// <summary>Every way to sign that a server may want, SHA-1, MD5 and DSA included.</summary>
    public static IReadOnlyList<SignatureScheme> EveryScheme => AllSchemes;

    /// <summary>A record with the message.</summary>
    public byte[] ToBytes() => Version == TlsVersion.Ssl2 ? Ssl2() : Record(Math.Min((int)Version, (int)TlsVersion.Tls10), ToMessage());

    /// <summary>The message without a record.</summary>
    public byte[] ToMessage()
    {
        var message = Message(null);
        // Some load balancers hang on a hello of 256 to 511 bytes (RFC 7685 §4).
        if (message.Length is >= 256 and < 512 && Version != TlsVersion.Ssl3)
            message = Message(Math.Max(0, 512 - ExtensionHeader - message.Length));
        return message;
    }

    private byte[] Message(int? padding) => new TlsBytes().Number(HelloMessage, 1).Vector(3, body => Body(body, padding)).ToArray();

    /// <summary>SSL 3 knows no higher record version than its own, and old servers stumble over one above TLS 1.0 (RFC 5246
    /// §E.1).</summary>
    private static byte[] Record(int version, byte[] message) =>
        new TlsBytes().Number(HandshakeRecord, 1).Number(version, 2).Vector(2, record => record.Raw(message)).ToArray();

    /// <summary>CLIENT-HELLO of SSL 2: two bytes of length with the high bit set, the message, three bytes a cipher kind, a
    /// challenge.</summary>
    private byte[] Ssl2()
    {
        var body = new TlsBytes().Number(1, 1).Number((int)TlsVersion.Ssl2, 2).Number(3 * Suites.Count, 2).Number(0, 2).Number(16, 2);
        foreach (var suite in Suites)
            body.Number(suite, 3);
        var message = body.Raw(Random(16)).ToArray();
        return new TlsBytes().Number(0x8000 | message.Length, 2).Raw(message).ToArray();
    }

    private void Body(TlsBytes body, int? padding)
    {
        var isTls13 = Version == TlsVersion.Tls13;
        body.Number(isTls13 ? (int)TlsVersion.Tls12 : (int)Version, 2).Raw(Random(RandomLength));
        // TLS 1.3 over middleboxes wants a session id (RFC 8446 §D.4).
        body.Vector(1, session => session.Raw(isTls13 ? Random(RandomLength) : Array.Empty<byte>()));
        body.Vector(
            2,
            suites =>
            {
                foreach (var suite in Suites)
                    suites.Number(suite, 2);
            }
        );
        body.Vector(1, compression => compression.Raw(OffersCompression ? new byte[] { 1, 0 } : new byte[] { 0 }));
        if (Version != TlsVersion.Ssl3)
            body.Vector(2, all => Extensions(all, padding));
    }

    private void Extensions(TlsBytes all, int? padding)
    {
        if (ServerName is { } name && !IPAddress.TryParse(name, out _))
        {
            all.Number(0, 2)
                .Vector(
                    2,
                    extension =>
                        extension.Vector(
                            2,
                            list => list.Number(0, 1).Vector(2, host => host.Raw(Encoding.ASCII.GetBytes(name.TrimEnd('.'))))
                        )
                );
        }

        all.Number(11, 2).Vector(2, extension => extension.Vector(1, formats => formats.Number(0, 1)));
        all.Number(10, 2).Vector(2, extension => extension.Vector(2, groups => Numbers(groups, Groups.Select(group => (int)group))));
        if (Version >= TlsVersion.Tls12)
        {
            all.Number(13, 2)
                .Vector(2, extension => extension.Vector(2, schemes => Numbers(schemes, Schemes.Select(scheme => (int)scheme))));
            // Whatever signed the certificates is welcome (RFC 8446 §4.2.3): else a server shows none when it may sign in a few ways alone.
            all.Number(50, 2)
                .Vector(2, extension => extension.Vector(2, schemes => Numbers(schemes, AllSchemes.Select(scheme => (int)scheme))));
        }

        if (Version == TlsVersion.Tls13)
        {
            all.Number(43, 2).Vector(2, extension => extension.Vector(1, versions => versions.Number((int)TlsVersion.Tls13, 2)));
            all.Number(45, 2).Vector(2, extension => extension.Vector(1, modes => modes.Number(1, 1)));
            all.Number(51, 2).Vector(2, extension => extension.Vector(2, Key));
        }
        else
        {
            // Extended master secret (RFC 7627) and secure renegotiation (RFC 5746): whether the server answers them is asked by the way.
            all.Number(23, 2).Number(0, 2);
            all.Number(0xff01, 2).Vector(2, extension => extension.Vector(1, data => data.Raw(Renegotiated)));
            if (WantsTicket)
                all.Number(35, 2).Number(0, 2);
        }

        if (padding is { } length)
            all.Number(21, 2).Vector(2, extension => extension.Raw(new byte[length]));
    }

    /// <summary>
    /// Any 32 bytes are a public key of X25519 (RFC 7748 §5), but for the highest bit, which honest ones have clear and some servers
    /// refuse. Nothing is ever encrypted to it.
    /// </summary>
    private void Key(TlsBytes shares)
    {
        if (IsWithoutKey || !Groups.Contains(NamedGroup.X25519))
            return;
        var point = Random(32);
        point[31] &= 0x7f;
        shares.Number((int)NamedGroup.X25519, 2).Vector(2, key => key.Raw(point));
    }

    private static void Numbers(TlsBytes to, IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
            to.Number(number, 2);
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return bytes;
    }
}
