using System.Collections.Generic;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>
/// Postfix, Dovecot and Exim with OpenSSL, by postconf(5), Dovecot's ssl settings, Exim's specification (Encrypted SMTP connections) and
/// OpenSSL's config(5). TLS 1.2 and 1.3, suites
/// with ECDHE and an AEAD: what no source of grades objects to, and what every current sender has. The tests hand these very lines to the
/// servers, and ask those.
/// </summary>
internal static class OpenSslSettings
{
    /// <summary>In OpenSSL's words; TLS 1.3 has suites of its own, which no such list governs.</summary>
    public const string Suites = "ECDHE+AESGCM:ECDHE+CHACHA20";

    /// <summary>SHA-2, for every kind of key.</summary>
    public const string Signatures =
        "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519:ed448:RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512";

    private const string Pem = "/etc/ssl/mail/fullchain.pem";
    private const string Key = "/etc/ssl/mail/key.pem";

    private static readonly LocalText Renewed = new(
        "サーバ証明書の後に中間証明書を順に並べたファイルを指定し、再読み込みする。",
        "The file holds the server's own certificate and after it the intermediate ones, in order; reload after."
    );

    public static IReadOnlyList<ServerSetting> Postfix { get; } =
        new[]
        {
            new ServerSetting(
                ServerNeed.Versions,
                LocalText.Of("main.cf"),
                "smtpd_tls_protocols = >=TLSv1.2",
                "smtpd_tls_mandatory_protocols = >=TLSv1.2"
            )
            {
                Remark = new LocalText(
                    "この書き方は Postfix 3.6 以降。それより前では「!SSLv2, !SSLv3, !TLSv1, !TLSv1.1」と書く。master.cf の -o で上書きしていないことも確認する。",
                    "From Postfix 3.6 on; before, write !SSLv2, !SSLv3, !TLSv1, !TLSv1.1. See that no -o in master.cf overrides it."
                ),
            },
            new ServerSetting(
                ServerNeed.Suites,
                LocalText.Of("main.cf"),
                "smtpd_tls_ciphers = high",
                "smtpd_tls_mandatory_ciphers = high",
                $"tls_high_cipherlist = {Suites}",
                "tls_preempt_cipherlist = yes"
            )
            {
                Remark = new LocalText(
                    "tls_high_cipherlist は、smtp_tls_ciphers などが high の場合、送信にも適用される。",
                    "Where smtp_tls_ciphers and its like are high, tls_high_cipherlist is for sending, too."
                ),
            },
            new ServerSetting(ServerNeed.Groups, LocalText.Of("main.cf"), "tls_eecdh_auto_curves = X25519 prime256v1 secp384r1")
            {
                Remark = new LocalText(
                    "Postfix 3.8 以降では「tls_ffdhe_auto_groups =」（空）も加える。",
                    "From Postfix 3.8 on, an empty tls_ffdhe_auto_groups too."
                ),
            },
            Signed("postfix reload"),
            new ServerSetting(
                ServerNeed.Certificate,
                LocalText.Of("main.cf"),
                $"smtpd_tls_cert_file = {Pem}",
                $"smtpd_tls_key_file = {Key}"
            )
            {
                Remark = Renewed,
            },
        };

    public static IReadOnlyList<ServerSetting> Dovecot { get; } =
        new[]
        {
            new ServerSetting(ServerNeed.Versions, LocalText.Of("conf.d/10-ssl.conf"), "ssl_min_protocol = TLSv1.2")
            {
                Remark = new LocalText("Dovecot 2.3 以降。", "From Dovecot 2.3 on."),
            },
            new ServerSetting(
                ServerNeed.Suites,
                LocalText.Of("conf.d/10-ssl.conf"),
                $"ssl_cipher_list = {Suites}",
                "ssl_prefer_server_ciphers = yes"
            )
            {
                Remark = new LocalText(
                    "Dovecot 2.4 では、2行目を「ssl_server_prefer_ciphers = server」と書く。",
                    "In Dovecot 2.4 the second line is ssl_server_prefer_ciphers = server."
                ),
            },
            new ServerSetting(ServerNeed.Groups, LocalText.Of("conf.d/10-ssl.conf"), "ssl_curve_list = X25519:P-256:P-384"),
            Signed("doveadm reload"),
            new ServerSetting(ServerNeed.Certificate, LocalText.Of("conf.d/10-ssl.conf"), $"ssl_cert = <{Pem}", $"ssl_key = <{Key}")
            {
                Remark = Renewed with
                {
                    Ja = Renewed.Ja + "Dovecot 2.4 では ssl_server_cert_file、ssl_server_key_file と書き、「<」は付けない。",
                    En = Renewed.En + " In Dovecot 2.4 they are ssl_server_cert_file and ssl_server_key_file, without <.",
                },
            },
        };

    public static IReadOnlyList<ServerSetting> Exim { get; } =
        new[]
        {
            new ServerSetting(
                ServerNeed.Versions,
                WithOpenSsl,
                "openssl_options = +no_sslv2 +no_sslv3 +no_tlsv1 +no_tlsv1_1 +single_dh_use +no_ticket +no_renegotiation +cipher_server_preference"
            )
            {
                Remark = new LocalText(
                    "送信にも適用される。書き間違いは exim -bV で分かる。",
                    "It is for sending, too. exim -bV tells what is misspelt."
                ),
            },
            new ServerSetting(ServerNeed.Suites, WithOpenSsl, $"tls_require_ciphers = {Suites}"),
            new ServerSetting(ServerNeed.Groups, WithOpenSsl, "tls_eccurve = X25519:P-256:P-384")
            {
                Remark = new LocalText("複数の曲線を並べられるのは OpenSSL 1.1.1 以降。", "Several from OpenSSL 1.1.1 on."),
            },
            new ServerSetting(
                ServerNeed.Versions | ServerNeed.Suites | ServerNeed.Groups | ServerNeed.Signatures,
                new LocalText("GnuTLS版（Debian・Ubuntuのパッケージなど）", "With GnuTLS, as Debian's and Ubuntu's packages"),
                $"tls_require_ciphers = {GnuTls}"
            )
            {
                Remark = new LocalText(
                    "どちらの版かは exim -bV（Support for: の行）で分かる。",
                    "exim -bV tells which it is, in the line Support for:."
                ),
            },
            new ServerSetting(ServerNeed.Certificate, LocalText.Of("exim.conf"), $"tls_certificate = {Pem}", $"tls_privatekey = {Key}")
            {
                Remark = Renewed,
            },
        };

    /// <summary>In GnuTLS's words (Priority Strings): versions, suites, groups and signatures in one.</summary>
    internal const string GnuTls =
        "NONE:+VERS-TLS1.3:+VERS-TLS1.2:+AES-256-GCM:+AES-128-GCM:+CHACHA20-POLY1305:+ECDHE-ECDSA:+ECDHE-RSA:+AEAD:+GROUP-X25519:+GROUP-SECP256R1:+GROUP-SECP384R1"
        + ":+SIGN-ALL:-SIGN-RSA-SHA1:-SIGN-ECDSA-SHA1:-SIGN-RSA-SHA224:-SIGN-ECDSA-SHA224:-SIGN-DSA-SHA1:-SIGN-DSA-SHA224:-SIGN-DSA-SHA256:+CTYPE-X509:+COMP-NULL:%SERVER_PRECEDENCE";

    private static LocalText WithOpenSsl => new("OpenSSL版", "With OpenSSL");

    private static ServerSetting Signed(string reload) =>
        new(ServerNeed.Signatures, LocalText.Of("openssl.cnf"), "[system_default_sect]", $"SignatureAlgorithms = {Signatures}")
        {
            Remark = new LocalText(
                $"openssl.cnf の先頭の openssl_conf から、ssl_conf を経てこの節に至ること。このコンピュータでOpenSSLを使う他のプログラムにも適用される。変更後に {reload} を実行する。",
                $"openssl_conf at the top of openssl.cnf has to lead by ssl_conf to this section. It is for every program on that computer that uses OpenSSL. Then: {reload}."
            ),
        };
}
