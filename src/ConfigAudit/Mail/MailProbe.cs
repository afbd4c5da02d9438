using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail.Enumeration;
using ConfigAudit.Mail.Handshake;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

/// <summary>Learns the facts of one host's mail services, and what of them couldn't be learnt.</summary>
internal sealed class MailProbe : IDisposable
{
    private static readonly TlsVersion[] Versions = { TlsVersion.Ssl3, TlsVersion.Tls10, TlsVersion.Tls11, TlsVersion.Tls12, TlsVersion.Tls13 };

    /// <summary>The cipher kinds of SSL 2 (Netscape's draft of 1995).</summary>
    private static readonly int[] Ssl2Kinds = { 0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700C0 };

    private readonly IReadOnlyDictionary<int, TlsSuite> _suites;
    private readonly MailProbeOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly MailLedger _ledger = new();

    public MailProbe(IReadOnlyList<TlsSuite> suites, MailProbeOptions options) =>
        (_suites, _options, _places) = (suites.ToDictionary(suite => suite.Code), options, new SemaphoreSlim(options.InFlight));

    /// <summary>Asks the services of one host side by side, each within the time that the options allow for it.</summary>
    public async Task<IReadOnlyList<FactSet>> AskAsync(string computerName, IEnumerable<MailEndpoint> endpoints, CancellationToken token)
    {
        await Task.WhenAll(endpoints.Select(endpoint => AskAsync(computerName, endpoint, token))).ConfigureAwait(false);
        return _ledger.Build();
    }

    public void Dispose() => _places.Dispose();

    private async Task AskAsync(string computerName, MailEndpoint endpoint, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_options.Service);
        var prober = new Prober(endpoint, _options.Round, _places);
        var source = $"tcp:{endpoint.Address}";
        var fact = new MailServiceFact
        {
            ComputerName = computerName,
            Source = source,
            Address = endpoint.Address.Address.ToString(),
            Port = endpoint.Address.Port,
            Protocol = endpoint.Protocol,
            IsImplicitTls = endpoint.IsImplicit,
        };
        var (opened, refusal) = await Opening.ReadAsync(fact, endpoint, prober, deadline.Token).ConfigureAwait(false);
        fact = opened;
        if (refusal is not null)
        {
            var gap = new Gap(refusal.GapKind, source, refusal.Message);
            _ledger.Explain(gap, MailProperties.OfOpening);
            _ledger.Explain(gap, MailProperties.OfTls);
            _ledger.Lack(fact, gap);
        }
        else if (fact.OffersTls == false)
        {
            _ledger.Explain(new Gap(GapKind.NotPresent, source, "the service offers no TLS"), MailProperties.OfTls);
        }
        else
        {
            fact = await TlsAsync(fact, endpoint, prober, deadline.Token).ConfigureAwait(false);
        }

        _ledger.Add(fact with { Connections = prober.Connections });
    }

    private async Task<MailServiceFact> TlsAsync(MailServiceFact fact, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        var ssl2 = await prober.AskAsync(new ClientHello(TlsVersion.Ssl2, Ssl2Kinds), isWhole: false, token).ConfigureAwait(false);
        var found = await new SuiteEnumeration(prober, _suites.Values.ToArray()).AskAsync(Versions, token).ConfigureAwait(false);
        foreach (var suite in found.SelectMany(each => Accepted(fact, each)).Concat(ssl2.Ssl2Suites.Select(kind => Suite(fact, TlsVersion.Ssl2, $"SSL2 0x{kind:X6}", null))))
            _ledger.Add(suite);
        var doubt = found.FirstOrDefault(each => each.Doubt is not null);
        // A server that ends the connection on a hello of SSL 2 while it answers others has refused it.
        var isSsl2Known = ssl2.Kind is TlsAnswerKind.Accepted or TlsAnswerKind.Refused || (ssl2.Kind is TlsAnswerKind.Ended or TlsAnswerKind.Broken && found.Any(each => each.IsAccepted == true));
        if (doubt is not null || !isSsl2Known)
        {
            var gap = new Gap(GapKind.Unusable, fact.Source!, doubt is not null ? $"{doubt.Version}: {doubt.Doubt}" : $"SSL 2: {ssl2}");
            _ledger.Explain(gap, MailProperties.OfTls);
            _ledger.Lack(fact, gap);
        }

        var accepted = found.Where(each => each.IsAccepted == true).ToArray();
        var versions = accepted.Select(each => each.Version).ToList();
        if (ssl2.Kind == TlsAnswerKind.Accepted)
            versions.Insert(0, TlsVersion.Ssl2);
        var isWhole = doubt is null && isSsl2Known;
        fact = fact with
        {
            OffersTls = versions.Count > 0 ? true : isWhole ? false : fact.OffersTls,
            Versions = isWhole ? versions : null,
            Suites = isWhole ? accepted.SelectMany(each => each.Suites).Distinct().Select(Name).ToArray() : null,
            HasServerOrder = HasServerOrder(accepted),
        };
        if (accepted.Length == 0)
        {
            _ledger.Explain(new Gap(GapKind.NotPresent, fact.Source!, "the service accepts no version of TLS, and none of SSL but perhaps SSL 2"), MailProperties.OfTls);
            return fact;
        }

        _ledger.Explain(new Gap(GapKind.Unusable, fact.Source!, "the server didn't answer when it was asked for its order"), nameof(MailServiceFact.HasServerOrder));
        fact = await new FirstFlight(prober, _suites, _ledger).ReadAsync(fact, accepted, WithCertificates, token).ConfigureAwait(false);
        return await new SecuredDialogue(prober, endpoint, _ledger).ReadAsync(fact, accepted, WithCertificates, token).ConfigureAwait(false);

        MailServiceFact WithCertificates(MailServiceFact before, IReadOnlyList<byte[]> certificates)
        {
            try
            {
                return MailCertificate.Read(before, certificates, endpoint.ServerName, _options.Trusted);
            }
            catch (Exception bad) when (bad is CryptographicException or ArgumentException)
            {
                _ledger.Explain(new Gap(GapKind.Unusable, before.Source!, "the server's certificate can't be read: " + bad.Message), MailProperties.OfCertificate);
                return before;
            }
        }
    }

    /// <summary>In every version that has more than one suite to choose from.</summary>
    private static bool? HasServerOrder(VersionAnswer[] accepted)
    {
        var chosen = accepted.Where(each => each.Suites.Count > 1).Select(each => each.HasServerOrder).ToArray();
        return accepted.Length == 0 ? null : chosen.Contains(false) ? false : chosen.Contains(null) ? null : true;
    }

    private IEnumerable<MailSuiteFact> Accepted(MailServiceFact fact, VersionAnswer answer) => answer.Suites.Select(code =>
        Suite(fact, answer.Version, Name(code), _suites.TryGetValue(code, out var suite) ? suite : null) with { Rank = Rank(answer.Preference, code) });

    private static long? Rank(IReadOnlyList<int>? preference, int code) =>
        preference?.Select((each, index) => (each, index)).Where(pair => pair.each == code).Select(pair => (long?)pair.index + 1).FirstOrDefault();

    private static MailSuiteFact Suite(MailServiceFact fact, TlsVersion version, string name, TlsSuite? suite) => new()
    {
        ComputerName = fact.ComputerName,
        Source = fact.Source,
        Address = fact.Address,
        Port = fact.Port,
        Version = version,
        Suite = name,
        // What no list has is in none of them.
        Cryptrec = suite?.Cryptrec ?? CryptrecGrade.NotListed,
        Ipa = suite?.Ipa ?? IpaGrade.Unknown,
        Ncsc = suite?.Ncsc ?? NcscGrade.Insufficient,
    };

    private string Name(int code) => _suites.TryGetValue(code, out var suite) ? suite.Name : $"0x{code:X4}";
}
