using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A target can't be asked at all.</summary>
internal sealed class SessionException : Exception
{
    public SessionException(GapKind kind, string message, Exception? inner = null)
        : base(message, inner) =>
        Kind = kind;

    public GapKind Kind { get; }

    /// <summary>Whether the host, as far as can be told, doesn't take the name and password: asking again, or others, may lock the account.</summary>
    public bool IsRefusal { get; init; }
}
