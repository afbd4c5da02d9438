using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Mail;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Tests.Mail;

/// <summary>The slow and certain way to learn what a server accepts, which every quicker one is held against: each suite in a ClientHello of its own.</summary>
internal static class OneByOne
{
    public static async Task<IReadOnlyList<int>> AskAsync(Prober prober, IEnumerable<TlsSuite> suites, TlsVersion version)
    {
        var asked = suites.Where(suite => suite.IsOfTls13 == (version == TlsVersion.Tls13)).Select(async suite =>
            (suite.Code, Answer: await prober.AskAsync(new ClientHello(version, new[] { suite.Code }) { ServerName = prober.ServerName }, isWhole: false, CancellationToken.None)));
        return (await Task.WhenAll(asked)).Where(each => each.Answer.Kind == TlsAnswerKind.Accepted && each.Answer.Hello!.Version == version).Select(each => each.Code).OrderBy(code => code).ToArray();
    }
}
