using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>A clause of a Received line: its keyword, the words behind it, and the comments among them.</summary>
internal sealed record ReceivedPart(string Keyword)
{
    public List<ReceivedToken> Words { get; } = new();

    public List<string> Comments { get; } = new();

    public string Value => string.Join(" ", Words.Select(word => word.Text));

    public string? First => Words.Count == 0 ? null : Words[0].Text;

    public bool IsQuoted => Words.Any(word => word.IsQuoted);
}
