using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A mail server that is on the list ought to answer: one that doesn't is Unknown, and never without mail.</summary>
public sealed class ListedServerTests
{
    [Fact]
    public async Task One_that_refuses_every_connection_is_unknown()
    {
        var services = new[] { OpenSslServer.FreePort(), OpenSslServer.FreePort() }.Select(port =>
            MailService.Of(port, MailProtocol.Smtp, false)!
        );
        var snapshot = await Ask(new MailServerEntry("127.0.0.1", services.ToArray()));
        Assert.All(snapshot.Of<MailServiceFact>(), service => Assert.False(service.IsReachable));
        AllUnknown(snapshot, "it refuses every connection");
    }

    /// <summary>A port that somebody named, or that an MX record means, ought to answer; of the usual ones, which are tried besides, some
    /// are shut.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_port_that_refuses_beside_one_that_answers_counts_where_it_was_named(bool isNamed)
    {
        using var good = new StartTlsFront(StartTlsFront.Smtp("SIZE 1000"));
        var (open, shut) = (good.Address.Port, OpenSslServer.FreePort());
        var services = new[] { open, shut }.Select(port => MailService.Of(port, MailProtocol.Smtp, false)!).ToArray();
        var snapshot = await Ask(
            new MailServerEntry("127.0.0.1", services) { NamedPorts = isNamed ? new[] { open, shut } : System.Array.Empty<int>() }
        );
        Assert.Equal(
            isNamed ? $"it refuses connections where it ought to answer (TCP {shut} of 127.0.0.1)" : null,
            snapshot.Gaps.Select(gap => gap.Message).FirstOrDefault(message => message.Contains("refuses"))
        );
    }

    [Fact]
    public async Task One_whose_row_can_not_be_used_is_unknown() =>
        AllUnknown(
            await Ask(new MailServerEntry("127.0.0.1", System.Array.Empty<MailService>()) { Mistake = LocalText.Of("'x' is no port") }),
            "'x' is no port"
        );

    private static Task<Snapshot> Ask(MailServerEntry server) =>
        new MailAudit(Machine.Catalogs, new MailProbeOptions(), new Listener()).AskAsync(server, CancellationToken.None);

    private static void AllUnknown(Snapshot snapshot, string why)
    {
        var findings = Evaluator.Evaluate(ConfigAudit.Tests.Telling.Drift.Runs.Baseline, snapshot).ToArray();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal((finding.CheckId, Outcome.Unknown), (finding.CheckId, finding.Outcome)));
        Assert.All(findings, finding => Assert.Contains(why, finding.Reason));
    }
}
