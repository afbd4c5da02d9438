using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail.Dialogue;
using ConfigAudit.Mail.Enumeration;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail;

/// <summary>Learns the facts of one host's mail services, and what of them couldn't be learnt.</summary>
internal sealed class MailProbe : IDisposable
{
    private static readonly TlsVersion[] Versions = { TlsVersion.Ssl3, TlsVersion.Tls10, TlsVersion.Tls11, TlsVersion.Tls12, TlsVersion.Tls13 };

    /// <summary>The cipher kinds of SSL 2 (Netscape's draft of 1995).</summary>
    private static readonly int[] Ssl2Kinds = { 0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700C0 };

    private static readonly string[] OfTls =
    {
        nameof(MailServiceFact.Versions), nameof(MailServiceFact.Suites), nameof(MailServiceFact.HasServerOrder), nameof(MailServiceFact.Groups), nameof(MailServiceFact.DiffieHellmanBits),
        nameof(MailServiceFact.HasExtendedMasterSecret), nameof(MailServiceFact.HasSecureRenegotiation),
    };

    private static readonly string[] OfCertificate =
    {
        nameof(MailServiceFact.CertificateSubject), nameof(MailServiceFact.CertificateIssuer), nameof(MailServiceFact.CertificateUntil), nameof(MailServiceFact.CertificateKey),
        nameof(MailServiceFact.CertificateKeyBits), nameof(MailServiceFact.CertificateHash), nameof(MailServiceFact.CertificateNamesHost), nameof(MailServiceFact.CertificateIsTrusted),
    };

    private readonly IReadOnlyDictionary<int, TlsSuite> _suites;
    private readonly MailProbeOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly FactSetBuilder<MailServiceFact> _services = new();
    private readonly FactSetBuilder<MailSuiteFact> _accepted = new();

    public MailProbe(IReadOnlyList<TlsSuite> suites, MailProbeOptions options) =>
        (_suites, _options, _places) = (suites.ToDictionary(suite => suite.Code), options, new SemaphoreSlim(options.InFlight));

    /// <summary>Asks the services of one host side by side, each within the time that the options allow for it.</summary>
    public async Task<IReadOnlyList<FactSet>> AskAsync(string computerName, IEnumerable<MailEndpoint> endpoints, CancellationToken token)
    {
        await Task.WhenAll(endpoints.Select(endpoint => AskAsync(computerName, endpoint, token))).ConfigureAwait(false);
        return new FactSet[] { _services.Build(), _accepted.Build() };
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
        var (opened, refusal) = await OpenAsync(fact, endpoint, prober, deadline.Token).ConfigureAwait(false);
        fact = opened;
        if (refusal is not null)
        {
            var gap = new Gap(Kind(refusal.Kind), source, refusal.Message);
            Explain(gap, nameof(MailServiceFact.IsReachable), nameof(MailServiceFact.Greeting), nameof(MailServiceFact.OffersTls), nameof(MailServiceFact.OffersLoginBeforeTls));
            Explain(gap, OfTls);
            Explain(gap, OfCertificate);
            Lack(fact, gap);
        }
        else if (fact.OffersTls == false)
        {
            Explain(new Gap(GapKind.NotPresent, source, "the service offers no TLS"), OfTls.Concat(OfCertificate).ToArray());
        }
        else
        {
            fact = await TlsAsync(fact, endpoint, prober, deadline.Token).ConfigureAwait(false);
        }

        lock (_services)
            _services.Add(fact with { Connections = prober.Connections });
    }

    /// <summary>What the server says before TLS. TLS from the start lets nobody say anything before.</summary>
    private static async Task<(MailServiceFact Fact, MailException? Refusal)> OpenAsync(MailServiceFact fact, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        try
        {
            return (await prober.TalkAsync(ListenAsync, token).ConfigureAwait(false), null);
        }
        catch (MailException bad)
        {
            return (bad.Kind == TlsAnswerKind.Unreachable ? fact with { IsReachable = false } : fact, bad);
        }

        async Task<MailServiceFact> ListenAsync(MailConnection connection, CancellationToken round)
        {
            fact = fact with { IsReachable = true };
            if (endpoint.IsImplicit)
                return fact with { Greeting = string.Empty, OffersLoginBeforeTls = false };
            var dialogue = MailDialogue.Of(endpoint.Protocol, connection);
            fact = fact with { Greeting = HostileText.Shown(await dialogue.GreetAsync(round).ConfigureAwait(false)) };
            var capabilities = await dialogue.CapabilitiesAsync(round).ConfigureAwait(false);
            return fact with { OffersTls = dialogue.OffersTls(capabilities), OffersLoginBeforeTls = dialogue.OffersLogin(capabilities) };
        }
    }

    private async Task<MailServiceFact> TlsAsync(MailServiceFact fact, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        var ssl2 = await prober.AskAsync(new ClientHello(TlsVersion.Ssl2, Ssl2Kinds), isWhole: false, token).ConfigureAwait(false);
        var found = await new SuiteEnumeration(prober, _suites.Values.ToArray()).AskAsync(Versions, token).ConfigureAwait(false);
        foreach (var each in found)
            Keep(fact, each);
        foreach (var kind in ssl2.Ssl2Suites)
            Keep(Suite(fact, TlsVersion.Ssl2, $"SSL2 0x{kind:X6}", null));
        var doubt = found.FirstOrDefault(each => each.Doubt is not null);
        // A server that ends the connection on a hello of SSL 2 while it answers others has refused it.
        var isSsl2Known = ssl2.Kind is TlsAnswerKind.Accepted or TlsAnswerKind.Refused || (ssl2.Kind is TlsAnswerKind.Ended or TlsAnswerKind.Broken && found.Any(each => each.IsAccepted == true));
        if (doubt is not null || !isSsl2Known)
        {
            var gap = new Gap(GapKind.Unusable, fact.Source!, doubt is not null ? $"{doubt.Version}: {doubt.Doubt}" : $"SSL 2: {ssl2}");
            Explain(gap, OfTls);
            Lack(fact, gap);
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
            Explain(new Gap(GapKind.NotPresent, fact.Source!, "the service accepts no version of TLS, and none of SSL but perhaps SSL 2"), OfTls.Concat(OfCertificate).ToArray());
            return fact;
        }

        Explain(new Gap(GapKind.Unusable, fact.Source!, "the server didn't answer when it was asked for its order"), nameof(MailServiceFact.HasServerOrder));
        return await new MailHandshake(prober, _suites).ReadAsync(fact, accepted, WithCertificate, Explain, token).ConfigureAwait(false);

        MailServiceFact WithCertificate(MailServiceFact before, IReadOnlyList<byte[]> certificates)
        {
            try
            {
                return MailCertificate.Read(before, certificates, endpoint.ServerName, _options.Trusted);
            }
            catch (Exception bad) when (bad is CryptographicException or ArgumentException)
            {
                Explain(new Gap(GapKind.Unusable, before.Source!, "the server's certificate can't be read: " + bad.Message), OfCertificate);
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

    private void Keep(MailServiceFact fact, VersionAnswer answer)
    {
        foreach (var code in answer.Suites)
            Keep(Suite(fact, answer.Version, Name(code), _suites.TryGetValue(code, out var suite) ? suite : null));
    }

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

    private void Keep(MailSuiteFact suite)
    {
        lock (_services)
            _accepted.Add(suite);
    }

    private void Explain(Gap gap, params string[] properties)
    {
        lock (_services)
            _services.Unread(gap, properties);
    }

    /// <summary>The service may accept suites that weren't seen.</summary>
    private void Lack(MailServiceFact fact, Gap gap)
    {
        lock (_services)
            _accepted.MayLack(gap, new MailSuiteFact { Address = fact.Address, Port = fact.Port });
    }

    private static GapKind Kind(TlsAnswerKind kind) => kind switch
    {
        TlsAnswerKind.Late => GapKind.Timeout,
        TlsAnswerKind.Unreachable => GapKind.Unreachable,
        TlsAnswerKind.Limited => GapKind.Busy,
        _ => GapKind.Unusable,
    };
}
