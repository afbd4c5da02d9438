using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Tests.Asking.Mail.Stacks;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>
/// Exim with GnuTLS, which serves what OpenSSL 3 doesn't: RC4, 3DES and Camellia-GCM from TLS 1.0 on. Debian's package doesn't install
/// beside Postfix, so it is
/// unpacked into a folder (.ci/run does), and libnss-wrapper tells it of the user that an installation would have made. It needs root.
/// </summary>
internal sealed class EximServer : ServerProcess
{
    public const string Modern = "SECURE128:-VERS-ALL:+VERS-TLS1.2:+VERS-TLS1.3:-RSA:-CIPHER-ALL:+AES-128-GCM:+AES-256-GCM";

    /// <summary>All that GnuTLS has but what needs other keys.</summary>
    public const string Legacy =
        "NORMAL:+ARCFOUR-128:+3DES-CBC:+CAMELLIA-128-CBC:+CAMELLIA-256-CBC:+CAMELLIA-128-GCM:+CAMELLIA-256-GCM:+AES-128-CCM:+AES-256-CCM:+AES-128-CCM-8:+AES-256-CCM-8"
        + ":+SHA1:+SHA256:+SHA384:+MD5:+RSA:+DHE-RSA:+ANON-ECDH:+ANON-DH:+VERS-TLS1.0:+VERS-TLS1.1:%VERIFY_ALLOW_SIGN_WITH_SHA1";

    /// <summary>It would look its own address up in DNS at each EHLO, but for helo_lookup_domains.</summary>
    /// <param name="priorities">What is served, as GnuTLS writes it.</param>
    public EximServer(string priorities)
    {
        MakeKey();
        Directory.CreateDirectory(Folder["spool"]);
        Directory.CreateDirectory(Folder["log"]);
        var passwd = Folder.File("passwd", "root:x:0:0:root:/root:/bin/sh\nDebian-exim:x:65534:65534::/nonexistent:/bin/false\n");
        var group = Folder.File("group", "root:x:0:\nDebian-exim:x:65534:\n");
        var settings = Folder.File(
            "exim.conf",
            $"""
            primary_hostname = mail.city.example
            keep_environment =
            spool_directory = {Folder["spool"]}
            log_file_path = {Folder["log/%slog"]}
            pid_file_path = {Folder["pid"]}
            local_interfaces = 127.0.0.1
            daemon_smtp_ports = {Port}
            smtp_accept_max = 1000
            smtp_connect_backlog = 200
            helo_lookup_domains =
            tls_advertise_hosts = *
            tls_certificate = {Folder["cert.pem"]}
            tls_privatekey = {Folder["key.pem"]}
            tls_dhparam = historic
            tls_require_ciphers = {priorities}
            acl_smtp_rcpt = deny

            """
        );
        Run("chown", $"65534:65534 {Folder["spool"]} {Folder["log"]}");
        Run("chmod", $"644 {Folder["key.pem"]} {settings} {passwd} {group}");
        Run("chmod", $"755 {Folder.Path}");
        var wrapper = Wrapper!;
        Start(
            Program,
            $"-C {settings} -bdf",
            ("LD_LIBRARY_PATH", Path.GetDirectoryName(wrapper)!),
            ("LD_PRELOAD", wrapper),
            ("NSS_WRAPPER_PASSWD", passwd),
            ("NSS_WRAPPER_GROUP", group)
        );
    }

    public override MailProtocol Protocol => MailProtocol.Smtp;

    public override bool IsImplicit => false;

    public static bool CanRun => Environment.UserName == "root" && File.Exists(Program) && Wrapper is not null;

    private static string Root => UnpackedServer.Root("exim");

    private static string Program => Path.Combine(Root, "usr/sbin/exim4");

    private static string? Wrapper =>
        Directory.Exists(Root) ? Directory.GetFiles(Root, "libnss_wrapper.so", SearchOption.AllDirectories).FirstOrDefault() : null;
}
