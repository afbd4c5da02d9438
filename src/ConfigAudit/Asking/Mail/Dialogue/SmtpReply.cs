using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Mail.Dialogue;

/// <summary>
/// A reply of SMTP (RFC 5321 §4.2): on each line one code of three digits and, behind a hyphen or, on the last, a space, a text. The text
/// may be missing, and the space with
/// it: a bare code is a reply.
/// </summary>
internal sealed class SmtpReply
{
    private const int CodeLength = 3;

    private SmtpReply(string code, IReadOnlyList<string> lines) => (Code, Lines) = (code, lines);

    public string Code { get; }

    /// <summary>As they came.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The texts behind the codes; empty where there is none.</summary>
    public IEnumerable<string> Texts =>
        Lines.Select(line => line.Length > CodeLength ? line.Substring(CodeLength + 1).Trim() : string.Empty);

    /// <summary>Whether no other line of the reply follows. What is no line of SMTP ends it, too.</summary>
    public static bool IsLast(string line) => !IsLine(line) || line.Length == CodeLength || line[CodeLength] != '-';

    /// <summary>Null for lines that are no reply: without a code, or with several.</summary>
    public static SmtpReply? Parse(IReadOnlyList<string> lines)
    {
        if (!lines.All(IsLine))
            return null;
        var code = lines[0].Substring(0, CodeLength);
        return lines.All(line => line.StartsWith(code, StringComparison.Ordinal)) ? new SmtpReply(code, lines) : null;
    }

    private static bool IsLine(string line) =>
        line.Length >= CodeLength
        && line.Take(CodeLength).All(digit => digit is >= '0' and <= '9')
        && (line.Length == CodeLength || line[CodeLength] is '-' or ' ' or '\t');
}
