using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Findings;
using ConfigAudit.Mail;
using Xunit;

namespace ConfigAudit.Tests.Mail;

/// <summary>A mail server that is on the list ought to answer: one that doesn't is Unknown, and never without mail.</summary>
public sealed class ListedServerTests
{
    [Fact]
    public async Task One_that_refuses_every_connection_is_unknown()
    {
        var services = new[] { OpenSslServer.FreePort(), OpenSslServer.FreePort() }.Select(port => MailService.Of(port, MailProtocol.Smtp, false)!);
        var snapshot = await Ask(new MailServerEntry("127.0.0.1", services.ToArray()));
        Assert.All(snapshot.Of<MailServiceFact>(), service => Assert.False(service.IsReachable));
        AllUnknown(snapshot, "it refuses every connection");
    }

    [Fact]
    public async Task One_whose_row_can_not_be_used_is_unknown() =>
        AllUnknown(await Ask(new MailServerEntry("127.0.0.1", System.Array.Empty<MailService>()) { Mistake = "'x' is no port" }), "'x' is no port");

    private static Task<Snapshot> Ask(MailServerEntry server) =>
        new MailAudit(Machine.Catalogs, new MailProbeOptions(), new Listener()).AskAsync(server, CancellationToken.None);

    private static void AllUnknown(Snapshot snapshot, string why)
    {
        var findings = Evaluator.Evaluate(ConfigAudit.Tests.Drift.Runs.Baseline, snapshot).ToArray();
        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal((finding.CheckId, Outcome.Unknown), (finding.CheckId, finding.Outcome)));
        Assert.All(findings, finding => Assert.Contains(why, finding.Reason));
    }
}
