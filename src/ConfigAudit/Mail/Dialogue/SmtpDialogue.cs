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

    public override async Task<string> GreetAsync(CancellationToken token) => (await ReplyAsync("220", token).ConfigureAwait(false))[0];

    public override async Task<IReadOnlyList<string>> CapabilitiesAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync(Hello, token).ConfigureAwait(false);
        return (await ReplyAsync("250", token).ConfigureAwait(false)).Skip(1).Select(line => line.Substring(4).Trim()).ToArray();
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
        return (await ReplyAsync("2", token).ConfigureAwait(false))[0].StartsWith("221", StringComparison.Ordinal);
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

    /// <summary>Lines of one code; the last has a space behind it (RFC 5321 §4.2.1). 421 and 454 mean "not now".</summary>
    private async Task<List<string>> ReplyAsync(string wanted, CancellationToken token)
    {
        var lines = await LinesAsync(line => line.Length < 4 || line[3] != '-', token).ConfigureAwait(false);
        var last = lines[lines.Count - 1];
        if (last.Length < 3 || !last.Take(3).All(char.IsDigit) || lines.Any(line => line.Length < 4 && line != last))
            throw new MailException(TlsAnswerKind.Broken, $"the server doesn't speak SMTP: {Quoted(last)}");
        if (last.StartsWith(wanted, StringComparison.Ordinal))
            return lines;
        throw new MailException(last[0] == '4' ? TlsAnswerKind.Limited : TlsAnswerKind.NotOffered, $"the server said {Quoted(last)}");
    }
}
