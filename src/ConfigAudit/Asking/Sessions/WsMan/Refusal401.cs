using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What HTTP 401 means, by how this side showed who it is and what the host would take. The protocol itself says no more than that
/// nobody was let in.</summary>
internal static class Refusal401
{
    /// <param name="address">Where.</param>
    /// <param name="method">How this side showed who it is.</param>
    /// <param name="hasCredential">Whether a name and password were typed; else it was whoever runs this.</param>
    /// <param name="offered">WWW-Authenticate, by scheme.</param>
    /// <param name="isWindows">Whether this runs on Windows, which needs no library and no ticket of its own.</param>
    public static SessionException Of(
        Uri address,
        AuthenticationMethod method,
        bool hasCredential,
        IReadOnlyCollection<string> offered,
        bool isWindows
    )
    {
        var taken = offered.Count == 0 ? new LocalText("示していない", "it doesn't say") : LocalText.Of(string.Join(", ", offered));
        return new SessionException(
            GapKind.Denied,
            new LocalText(
                $"{address} が認証を拒否した（HTTP 401）。受け付ける方式: {taken.Ja}。",
                $"{address} refuses these credentials (HTTP 401); it takes: {taken.En}. "
            ).Then(Advice(method, hasCredential, offered, isWindows))
        )
        {
            IsRefusal = true,
        };
    }

    public static SessionException Of(Uri address, AuthenticationMethod method, bool hasCredential, IReadOnlyCollection<string> offered) =>
        Of(address, method, hasCredential, offered, RuntimeInformation.IsOSPlatform(OSPlatform.Windows));

    private static LocalText Advice(AuthenticationMethod method, bool hasCredential, IReadOnlyCollection<string> offered, bool isWindows)
    {
        if (method == AuthenticationMethod.Certificate)
        {
            return new LocalText(
                "ホストのWinRMで証明書認証を有効にし、証明書をアカウントに対応付けてください（winrm/config/service/certmapping）",
                "Switch certificate authentication on in its WinRM, and map the certificate to an account (winrm/config/service/certmapping)"
            );
        }

        if (method == AuthenticationMethod.Basic)
        {
            return offered.Count > 0 && !Offers(offered, "Basic")
                ? new LocalText(
                    "このホストはBasicを受け付けません。-Authentication Negotiate を使ってください",
                    "This host doesn't take Basic: use -Authentication Negotiate"
                )
                : new LocalText(
                    "名前とパスワードを確認してください。Basicはローカルアカウントだけで使えます",
                    "Look at the name and password; Basic knows local accounts of the host alone"
                );
        }

        if (offered.Count > 0 && !Offers(offered, "Negotiate") && !Offers(offered, "Kerberos"))
        {
            return new LocalText(
                "このホストはNegotiateを受け付けません。WinRMの認証の設定を確認してください",
                "This host doesn't take Negotiate: look at its WinRM's authentication"
            );
        }

        if (isWindows)
        {
            return hasCredential
                ? new LocalText(
                    "名前（DOMAIN\\名前）とパスワード、SPNを確認してください",
                    "Look at the name (DOMAIN\\name) and password, and at the host's SPN"
                )
                : new LocalText(
                    "実行しているアカウントがホストのドメインのものか確認し、そうでなければ -Credential を指定してください",
                    "See that the account that runs this is of the host's domain, or give -Credential"
                );
        }

        return hasCredential
            ? new LocalText(
                "名前とパスワードを確認してください。Kerberosではレルムを大文字で「名前@CITY.EXAMPLE.LG.JP」と書き、ホストを完全な名前で指定します。NTLMには gss-ntlmssp のパッケージが必要です",
                "Look at the name and password. For Kerberos, write the realm in capitals (name@CITY.EXAMPLE.LG.JP) and name the host in full; NTLM needs the package gss-ntlmssp"
            )
            : new LocalText(
                "Kerberosのチケットがないか期限切れかもしれません。klist で確認し、kinit 名前@CITY.EXAMPLE.LG.JP（レルムは大文字）で取得するか、-Credential を指定してください",
                "There may be no Kerberos ticket, or an old one: look at klist, get one with kinit name@CITY.EXAMPLE.LG.JP (the realm in capitals), or give -Credential"
            );
    }

    private static bool Offers(IEnumerable<string> offered, string scheme) => offered.Contains(scheme, StringComparer.OrdinalIgnoreCase);
}
