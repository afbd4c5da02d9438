using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Domains;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>The same questions to a server that others wrote. Skipped where dnsmasq isn't installed.</summary>
public sealed class DnsmasqTests
{
    [NeedsFact("dnsmasq")]
    public async Task A_domain_of_dnsmasq()
    {
        var port = OpenSslServer.FreePort();
        using var process = Start(
            $"--conf-file=/dev/null --no-resolv --no-hosts --keep-in-foreground --port={port} --listen-address=127.0.0.1 --bind-interfaces --pid-file= --user={Environment.UserName} "
                + "--mx-host=odd.example,alias.example,10 --mx-host=odd.example,192.0.2.9,20 --mx-host=odd.example,gone.example,30 --cname=alias.example,plain.example "
                + "--mx-host=good.example,plain.example,10 --mx-host=city.example,mx2.city.example,20 --mx-host=city.example,mx1.city.example,10 --mx-host=none.example,.,0 --host-record=plain.example,192.0.2.1 --local=/example/ "
                + "--txt-record=_mta-sts.city.example,\"v=STSv1; id=7;\" --txt-record=_smtp._tls.city.example,\"v=TLSRPTv1; rua=mailto:a@city.example\" "
                + $"--dns-rr=_25._tcp.mx1.city.example,52,030101{new string('a', 64)}"
        );
        try
        {
            var lookup = new DomainLookup(new() { DnsServers = new[] { new IPEndPoint(IPAddress.Loopback, port) } });
            var city = await lookup.AskAsync("city.example", CancellationToken.None);
            Assert.Equal(new[] { "mx1.city.example", "mx2.city.example" }, city.Exchangers.Hosts);
            Assert.Equal("7", city.Sts.Record!.Id);
            Assert.True(city.Reporting.IsWanted);
            Assert.False((await lookup.ExchangersAsync("none.example", CancellationToken.None)).AcceptsMail);
            Assert.Equal(new[] { "plain.example" }, (await lookup.ExchangersAsync("plain.example", CancellationToken.None)).Hosts);
            Assert.Empty((await lookup.ExchangersAsync("good.example", CancellationToken.None)).Faults);
            Assert.Equal(
                new[] { "Address 192.0.2.9", "Alias alias.example", "NoAddress gone.example" },
                (await lookup.ExchangersAsync("odd.example", CancellationToken.None)).Faults.Select(fault => fault.Name)
            );
            Assert.Null((await lookup.ExchangersAsync("nowhere.example", CancellationToken.None)).AcceptsMail);
            var tlsa = await lookup.TlsaAsync("mx1.city.example", 25, CancellationToken.None);
            Assert.Equal("3 1 1 " + new string('a', 64), Assert.Single(tlsa.Records).ToString());
            Assert.False(tlsa.IsSecure);
            Assert.Empty(tlsa.Heeded);
        }
        finally
        {
            process.Kill();
        }
    }

    private static Process Start(string arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dnsmasq", arguments) { UseShellExecute = false })!;
        // Questions that come too early are asked again.
        Thread.Sleep(500);
        return process;
    }
}
