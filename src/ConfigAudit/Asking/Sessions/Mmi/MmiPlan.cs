using System;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>What MMI is to be told of a session, decided before anything is. Names no type of MMI, so that it can be tried where MMI
/// isn't.</summary>
/// <param name="Host">Where to; null for this computer itself, which needs no network and no listener.</param>
/// <param name="IsDcom">DCOM instead of WinRM.</param>
/// <param name="UseSsl">HTTPS.</param>
/// <param name="Port">Null for WinRM's own.</param>
/// <param name="NoEncryption">Whether messages may cross the network readable by all.</param>
/// <param name="ChecksCertificate">Whether the certificate must prove that it is the host.</param>
/// <param name="Timeout">The longest that one operation may take.</param>
internal sealed record MmiPlan(
    string? Host,
    bool IsDcom,
    bool UseSsl,
    int? Port,
    bool NoEncryption,
    bool ChecksCertificate,
    TimeSpan Timeout
)
{
    private static readonly string[] Local = { "localhost", ".", Environment.MachineName };

    /// <exception cref="SessionException">What was asked for can't be had this way; says what can.</exception>
    public static MmiPlan Of(Target target, SessionProtocol protocol, SessionOptions options)
    {
        options.DemandIdentity();
        var isDcom = protocol == SessionProtocol.Dcom;
        if (isDcom)
            DemandDcom(target, options);
        if (options.TrustedRoots.Count > 0)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    "-TrustedRoot は -Protocol WsMan でのみ使えます。Windows自身の管理基盤はコンピュータの証明書ストアだけを見ます",
                    "-TrustedRoot works with -Protocol WsMan alone: Windows' own management infrastructure knows the machine's store only"
                )
            );
        }

        var isTls = !isDcom && options.IsTls(target);
        if (options.Authentication == AuthenticationMethod.Basic && !isTls && !options.AllowUnencrypted)
            throw new SessionException(GapKind.NotSupported, SessionOptions.BasicInClear);
        return new MmiPlan(
            IsHere(target, protocol, options) ? null : target.Address ?? target.ComputerName,
            isDcom,
            isTls,
            isDcom ? null : options.PortOf(target),
            // Negotiate and Kerberos encrypt messages over plain HTTP: only Basic has nothing to encrypt with.
            !isTls && !isDcom && options.AllowUnencrypted && options.Authentication == AuthenticationMethod.Basic,
            !options.SkipCertificateCheck,
            options.OperationTimeout
        );
    }

    /// <summary>Whoever says how this computer is to be asked wants it asked that way: to see whether its listener answers, say.</summary>
    private static bool IsHere(Target target, SessionProtocol protocol, SessionOptions options) =>
        protocol == SessionProtocol.Auto
        && options.Credential is null
        && options.Certificate is null
        && options.Authentication == AuthenticationMethod.Default
        && target.Address is null
        && options.PortOf(target) is null
        && !options.IsTls(target)
        && Local.Contains(target.ComputerName, StringComparer.OrdinalIgnoreCase);

    /// <summary>DCOM has no port, no TLS and no certificates, and chooses between Kerberos and NTLM itself: what it can't keep it isn't
    /// asked for in silence.</summary>
    private static void DemandDcom(Target target, SessionOptions options)
    {
        if (options.Authentication == AuthenticationMethod.Kerberos)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    "DCOMではKerberosだけを要求できません（使えるときはWindowsがKerberosを使います）。-Authentication を外すか、-Protocol Mmi を使ってください",
                    "Kerberos alone can't be demanded over DCOM, where Windows uses it when it can: leave -Authentication out, or use -Protocol Mmi"
                )
            );
        }

        if (options.Authentication is AuthenticationMethod.Basic or AuthenticationMethod.Certificate || options.Certificate is not null)
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    "DCOMではBasicと証明書を使えません。-Authentication を外すか、-Protocol Mmi を使ってください",
                    "DCOM knows neither Basic nor certificates: leave -Authentication out, or use -Protocol Mmi"
                )
            );
        }

        if (options.PortOf(target) is not null || options.IsTls(target))
        {
            throw new SessionException(
                GapKind.NotSupported,
                new LocalText(
                    "DCOMにはポートの指定もTLSもありません。-Port と -UseSsl を外すか、-Protocol Mmi を使ってください",
                    "DCOM has no port to choose and no TLS: leave -Port and -UseSsl out, or use -Protocol Mmi"
                )
            );
        }
    }
}
