using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Dialogue;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>What a server says before TLS.</summary>
internal static class Opening
{
    /// <returns>The fact, and why it couldn't all be learnt.</returns>
    public static async Task<(MailServiceFact Fact, MailException? Refusal)> ReadAsync(
        MailServiceFact fact,
        MailEndpoint endpoint,
        Prober prober,
        MailLedger ledger,
        CancellationToken token
    )
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
                return fact;
            var dialogue = MailDialogue.Of(endpoint.Protocol, connection);
            fact = fact with { Greeting = HostileText.Shown(await dialogue.GreetAsync(round).ConfigureAwait(false)) };
            var listed = await dialogue.CapabilitiesAsync(round).ConfigureAwait(false);
            var capabilities = listed ?? Array.Empty<string>();
            var offersTls = dialogue.OffersTls(capabilities);
            fact = fact with { Capabilities = capabilities.Select(HostileText.Shown).ToArray(), OffersTls = offersTls };
            fact = fact with { OffersLoginBeforeTls = await AcceptsLoginAsync(dialogue, capabilities, round).ConfigureAwait(false) };
            if (offersTls || capabilities.Any(IsOverwritten))
                return fact with { IsStartTlsStripped = !offersTls };
            // Out of what lists nothing nobody took it.
            if (await WorksAsync(dialogue, round).ConfigureAwait(false))
            {
                return listed is null
                    ? fact with
                    {
                        OffersTls = true,
                        IsStartTlsStripped = false,
                    }
                    : fact with
                    {
                        IsStartTlsStripped = true,
                    };
            }

            var either = new LocalText(
                "STARTTLSが提示されず、使うこともできない。サーバにないのか、経路の途中で取り除かれたのかは区別できない",
                "STARTTLS isn't offered and doesn't work: that the server has none, and that something on the way takes it out, look the same"
            );
            ledger.Unread(new Gap(GapKind.NotSupported, fact.Source!, either), nameof(MailServiceFact.IsStartTlsStripped));
            return fact;
        }

        async Task<bool?> AcceptsLoginAsync(MailDialogue dialogue, IReadOnlyList<string> capabilities, CancellationToken round)
        {
            try
            {
                return await dialogue.AcceptsLoginAsync(capabilities, round).ConfigureAwait(false);
            }
            catch (MailException bad)
            {
                // What ends the connection takes no login by that; what it lists it may take all the same.
                if (dialogue.OffersLogin(capabilities) || bad.Kind == TlsAnswerKind.Ended)
                    return dialogue.OffersLogin(capabilities);
                ledger.Unread(
                    new Gap(bad.GapKind, fact.Source!, new LocalText("ログインを始めたとき: ", "when a login was begun: ").Then(bad.Told)),
                    nameof(MailServiceFact.OffersLoginBeforeTls)
                );
                return null;
            }
        }
    }

    /// <summary>Asks a server in the clear that is for TLS from the start, and said something else.</summary>
    /// <returns>Null where it greets nobody in the clear either.</returns>
    public static async Task<MailServiceFact?> ReadPlainAsync(
        MailServiceFact fact,
        MailEndpoint endpoint,
        Prober prober,
        MailLedger ledger,
        CancellationToken token
    )
    {
        var (plain, refusal) = await ReadAsync(fact, endpoint with { IsImplicit = false }, prober, ledger, token).ConfigureAwait(false);
        if (plain.Greeting is null)
            return null;
        if (refusal is not null)
            ledger.Unread(new Gap(refusal.GapKind, fact.Source!, refusal.Told), MailProperties.OfOpening);
        // Whoever wants TLS from the start gets none by STARTTLS.
        return plain with { OffersTls = false };
    }

    /// <summary>TLS from the start lets nobody say anything before.</summary>
    public static MailServiceFact Sealed(MailServiceFact fact) =>
        fact with
        {
            OffersLoginBeforeTls = false,
            IsStartTlsStripped = false,
            Capabilities = Array.Empty<string>(),
        };

    /// <summary>Where nothing listens nothing can be had, and that is known.</summary>
    private static MailServiceFact Closed(MailServiceFact fact) =>
        fact with
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
    private static bool IsOverwritten(string capability) =>
        capability.Length == "STARTTLS".Length && capability.Take(capability.Length - 1).All(letter => letter is 'X' or 'x');

    /// <summary>STARTTLS that isn't offered is refused, unless something on the way took it out of the offer.</summary>
    private static async Task<bool> WorksAsync(MailDialogue dialogue, CancellationToken token)
    {
        try
        {
            await dialogue.StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
            return true;
        }
        catch (MailException bad) when (bad.Kind is TlsAnswerKind.NotOffered or TlsAnswerKind.Ended or TlsAnswerKind.Limited)
        {
            return false;
        }
    }
}
