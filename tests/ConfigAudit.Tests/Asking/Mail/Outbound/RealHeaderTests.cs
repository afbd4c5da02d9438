#if NET
using System;
using System.Linq;
using System.Security.Authentication;
using ConfigAudit.Asking.Mail.Outbound;
using ConfigAudit.Asking.Mail.Tls;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Outbound;

/// <summary>What a real Postfix writes of a message is what the client that sent it says of its session. Skipped where it isn't installed,
/// or without root, and on .NET Framework, which doesn't tell the suite.</summary>
public sealed class RealHeaderTests : IDisposable
{
    private const string Holds =
        "myhostname = mx.pref.example\nrelay_domains = pref.example\nsmtpd_relay_restrictions = reject_unauth_destination\nsmtpd_data_restrictions = check_client_access static:HOLD\nsmtpd_tls_received_header = yes";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NeedsTheory("postfix")]
    [InlineData(SslProtocols.Tls13, TlsVersion.Tls13)]
    [InlineData(SslProtocols.Tls12, TlsVersion.Tls12)]
    [InlineData(SslProtocols.None, null)]
    public void Postfix(SslProtocols protocol, TlsVersion? version)
    {
        using var server = MailDaemon.Postfix("HIGH:!aNULL", _ => Holds);
        var suite = string.Empty;
        using (
            var client = new SmtpClient
            {
                SslProtocols = protocol,
                CheckCertificateRevocation = false,
                LocalDomain = "mail.city.example",
                Timeout = 10_000,
            }
        )
        {
#pragma warning disable CA5359 // Any certificate is to be seen.
            client.ServerCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
            client.Connect(
                "127.0.0.1",
                server.Port,
                protocol == SslProtocols.None ? SecureSocketOptions.None : SecureSocketOptions.StartTls
            );
            suite = client.SslCipherSuite?.ToString() ?? string.Empty;
            var message = new MimeMessage(
                new[] { MailboxAddress.Parse("a@city.example") },
                new[] { MailboxAddress.Parse("b@pref.example") },
                "TLS",
                new TextPart("plain") { Text = "text" }
            );
            client.Send(message);
            client.Disconnect(true);
        }

        _folder.File("m.eml", Assert.Single(server.Held()));
        var reader = new OutboundReader(
            new OutboundOptions(
                new OwnHosts(new[] { "city.example" }, new[] { "127.0.0.1" }),
                Machine.Catalogs.TlsSuites,
                DateTimeOffset.Now
            )
        );
        reader.Add(_folder["m.eml"]);
        var hop = reader.Build().Facts.OfType<MailHopFact>().Single();
        Assert.Equal(
            ("mx.pref.example", version is not null, version, suite),
            (hop.ReceivedBy, hop.IsEncrypted!.Value, hop.Version, hop.Suite ?? string.Empty)
        );
    }
}
#endif
