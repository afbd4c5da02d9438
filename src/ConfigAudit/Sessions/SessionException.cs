using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Sessions;

/// <summary>A target can't be asked at all.</summary>
internal sealed class SessionException : Exception
{
    public SessionException(GapKind kind, string message, Exception? inner = null)
        : base(message, inner) =>
        Kind = kind;

    public GapKind Kind { get; }
}
