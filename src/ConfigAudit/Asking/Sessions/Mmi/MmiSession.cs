using System.Collections.Generic;
using ConfigAudit.Facts.Targets;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>Which session MMI is to create.</summary>
internal static class MmiSession
{
    /// <exception cref="SessionException">What was asked for can't be had this way.</exception>
    public static CimSession Create(Target target, SessionProtocol protocol, SessionOptions options)
    {
        var plan = MmiPlan.Of(target, protocol, options);
        if (plan.Host is null)
            return CimSession.Create(null);
        using CimSessionOptions session = plan.IsDcom ? Dcom() : WinRm(plan);
        session.Timeout = plan.Timeout;
        foreach (var credential in Credentials(options))
            session.AddDestinationCredentials(credential);
        return CimSession.Create(plan.Host, session);
    }

    private static DComSessionOptions Dcom() =>
        new()
        {
            PacketIntegrity = true,
            PacketPrivacy = true,
            Impersonation = ImpersonationType.Impersonate,
        };

    private static WSManSessionOptions WinRm(MmiPlan plan)
    {
        var session = new WSManSessionOptions { UseSsl = plan.UseSsl };
        // Revocation isn't looked up, as our own client doesn't: closed networks reach no list, and each host would cost the wait for one.
        if (plan.UseSsl)
            session.CertRevocationCheck = false;
        if (!plan.ChecksCertificate)
            (session.CertCACheck, session.CertCNCheck) = (false, false);
        // Each of these is MMI's own choice until it is set, also to the same value.
        if (plan.NoEncryption)
            session.NoEncryption = true;
        if (plan.Port is { } port)
            session.DestinationPort = (uint)port;
        return session;
    }

    private static IEnumerable<CimCredential> Credentials(SessionOptions options)
    {
        if (options.Certificate is not null)
        {
            yield return new CimCredential(CertificateAuthenticationMechanism.ClientCertificate, options.Certificate.Thumbprint);
        }
        else if (options.Credential is { } credential)
        {
            yield return new CimCredential(
                Mechanism(options.Authentication),
                credential.Domain,
                credential.UserName,
                credential.SecurePassword
            );
        }
        else if (options.Authentication != AuthenticationMethod.Default)
        {
            yield return new CimCredential(Own(options.Authentication));
        }
    }

    /// <summary>As whoever runs this.</summary>
    private static ImpersonatedAuthenticationMechanism Own(AuthenticationMethod method) =>
        method switch
        {
            AuthenticationMethod.Kerberos => ImpersonatedAuthenticationMechanism.Kerberos,
            _ => ImpersonatedAuthenticationMechanism.Negotiate,
        };

    private static PasswordAuthenticationMechanism Mechanism(AuthenticationMethod method) =>
        method switch
        {
            AuthenticationMethod.Negotiate => PasswordAuthenticationMechanism.Negotiate,
            AuthenticationMethod.Kerberos => PasswordAuthenticationMechanism.Kerberos,
            AuthenticationMethod.Basic => PasswordAuthenticationMechanism.Basic,
            _ => PasswordAuthenticationMechanism.Default,
        };
}
