using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Collectors.Accounts;

/// <summary>A time during which an account was in use on a host, put on the clock of whoever asked.</summary>
public sealed record AccountSession
{
    /// <summary>The host, as the target was named.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>DOMAIN\name.</summary>
    public string Account { get; init; } = string.Empty;

    /// <summary>How it was opened; null when its beginning wasn't seen.</summary>
    public LogonKind? Kind { get; init; }

    /// <summary>The first moment at which it is known to have been open.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>The last moment at which it is known to have been open. That is its beginning, where nothing tells how long it
    /// lasted.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>The addresses that it was opened and taken up from; null when not known, as for a remote session without its
    /// event.</summary>
    public IReadOnlyList<string>? ClientAddresses { get; init; }

    /// <summary>The names that clients gave; empty where none did.</summary>
    public IReadOnlyList<string> ClientNames { get; init; } = Array.Empty<string>();

    /// <inheritdoc/>
    public override string ToString() => $"{ComputerName} {From:yyyy-MM-dd HH:mm} - {Until:yyyy-MM-dd HH:mm}";

    /// <summary>At the host's own keyboard; null when not known.</summary>
    internal bool? IsAtKeyboard =>
        ClientAddresses is { Count: > 0 }
            ? false
            : Kind switch
            {
                LogonKind.Interactive or LogonKind.CachedInteractive or LogonKind.CachedUnlock => true,
                // A remote session is unlocked from afar.
                LogonKind.Unlock => ClientAddresses is { Count: 0 } ? true : null,
                _ => null,
            };

    internal bool Overlaps(AccountSession other) => From < other.Until && other.From < Until;
}
