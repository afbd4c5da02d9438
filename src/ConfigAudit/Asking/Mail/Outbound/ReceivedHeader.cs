using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using MimeKit.Utils;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// A Received line (RFC 5321 §4.4, time-stamp-line), in the parts that say who gave the message to whom, and how. Comments may stand
/// anywhere, and most servers write there what the grammar has no place for. Some of its words are the client's (the name that it said,
/// the addresses of sender and recipient): what stands in or behind such a word counts only where the word is a bare one.
/// </summary>
internal sealed record ReceivedHeader
{
    /// <summary>Far above any real one.</summary>
    private const int MaxLength = 8 * 1024;

    private static readonly string[] Keywords = { "from", "by", "via", "with", "id", "for", "tls" };

    /// <summary>Comments that repeat what the client said: sender and login as they came.</summary>
    private static readonly string[] OfClient = { "envelope-", "orcpt", "account ", "authenticated", "helo", "ehlo", "from ", "sender" };

    private static readonly Regex Recipient = LinearPattern.Of(@"^<?[^\s""<>()\\;]+>?$");

    private ReceivedHeader(ReceivedPeer from, string by) => (From, By) = (from, by);

    /// <summary>Who connected.</summary>
    public ReceivedPeer From { get; }

    /// <summary>Who received it, and wrote this.</summary>
    public string By { get; }

    /// <summary>How: "ESMTPS", "Microsoft SMTP Server", "ESMTP with STARTTLS".</summary>
    public string With { get; private init; } = string.Empty;

    /// <summary>By which number or word the receiving server knows the message.</summary>
    public string Id { get; private init; } = string.Empty;

    /// <summary>The suite by its clause (RFC 8314 §4.3), or what OpenSMTPD wrote there; empty where there is none.</summary>
    public string Tls { get; private init; } = string.Empty;

    /// <summary>The comment right behind the address of who connected, where Postfix tells of TLS; null for none.</summary>
    public string? BesideAddress { get; private init; }

    /// <summary>The comments that the receiving server wrote of itself and the session, in their order.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = Array.Empty<string>();

    /// <summary>All of them, whosever words they are.</summary>
    public IReadOnlyList<string> Comments { get; private init; } = Array.Empty<string>();

    public DateTimeOffset? At { get; private init; }

    /// <returns>Null for what is none: without a server that wrote it, with two, or in an order that no server writes.</returns>
    public static ReceivedHeader? Read(string value)
    {
        if (value.Length > MaxLength || ReceivedToken.All(value) is not { } tokens || tokens.Count(token => token.IsEnd) > 1)
            return null;
        var told = tokens.TakeWhile(token => !token.IsEnd).ToArray();
        var parts = Parts(told);
        var own = parts.SkipWhile(part => part.Keyword == "from").ToArray();
        if (
            own.Length == 0
            || own[0].Keyword != "by"
            || own[0].First is not { } by
            || parts.Count(part => part.Keyword == "by") > 1
            || parts.Count(part => part.Keyword == "from") > 1
            || own.Any(part => part.Keyword == "from")
        )
        {
            return null;
        }

        var (heard, remarks) = Heard(own);
        var from = ReceivedPeer.Read(
            parts.FirstOrDefault(part => part.Keyword == "from"),
            isExim: remarks.Any(remark => remark.StartsWith("Exim", StringComparison.Ordinal))
        );
        return new ReceivedHeader(from, by)
        {
            With = string.Join(" with ", Values(heard, "with")),
            Id = string.Join(" ", Values(heard, "id")),
            Tls = string.Join(" ", Values(heard, "tls")),
            BesideAddress = from.BesideAddress,
            Remarks = remarks,
            Comments = tokens.Where(token => token.IsComment).Select(token => token.Text).ToArray(),
            At =
                told.Length < tokens.Count && DateUtils.TryParse(value.Substring(value.LastIndexOf(';') + 1).Trim(), out var at)
                    ? at
                    : null,
        };
    }

    private static IEnumerable<string> Values(IEnumerable<ReceivedPart> parts, string keyword) =>
        parts.Where(part => part.Keyword == keyword).Select(part => part.Value);

    private static List<ReceivedPart> Parts(IEnumerable<ReceivedToken> tokens)
    {
        var parts = new List<ReceivedPart>();
        foreach (var token in tokens)
        {
            var last = parts.Count == 0 ? null : parts[parts.Count - 1];
            // A keyword directly behind another is that one's value.
            if (
                !token.IsComment
                && !token.IsQuoted
                && Keywords.Contains(token.Text, StringComparer.OrdinalIgnoreCase)
                && last is not { Words.Count: 0, Comments.Count: 0 }
            )
            {
                parts.Add(new ReceivedPart(token.Text.ToLowerInvariant()));
            }
            else if (token.IsComment)
            {
                last?.Comments.Add(token.Text);
            }
            else
            {
                last?.Words.Add(token);
            }
        }

        return parts;
    }

    /// <summary>What the receiving server says of its own, up to where others' words might go on as if they were its.</summary>
    private static (IReadOnlyList<ReceivedPart> Parts, IReadOnlyList<string> Remarks) Heard(IEnumerable<ReceivedPart> own)
    {
        var (parts, remarks) = (new List<ReceivedPart>(), new List<string>());
        foreach (var part in own)
        {
            if (part.Keyword == "for" && (part.IsQuoted || !Recipient.IsMatch(part.Value)))
                break;
            parts.Add(part);
            foreach (var comment in part.Comments)
            {
                if (OfClient.Any(word => comment.StartsWith(word, StringComparison.OrdinalIgnoreCase)))
                    return (parts, remarks);
                remarks.Add(comment);
            }

            // Keywords stand before it (RFC 5321 §4.4); what looks like one behind may be its go-on, where a server drops its quotes.
            if (part.Keyword == "for")
                break;
        }

        return (parts, remarks);
    }
}
