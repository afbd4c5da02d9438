using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ConfigAudit.Telling.Notices;

/// <summary>Mail, over TLS alone: STARTTLS (RFC 3207), or TLS at once on port 465 (RFC 8314). A server that offers none is not
/// told.</summary>
internal sealed class SmtpChannel : NoticeChannel
{
    private const int ImplicitTls = 465;

    private readonly string _host;
    private readonly int _port;
    private readonly MailboxAddress _from;
    private readonly IReadOnlyList<MailboxAddress> _to;
    private readonly NetworkCredential? _credential;
    private readonly X509Certificate2Collection _authorities;

    /// <exception cref="NoticeException">One of the addresses is none.</exception>
    public SmtpChannel(
        string host,
        int port,
        string? from,
        IReadOnlyCollection<string> to,
        NetworkCredential? credential,
        X509Certificate2Collection authorities
    )
    {
        if (to.Count == 0)
            throw new NoticeException(new LocalText("メールの宛先がありません", "Mail needs somebody whom it is for"));
        (_host, _port, _from, _to, _credential, _authorities) = (
            host,
            port,
            Mailbox(from),
            to.Select(Mailbox).ToArray(),
            credential,
            authorities
        );
    }

    public override string Id =>
        "smtp:"
        + string.Join(",", _to.Select(to => to.Address.ToLowerInvariant()).Distinct().OrderBy(address => address, StringComparer.Ordinal));

    private static MailboxAddress Mailbox(string? address) =>
        MailboxAddress.TryParse(address ?? string.Empty, out var mailbox) && mailbox.Address.IndexOf('@') > 0
            ? mailbox
            : throw new NoticeException(
                address is null
                    ? new LocalText("メールの差出人がありません", "Mail needs somebody whom it is from")
                    : new LocalText($"'{address}' はメールアドレスではありません", $"'{address}' is no mail address")
            );

    public override async Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        using var message = new MimeMessage();
        message.From.Add(_from);
        message.To.AddRange(_to);
        message.Subject = notice.Subject;
        message.Body = new TextPart("plain") { Text = notice.Text };
        try
        {
            using var client = new SmtpClient();
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                Trust.IsGood(certificate, chain, errors, _authorities);
            await client
                .ConnectAsync(
                    _host,
                    _port,
                    _port == ImplicitTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
                    cancellation
                )
                .ConfigureAwait(false);
            if (_credential is not null)
                await client.AuthenticateAsync(_credential, cancellation).ConfigureAwait(false);
            await client.SendAsync(message, cancellation).ConfigureAwait(false);
            await LeaveAsync(client, cancellation).ConfigureAwait(false);
        }
        catch (Exception bad) when (IsOfServer(bad))
        {
            throw new NoticeException(
                new LocalText(
                    $"メールサーバ {_host}:{_port} に通知できませんでした: {bad.Message.Split('\n')[0].Trim()}",
                    $"{_host}:{_port}, the mail server, could not be told: {bad.Message.Split('\n')[0].Trim()}"
                ),
                bad
            );
        }
    }

    /// <summary>The server has taken the mail (RFC 5321 §4.1.1.4): however badly it parts, a second mail would be one too many.</summary>
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception bad) when (IsOfServer(bad) || bad is OperationCanceledException) { }
    }

    private static bool IsOfServer(Exception bad) =>
        bad
            is ProtocolException
                or CommandException
                or SocketException
                or IOException
                or AuthenticationException
                or SslHandshakeException
                or NotSupportedException;
}
