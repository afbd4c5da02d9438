using System;
using System.Net.Sockets;
using System.Security.Authentication;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What a connection that failed means, by the codes of sockets: their texts are in the system's language.</summary>
internal static class TransportFailure
{
    /// <param name="failure">What was thrown.</param>
    /// <param name="address">Where to.</param>
    /// <param name="certificateRefusal">Why we refused the server's certificate; null when we didn't.</param>
    public static SessionException Of(Exception failure, Uri address, LocalText? certificateRefusal)
    {
        if (certificateRefusal is not null)
            return Unreachable(LocalText.Of($"{address}: ").Then(certificateRefusal));
        for (var inner = failure; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket && Told(socket.SocketErrorCode, address) is { } told)
                return Unreachable(told);
            if (inner is NotSupportedException or DllNotFoundException or TypeInitializationException)
            {
                return new SessionException(
                    GapKind.NotSupported,
                    new LocalText(
                        $"{address}: このコンピュータにはNegotiateに必要なライブラリ（libgssapi-krb5-2、NTLMには gss-ntlmssp）がありません",
                        $"{address}: this computer lacks the libraries that Negotiate needs (libgssapi-krb5-2, and gss-ntlmssp for NTLM)"
                    ),
                    failure
                );
            }

            if (inner is AuthenticationException)
            {
                return Unreachable(
                    new LocalText(
                        $"{address}: TLSの接続が成立しない。リスナーがHTTPSで、TLS 1.2以降に対応しているかを確認してください",
                        $"{address}: no TLS connection came about; look whether the listener speaks HTTPS, and TLS 1.2 or later"
                    )
                );
            }
        }

        return Unreachable(
            new LocalText($"{address}: 応答の途中で接続が切れた", $"{address}: the connection broke before the answer was complete")
        );

        SessionException Unreachable(LocalText told) => new(GapKind.Unreachable, told, failure);
    }

    private static LocalText? Told(SocketError error, Uri address) =>
        error switch
        {
            SocketError.ConnectionRefused => new LocalText(
                $"{address.Authority} では何も待ち受けていない。WinRMが設定されていないか、別のポートで待ち受けている",
                $"nothing listens at {address.Authority}: WinRM isn't set up there, or listens elsewhere"
            ),
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => new LocalText(
                $"名前 {address.Host} を解決できない",
                $"the name {address.Host} isn't known"
            ),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown =>
                new LocalText($"{address.Host} への経路がない", $"there is no way to {address.Host}"),
            SocketError.TimedOut => new LocalText(
                $"{address.Authority} が応答しない。電源が切れているか、ファイアウォールが破棄している",
                $"{address.Authority} doesn't answer: it is off, or a firewall drops the packets"
            ),
            _ => null,
        };
}
