using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>The words of one mail protocol before TLS.</summary>
internal abstract class MailDialogue
{
    /// <summary>More lines than any honest greeting or list of capabilities has.</summary>
    private const int MaxLines = 100;

    /// <summary>Names of mechanisms have 20 letters at most (RFC 4422 §3.1).</summary>
    private const int MaxMechanism = 20;

    /// <summary>RFC 4616.</summary>
    private const string Usual = "PLAIN";

    protected MailDialogue(MailConnection connection) => Connection = connection;

    protected MailConnection Connection { get; }

    public static MailDialogue Of(MailProtocol protocol, MailConnection connection) =>
        protocol switch
        {
            MailProtocol.Smtp => new SmtpDialogue(connection),
            MailProtocol.Imap => new ImapDialogue(connection),
            _ => new Pop3Dialogue(connection),
        };

    /// <summary>Waits for the greeting, unless it came already.</summary>
    /// <exception cref="MailException">The server has no room, or it is none of that protocol.</exception>
    public async Task<string> GreetAsync(CancellationToken token)
    {
        if (Connection.Greeting is null)
            Connection.Greeted(await ReadGreetingAsync(token).ConfigureAwait(false));
        return Connection.Greeting!;
    }

    protected abstract Task<string> ReadGreetingAsync(CancellationToken token);

    /// <summary>Asks what the server can do.</summary>
    /// <returns>Null for a server that has no word for that.</returns>
    /// <exception cref="MailException">It doesn't answer as the protocol wants.</exception>
    public abstract Task<IReadOnlyList<string>?> CapabilitiesAsync(CancellationToken token);

    /// <summary>Asks for TLS. Returns when the server is ready for it.</summary>
    /// <param name="isGlued">Sends a harmless command with it, in the same packet, that the server has to throw away (RFC 3207 §6,
    /// CVE-2011-0411).</param>
    /// <param name="token">The deadline.</param>
    /// <exception cref="MailException">It refuses.</exception>
    public abstract Task StartTlsAsync(bool isGlued, CancellationToken token);

    /// <summary>Under TLS, after a glued command: says goodbye, and sees whether the first answer is to that or to the glued one.</summary>
    /// <returns>True when the glued command was thrown away.</returns>
    /// <exception cref="MailException">It ends without an answer, or with another.</exception>
    public abstract Task<bool> IsCleanAsync(CancellationToken token);

    /// <summary>As little as the protocol lets one say before STARTTLS.</summary>
    public abstract Task HurryToTlsAsync(CancellationToken token);

    /// <summary>The lines of one answer, up to the one that <paramref name="isLast"/>.</summary>
    protected async Task<List<string>> LinesAsync(Func<string, bool> isLast, CancellationToken token)
    {
        var lines = new List<string>();
        do
        {
            if (lines.Count == MaxLines)
            {
                throw new MailException(
                    TlsAnswerKind.Broken,
                    new LocalText($"応答が {MaxLines} 行を超えている", $"an answer has more than {MaxLines} lines")
                );
            }
            lines.Add(await Connection.ReadLineAsync(token).ConfigureAwait(false));
        } while (!isLast(lines[lines.Count - 1]));
        return lines;
    }

    /// <summary>Whether a line begins with these words, and not with longer ones.</summary>
    protected static bool Says(string line, string words) =>
        line.StartsWith(words, StringComparison.OrdinalIgnoreCase)
        && (line.Length == words.Length || !char.IsLetterOrDigit(line[words.Length]));

    /// <summary>What a server said instead of what was asked for.</summary>
    protected static LocalText Said(string line) => new($"サーバの応答: {Quoted(line)}", $"the server said {Quoted(line)}");

    /// <summary>What a server said that is no answer of that protocol.</summary>
    protected static LocalText Foreign(string protocol, string line) =>
        new($"サーバの応答が {protocol} ではない: {Quoted(line)}", $"the server doesn't speak {protocol}: {Quoted(line)}");

    private static string Quoted(string line) => $"'{HostileText.Shown(line)}'";

    /// <summary>
    /// Whether the server lets one log in before TLS. It is asked, since some take logins without saying so, and others say so and want TLS
    /// first: a way to log in is begun, and broken
    /// off before a name or a password is said (RFC 4954 §4, RFC 9051 §6.2.2, RFC 5034 §4).
    /// </summary>
    /// <exception cref="MailException">It doesn't answer as the protocol wants.</exception>
    public abstract Task<bool> AcceptsLoginAsync(IReadOnlyList<string> capabilities, CancellationToken token);

    /// <summary>Whether a login is among the capabilities before TLS.</summary>
    public abstract bool OffersLogin(IReadOnlyList<string> capabilities);

    /// <summary>The ways to log in among the capabilities, by their names in SASL (RFC 4422); "LOGIN" of IMAP and "USER" of POP3 are their
    /// own.</summary>
    public abstract IReadOnlyList<string> LoginMechanisms(IReadOnlyList<string> capabilities);

    /// <summary>Whether TLS is among the capabilities.</summary>
    public abstract bool OffersTls(IReadOnlyList<string> capabilities);

    /// <summary>The way to log in that is begun to see whether one may: of those that the server lists, else the most usual one.</summary>
    protected static string Begun(IEnumerable<string> mechanisms)
    {
        var listed = mechanisms
            .Where(each =>
                each.Length is > 0 and <= MaxMechanism
                && each.All(letter => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')
            )
            .ToArray();
        return listed.Length == 0 || listed.Contains(Usual, StringComparer.OrdinalIgnoreCase) ? Usual : listed[0];
    }

    /// <summary>The words behind that one in its capability.</summary>
    protected static IEnumerable<string> Behind(IReadOnlyList<string> capabilities, string word) =>
        capabilities
            .Where(each => each.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase))
            .SelectMany(each => each.Substring(word.Length).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether one of the capabilities begins with that word.</summary>
    protected static bool Has(IReadOnlyList<string> capabilities, string word) =>
        capabilities.Any(each =>
            each.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (each.Length == word.Length || each[word.Length] is ' ' or '=')
        );
}
