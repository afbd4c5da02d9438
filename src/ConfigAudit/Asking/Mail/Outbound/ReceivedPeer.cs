using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// Who connected, by the clause "from" of a Received line. The name that it said (HELO, EHLO) anybody can say; its address the receiving
/// server saw, and the name that it found for that address (reverse DNS), if it looked. Which is which differs: Postfix, Sendmail, Gmail
/// and OpenSMTPD write "said (found [address])", Exim "found ([address] helo=said)", qmail "found (HELO said) (address)", Exchange
/// "said (address)".
/// </summary>
internal sealed record ReceivedPeer
{
    private static readonly Regex Hello = LinearPattern.Of(@"^(HELO|EHLO) (?<said>\S+)$", RegexOptions.IgnoreCase);
    private static readonly Regex Helo = LinearPattern.Of(@"(^|\s)helo=(?<said>\S+)", RegexOptions.IgnoreCase);

    private static readonly char[] Spaces = { ' ', '\t', ',' };

    /// <summary>The name that it said; empty where none is written.</summary>
    public string Said { get; private init; } = string.Empty;

    /// <summary>The name that the receiving server found for its address; null where it found none, or didn't write it.</summary>
    public string? Found { get; private init; }

    /// <summary>Whether that name has that address, too: the owner of an address gives it any name (RFC 8601 §3).</summary>
    public bool IsConfirmed { get; private init; }

    /// <summary>As the receiving server saw it; null where it isn't written, or not once.</summary>
    public IPAddress? Address { get; private init; }

    /// <summary>The comment right behind the one with the address.</summary>
    public string? BesideAddress { get; private init; }

    /// <summary>Every word of the clause, for whom it might be meant to name.</summary>
    public IReadOnlyList<string> Words { get; private init; } = Array.Empty<string>();

    /// <summary>For people: "mail.city.example [192.0.2.25]".</summary>
    public override string ToString() =>
        HostileText.Shown(
            string.Join(
                " ",
                new[] { Said, Found == Said ? null : Found, Address is null ? null : $"[{Address}]" }.Where(part => part is { Length: > 0 })
            )
        );

    public static ReceivedPeer Read(ReceivedPart? from, bool isExim)
    {
        if (from?.First is not { } first)
            return new ReceivedPeer();
        var comments = from.Comments;
        var words = from.Words.Select(word => word.Text).Concat(comments.SelectMany(Split)).Select(Bare).ToArray();
        var seen = new ReceivedPeer { Said = first, Words = words };
        // What the client said may look like the comments of a server: more than one word, an address twice, or something before it.
        var withAddress = comments.Where(comment => Split(comment).Any(word => AddressOf(word) is not null)).ToArray();
        var isSaid = comments.Count > 0 && (Hello.IsMatch(comments[0]) || (withAddress.Length == 0 && Helo.IsMatch(comments[0])));
        var at = withAddress.Length == 0 ? -1 : comments.IndexOf(withAddress[0]);
        if (from.Words.Count > 1 || from.IsQuoted || withAddress.Length > 1 || at > (isSaid ? 1 : 0))
            return seen;
        if (at < 0)
        {
            return AddressOf(first) is { } alone
                ? seen with
                {
                    Address = alone,
                    Said = isSaid ? SaidIn(comments[0]) : string.Empty,
                    BesideAddress = Behind(comments, isSaid ? 0 : -1),
                }
                : seen;
        }

        var inside = Split(comments[at]);
        var addresses = inside.Select(AddressOf).OfType<IPAddress>().Distinct().ToArray();
        if (addresses.Length > 1)
            return seen;
        seen = seen with { Address = addresses[0], BesideAddress = Behind(comments, at) };
        if (isSaid)
            return seen with { Said = SaidIn(comments[0]), Found = NameIn(first) };
        if (Helo.IsMatch(comments[at]))
            return seen with { Said = SaidIn(comments[at]), Found = NameIn(first), IsConfirmed = true };
        if (inside.Length == 1)
            return isExim ? seen with { Found = NameIn(first), IsConfirmed = true } : seen;
        return AddressOf(inside[0]) is null && inside[1].StartsWith("[", StringComparison.Ordinal)
            ? seen with
            {
                Found = NameIn(inside[0].Substring(inside[0].LastIndexOf('@') + 1)),
                // Sendmail says there where a name doesn't lead back: "(may be forged)".
                IsConfirmed = inside.Length == 2,
            }
            : seen;
    }

    private static string SaidIn(string comment) =>
        (Hello.Match(comment) is { Success: true } hello ? hello : Helo.Match(comment)).Groups["said"].Value;

    private static string? Behind(List<string> comments, int at) => at + 1 < comments.Count ? comments[at + 1] : null;

    /// <summary>"unknown" is how Postfix and qmail say that they found none.</summary>
    private static string? NameIn(string word) =>
        AddressOf(word) is null && word.IndexOf('.') > 0 && !word.StartsWith("[", StringComparison.Ordinal) ? word : null;

    private static string Bare(string word) => word.Substring(word.LastIndexOf('=') + 1).Trim('[', ']', '(', ')', '<', '>', '"');

    private static string[] Split(string comment) => comment.Split(Spaces, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"[192.0.2.1]", "[IPv6:2001:db8::1]", "[192.0.2.1]:55555", "ident@[192.0.2.1]", or without brackets.</summary>
    private static IPAddress? AddressOf(string word)
    {
        var mailbox = word.Substring(word.LastIndexOf('@') + 1);
        var end = mailbox.IndexOf(']');
        var bare = mailbox.StartsWith("[", StringComparison.Ordinal) && end > 0 ? mailbox.Substring(1, end - 1) : mailbox;
        bare = bare.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? bare.Substring(5) : bare;
        // A bare number is an address to .NET.
        return bare.IndexOfAny(new[] { '.', ':' }) >= 0 && IPAddress.TryParse(bare, out var address) ? address : null;
    }
}
