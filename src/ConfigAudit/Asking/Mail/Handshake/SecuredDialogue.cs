using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Asking.Mail.Enumeration;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>What takes a whole handshake: certificates of TLS 1.3, what the server says under TLS, whether STARTTLS is clean,
/// renegotiation, sessions.</summary>
internal sealed class SecuredDialogue
{
    private readonly Prober _prober;
    private readonly MailEndpoint _endpoint;
    private readonly MailLedger _ledger;

    public SecuredDialogue(Prober prober, MailEndpoint endpoint, MailLedger ledger) =>
        (_prober, _endpoint, _ledger) = (prober, endpoint, ledger);

    /// <param name="fact">What is known so far.</param>
    /// <param name="accepted">The versions accepted, with their suites; the oldest first.</param>
    /// <param name="chains">Takes the certificates in.</param>
    /// <param name="token">The deadline.</param>
    public async Task<MailServiceFact> ReadAsync(
        MailServiceFact fact,
        IReadOnlyList<VersionAnswer> accepted,
        CertificateChains chains,
        CancellationToken token
    )
    {
        var spoken = accepted.Where(each => each.Version >= TlsVersion.Tls10 && Client(each).CanSpeak).ToArray();
        if (spoken.Length == 0)
        {
            var unspoken = new Gap(
                GapKind.NotSupported,
                fact.Source!,
                new LocalText(
                    "TLS 1.0以降の共通の暗号スイートがなく、TLSの中では何も確認していない",
                    "no suite of TLS 1.0 or later in common, so nothing was said under TLS"
                )
            );
            _ledger.Unread(
                unspoken,
                MailProperties.OfSession.Concat(MailProperties.OfCertificate).Append(nameof(MailServiceFact.OffersTls)).ToArray()
            );
            // TLS 1.3 encrypts the flight that would show it to be whole.
            return fact with
            {
                OffersTls = fact.HasWholeFlight || accepted.All(each => each.Version == TlsVersion.Tls13) ? fact.OffersTls : null,
            };
        }

        // A handshake of the newest version may fail where an older one comes to its end.
        var (client, newest, isSpoken, isDemanded) = (Client(spoken[spoken.Length - 1]), spoken[spoken.Length - 1], false, false);
        foreach (var version in Enumerable.Reverse(spoken))
        {
            (client, newest) = (Client(version), version);
            try
            {
                fact = await TalkAsync(client, (connection, round) => ListenAsync(fact, connection, round), token).ConfigureAwait(false);
                isSpoken = true;
            }
            catch (MailException bad)
            {
                isDemanded = client.IsAskedForCertificate && bad.Kind is TlsAnswerKind.Refused or TlsAnswerKind.Ended;
                _ledger.Unread(
                    isDemanded ? Demanding(fact, bad) : Gap(fact, bad),
                    client.IsReady || isDemanded
                        ? MailProperties.OfSession
                        : MailProperties.OfSession.Concat(MailProperties.OfCertificate).Append(nameof(MailServiceFact.OffersTls)).ToArray()
                );
            }

            chains.Add(client.Certificates, fact.Source!);
            if (client.IsReady || isDemanded)
                break;
        }

        // It has TLS for those who have one: the handshake went as far as it does without.
        if (!client.IsReady)
            return isDemanded ? fact with { IsStartTlsClean = _endpoint.IsImplicit ? true : null } : fact with { OffersTls = null };
        await new HandshakeCertificates(TalkAsync, _prober, chains)
            .AskAsync(spoken, newest, client, fact.Source!, token)
            .ConfigureAwait(false);
        if (chains.Seen.Count == 0)
        {
            _ledger.Unread(
                new Gap(
                    GapKind.NotPresent,
                    fact.Source!,
                    new LocalText(
                        "サーバが証明書を提示しないでした（匿名の暗号スイートなど）",
                        "the server showed no certificate, as with anonymous suites"
                    )
                ),
                MailProperties.OfCertificate
            );
        }

        var older = spoken.LastOrDefault(each => each.Version <= TlsVersion.Tls12);
        // A server that says nothing under TLS proves nothing by saying nothing to the glued command either.
        var isClean = isSpoken
            ? LearnAsync(fact, () => IsCleanAsync(newest, token), nameof(MailServiceFact.IsStartTlsClean))
            : Task.FromResult<bool?>(null);
        var allowsRenegotiation = older is null
            ? Task.FromResult<bool?>(false)
            : LearnAsync(fact, () => AllowsRenegotiationAsync(older, token), nameof(MailServiceFact.AllowsRenegotiation));
        var resumes =
            older is null || fact.ResumesSessions is not null
                ? Task.FromResult(fact.ResumesSessions)
                : LearnAsync(fact, () => ResumesAsync(older, token), nameof(MailServiceFact.ResumesSessions));
        return fact with
        {
            IsStartTlsClean = await isClean.ConfigureAwait(false),
            AllowsRenegotiation = await allowsRenegotiation.ConfigureAwait(false),
            ResumesSessions = await resumes.ConfigureAwait(false),
        };
    }

    private async Task<MailServiceFact> ListenAsync(MailServiceFact fact, MailConnection connection, CancellationToken token)
    {
        var dialogue = MailDialogue.Of(_endpoint.Protocol, connection);
        if (_endpoint.IsImplicit)
            fact = fact with { Greeting = HostileText.Shown(await dialogue.GreetAsync(token).ConfigureAwait(false)) };
        if (await dialogue.CapabilitiesAsync(token).ConfigureAwait(false) is not { } capabilities)
        {
            _ledger.Unread(
                new Gap(
                    GapKind.NotSupported,
                    fact.Source!,
                    new LocalText("サーバに、提供する機能を示す手段がない", "the server has no word to say what it can do")
                ),
                nameof(MailServiceFact.CapabilitiesUnderTls),
                nameof(MailServiceFact.LoginMechanisms)
            );
            return fact;
        }

        return fact with
        {
            CapabilitiesUnderTls = capabilities.Select(HostileText.Shown).ToArray(),
            LoginMechanisms = dialogue.LoginMechanisms(capabilities).Select(HostileText.Shown).Distinct().ToArray(),
        };
    }

    /// <summary>A server that ends the connection has thrown the command away too; one that does so twice does so because of it.</summary>
    private async Task<bool?> IsCleanAsync(VersionAnswer version, CancellationToken token)
    {
        if (_endpoint.IsImplicit)
            return true;
        // What ends before that has no room.
        var isAsked = false;
        for (var hasEnded = false; ; hasEnded = true)
        {
            try
            {
                return await _prober.TalkAsync(GlueAsync, token).ConfigureAwait(false);
            }
            catch (MailException bad) when (isAsked && bad.Kind is TlsAnswerKind.Ended or TlsAnswerKind.Refused or TlsAnswerKind.NotOffered)
            {
                if (hasEnded)
                    return true;
            }
        }

        async Task<bool> GlueAsync(MailConnection connection, CancellationToken round)
        {
            var dialogue = MailDialogue.Of(_endpoint.Protocol, connection);
            await dialogue.GreetAsync(round).ConfigureAwait(false);
            if (_endpoint.Protocol == MailProtocol.Smtp)
                await dialogue.CapabilitiesAsync(round).ConfigureAwait(false);
            isAsked = true;
            await dialogue.StartTlsAsync(isGlued: true, round).ConfigureAwait(false);
            if (connection.HasMore)
            {
                throw new MailException(
                    TlsAnswerKind.Broken,
                    new LocalText(
                        "サーバが、STARTTLSと一緒に送ったコマンドに、TLSを始める前に応答した",
                        "the server answers, before TLS, what was sent together with STARTTLS"
                    )
                );
            }
            await connection.StartTlsAsync(new TlsLayer(Client(version)), round).ConfigureAwait(false);
            return await dialogue.IsCleanAsync(round).ConfigureAwait(false);
        }
    }

    private Task<bool?> AllowsRenegotiationAsync(VersionAnswer version, CancellationToken token)
    {
        var client = Client(version);
        return TalkAsync(client, AskAsync, token);

        async Task<bool?> AskAsync(MailConnection connection, CancellationToken round)
        {
            var hello = new ClientHello(version.Version, version.Suites)
            {
                ServerName = _prober.ServerName,
                Renegotiated = client.VerifyData,
            };
            try
            {
                return await connection.AskForRenegotiationAsync(hello.ToMessage(), round).ConfigureAwait(false);
            }
            catch (MailException bad) when (bad.Kind == TlsAnswerKind.Ended)
            {
                return false;
            }
        }
    }

    private async Task<bool?> ResumesAsync(VersionAnswer version, CancellationToken token)
    {
        var client = Client(version);
        await TalkAsync(client, (_, _) => Task.FromResult(true), token).ConfigureAwait(false);
        if (client.Session is not { } session)
            return false;
        var again = new ProbingClient(version.Version, version.Suites, _prober.ServerName, session);
        return await TalkAsync<bool?>(again, (_, _) => Task.FromResult<bool?>(again.IsResumed), token).ConfigureAwait(false);
    }

    private Task<T> TalkAsync<T>(ProbingClient client, Func<MailConnection, CancellationToken, Task<T>> talk, CancellationToken token) =>
        _prober.TalkAsync(
            async (connection, round) =>
            {
                await _prober.HurryToTlsAsync(connection, round).ConfigureAwait(false);
                await connection.StartTlsAsync(new TlsLayer(client), round).ConfigureAwait(false);
                return await talk(connection, round).ConfigureAwait(false);
            },
            token
        );

    private async Task<bool?> LearnAsync(MailServiceFact fact, Func<Task<bool?>> learn, string property)
    {
        try
        {
            return await learn().ConfigureAwait(false);
        }
        catch (MailException bad)
        {
            _ledger.Unread(Gap(fact, bad), property);
            return null;
        }
    }

    private ProbingClient Client(VersionAnswer version) => new(version.Version, version.Suites, _prober.ServerName);

    /// <summary>A server asks for a certificate, and goes on without one or doesn't (RFC 5246 §7.4.6).</summary>
    private static Gap Demanding(MailServiceFact fact, MailException bad) =>
        new(
            GapKind.Denied,
            fact.Source!,
            new LocalText(
                "サーバが接続元の証明書を要求したが、提示していない: ",
                "the server demands a certificate of its clients, and was shown none: "
            ).Then(bad.Told)
        );

    private static Gap Gap(MailServiceFact fact, MailException bad) => new(bad.GapKind, fact.Source!, bad.UnderTls);
}
