using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A target can't be asked at all.</summary>
internal sealed class SessionException : Exception
{
    public SessionException(GapKind kind, LocalText told, Exception? inner = null)
        : base(told.En, inner) => (Kind, Told) = (kind, told);

    public GapKind Kind { get; }

    /// <summary>What happened. What the host or the system itself said stays as it was said.</summary>
    public LocalText Told { get; }

    /// <summary>Whether the host, as far as can be told, doesn't take the name and password: asking again, or others, may lock the
    /// account.</summary>
    public bool IsRefusal { get; init; }
}
