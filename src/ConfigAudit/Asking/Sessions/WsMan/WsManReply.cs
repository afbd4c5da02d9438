using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>An answer, whatever was asked.</summary>
internal sealed record WsManReply
{
    /// <summary>The request that it answers (wsa:RelatesTo); null where a server leaves it out.</summary>
    public string? RelatesTo { get; init; }

    /// <summary>Why the server refuses; null when it doesn't.</summary>
    public WsManFault? Fault { get; init; }

    /// <summary>The instances of a page; the instance of a Get; the out parameters of a method.</summary>
    public IReadOnlyList<CimRow> Rows { get; init; } = Array.Empty<CimRow>();

    /// <summary>What the next Pull must name. Some servers give one with the last page as well: <see cref="IsEnd"/> alone tells.</summary>
    public string? Context { get; init; }

    /// <summary>Whether this was the last page (EndOfSequence).</summary>
    public bool IsEnd { get; init; }

    /// <summary>wsmid:ProductVendor of an answer to Identify.</summary>
    public string? Vendor { get; init; }
}
