using System;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Sessions.WsMan;

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

        var host = target.Address ?? target.ComputerName;
        // More than a host, and the question with its credential would go somewhere else.
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new SessionException(GapKind.Unusable, $"'{host}' can't be the name or address of a host");
        var port = options.PortOf(target) ?? (isTls ? SessionOptions.HttpsPort : SessionOptions.HttpPort);
        return new WsManEndpoint(new UriBuilder(isTls ? "https" : "http", host, port, "wsman").Uri, method);
    }

    private static void Refuse(AuthenticationMethod method, bool isTls, SessionOptions options)
    {
        if (method == AuthenticationMethod.Kerberos)
            throw Unsupported("Kerberos alone can't be demanded over -Protocol WsMan: use -Authentication Negotiate, or -Protocol Mmi on Windows");
        options.DemandIdentity();
        if (method == AuthenticationMethod.Certificate && !isTls)
            throw Unsupported("a client certificate needs TLS: add -UseSsl");
        if (isTls || options.AllowUnencrypted)
            return;
        throw Unsupported(method == AuthenticationMethod.Basic
            ? "Basic over plain HTTP would show the password to everyone on the way: add -UseSsl (HTTPS, port 5986), or allow it with -AllowUnencrypted"
            : "over plain HTTP, WinRM wants messages encrypted with Negotiate, which this client doesn't do: add -UseSsl (HTTPS, port 5986), use -Protocol Mmi on Windows, or allow readable messages with -AllowUnencrypted");
    }

    private static SessionException Unsupported(string message) => new(GapKind.NotSupported, message);
}
