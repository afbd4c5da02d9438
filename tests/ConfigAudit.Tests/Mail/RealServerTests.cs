using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Mail;
using ConfigAudit.Mail.Enumeration;
using ConfigAudit.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Mail;

/// <summary>Postfix and Dovecot as Debian ships them, started here. Skipped where the packages aren't installed, or without root.</summary>
public sealed class RealServerTests
{
    private const string Everything = "ALL:COMPLEMENTOFALL:@SECLEVEL=0";

    [Theory]
    [InlineData("postfix", "HIGH:!aNULL")]
    [InlineData("postfix", Everything)]
    [InlineData("dovecot", "ECDHE+AESGCM")]
    [InlineData("dovecot", Everything)]
    public async Task Groups_find_what_one_suite_a_hello_finds(string program, string ciphers)
    {
        if (!MailDaemon.CanRun(program))
            return;
        using var server = program == "postfix" ? MailDaemon.Postfix(ciphers) : MailDaemon.Dovecot(ciphers);
        using var places = new SemaphoreSlim(8);
        var protocol = program == "postfix" ? MailProtocol.Smtp : MailProtocol.Imap;
        var prober = new Prober(new MailEndpoint(server.Address, protocol, IsImplicit: program == "dovecot", "mail.city.example"), TimeSpan.FromSeconds(10), places);
        var found = await new SuiteEnumeration(prober, Machine.Catalogs.TlsSuites).AskAsync(new[] { TlsVersion.Tls10, TlsVersion.Tls12, TlsVersion.Tls13 }, CancellationToken.None);
        Assert.NotEmpty(found[1].Suites);
        foreach (var each in found)
        {
            Assert.Null(each.Doubt);
            Assert.Equal(await OneByOneAsync(prober, each.Version), each.Suites);
        }
    }

    private static async Task<IReadOnlyList<int>> OneByOneAsync(Prober prober, TlsVersion version)
    {
        var asked = Machine.Catalogs.TlsSuites.Where(suite => suite.Code >> 8 == 0x13 == (version == TlsVersion.Tls13)).Select(async suite =>
            (suite.Code, Answer: await prober.AskAsync(new ClientHello(version, new[] { suite.Code }) { ServerName = "mail.city.example" }, isWhole: false, CancellationToken.None)));
        return (await Task.WhenAll(asked)).Where(each => each.Answer.Kind == TlsAnswerKind.Accepted && each.Answer.Hello!.Version == version).Select(each => each.Code).OrderBy(code => code).ToArray();
    }
}
