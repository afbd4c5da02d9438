using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Mail.Dialogue;
using ConfigAudit.Mail.Tls;
using ConfigAudit.Values;

namespace ConfigAudit.Mail;

/// <summary>What a server says before TLS. TLS from the start lets nobody say anything before.</summary>
internal static class Opening
{
    /// <returns>The fact, and why it couldn't all be learnt.</returns>
    public static async Task<(MailServiceFact Fact, MailException? Refusal)> ReadAsync(MailServiceFact fact, MailEndpoint endpoint, Prober prober, CancellationToken token)
    {
        try
        {
            return (await prober.TalkAsync(ListenAsync, token).ConfigureAwait(false), null);
        }
        catch (MailException bad)
        {
            return (bad.Kind == TlsAnswerKind.Closed ? Closed(fact) : fact, bad);
        }

        async Task<MailServiceFact> ListenAsync(MailConnection connection, CancellationToken round)
        {
            fact = fact with { IsReachable = true };
            if (endpoint.IsImplicit)
                return fact with { OffersLoginBeforeTls = false, IsStartTlsStripped = false, Capabilities = Array.Empty<string>() };
            var dialogue = MailDialogue.Of(endpoint.Protocol, connection);
            fact = fact with { Greeting = HostileText.Shown(await dialogue.GreetAsync(round).ConfigureAwait(false)) };
            var capabilities = await dialogue.CapabilitiesAsync(round).ConfigureAwait(false);
            var offersTls = dialogue.OffersTls(capabilities);
            fact = fact with
            {
                Capabilities = capabilities.Select(HostileText.Shown).ToArray(),
                OffersTls = offersTls,
                OffersLoginBeforeTls = dialogue.OffersLogin(capabilities),
            };
            return fact with { IsStartTlsStripped = !offersTls && (capabilities.Any(IsOverwritten) || await WorksAsync(dialogue, round).ConfigureAwait(false)) };
        }
    }

    /// <summary>Where nothing listens nothing can be had, and that is known.</summary>
    private static MailServiceFact Closed(MailServiceFact fact) => fact with
    {
        IsReachable = false,
        OffersTls = false,
        OffersLoginBeforeTls = false,
        IsStartTlsStripped = false,
        Greeting = string.Empty,
        Capabilities = Array.Empty<string>(),
        TlsaRecords = Array.Empty<string>(),
        TlsaIsSecure = false,
    };

    /// <summary>"XXXXXXXA" of Cisco's firewalls, and its like: as long as STARTTLS, and nothing but X up to its last letter.</summary>
    private static bool IsOverwritten(string capability) => capability.Length == "STARTTLS".Length && capability.Take(capability.Length - 1).All(letter => letter is 'X' or 'x');

    /// <summary>STARTTLS that isn't offered is refused, unless something on the way took it out of the offer.</summary>
    private static async Task<bool> WorksAsync(MailDialogue dialogue, CancellationToken token)
    {
        try
        {
            await dialogue.StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
            return true;
        }
        catch (MailException bad) when (bad.Kind is TlsAnswerKind.NotOffered or TlsAnswerKind.Ended)
        {
            return false;
        }
    }
}
