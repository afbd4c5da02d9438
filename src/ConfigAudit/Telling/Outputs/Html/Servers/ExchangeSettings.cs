using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>
/// Exchange Server, whose TLS is Windows' (Schannel): by Microsoft's "Exchange Server TLS configuration best practices" and its TLS module
/// of Windows Server 2016 and later
/// (Disable-TlsCipherSuite, Disable-TlsEccCurve).
/// </summary>
internal static class ExchangeSettings
{
    /// <summary>A server that takes everything would fill the page; the rest are in the table above.</summary>
    private const int MostNamed = 30;

    private static readonly LocalText Shell = new("管理者として実行した PowerShell", "PowerShell, as administrator");
    private static readonly LocalText ExchangeShell = new("Exchange 管理シェル", "Exchange Management Shell");
    private static readonly LocalText Restart = new("変更後にサーバを再起動する。", "Restart the server after that.");

    /// <param name="suites">Those that have to go, by IANA's names, which are Windows' too.</param>
    public static IReadOnlyList<ServerSetting> Of(IReadOnlyList<string> suites) =>
        new[]
        {
            new ServerSetting(
                ServerNeed.Versions,
                Shell,
                "foreach ($v in 'SSL 2.0', 'SSL 3.0', 'TLS 1.0', 'TLS 1.1') {",
                "  $k = \"HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\$v\\Server\"",
                "  New-Item $k -Force | Out-Null",
                "  New-ItemProperty $k -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null",
                "  New-ItemProperty $k -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null",
                "}"
            )
            {
                Remark = new LocalText(
                    "先に、すべてのExchangeサーバ・ドメインコントローラ・クライアントがTLS 1.2で通信できることを確認する（Microsoft「Exchange Server での TLS 構成のベスト プラクティス」）。"
                        + Restart.Ja,
                    "See first that every Exchange server, domain controller and client can do TLS 1.2 (Microsoft: Exchange Server TLS configuration best practices). "
                        + Restart.En
                ),
            },
            new ServerSetting(
                ServerNeed.Suites,
                Shell,
                suites.Take(MostNamed).Select(suite => $"Disable-TlsCipherSuite -Name '{suite}'").ToArray()
            )
            {
                Remark = new LocalText(
                    (suites.Count > MostNamed ? $"ほか{suites.Count - MostNamed}件は上の表のとおり。" : string.Empty)
                        + "Windows Server 2016 以降。グループポリシー「SSL 暗号の順位」を設定している場合は、そちらを変更する。"
                        + Restart.Ja,
                    (suites.Count > MostNamed ? $"{suites.Count - MostNamed} more are in the table above. " : string.Empty)
                        + "From Windows Server 2016 on. Where the policy \"SSL Cipher Suite Order\" is set, change that. "
                        + Restart.En
                ),
            },
            new ServerSetting(ServerNeed.Groups, Shell, "Get-TlsEccCurve", "Disable-TlsEccCurve -Name 'brainpoolP256r1'")
            {
                Remark = new LocalText(
                    "1行目で示されたもののうち、上の表で不適合のものを無効にする（2行目は例）。素数（DH）の場合は、DHE を用いるスイートを Disable-TlsCipherSuite で外す。"
                        + Restart.Ja,
                    "Disable those of the first line that fail in the table above; the second is an example. For a prime (DH), disable the suites with DHE. "
                        + Restart.En
                ),
            },
            new ServerSetting(
                ServerNeed.Certificate,
                ExchangeShell,
                "Get-ExchangeCertificate | Format-List Subject, NotAfter, Services, Thumbprint",
                "Enable-ExchangeCertificate -Thumbprint $thumbprint -Services SMTP, IMAP, POP"
            )
            {
                Remark = new LocalText(
                    "新しい証明書を Import-ExchangeCertificate で取り込み、$thumbprint にその拇印を入れる。受信コネクタに TlsCertificateName を指定している場合は、それも変更する。中間証明書は「中間証明機関」ストアに入れる。",
                    "Take the new one in with Import-ExchangeCertificate, and put its thumbprint into $thumbprint. Where a receive connector has a TlsCertificateName, change that too. Intermediate certificates belong into the store of intermediate authorities."
                ),
            },
        };
}
