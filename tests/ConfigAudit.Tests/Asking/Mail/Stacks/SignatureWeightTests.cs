using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>
/// SHA-224 in the signature of a handshake, which OpenSSL and Java have as they come, and CRYPTREC's list lacks: it is the stronger one of
/// what serves old partners, and no reason to fail. What is one is named.
/// </summary>
public sealed class SignatureWeightTests
{
    [NeedsFact("OpenSSL")]
    public async Task OpenSSL_as_it_comes_does_not_fail_for_it()
    {
        using var server = StackServer.OpenSsl(string.Empty)!;
        Assert.True(Client.Shakes(server.Port, "-tls1_2 -sigalgs RSA+SHA224 -cipher ECDHE:@SECLEVEL=0"));
        var (service, finding) = await JudgeAsync(server);
        Assert.Contains(SignatureScheme.RsaPkcs1Sha224, service.SignatureSchemes!);
        Assert.Equal(Outcome.Pass, finding.Outcome);
    }

    /// <summary>With all that Java has it fails, for its primes and groups.</summary>
    [NeedsFact("Java")]
    public async Task Java_with_everything_fails_for_something_else_that_is_named()
    {
        using var server = StackServer.Java()!;
        Assert.True(Client.Shakes(server.Port, "-tls1_2 -sigalgs RSA+SHA224:ECDSA+SHA224 -cipher ALL:@SECLEVEL=0"));
        var (service, finding) = await JudgeAsync(server);
        Assert.Contains(SignatureScheme.RsaPkcs1Sha224, service.SignatureSchemes!);
        Assert.Equal(Outcome.Fail, finding.Outcome);
        Assert.Contains($"DH {service.DiffieHellmanBits}", finding.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("Sha224", finding.Found, StringComparison.Ordinal);
    }

    private static async Task<(MailServiceFact Service, Finding Finding)> JudgeAsync(StackServer server)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(5), Service = TimeSpan.FromSeconds(60) },
            Machine.Catalogs.TlsParameters
        );
        var sets = await probe.AskAsync("mail.city.example", new[] { server.Endpoint }, CancellationToken.None);
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-Recommended");
        var snapshot = new Snapshot { ComputerName = "mail.city.example", Table = new FactTable(sets.ToArray()) };
        return (
            sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single(),
            Evaluator.Evaluate(baseline, snapshot).Single(finding => finding.CheckId == "MAIL-05")
        );
    }
}
