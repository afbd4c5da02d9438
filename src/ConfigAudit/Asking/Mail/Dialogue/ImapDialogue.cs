using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>IMAP and its STARTTLS (RFC 9051 §6.2.1).</summary>
internal sealed class ImapDialogue : MailDialogue
{
    private const string GluedTag = "g1";
    private const string Capability = "* CAPABILITY";

    private int _number;

    public ImapDialogue(MailConnection connection)
        : base(connection) { }

    protected override async Task<string> ReadGreetingAsync(CancellationToken token)
    {
        var line = await Connection.ReadLineAsync(token).ConfigureAwait(false);
        if (Says(line, "* OK") || Says(line, "* PREAUTH"))
            return line;
        throw Says(line, "* BYE")
            ? new MailException(TlsAnswerKind.Limited, Said(line))
            : new MailException(TlsAnswerKind.Broken, Foreign("IMAP", line));
    }

    /// <summary>They stand in an untagged answer of their own (RFC 9051 §6.1.1): a server that gives none has said nothing of what it can
    /// do.</summary>
    public override async Task<IReadOnlyList<string>?> CapabilitiesAsync(CancellationToken token)
    {
        var said = (await CommandAsync("CAPABILITY", token).ConfigureAwait(false)).Where(line => Says(line, Capability)).ToArray();
        if (said.Length == 0)
        {
            throw new MailException(
                TlsAnswerKind.Broken,
                new LocalText("サーバが、対応している機能（CAPABILITY）を応答しない", "the server doesn't say what it can do")
            );
        }
        return said.SelectMany(line => line.Substring(Capability.Length).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
    }

    public override Task StartTlsAsync(bool isGlued, CancellationToken token) =>
        CommandAsync(isGlued ? $"STARTTLS\r\n{GluedTag} NOOP" : "STARTTLS", token);

    /// <summary>BYE answers LOGOUT (RFC 9051 §6.1.3); the glued command has a tag of its own.</summary>
    public override async Task<bool> IsCleanAsync(CancellationToken token)
    {
        await Connection.WriteLineAsync("z1 LOGOUT", token).ConfigureAwait(false);
        var lines = await LinesAsync(line => IsGlued(line) || Says(line, "* BYE"), token).ConfigureAwait(false);
        return !IsGlued(lines[lines.Count - 1]);

        // What is said of a command whose tag it didn't read (RFC 9051 §7.1.3).
        static bool IsGlued(string line) => Says(line, GluedTag) || Says(line, "* BAD");
    }

    public override IReadOnlyList<string> LoginMechanisms(IReadOnlyList<string> capabilities) =>
        capabilities
            .Where(each => each.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Substring(5))
            .Concat(Has(capabilities, "LOGINDISABLED") ? Array.Empty<string>() : new[] { "LOGIN" })
            .ToArray();

    public override bool OffersLogin(IReadOnlyList<string> capabilities) =>
        IsLoggedIn || !Has(capabilities, "LOGINDISABLED") || Has(capabilities, "AUTH");

    /// <summary>RFC 9051 §7.1.4: it takes whoever connects for logged in.</summary>
    private bool IsLoggedIn => Connection.Greeting is { } greeting && Says(greeting, "* PREAUTH");

    /// <summary>A line with a plus goes on (RFC 9051 §7.6); PRIVACYREQUIRED wants TLS first, for LOGIN too (RFC 5530 §3).</summary>
    public override async Task<bool> AcceptsLoginAsync(IReadOnlyList<string> capabilities, CancellationToken token)
    {
        if (IsLoggedIn)
            return true;
        var tag = $"a{++_number}";
        await Connection
            .WriteLineAsync($"{tag} AUTHENTICATE {Begun(LoginMechanisms(capabilities).Where(each => each != "LOGIN"))}", token)
            .ConfigureAwait(false);
        var last = await LastAsync().ConfigureAwait(false);
        var isBegun = last.StartsWith("+", StringComparison.Ordinal);
        if (isBegun)
        {
            await Connection.WriteLineAsync("*", token).ConfigureAwait(false);
            await LastAsync().ConfigureAwait(false);
        }

        return isBegun || (OffersLogin(capabilities) && last.IndexOf("[PRIVACYREQUIRED]", StringComparison.OrdinalIgnoreCase) < 0);

        async Task<string> LastAsync()
        {
            var lines = await LinesAsync(
                    line => line.StartsWith("+", StringComparison.Ordinal) || Says(line, tag) || Says(line, "* BYE"),
                    token
                )
                .ConfigureAwait(false);
            return lines[lines.Count - 1];
        }
    }

    public override bool OffersTls(IReadOnlyList<string> capabilities) => Has(capabilities, "STARTTLS");

    public override async Task HurryToTlsAsync(CancellationToken token)
    {
        await GreetAsync(token).ConfigureAwait(false);
        await StartTlsAsync(isGlued: false, token).ConfigureAwait(false);
    }

    private async Task<List<string>> CommandAsync(string command, CancellationToken token)
    {
        var tag = $"a{++_number}";
        await Connection.WriteLineAsync($"{tag} {command}", token).ConfigureAwait(false);
        var lines = await LinesAsync(line => Says(line, tag) || Says(line, "* BYE"), token).ConfigureAwait(false);
        var last = lines[lines.Count - 1];
        if (Says(last, tag + " OK"))
            return lines;
        throw new MailException(last[0] == '*' ? TlsAnswerKind.Limited : TlsAnswerKind.NotOffered, Said(last));
    }
}
