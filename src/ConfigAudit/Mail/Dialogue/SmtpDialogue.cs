using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Mail.Tls;

namespace ConfigAudit.Mail.Dialogue;

/// <summary>SMTP (RFC 5321) and its STARTTLS (RFC 3207).</summary>
internal sealed class SmtpDialogue : MailDialogue
{
    /// <summary>An address literal says nothing that could be untrue (RFC 5321 §4.1.3).</summary>
    private const string Hello = "EHLO [127.0.0.1]";

    public SmtpDialogue(MailConnection connection)
        : base(connection)
    {
    }

    public override async Task<string> GreetAsync(CancellationToken token) => (await ReplyAsync("220", token).ConfigureAwait(false)).Lines[0];

    public override async Task<IReadOnlyList<string>> CapabilitiesAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync(Hello, token).ConfigureAwait(false);
        return (await ReplyAsync("250", token).ConfigureAwait(false)).Texts.Skip(1).Where(text => text.Length > 0).ToArray();
    }

    public override async Task StartTlsAsync(bool isGlued, CancellationToken token)
    {
        await Connection.WriteLineAsync(isGlued ? "STARTTLS\r\nNOOP" : "STARTTLS", token).ConfigureAwait(false);
        await ReplyAsync("220", token).ConfigureAwait(false);
    }

    /// <summary>221 answers QUIT, and 250 NOOP.</summary>
    public override async Task<bool> IsCleanAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync("QUIT", token).ConfigureAwait(false);
        return (await ReplyAsync("2", token).ConfigureAwait(false)).Code == "221";
    }

    public override IReadOnlyList<string> LoginMechanisms(IReadOnlyList<string> capabilities) => Behind(capabilities, "AUTH").ToArray();

    public override bool OffersLogin(IReadOnlyList<string> capabilities) => Has(capabilities, "AUTH");

    public override bool OffersTls(IReadOnlyList<string> capabilities) => Has(capabilities, "STARTTLS");

    public override async Task HurryToTlsAsync(CancellationToken token)
    {
        await GreetAsync(token).ConfigureAwait(false);
        await CapabilitiesAsync(token).ConfigureAwait(false);
        await StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
    }

    /// <summary>421 and 454 mean "not now".</summary>
    private async Task<SmtpReply> ReplyAsync(string wanted, CancellationToken token)
    {
        var lines = await LinesAsync(SmtpReply.IsLast, token).ConfigureAwait(false);
        var last = lines[lines.Count - 1];
        var reply = SmtpReply.Parse(lines) ?? throw new MailException(TlsAnswerKind.Broken, $"the server doesn't speak SMTP: {Quoted(last)}");
        if (reply.Code.StartsWith(wanted, StringComparison.Ordinal))
            return reply;
        throw new MailException(reply.Code[0] == '4' ? TlsAnswerKind.Limited : TlsAnswerKind.NotOffered, $"the server said {Quoted(last)}");
    }
}
