using System.Collections.Generic;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What is learnt of mail servers, in words.</summary>
internal static class MailWords
{
    public static IReadOnlyList<FactWords> All { get; } =
        new[]
        {
            new FactWords("MailCertificate", "サーバが提示する証明書", "certificate that the server shows")
                .Is("IsInPath", "証明書チェーンの検証に必要である", "is needed by the chain")
                .Has("Left", "残りの有効期間", "time left"),
            new FactWords("MailDomain", "メールのドメイン", "mail domain")
                .Is("AcceptsMail", "メールを受信している", "takes mail")
                .Has("ExchangerFaults", "送信元が配送しないMXレコード", "MX records that senders refuse")
                .Is("HasSts", "MTA-STSのポリシーを公開している", "has a policy of MTA-STS")
                .Is("IsStsSound", "MTA-STSのポリシーが送信側から利用できる", "announces what senders can use")
                .Is("StsCoversExchangers", "ポリシーがすべての受信サーバを含んでいる", "names all its exchangers in the policy")
                .Has("StsMode", "MTA-STSのモード", "MTA-STS mode"),
            new FactWords("MailHop", "外部へ送信したメールの配送", "delivery to the outside")
                .Has("Cryptrec", "CRYPTREC暗号リストでの区分", "grade by CRYPTREC")
                .Is("IsEncrypted", "TLSで暗号化されている", "is encrypted by TLS")
                .Has("Ncsc", "NCSC-NLの評価", "grade by NCSC-NL")
                .Has("Version", "TLSのバージョン", "TLS version"),
            new FactWords("MailParameter", "TLSの要素", "parameter of TLS")
                .Has("Cryptrec", "CRYPTREC暗号リストでの区分", "grade by CRYPTREC")
                .Has("Kind", "種別", "kind")
                .Has("Name", "名称", "name")
                .Has("Ncsc", "NCSC-NLの評価", "grade by NCSC-NL"),
            new FactWords("MailService", "メールサービス", "mail service")
                .Is("CertificateIsTrusted", "証明書が信頼された認証局のものである", "shows a trusted certificate")
                .Has("CertificateLeft", "証明書の残りの有効期間", "certificate's time left")
                .Is("CertificateNamesHost", "証明書の名前がサーバ名と一致している", "is named in its certificate")
                .Is("HasCompression", "TLSの圧縮を使用している", "compresses in TLS")
                .Is("HasSecureRenegotiation", "安全な再ネゴシエーションに対応している", "has secure renegotiation")
                .Is("IsReachable", "接続できる", "can be reached")
                .Is("IsStartTlsClean", "STARTTLSの前に届いた命令を破棄している", "throws away what came before STARTTLS")
                .Is("IsStartTlsStripped", "STARTTLSが通信経路で取り除かれている", "is stripped of STARTTLS on the way")
                .Is("OffersLoginBeforeTls", "TLSの開始前にログインを受け付けている", "lets one log in before TLS")
                .Is("OffersTls", "ハンドシェイクが完了するTLSを提供している", "offers TLS with which a handshake ends")
                .Has("Port", "ポート", "port")
                .Has("StsMode", "MTA-STSのモード", "MTA-STS mode")
                .Is("TlsaIsSecure", "TLSAレコードがDNSSECで保護されている", "has TLSA records that DNSSEC secures")
                .Is("TlsaMatches", "TLSAレコードが証明書と一致している", "has TLSA records that match its certificates")
                .Has("TlsaRecords", "TLSAレコード", "TLSA records"),
            new FactWords("MailSuite", "受け入れる暗号スイート", "cipher suite that is accepted")
                .Has("Cryptrec", "CRYPTREC暗号リストでの区分", "grade by CRYPTREC")
                .Has("Ncsc", "NCSC-NLの評価", "grade by NCSC-NL"),
            new FactWords("MailTlsReport", "TLSの報告（TLSRPT）", "report on TLS (TLSRPT)")
                .Has("Direction", "向き", "direction")
                .Has("Failures", "失敗した接続の数", "number of failures", Unit.Sessions)
                .Has("Successes", "成功した接続の数", "number of successes", Unit.Sessions),
        };
}
