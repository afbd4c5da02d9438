using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>
/// Postfix, Dovecot and Exim as Debian ships them, and Java with nothing disabled, started here: what the groups find equals what one suite
/// a ClientHello finds,
/// with eight connections for each version at most beside one for each suite.
/// Skipped where the packages aren't there, or without root.
/// </summary>
public sealed class RealServerTests
{
    private const string Everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    private static readonly TlsVersion[] Versions =
    {
        TlsVersion.Ssl3,
        TlsVersion.Tls10,
        TlsVersion.Tls11,
        TlsVersion.Tls12,
        TlsVersion.Tls13,
    };

    [NeedsTheory("postfix")]
    [InlineData("HIGH:!aNULL", TlsVersion.Tls12)]
    [InlineData("ECDHE+AESGCM:ECDHE+CHACHA20", TlsVersion.Tls12)]
    [InlineData(Everything, TlsVersion.Tls10)]
    public Task Postfix(string ciphers, TlsVersion oldest) =>
        CompareAsync(MailProtocol.Smtp, isImplicit: false, oldest, () => MailDaemon.Postfix(ciphers), server => server.Address);

    [NeedsTheory("dovecot")]
    [InlineData("ECDHE+AESGCM", TlsVersion.Tls12)]
    [InlineData(Everything, TlsVersion.Tls10)]
    public Task Dovecot(string ciphers, TlsVersion oldest) =>
        CompareAsync(MailProtocol.Imap, isImplicit: true, oldest, () => MailDaemon.Dovecot(ciphers), server => server.Address);

    /// <summary>With GnuTLS, which picks what it then fails at, and serves RC4 and 3DES.</summary>
    [NeedsTheory("exim")]
    [InlineData(EximServer.Modern, TlsVersion.Tls12)]
    [InlineData(EximServer.Legacy, TlsVersion.Tls10)]
    public Task Exim(string priorities, TlsVersion oldest) =>
        CompareAsync(MailProtocol.Smtp, isImplicit: false, oldest, () => new EximServer(priorities), server => server.Address);

    [NeedsFact("java")]
    public Task Java() =>
        CompareAsync(MailProtocol.Imap, isImplicit: true, TlsVersion.Ssl3, () => new EverythingServer(), server => server.Address);

    private static async Task CompareAsync<T>(
        MailProtocol protocol,
        bool isImplicit,
        TlsVersion oldest,
        Func<T> start,
        Func<T, IPEndPoint> address
    )
        where T : IDisposable
    {
        using var server = start();
        using var places = new SemaphoreSlim(8);
        var prober = new Prober(
            new MailEndpoint(address(server), protocol, isImplicit, "mail.city.example"),
            TimeSpan.FromSeconds(10),
            places
        );
        var found = await new SuiteEnumeration(prober, Machine.Catalogs.TlsSuites).AskAsync(Versions, CancellationToken.None);
        Assert.Contains(found, each => each.Version == oldest && each.IsAccepted == true);
        // One for each suite, and few besides: what ended without a word among others is asked again alone.
        Assert.InRange(prober.Connections, 0, found.Sum(each => each.Suites.Count + 9));
        foreach (var each in found)
        {
            Assert.Null(each.Doubt);
            Assert.Equal(await OneByOne.AskAsync(prober, Machine.Catalogs.TlsSuites, each.Version), each.Suites);
        }
    }
}
