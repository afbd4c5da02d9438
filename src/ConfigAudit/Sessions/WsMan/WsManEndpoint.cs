using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ConfigAudit.Facts;
using ConfigAudit.Targets;

namespace ConfigAudit.Sessions.WsMan;

/// <summary>Where a host's WS-Management service is, and how this side shows who it is: decided before anything is sent.</summary>
/// <param name="Address">http(s)://host:port/wsman.</param>
/// <param name="Authentication">Never Default.</param>
internal sealed record WsManEndpoint(Uri Address, AuthenticationMethod Authentication)
{
    /// <exception cref="SessionException">That way would show a password or answers to everyone, or can't be gone from here.</exception>
    public static WsManEndpoint Of(Target target, SessionOptions options)
    {
        var isTls = options.IsTls(target);
        var method = options.Authentication != AuthenticationMethod.Default ? options.Authentication
            : options.Certificate is not null ? AuthenticationMethod.Certificate
            : AuthenticationMethod.Negotiate;
        Refuse(method, isTls, options);

        var port = options.PortOf(target) ?? (isTls ? SessionOptions.HttpsPort : SessionOptions.HttpPort);
        var text = $"{(isTls ? "https" : "http")}://{Bracketed(target.Address ?? target.ComputerName)}:{port.ToString(CultureInfo.InvariantCulture)}/wsman";
        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? new WsManEndpoint(address, method)
            : throw new SessionException(GapKind.Unusable, $"'{target.Address ?? target.ComputerName}' can't be the name or address of a host");
    }

    private static void Refuse(AuthenticationMethod method, bool isTls, SessionOptions options)
    {
        if (method == AuthenticationMethod.Kerberos)
            throw Unsupported("Kerberos alone can't be demanded over -Protocol WsMan: use -Authentication Negotiate, or -Protocol Mmi on Windows");
        if (method == AuthenticationMethod.Basic && options.Credential is null)
            throw Unsupported("-Authentication Basic needs -Credential");
        if (method == AuthenticationMethod.Certificate && options.Certificate is null)
            throw Unsupported("-Authentication Certificate needs -Certificate");
        if (method == AuthenticationMethod.Certificate && !isTls)
            throw Unsupported("a client certificate needs TLS: add -UseSsl");
        if (isTls || options.AllowUnencrypted)
            return;
        throw Unsupported(method == AuthenticationMethod.Basic
            ? "Basic over plain HTTP would show the password to everyone on the way: add -UseSsl (HTTPS, port 5986), or allow it with -AllowUnencrypted"
            : "over plain HTTP, WinRM wants messages encrypted with Negotiate, which this client doesn't do: add -UseSsl (HTTPS, port 5986), use -Protocol Mmi on Windows, or allow readable messages with -AllowUnencrypted");
    }

    private static SessionException Unsupported(string message) => new(GapKind.NotSupported, message);

    private static string Bracketed(string host) =>
        IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{host}]" : host;
}
