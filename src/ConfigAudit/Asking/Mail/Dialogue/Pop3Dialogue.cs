using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>POP3 (RFC 1939), its capabilities (RFC 2449) and its STLS (RFC 2595).</summary>
internal sealed class Pop3Dialogue : MailDialogue
{
    private static readonly Regex Timestamp = LinearPattern.Of("<[^<>@ ]+@[^<>@ ]+>");

    public Pop3Dialogue(MailConnection connection)
        : base(connection) { }

    protected override Task<string> ReadGreetingAsync(CancellationToken token) => ReplyAsync(token);

    public override async Task<IReadOnlyList<string>?> CapabilitiesAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync("CAPA", token).ConfigureAwait(false);
        try
        {
            await ReplyAsync(token).ConfigureAwait(false);
        }
        // A server needn't have the command (RFC 2449 §5).
        catch (MailException bad) when (bad.Kind == TlsAnswerKind.NotOffered)
        {
            return null;
        }

        var lines = await LinesAsync(line => line == ".", token).ConfigureAwait(false);
        return lines.Take(lines.Count - 1).ToArray();
    }

    public override async Task StartTlsAsync(bool isGlued, CancellationToken token)
    {
        await Connection.WriteLineAsync(isGlued ? "STLS\r\nXNONE" : "STLS", token).ConfigureAwait(false);
        await ReplyAsync(token).ConfigureAwait(false);
    }

    /// <summary>"+OK" answers QUIT; to a command that doesn't exist the answer is "-ERR".</summary>
    public override async Task<bool> IsCleanAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync("QUIT", token).ConfigureAwait(false);
        return Says(await Connection.ReadLineAsync(token).ConfigureAwait(false), "+OK");
    }

    public override IReadOnlyList<string> LoginMechanisms(IReadOnlyList<string> capabilities) =>
        Behind(capabilities, "SASL").Concat(Has(capabilities, "USER") ? new[] { "USER" } : Array.Empty<string>()).ToArray();

    public override bool OffersLogin(IReadOnlyList<string> capabilities) =>
        OffersApop || Has(capabilities, "USER") || Has(capabilities, "SASL");

    /// <summary>A server that takes APOP says a timestamp in its greeting, and so may it be known (RFC 1939 §7).</summary>
    private bool OffersApop => Connection.Greeting is { } greeting && Timestamp.IsMatch(greeting);

    /// <summary>A line with a plus alone goes on (RFC 5034 §4). Some servers have USER alone, and refuse it until TLS.</summary>
    public override async Task<bool> AcceptsLoginAsync(IReadOnlyList<string> capabilities, CancellationToken token)
    {
        if (OffersApop)
            return true;
        var mechanisms = LoginMechanisms(capabilities).Where(each => each != "USER").ToArray();
        var answer = await SayAsync($"AUTH {Begun(mechanisms)}").ConfigureAwait(false);
        if (answer.StartsWith("+ ", StringComparison.Ordinal) || answer == "+")
        {
            await SayAsync("*").ConfigureAwait(false);
            return true;
        }

        // What says yes to a login that hasn't begun says yes to anything.
        if (mechanisms.Length > 0 || Says(answer, "+OK"))
            return OffersLogin(capabilities);
        return Says(await SayAsync("USER nobody").ConfigureAwait(false), "+OK");

        async Task<string> SayAsync(string line)
        {
            await Connection.WriteLineAsync(line, token).ConfigureAwait(false);
            return await Connection.ReadLineAsync(token).ConfigureAwait(false);
        }
    }

    public override bool OffersTls(IReadOnlyList<string> capabilities) => Has(capabilities, "STLS");

    public override async Task HurryToTlsAsync(CancellationToken token)
    {
        await GreetAsync(token).ConfigureAwait(false);
        await StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
    }

    private async Task<string> ReplyAsync(CancellationToken token)
    {
        var line = await Connection.ReadLineAsync(token).ConfigureAwait(false);
        if (Says(line, "+OK"))
            return line;
        if (!Says(line, "-ERR"))
            throw new MailException(TlsAnswerKind.Broken, Foreign("POP3", line));
        // RFC 3206: the server is in use or out of order for the moment.
        var isBusy =
            line.IndexOf("[IN-USE]", StringComparison.OrdinalIgnoreCase) >= 0
            || line.IndexOf("[SYS/TEMP]", StringComparison.OrdinalIgnoreCase) >= 0;
        throw new MailException(isBusy ? TlsAnswerKind.Limited : TlsAnswerKind.NotOffered, Said(line));
    }
}
