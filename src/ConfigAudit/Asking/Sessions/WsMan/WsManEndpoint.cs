using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>Where a host's WS-Management service is, and how this side shows who it is: decided before anything is sent.</summary>
/// <param name="Address">http(s)://host:port/wsman.</param>
/// <param name="Authentication">Never Default.</param>
/// <param name="Name">
/// Who it must be, where that is another than the address: the certificate's name and Kerberos' (HTTP/name) are the computer's, by whatever
/// address it is reached. Null where
/// the address is all that is known.
/// </param>
internal sealed record WsManEndpoint(Uri Address, AuthenticationMethod Authentication, string? Name = null)
{
    /// <exception cref="SessionException">That way would show a password or answers to everyone, or can't be gone from here.</exception>
    public static WsManEndpoint Of(Target target, SessionOptions options)
    {
        var isTls = options.IsTls(target);
        var method =
            options.Authentication != AuthenticationMethod.Default ? options.Authentication
            : options.Certificate is not null ? AuthenticationMethod.Certificate
            : AuthenticationMethod.Negotiate;
        Refuse(method, isTls, options);

        var host = target.Address ?? target.ComputerName;
        // More than a host, and the question with its credential would go somewhere else.
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new SessionException(
                GapKind.Unusable,
                new LocalText($"'{host}' はホストの名前又はアドレスではない", $"'{host}' can't be the name or address of a host")
            );
        }

        var port = options.PortOf(target) ?? (isTls ? SessionOptions.HttpsPort : SessionOptions.HttpPort);
        return new WsManEndpoint(new UriBuilder(isTls ? "https" : "http", host, port, "wsman").Uri, method, NameOf(target));
    }

    private static string? NameOf(Target target)
    {
        if (target.Address is null || string.Equals(target.Address, target.ComputerName, StringComparison.OrdinalIgnoreCase))
            return null;
        // A label for people may stand for the name of a host that is known by its address alone.
        return Uri.CheckHostName(target.ComputerName) == UriHostNameType.Dns ? target.ComputerName : null;
    }

    private static void Refuse(AuthenticationMethod method, bool isTls, SessionOptions options)
    {
        if (method == AuthenticationMethod.Kerberos)
        {
            throw Unsupported(
                new LocalText(
                    "-Protocol WsMan ではKerberosだけを要求できません。-Authentication Negotiate を使うか、Windowsで -Protocol Mmi を使ってください",
                    "Kerberos alone can't be demanded over -Protocol WsMan: use -Authentication Negotiate, or -Protocol Mmi on Windows"
                )
            );
        }

        options.DemandIdentity();
        if (method == AuthenticationMethod.Certificate && !isTls)
        {
            throw Unsupported(
                new LocalText(
                    "クライアント証明書にはTLSが必要です。-UseSsl を付けてください",
                    "a client certificate needs TLS: add -UseSsl"
                )
            );
        }

        if (isTls || options.AllowUnencrypted)
            return;
        throw Unsupported(
            method == AuthenticationMethod.Basic
                ? SessionOptions.BasicInClear
                : new LocalText(
                    "暗号化しないHTTPでは、WinRMはNegotiateによるメッセージの暗号化を求めますが、この方法は対応していません。-UseSsl（HTTPS、ポート5986）を付けるか、Windowsで -Protocol Mmi を使うか、読める形の送信を -AllowUnencrypted で許可してください",
                    "over plain HTTP, WinRM wants messages encrypted with Negotiate, which this client doesn't do: add -UseSsl (HTTPS, port 5986), use -Protocol Mmi on Windows, or allow readable messages with -AllowUnencrypted"
                )
        );
    }

    private static SessionException Unsupported(LocalText told) => new(GapKind.NotSupported, told);
}
