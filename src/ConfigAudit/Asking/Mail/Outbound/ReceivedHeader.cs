using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using MimeKit.Utils;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// A Received line (RFC 5321 §4.4, time-stamp-line), in the parts that say who gave the message to whom, and how. Comments may stand
/// anywhere, and most servers write there what the
/// grammar has no place for.
/// </summary>
internal sealed record ReceivedHeader
{
    /// <summary>Far above any real one.</summary>
    private const int MaxLength = 8 * 1024;

    private static readonly string[] Keywords = { "from", "by", "via", "with", "id", "for", "tls" };

    private Dictionary<string, string> Clauses { get; init; } = new();

    /// <summary>The name that who connected said; null where none is written.</summary>
    public string? From => Clauses.TryGetValue("from", out var name) ? First(name) : null;

    /// <summary>Who received it, and wrote this.</summary>
    public string? By => Clauses.TryGetValue("by", out var name) ? First(name) : null;

    /// <summary>How: "ESMTPS", "Microsoft SMTP Server".</summary>
    public string With => Clauses.TryGetValue("with", out var how) ? how : string.Empty;

    /// <summary>The suite by its clause (RFC 8314 §4.3); null where there is none.</summary>
    public string? Tls => Clauses.TryGetValue("tls", out var suite) ? First(suite) : null;

    /// <summary>In the order in which they stand.</summary>
    public IReadOnlyList<string> Comments { get; private init; } = Array.Empty<string>();

    /// <summary>The names that the address has, or that were said, and are written beside the first.</summary>
    public IReadOnlyList<string> FromNames { get; private init; } = Array.Empty<string>();

    public IPAddress? Address { get; private init; }

    public DateTimeOffset? At { get; private init; }

    /// <returns>Null for what is none: without a server that wrote it, or with two.</returns>
    public static ReceivedHeader? Read(string value)
    {
        if (value.Length > MaxLength || Tokens(value) is not { } tokens)
            return null;
        var clauses = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (comments, ofFrom) = (new List<string>(), new List<string>());
        string? current = null;
        var isOver = false;
        foreach (var (text, isComment) in tokens)
        {
            if (isComment)
            {
                comments.Add(text);
                if (current == "from")
                    ofFrom.Add(text);
            }
            else if (text == ";")
            {
                isOver = true;
            }
            else if (
                !isOver
                && Keywords.Contains(text, StringComparer.OrdinalIgnoreCase)
                && !(current is not null && clauses[current].Length == 0)
            )
            {
                current = text.ToLowerInvariant();
                // Who gave it, and who took it, stand there once.
                if (current is "from" or "by" && clauses.ContainsKey(current))
                    return null;
                clauses[current] = string.Empty;
            }
            else if (!isOver && current is not null)
            {
                clauses[current] = clauses[current].Length == 0 ? text : clauses[current] + " " + text;
            }
        }

        var header = new ReceivedHeader { Clauses = clauses };
        if (header.By is null)
            return null;
        var words = ofFrom.Take(1).SelectMany(Words).ToArray();
        return header with
        {
            Comments = comments,
            FromNames = words
                .Select(word => word.StartsWith("helo=", StringComparison.OrdinalIgnoreCase) ? word.Substring(5) : word)
                .Where(word => word.Contains('.'))
                .ToArray(),
            Address = words.Append(header.From ?? string.Empty).Select(AddressOf).FirstOrDefault(each => each is not null),
            At = DateUtils.TryParse(value.Substring(value.LastIndexOf(';') + 1), out var at) && value.Contains(';') ? at : null,
        };
    }

    private static string? First(string clause) => clause.Split(' ')[0] is { Length: > 0 } first ? first : null;

    private static string[] Words(string comment) => comment.Split(new[] { ' ', '\t', ',' }, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>"[192.0.2.1]", "[IPv6:2001:db8::1]", "[192.0.2.1]:55555", or without brackets.</summary>
    private static IPAddress? AddressOf(string word)
    {
        var end = word.IndexOf(']');
        var bare = word.StartsWith("[", StringComparison.Ordinal) && end > 0 ? word.Substring(1, end - 1) : word;
        bare = bare.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? bare.Substring(5) : bare;
        // A bare number is an address to .NET.
        return bare.IndexOfAny(new[] { '.', ':' }) >= 0 && IPAddress.TryParse(bare, out var address) ? address : null;
    }

    /// <summary>Words, semicolons and whole comments; null where a comment or a quotation never ends.</summary>
    private static List<(string Text, bool IsComment)>? Tokens(string value)
    {
        var tokens = new List<(string, bool)>();
        var word = new StringBuilder();
        var (depth, isQuoted) = (0, false);
        for (var i = 0; i < value.Length; i++)
        {
            var letter = value[i];
            if (letter == '\\' && (depth > 0 || isQuoted) && i + 1 < value.Length)
                word.Append(value[++i]);
            else if (letter == '"' && depth == 0)
                isQuoted = !isQuoted;
            else if (isQuoted)
                word.Append(letter);
            else if (letter == '(' && depth++ == 0)
                End();
            else if (letter == ')' && depth > 0 && --depth == 0)
                End(isComment: true);
            else if (depth == 0 && (letter == ';' || letter <= ' '))
                EndAt(letter);
            else
                word.Append(letter <= ' ' ? ' ' : letter);
        }

        End();
        return depth == 0 && !isQuoted ? tokens : null;

        void EndAt(char letter)
        {
            End();
            if (letter == ';')
                tokens.Add((";", false));
        }

        void End(bool isComment = false)
        {
            if (word.Length > 0)
                tokens.Add((word.ToString(), isComment));
            word.Clear();
        }
    }
}
