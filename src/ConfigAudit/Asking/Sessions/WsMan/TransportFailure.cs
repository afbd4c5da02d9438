using System;
using System.Net.Sockets;
using System.Security.Authentication;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What a connection that failed means, by the codes of sockets: their texts are in the system's language.</summary>
internal static class TransportFailure
{
    /// <param name="failure">What was thrown.</param>
    /// <param name="address">Where to.</param>
    /// <param name="certificateRefusal">Why we refused the server's certificate; null when we didn't.</param>
    public static SessionException Of(Exception failure, Uri address, string? certificateRefusal)
    {
        if (certificateRefusal is not null)
            return Unreachable($"{address}: {certificateRefusal}");
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket && Told(socket.SocketErrorCode, address) is { } told)
                return Unreachable(told);
            if (inner is AuthenticationException)
                return Unreachable($"{address}: no TLS connection came about; look whether the listener speaks HTTPS, and TLS 1.2 or later");
        }

        return Unreachable($"{address}: the connection broke before the answer was complete");

        SessionException Unreachable(string message) => new(GapKind.Unreachable, message, failure);
    }

    private static string? Told(SocketError error, Uri address) => error switch
    {
        SocketError.ConnectionRefused => $"nothing listens at {address.Authority}: WinRM isn't set up there, or listens elsewhere",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"the name {address.Host} isn't known",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown => $"there is no way to {address.Host}",
        SocketError.TimedOut => $"{address.Authority} doesn't answer: it is off, or a firewall drops the packets",
        _ => null,
    };
}
