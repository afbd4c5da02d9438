using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>SMTP (RFC 5321) and its STARTTLS (RFC 3207).</summary>
internal sealed class SmtpDialogue : MailDialogue
{
    public SmtpDialogue(MailConnection connection)
        : base(connection) { }

    protected override async Task<string> ReadGreetingAsync(CancellationToken token) =>
        (await ReplyAsync("220", token).ConfigureAwait(false)).Lines[0];

    public override async Task<IReadOnlyList<string>?> CapabilitiesAsync(CancellationToken token)
    {
        var reply = await SayAsync($"EHLO {Literal(Connection.LocalAddress)}").ConfigureAwait(false);
        // Some want to be told a name.
        if (reply.Code[0] == '5')
            reply = await SayAsync($"EHLO {LocalName.OfMail}").ConfigureAwait(false);
        // A server that doesn't know the command has no extensions (RFC 5321 §3.2).
        if (reply.Code is "500" or "502")
        {
            Wanted(await SayAsync($"HELO {LocalName.OfMail}").ConfigureAwait(false), "250");
            return Array.Empty<string>();
        }

        return Wanted(reply, "250").Texts.Skip(1).Where(text => text.Length > 0).ToArray();

        async Task<SmtpReply> SayAsync(string line)
        {
            await Connection.WriteLineAsync(line, token).ConfigureAwait(false);
            return await AnyReplyAsync(token).ConfigureAwait(false);
        }
    }

    public override async Task StartTlsAsync(bool isGlued, CancellationToken token)
    {
        await Connection.WriteLineAsync(isGlued ? "STARTTLS\r\nNOOP" : "STARTTLS", token).ConfigureAwait(false);
        await ReplyAsync("220", token).ConfigureAwait(false);
    }

    /// <summary>221 answers QUIT, which no server may refuse (RFC 5321 §4.1.1.10). Whatever else is said first answers NOOP, be it done or
    /// not: 503 wants EHLO before it. 421 may be said to anything (RFC 5321 §3.8).</summary>
    public override async Task<bool> IsCleanAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync("QUIT", token).ConfigureAwait(false);
        var reply = await AnyReplyAsync(token).ConfigureAwait(false);
        return (reply.Code == "421" ? Wanted(reply, "221") : reply).Code == "221";
    }

    public override IReadOnlyList<string> LoginMechanisms(IReadOnlyList<string> capabilities) => Behind(capabilities, "AUTH").ToArray();

    public override bool OffersLogin(IReadOnlyList<string> capabilities) => Has(capabilities, "AUTH");

    /// <summary>334 goes on; 530 and 538 want TLS first (RFC 3207 §4, RFC 4954 §6). Whatever else is said to a mechanism that the server
    /// lists itself doesn't take it back.</summary>
    public override async Task<bool> AcceptsLoginAsync(IReadOnlyList<string> capabilities, CancellationToken token)
    {
        var isListed = OffersLogin(capabilities);
        // A server that wants a mechanism to be begun otherwise, or knows another alone, is asked once more.
        foreach (var mechanism in new[] { Begun(LoginMechanisms(capabilities)), "LOGIN" })
        {
            await Connection.WriteLineAsync($"AUTH {mechanism}", token).ConfigureAwait(false);
            var code = (await AnyReplyAsync(token).ConfigureAwait(false)).Code;
            if (code == "334")
            {
                await Connection.WriteLineAsync("*", token).ConfigureAwait(false);
                await AnyReplyAsync(token).ConfigureAwait(false);
            }

            if (code is "334" or "235")
                return true;
            if (code is "530" or "538")
                return false;
            if (isListed || code is not ("501" or "504"))
                break;
        }

        return isListed;
    }

    public override bool OffersTls(IReadOnlyList<string> capabilities) => Has(capabilities, "STARTTLS");

    public override async Task HurryToTlsAsync(CancellationToken token)
    {
        await GreetAsync(token).ConfigureAwait(false);
        await CapabilitiesAsync(token).ConfigureAwait(false);
        await StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
    }

    /// <summary>An address literal says nothing that could be untrue (RFC 5321 §4.1.3).</summary>
    private static string Literal(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes());
        return plain.AddressFamily == AddressFamily.InterNetwork ? $"[{plain}]" : $"[IPv6:{plain}]";
    }

    /// <summary>421 and 454 mean "not now".</summary>
    private async Task<SmtpReply> ReplyAsync(string wanted, CancellationToken token) =>
        Wanted(await AnyReplyAsync(token).ConfigureAwait(false), wanted);

    private static SmtpReply Wanted(SmtpReply reply, string wanted) =>
        reply.Code == wanted
            ? reply
            : throw new MailException(
                reply.Code[0] == '4' ? TlsAnswerKind.Limited : TlsAnswerKind.NotOffered,
                Said(reply.Lines[reply.Lines.Count - 1])
            );

    private async Task<SmtpReply> AnyReplyAsync(CancellationToken token)
    {
        var lines = await LinesAsync(SmtpReply.IsLast, token).ConfigureAwait(false);
        return SmtpReply.Parse(lines) ?? throw new MailException(TlsAnswerKind.Broken, Foreign("SMTP", lines[lines.Count - 1]));
    }
}
