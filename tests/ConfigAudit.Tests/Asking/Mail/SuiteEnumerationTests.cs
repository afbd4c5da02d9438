using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Against openssl s_server: what the groups find equals what one suite a ClientHello finds. Skipped where openssl isn't
/// installed.</summary>
public sealed class SuiteEnumerationTests
{
    private static readonly TlsVersion[] Versions =
    {
        TlsVersion.Ssl3,
        TlsVersion.Tls10,
        TlsVersion.Tls11,
        TlsVersion.Tls12,
        TlsVersion.Tls13,
    };

    [NeedsTheory("openssl")]
    [InlineData("-tls1_3", "rsa:2048", "Tls13")]
    [InlineData("-tls1_2 -cipher ECDHE+AESGCM", "rsa:2048", "Tls12")]
    [InlineData("-cipher ALL:COMPLEMENTOFALL:@SECLEVEL=0 -no_tls1_3 -legacy_renegotiation", "rsa:1024", "Tls10 Tls11 Tls12")]
    [InlineData("-cipher ALL:COMPLEMENTOFALL:@SECLEVEL=0 -serverpref", "ec -pkeyopt ec_paramgen_curve:P-256", "Tls10 Tls11 Tls12 Tls13")]
    public async Task Groups_find_what_one_suite_a_hello_finds(string options, string key, string versions)
    {
        using var server = new OpenSslServer(options, key);
        using var places = new SemaphoreSlim(1);
        var prober = new Prober(
            new MailEndpoint(server.Address, MailProtocol.Smtp, IsImplicit: true, "mail.city.example"),
            TimeSpan.FromSeconds(5),
            places
        );
        var found = await new SuiteEnumeration(prober, Machine.Catalogs.TlsSuites).AskAsync(Versions, CancellationToken.None);
        Assert.All(found, each => Assert.Null(each.Doubt));
        Assert.Equal(versions, string.Join(" ", found.Where(each => each.IsAccepted == true).Select(each => each.Version)));
        var connections = prober.Connections;
        foreach (var each in found)
            Assert.Equal(await OneByOne.AskAsync(prober, Machine.Catalogs.TlsSuites, each.Version), each.Suites);
        Assert.InRange(connections, 0, found.Sum(each => each.Suites.Count + 8));
    }
}
