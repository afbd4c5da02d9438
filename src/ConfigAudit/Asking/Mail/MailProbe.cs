using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>Learns the facts of one host's mail services, and what of them couldn't be learnt.</summary>
internal sealed class MailProbe : IDisposable
{
    private static readonly TlsVersion[] Versions =
    {
        TlsVersion.Ssl3,
        TlsVersion.Tls10,
        TlsVersion.Tls11,
        TlsVersion.Tls12,
        TlsVersion.Tls13,
    };

    /// <summary>The cipher kinds of SSL 2 (Netscape's draft of 1995).</summary>
    private static readonly int[] Ssl2Kinds = { 0x010080, 0x020080, 0x030080, 0x040080, 0x050080, 0x060040, 0x0700C0 };

    private readonly MailSuites _suites;
    private readonly IReadOnlyList<TlsParameter> _parameters;
    private readonly MailProbeOptions _options;
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _waiting;
    private readonly MailLedger _ledger = new();

    /// <param name="suites">Every suite to ask for, with its grades.</param>
    /// <param name="options">How to ask.</param>
    /// <param name="parameters">The grades of what else TLS is made of.</param>
    public MailProbe(IReadOnlyList<TlsSuite> suites, MailProbeOptions options, IReadOnlyList<TlsParameter>? parameters = null) =>
        (_suites, _options, _parameters, _places, _waiting) = (
            new MailSuites(suites),
            options,
            parameters ?? Array.Empty<TlsParameter>(),
            new SemaphoreSlim(options.InFlight),
            new SemaphoreSlim(WaitingRoom.Most * options.InFlight)
        );

    /// <summary>Asks the services of one host side by side, each within the time that the options allow for it.</summary>
    public async Task<IReadOnlyList<FactSet>> AskAsync(string computerName, IEnumerable<MailEndpoint> endpoints, CancellationToken token)
    {
        await Task.WhenAll(endpoints.Select(endpoint => AskAsync(computerName, endpoint, token))).ConfigureAwait(false);
        return _ledger.Build();
    }

    public void Dispose()
    {
        _places.Dispose();
        _waiting.Dispose();
    }

    private async Task AskAsync(string computerName, MailEndpoint endpoint, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(_options.Service);
        var prober = new Prober(endpoint, _options.Round, _places, (_options.InFlight, _waiting), _options.Service, _options.RateUnit);
        try
        {
            await AskAsync(computerName, endpoint, prober, deadline.Token).ConfigureAwait(false);
        }
        finally
        {
            await prober.EndAsync().ConfigureAwait(false);
        }
    }

    private async Task AskAsync(string computerName, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        var source = $"tcp:{endpoint.Address}";
        var fact = new MailServiceFact
        {
            ComputerName = computerName,
            Source = source,
            Address = endpoint.Address.Address.ToString(),
            Port = endpoint.Address.Port,
            Protocol = endpoint.Protocol,
            IsImplicitTls = endpoint.IsImplicit,
            StsMode = endpoint.Protocol == MailProtocol.Smtp ? endpoint.StsMode : MtaStsMode.None,
        };
        _ledger.Unread(
            new Gap(
                GapKind.NotCollected,
                "dns",
                new LocalText(
                    "MTA-STSが送信元に求めることを調べていないか、取得できていない。-Domain を付けてください",
                    "what MTA-STS asks of senders wasn't looked up, or couldn't be had: ask with -Domain"
                )
            ),
            nameof(MailServiceFact.StsMode)
        );
        var (opened, refusal) = await Opening.ReadAsync(fact, endpoint, prober, _ledger, token).ConfigureAwait(false);
        fact = opened;
        if (refusal?.Kind == TlsAnswerKind.Closed)
        {
            _ledger.Unread(
                new Gap(GapKind.NotPresent, source, new LocalText("このポートで待ち受けるサービスがない", "nothing listens there")),
                MailProperties.OfTls
            );
        }
        else if (refusal is not null)
        {
            var gap = new Gap(refusal.GapKind, source, refusal.Told);
            _ledger.Unread(gap, MailProperties.OfOpening);
            _ledger.Unread(gap, MailProperties.OfTls);
            _ledger.MayLack(fact, gap);
        }
        else if (fact.OffersTls == false)
        {
            _ledger.Unread(
                new Gap(GapKind.NotPresent, source, new LocalText("サービスがTLSを提示していない", "the service offers no TLS")),
                MailProperties.OfTls
            );
        }
        else
        {
            fact = await TlsAsync(fact, endpoint, prober, token).ConfigureAwait(false);
        }

        _ledger.Add(fact with { Connections = prober.Connections });
    }

    private async Task<MailServiceFact> TlsAsync(MailServiceFact fact, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        var ssl2 = await prober.AskAsync(new ClientHello(TlsVersion.Ssl2, Ssl2Kinds), isWhole: false, token).ConfigureAwait(false);
        if (ssl2.Kind == TlsAnswerKind.Limited)
        {
            var gap = new Gap(GapKind.Busy, fact.Source!, NeverReady(ssl2));
            _ledger.Unread(gap, MailProperties.OfOpening);
            _ledger.Unread(gap, MailProperties.OfTls);
            _ledger.MayLack(fact, gap);
            return fact with { OffersTls = null };
        }

        if (
            endpoint.IsImplicit
            && ssl2.Kind == TlsAnswerKind.Broken
            && await Opening.ReadPlainAsync(fact, endpoint, prober, _ledger, token).ConfigureAwait(false) is { } plain
        )
        {
            _ledger.Unread(
                new Gap(
                    GapKind.NotPresent,
                    fact.Source!,
                    new LocalText(
                        "接続直後にTLSが始まるはずのポートで、平文で応答する",
                        "it speaks in the clear on a port that was asked for TLS from the start"
                    )
                ),
                MailProperties.OfTls
            );
            return plain;
        }

        var found = await new SuiteEnumeration(prober, _suites.All).AskAsync(Versions, token).ConfigureAwait(false);
        // It may have had no room for that one, and wasn't known to lack it then.
        if (ssl2.Kind == TlsAnswerKind.Ended && prober.HasLimit)
            ssl2 = await prober.AskAsync(new ClientHello(TlsVersion.Ssl2, Ssl2Kinds), isWhole: false, token).ConfigureAwait(false);
        foreach (var suite in _suites.Facts(fact, found, ssl2.Ssl2Suites))
            _ledger.Add(suite);
        var accepted = found.Where(each => each.IsAccepted == true).ToArray();
        var versions = (ssl2.Kind == TlsAnswerKind.Accepted ? new[] { TlsVersion.Ssl2 } : Array.Empty<TlsVersion>())
            .Concat(accepted.Select(each => each.Version))
            .ToArray();
        var doubt = Doubt(found, ssl2) ?? (versions.Length == 0 ? Nameless(found, endpoint) : null);
        if (doubt is not null)
        {
            var gap = new Gap(GapKind.Unusable, fact.Source!, doubt);
            _ledger.Unread(gap, MailProperties.OfTls.Append(nameof(MailServiceFact.OffersTls)).ToArray());
            _ledger.MayLack(fact, gap);
        }

        fact = fact with
        {
            OffersTls =
                versions.Length > 0 ? true
                : doubt is null ? false
                : null,
            Versions = doubt is null ? versions : null,
            Suites = doubt is null ? accepted.SelectMany(each => each.Suites).Distinct().Select(_suites.Name).ToArray() : null,
            HasServerOrder = HasServerOrder(accepted),
        };
        if (endpoint.IsImplicit && (versions.Length > 0 || found.Any(each => each.IsAnswered)))
            fact = Opening.Sealed(fact);
        fact = await DetailsAsync(fact, accepted, endpoint, prober, token).ConfigureAwait(false);
        if (fact.OffersTls == false)
            return fact;
        new MailParameters(_parameters, _ledger).Take(fact, versions);
        new MailCertificates(_ledger, DateTimeOffset.UtcNow).Take(fact);
        return fact;
    }

    private async Task<MailServiceFact> DetailsAsync(
        MailServiceFact fact,
        VersionAnswer[] accepted,
        MailEndpoint endpoint,
        Prober prober,
        CancellationToken token
    )
    {
        if (accepted.Length == 0)
        {
            if (fact.Versions is not null)
            {
                _ledger.Unread(
                    new Gap(
                        GapKind.NotPresent,
                        fact.Source!,
                        new LocalText(
                            "TLSのどのバージョンも、SSL 2以外のSSLも受け付けない",
                            "the service accepts no version of TLS, and none of SSL but perhaps SSL 2"
                        )
                    ),
                    MailProperties.OfTls
                );
            }

            return fact;
        }

        _ledger.Unread(
            new Gap(
                GapKind.Unusable,
                fact.Source!,
                new LocalText(
                    "暗号スイートの順序を確認する問合せに、サーバが応答しない",
                    "the server didn't answer when it was asked for its order"
                )
            ),
            nameof(MailServiceFact.HasServerOrder)
        );
        var chains = new CertificateChains(endpoint.ServerName, _options.Trusted, _ledger.Unread);
        fact = await new FirstFlight(prober, _suites, _ledger).ReadAsync(fact, accepted, chains, token).ConfigureAwait(false);
        fact = await new SecuredDialogue(prober, endpoint, _ledger).ReadAsync(fact, accepted, chains, token).ConfigureAwait(false);
        return await Dane.ReadAsync(
                chains.In(fact),
                endpoint,
                _options.Dane,
                _ledger,
                name => ShownToAsync(name, fact, accepted, endpoint, token),
                token
            )
            .ConfigureAwait(false);
    }

    /// <summary>The certificates that the service shows to who names it otherwise (RFC 6066 §3).</summary>
    private async Task<CertificateChains> ShownToAsync(
        string name,
        MailServiceFact fact,
        VersionAnswer[] accepted,
        MailEndpoint endpoint,
        CancellationToken token
    )
    {
        var named = endpoint with { ServerName = name };
        // Of what else is learnt on the way nobody asked.
        var (prober, ledger) = (new Prober(named, _options.Round, _places, (_options.InFlight, _waiting)), new MailLedger());
        var chains = new CertificateChains(name, _options.Trusted, ledger.Unread);
        try
        {
            fact = await new FirstFlight(prober, _suites, ledger).ReadAsync(fact, accepted, chains, token).ConfigureAwait(false);
            await new SecuredDialogue(prober, named, ledger).ReadAsync(fact, accepted, chains, token).ConfigureAwait(false);
            return chains;
        }
        finally
        {
            await prober.EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Why there may be more than was seen; null when that is all.</summary>
    private static LocalText? Doubt(IReadOnlyList<VersionAnswer> found, TlsAnswer ssl2)
    {
        var doubts = found
            .Where(each => each.Doubt is not null)
            .GroupBy(each => each.Doubt)
            .Select(each => LocalText.Of($"{string.Join(", ", each.Select(version => version.Version))}: ").Then(each.Key!))
            .ToArray();
        if (doubts.Length > 0)
            return LocalText.Join(doubts);
        // A server that ends the connection on a hello of SSL 2 while it answers others has refused it.
        var isKnown =
            ssl2.Kind is TlsAnswerKind.Accepted or TlsAnswerKind.Refused
            || (ssl2.Kind is TlsAnswerKind.Ended or TlsAnswerKind.Broken && found.Any(each => each.IsAccepted == true));
        return isKnown ? null : LocalText.Of("SSL 2: ").Then(ssl2.Told);
    }

    /// <summary>STARTTLS alone is answered before TLS, and with TLS from the start nothing is.</summary>
    private static LocalText NeverReady(TlsAnswer answer) =>
        new LocalText(
            "TLSを開始できず、ハンドシェイクが完了するかどうかは分からない（鍵や証明書を使用できないのか、接続数などの制限によるのかは、サーバのログで確認してください）: ",
            "TLS can't be begun, so that it isn't known whether a handshake would come to its end (the server's log says which it is: a key "
                + "or certificate that it can't use, or a limit): "
        ).Then(answer.Told);

    /// <summary>Some servers answer nobody who doesn't name them, or not by the right name.</summary>
    private static LocalText? Nameless(IReadOnlyList<VersionAnswer> found, MailEndpoint endpoint) =>
        IPAddress.TryParse(endpoint.ServerName, out _)
            ? new LocalText(
                "名前を指定しない接続では、すべてのバージョンを拒否する。サーバを名前で指定してください",
                "it refuses every version to who doesn't name it: ask by name"
            )
        : found.Any(each => each.IsUnnamed)
            ? new LocalText(
                "指定した名前のサーバではないと応答する（unrecognized_name、RFC 6066 §3）。証明書にある名前で指定してください",
                "it doesn't know the name that it was asked by (alert unrecognized_name, RFC 6066 §3): ask by the name in its certificate"
            )
        : null;

    /// <summary>In every version that has more than one suite to choose from.</summary>
    private static bool? HasServerOrder(VersionAnswer[] accepted) =>
        accepted.Length == 0 ? null : Kleene.All(accepted.Where(each => each.Suites.Count > 1).Select(each => each.HasServerOrder));
}
