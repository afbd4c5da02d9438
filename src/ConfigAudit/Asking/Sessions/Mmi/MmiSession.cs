using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>Which session MMI is to create.</summary>
internal static class MmiSession
{
    private static readonly string[] Local = { "localhost", ".", Environment.MachineName };

    public static CimSession Create(Target target, SessionProtocol protocol, SessionOptions options)
    {
        options.DemandIdentity();
        // This computer needs no network, and no listener.
        if (protocol == SessionProtocol.Auto && options.Credential is null && target.Address is null && Local.Contains(target.ComputerName, StringComparer.OrdinalIgnoreCase))
            return CimSession.Create(null);
        using CimSessionOptions session = protocol == SessionProtocol.Dcom ? Dcom() : WinRm(target, options);
        foreach (var credential in Credentials(options))
            session.AddDestinationCredentials(credential);
        return CimSession.Create(target.Address ?? target.ComputerName, session);
    }

    private static DComSessionOptions Dcom() =>
        new() { PacketIntegrity = true, PacketPrivacy = true, Impersonation = ImpersonationType.Impersonate };

    private static WSManSessionOptions WinRm(Target target, SessionOptions options)
    {
        var isTls = options.IsTls(target);
        var session = new WSManSessionOptions { UseSsl = isTls };
        if (options.PortOf(target) is { } port)
            session.DestinationPort = (uint)port;
        if (options.SkipCertificateCheck)
            (session.CertCACheck, session.CertCNCheck, session.CertRevocationCheck) = (false, false, false);
        if (options.AllowUnencrypted && !isTls)
            session.NoEncryption = true;
        return session;
    }

    private static IEnumerable<CimCredential> Credentials(SessionOptions options)
    {
        if (options.TrustedRoots.Count > 0)
            throw new SessionException(GapKind.NotSupported, "-TrustedRoot works with -Protocol WsMan alone: Windows' own management infrastructure knows the machine's store only");
        if (options.Certificate is not null)
            yield return new CimCredential(CertificateAuthenticationMechanism.ClientCertificate, options.Certificate.Thumbprint);
        else if (options.Credential is { } credential)
            yield return new CimCredential(Mechanism(options.Authentication), credential.Domain, credential.UserName, credential.SecurePassword);
        else if (options.Authentication != AuthenticationMethod.Default)
            yield return new CimCredential(Own(options.Authentication));
    }

    /// <summary>As whoever runs this.</summary>
    private static ImpersonatedAuthenticationMechanism Own(AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.Kerberos => ImpersonatedAuthenticationMechanism.Kerberos,
        _ => ImpersonatedAuthenticationMechanism.Negotiate,
    };

    private static PasswordAuthenticationMechanism Mechanism(AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.Negotiate => PasswordAuthenticationMechanism.Negotiate,
        AuthenticationMethod.Kerberos => PasswordAuthenticationMechanism.Kerberos,
        AuthenticationMethod.Basic => PasswordAuthenticationMechanism.Basic,
        _ => PasswordAuthenticationMechanism.Default,
    };
}
