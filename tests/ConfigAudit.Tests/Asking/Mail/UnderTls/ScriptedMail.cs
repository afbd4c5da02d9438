using System;
using System.IO;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Tests.Asking.Mail.UnderTls;

/// <summary>What a server does with a command that came in one packet with STARTTLS.</summary>
internal enum Glued
{
    ThrownAway,
    CarriedOut,

    /// <summary>Carried out by a server that wants EHLO before it, as it forgot the one before TLS (RFC 3207 §4.2).</summary>
    AnsweredOutOfOrder,
    AnsweredBefore,
    Ends,
}

/// <summary>A mail server of one connection that speaks on under TLS, in as few words as the probe wants. What it does with a glued command
/// is its script.</summary>
internal sealed class ScriptedMail
{
    private static readonly X509Certificate2 Good = NewCertificate(DateTimeOffset.Now.AddDays(30));

    private readonly MailProtocol _protocol;
    private readonly Glued _glued;
    private readonly X509Certificate2 _certificate;

    public ScriptedMail(MailProtocol protocol, Glued glued, X509Certificate2? certificate = null) =>
        (_protocol, _glued, _certificate) = (protocol, glued, certificate ?? Good);

    public async Task ServeAsync(Stream stream)
    {
        await SayAsync(
            stream,
            _protocol switch
            {
                MailProtocol.Smtp => "220 mail.city.example ESMTP",
                MailProtocol.Imap => "* OK ready",
                _ => "+OK ready",
            }
        );
        while (await LineAsync(stream) is { } line)
        {
            if (!line.EndsWith("STARTTLS", StringComparison.Ordinal) && line != "STLS")
            {
                await AnswerAsync(stream, line);
                continue;
            }

            await SayAsync(
                stream,
                _protocol switch
                {
                    MailProtocol.Smtp => "220 go",
                    MailProtocol.Imap => line.Split(' ')[0] + " OK go",
                    _ => "+OK go",
                }
            );
            // What is glued to it begins with a letter, and a record of TLS doesn't.
            var next = stream.ReadByte();
            var glued = next is > 31 and < 127 ? (char)next + await LineAsync(stream) : null;
            if (glued is not null && _glued == Glued.Ends)
                return;
            if (glued is not null && _glued == Glued.AnsweredBefore)
                await AnswerAsync(stream, glued);
            await using var tls = new SslStream(glued is null ? new Unread((byte)next, stream) : stream);
            await tls.AuthenticateAsServerAsync(_certificate);
            if (glued is not null && _glued == Glued.CarriedOut)
                await AnswerAsync(tls, glued);
            if (glued is not null && _glued == Glued.AnsweredOutOfOrder)
            {
                await SayAsync(
                    tls,
                    _protocol == MailProtocol.Imap ? "* BAD what?"
                        : _protocol == MailProtocol.Smtp ? "503 5.5.1 EHLO first"
                        : "-ERR"
                );
            }

            while (await LineAsync(tls) is { } word)
                await AnswerAsync(tls, word);
            return;
        }
    }

    private Task AnswerAsync(Stream stream, string line)
    {
        var tag = line.Split(' ')[0];
        return SayAsync(
            stream,
            (_protocol, line.Substring(line.IndexOf(' ') + 1)) switch
            {
                (MailProtocol.Smtp, "NOOP") => "250 ok",
                (MailProtocol.Smtp, "QUIT") => "221 bye",
                (MailProtocol.Smtp, _) => "250-mail.city.example\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
                (MailProtocol.Imap, "CAPABILITY") => $"* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED AUTH=PLAIN\r\n{tag} OK",
                (MailProtocol.Imap, "LOGOUT") => $"* BYE\r\n{tag} OK",
                (MailProtocol.Imap, _) => $"{tag} OK",
                (_, "CAPA") => "+OK\r\nSTLS\r\nUSER\r\nSASL PLAIN\r\n.",
                (_, "QUIT") => "+OK bye",
                _ => "-ERR what?",
            }
        );
    }

    private static Task SayAsync(Stream stream, string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n")).AsTask();

    private static async Task<string?> LineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }

    public static X509Certificate2 NewCertificate(DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=mail.city.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(until.AddDays(-60), until);
    }

    /// <summary>A stream with one byte put back.</summary>
    private sealed class Unread(byte first, Stream inner) : Stream
    {
        private bool _isRead;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_isRead || count == 0)
                return inner.Read(buffer, offset, count);
            (_isRead, buffer[offset]) = (true, first);
            return 1;
        }

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
