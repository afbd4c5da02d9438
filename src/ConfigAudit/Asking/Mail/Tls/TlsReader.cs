using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>Reads a server's first flight, record by record (RFC 5246 §6.2.1), as far as a question needs it.</summary>
internal sealed class TlsReader
{
    private const int AlertRecord = 21;
    private const int HandshakeRecord = 22;
    private const int ChangeCipherSpecRecord = 20;
    private const int ApplicationRecord = 23;
    private const int ServerHelloMessage = 2;
    private const int CertificateMessage = 11;
    private const int KeyExchangeMessage = 12;
    private const int CertificateRequestMessage = 13;
    private const int DoneMessage = 14;
    private const int MaxRecord = 16_384 + 2_048;
    private const int NamedCurve = 3;

    private readonly MailConnection _connection;
    private readonly bool _hasHint;
    private readonly List<byte> _handshake = new();

    /// <param name="connection">The server.</param>
    /// <param name="hasHint">What was offered shares a key beforehand, of which a key exchange begins with a hint (RFC 4279 §2).</param>
    public TlsReader(MailConnection connection, bool hasHint = false) => (_connection, _hasHint) = (connection, hasHint);

    /// <param name="isWhole">Read certificates and the key exchange too, so far as they aren't encrypted.</param>
    /// <param name="token">The deadline.</param>
    /// <exception cref="FormatException">It is no TLS.</exception>
    /// <exception cref="MailException">It ended, broke off, or is too long.</exception>
    public async Task<TlsAnswer> ReadAsync(bool isWhole, CancellationToken token)
    {
        var answer = new TlsAnswer(TlsAnswerKind.Accepted);
        while (true)
        {
            var (kind, message, alert) = await NextAsync(token).ConfigureAwait(false);
            if (alert is not null)
            {
                return answer.Hello is null
                    ? new TlsAnswer(TlsAnswerKind.Refused) { Alert = alert, Detail = LocalText.Of($"alert {alert}") }
                    : answer;
            }
            if (answer.Hello is null)
            {
                if (kind != ServerHelloMessage)
                {
                    throw new WrittenException(
                        new LocalText(
                            $"ServerHello の代わりに、ハンドシェイクのメッセージ {kind} が返った",
                            $"handshake message {kind} where a ServerHello belongs"
                        )
                    );
                }
                answer = answer with { Hello = ServerHello.Read(message) };
                // The rest of TLS 1.3 is encrypted.
                if (!isWhole || answer.Hello!.Version >= TlsVersion.Tls13)
                    return answer with { Group = answer.Hello!.Group };
            }
            else
            {
                answer = kind switch
                {
                    CertificateMessage => answer with { Certificates = ReadCertificates(message) },
                    KeyExchangeMessage => WithKeyExchange(answer, message),
                    _ => answer,
                };
                if (kind is DoneMessage or CertificateRequestMessage)
                    return answer with { IsWhole = true };
            }
        }
    }

    private static List<byte[]> ReadCertificates(byte[] message)
    {
        var certificates = new List<byte[]>();
        var list = new TlsCursor(message).Vector(3);
        while (list.Left > 0)
        {
            var one = list.Vector(3);
            certificates.Add(one.Raw(one.Left));
        }

        return certificates;
    }

    /// <summary>
    /// A curve is 3, 0 and its number, which is small; a Diffie-Hellman prime is its length and its first byte, which is not (6144 bits
    /// begin 3, 0, 255).
    /// </summary>
    private TlsAnswer WithKeyExchange(TlsAnswer answer, byte[] message)
    {
        if (_hasHint)
            message = BehindHint(message);
        // Some keys that are shared beforehand need no other.
        if (message.Length == 0)
            return answer;
        var body = new TlsCursor(message);
        if (IsTwofold(answer.Hello!.Suite))
        {
            body.Vector(2);
        }
        else if (message.Length > 3 && message[0] == NamedCurve && message[1] == 0 && message[2] < 0x80)
        {
            body.Number(1);
            answer = answer with { Group = (NamedGroup)body.Number(2) };
            body.Vector(1);
        }
        else
        {
            var (prime, generator) = (body.Vector(2), body.Vector(2));
            body.Vector(2);
            var bytes = (prime.Raw(prime.Left), generator.Raw(generator.Left));
            answer = answer with { DiffieHellman = bytes, DiffieHellmanBits = Bits(new TlsCursor(bytes.Item1)) };
        }

        // An anonymous key isn't signed, and older versions don't say how.
        return answer.Hello.Version == TlsVersion.Tls12 && body.Left > 4
            ? answer with
            {
                Scheme = (SignatureScheme)body.Number(2),
            }
            : answer;
    }

    /// <summary>CECPQ1, a trial of 2016 that Botan 2 offers: keys of X25519 and NewHope in one vector, and no group named (measured:
    /// 1,856 bytes, then the signature).</summary>
    private static bool IsTwofold(int suite) => suite is >= 0x16B7 and <= 0x16BA;

    private static byte[] BehindHint(byte[] message)
    {
        var body = new TlsCursor(message);
        body.Vector(2);
        return body.Raw(body.Left);
    }

    private static int Bits(TlsCursor number)
    {
        var bits = 8 * number.Left;
        while (number.Left > 0 && number.Number(1) is var first)
        {
            if (first == 0)
            {
                bits -= 8;
                continue;
            }

            for (var mask = 0x80; (first & mask) == 0; mask >>= 1)
                bits--;
            break;
        }

        return bits;
    }

    private async Task<(int Kind, byte[] Message, int? Alert)> NextAsync(CancellationToken token)
    {
        while (_handshake.Count < 4 || _handshake.Count < 4 + Length())
        {
            var header = new TlsCursor(await _connection.ReadAsync(5, token).ConfigureAwait(false));
            var type = header.Number(1);
            var major = header.Number(1);
            header.Number(1);
            var length = header.Number(2);
            if (type is < ChangeCipherSpecRecord or > ApplicationRecord || major != 3 || length > MaxRecord || length == 0)
                throw new WrittenException(new LocalText("応答がTLSのレコードではない", "what came is no record of TLS"));
            var body = await _connection.ReadAsync(length, token).ConfigureAwait(false);
            if (type == AlertRecord)
            {
                var alert = new TlsCursor(body);
                var level = alert.Number(1);
                var description = alert.Number(1);
                // A warning, such as unrecognized_name, may come before the ServerHello.
                if (level == 2 || description == 0)
                    return (0, body, description);
                continue;
            }

            if (type != HandshakeRecord)
            {
                throw new WrittenException(
                    new LocalText(
                        $"ハンドシェイクの代わりに、種類 {type} のレコードが返った",
                        $"a record of type {type} where a handshake belongs"
                    )
                );
            }
            _handshake.AddRange(body);
        }

        var kind = _handshake[0];
        var message = _handshake.GetRange(4, Length()).ToArray();
        _handshake.RemoveRange(0, 4 + message.Length);
        return (kind, message, null);
    }

    private int Length() => (_handshake[1] << 16) | (_handshake[2] << 8) | _handshake[3];
}
