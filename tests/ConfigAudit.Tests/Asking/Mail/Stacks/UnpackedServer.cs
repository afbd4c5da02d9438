using System;
using System.IO;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>
/// A mail server whose package doesn't install beside Postfix's, unpacked into a folder (.ci/run does). It runs as root in namespaces of
/// its own, where /usr and /etc have that folder
/// laid over them: the paths that are compiled into it, the users that an installation would have made, a host name with a dot, which
/// Sendmail waits for, and no DNS, which OpenSMTPD
/// would wait for before it greets. Whatever it starts ends with it (a namespace of processes does with its first).
/// </summary>
internal sealed class UnpackedServer : ServerProcess
{
    private static readonly Lazy<bool> HasNamespaces = new(() =>
        Environment.UserName == "root"
        && IsThere("unshare")
        && Succeeds("unshare", Namespaces + " mount -t overlay overlay -o lowerdir=/etc:/usr /usr")
    );

    private const string Namespaces = "-mup --fork --kill-child --mount-proc";

    private UnpackedServer(MailProtocol protocol) => Protocol = protocol;

    private static readonly (string Package, string Program) SendmailProgram = ("sendmail", "usr/libexec/sendmail/sendmail");
    private static readonly (string Package, string Program) CourierProgram = ("courier", "usr/sbin/couriertcpd");
    private static readonly (string Package, string Program) OpenSmtpdProgram = ("opensmtpd", "usr/sbin/smtpd");
    private static readonly (string Package, string Program) AiosmtpdProgram = (
        "aiosmtpd",
        "usr/lib/python3/dist-packages/aiosmtpd/smtp.py"
    );

    /// <summary>Each with ordinary settings, by its name.</summary>
    public static string[] Names { get; } = { "Sendmail", "Courier SMTP", "Courier IMAP", "Courier POP3", "aiosmtpd", "OpenSMTPD" };

    public override MailProtocol Protocol { get; }

    public override bool IsImplicit => false;

    /// <summary>Where a package is unpacked.</summary>
    public static string Root(string package) =>
        Path.Combine(
            Environment.GetEnvironmentVariable("CONFIGAUDIT_UNPACKED")
                ?? Path.Combine(Environment.GetEnvironmentVariable("HOME") ?? "/root", ".cache/configaudit-tests"),
            package
        );

    /// <summary>Why it can't run here; null where it can.</summary>
    public static string? Lack(string name)
    {
        var (package, program) = name switch
        {
            "Sendmail" => SendmailProgram,
            "Courier SMTP" or "Courier IMAP" or "Courier POP3" => CourierProgram,
            "aiosmtpd" => AiosmtpdProgram,
            _ => OpenSmtpdProgram,
        };
        return StackServer.IsAskedElsewhere ? "the other runtime asks it"
            : !OpenSslServer.IsInstalled ? "openssl isn't installed"
            : !File.Exists(Path.Combine(Root(package), program)) ? $"{name} isn't unpacked"
            : HasNamespaces.Value ? null
            : "this isn't root, or has no namespaces";
    }

    /// <summary>Null where it isn't there.</summary>
    public static UnpackedServer? Of(string name) =>
        Lack(name) is not null
            ? null
            : name switch
            {
                "Sendmail" => Sendmail(),
                "Courier SMTP" => Courier(MailProtocol.Smtp),
                "Courier IMAP" => Courier(MailProtocol.Imap),
                "Courier POP3" => Courier(MailProtocol.Pop3),
                "aiosmtpd" => Aiosmtpd("{\"require_starttls\": true}"),
                "OpenSMTPD" => OpenSmtpd(),
                _ => throw new ArgumentException(name),
            };

    /// <param name="loginOptions">As AuthOptions has them: with "p" nobody says a password in the clear.</param>
    public static UnpackedServer? Sendmail(string loginOptions = "") =>
        Start(
            SendmailProgram,
            MailProtocol.Smtp,
            (folder, port) =>
            {
                var settings = folder.File(
                    "sendmail.cf",
                    $"""
                    V10/Berkeley
                    Djmail.city.example
                    O SmtpGreetingMessage=$j Sendmail
                    O DaemonPortOptions=Name=MTA, Addr=127.0.0.1, Port={port}
                    O PidFile={folder["pid"]}
                    O QueueDirectory={folder["queue"]}
                    O QueueLA=1000
                    O RefuseLA=1000
                    O Timeout.ident=0
                    O ServerCertFile={folder["cert.pem"]}
                    O ServerKeyFile={folder["key.pem"]}
                    O CACertFile={folder["cert.pem"]}
                    O CACertPath={folder.Path}
                    O DontBlameSendmail=GroupReadableKeyFile,TrustStickyBit
                    O AuthMechanisms=PLAIN LOGIN
                    O AuthOptions={loginOptions}
                    Mlocal, P=/bin/false, F=lsDFMAw5:/|@qPSXmnz9, S=0, R=0, T=DNS/RFC822/X-Unix, A=false
                    Mprog, P=/bin/false, F=lsDFMoqeu9, T=X-Unix/X-Unix/X-Unix, A=false
                    Sparse=0
                    R$*{"\t"}$#local $: $1

                    """
                );
                return $"""
                    install -d -m 700 {folder["queue"]}
                    exec /usr/libexec/sendmail/sendmail -bD -C {settings}
                    """;
            }
        );

    /// <summary>couriertcpd, which starts a process for each connection, and couriertls another for TLS.</summary>
    public static UnpackedServer? Courier(MailProtocol protocol)
    {
        var (settings, program) = protocol switch
        {
            MailProtocol.Smtp => ("/etc/courier/esmtpd", "/usr/sbin/courieresmtpd"),
            MailProtocol.Imap => ("/etc/courier/imapd /etc/courier/imapd-ssl", "/usr/lib/courier/courier/imaplogin /usr/bin/imapd Maildir"),
            _ => (
                "/etc/courier/pop3d /etc/courier/pop3d-ssl",
                "/usr/lib/courier/courier/courierpop3login /usr/lib/courier/courier/courierpop3d Maildir"
            ),
        };
        return Start(
            CourierProgram,
            protocol,
            (folder, port) =>
                $"""
                    cat {folder["key.pem"]} {folder["cert.pem"]} > {folder["both.pem"]}
                    openssl dhparam -dsaparam -out {folder["dh.pem"]} 2048
                    chmod 644 {folder["both.pem"]}
                    cd /
                    set -a
                    for file in {settings}; do . $file; done
                    TLS_CERTFILE={folder["both.pem"]} TLS_DHPARAMS={folder["dh.pem"]} TLS_CACHEFILE= IMAP_STARTTLS=YES POP3_STARTTLS=YES
                    exec /usr/sbin/couriertcpd -address=127.0.0.1 -maxprocs=200 -maxperc=200 -maxperip=200 -nodnslookup -noidentlookup {port} {program}
                    """
        );
    }

    /// <param name="settings">More lines of its settings, such as ciphers that leave none.</param>
    /// <param name="listener">More for the listener.</param>
    public static UnpackedServer? OpenSmtpd(string settings = "", string listener = "") =>
        Start(
            OpenSmtpdProgram,
            MailProtocol.Smtp,
            (folder, port) =>
            {
                var file = folder.File(
                    "smtpd.conf",
                    $"""
                    {settings}
                    pki mail cert "{folder["cert.pem"]}"
                    pki mail key "{folder["key.pem"]}"
                    listen on 127.0.0.1 port {port} tls pki mail {listener}
                    action "none" maildir "/nonexistent"
                    match from any for any reject

                    """
                );
                return $"""
                    mkdir -p -m 711 /var/spool/smtpd
                    mkdir -p /var/lib/opensmtpd/empty
                    exec /usr/sbin/smtpd -d -f {file}
                    """;
            }
        );

    /// <param name="settings">For Controller, as JSON; "odd" for replies that RFC 5321 allows and few servers say.</param>
    public static UnpackedServer? Aiosmtpd(string settings) =>
        Start(
            AiosmtpdProgram,
            MailProtocol.Smtp,
            (folder, port) =>
                $"exec /usr/bin/python3 {Path.Combine(EverythingServer.Sources, "Stacks", "server.py")} {folder["cert.pem"]} {folder["key.pem"]} {port} '{settings}'"
        );

    private static UnpackedServer? Start(
        (string Package, string Program) what,
        MailProtocol protocol,
        Func<TemporaryFolder, int, string> script
    )
    {
        var root = Root(what.Package);
        if (!OpenSslServer.IsInstalled || !File.Exists(Path.Combine(root, what.Program)) || !HasNamespaces.Value)
            return null;
        var server = new UnpackedServer(protocol);
        server.MakeKey();
        Run("chmod", $"755 {server.Folder.Path}");
        var start = server.Folder.File(
            "start.sh",
            $$"""
            set -e
            hostname mail.city.example
            mount -t overlay overlay -o lowerdir={{root}}/usr:/usr /usr
            test ! -d {{root}}/etc || mount -t overlay overlay -o lowerdir={{root}}/etc:/etc /etc
            for folder in /run /var/lib /var/spool; do mount -t tmpfs tmpfs $folder; done
            for user in courier:65531 opensmtpq:65532 opensmtpd:65533; do
                echo "${user%%:*}:x:${user#*:}:" >> /run/group
                echo "${user%%:*}:x:${user#*:}:${user#*:}::/var/lib/opensmtpd/empty:/bin/false" >> /run/passwd
            done
            for file in passwd group; do cat /etc/$file >> /run/$file; mount --bind /run/$file /etc/$file; done
            printf '127.0.0.1 localhost mail.city.example\n' > /run/hosts
            printf 'lookup file\n' > /run/resolv.conf
            for file in hosts resolv.conf; do mount --bind /run/$file /etc/$file; done
            {{script(server.Folder, server.Port)}}

            """
        );
        // The shell stays: a server that changes its rights, as Sendmail does, no longer hears that its parent died.
        server.Start("unshare", $"{Namespaces} sh -c \"sh {start}; true\"");
        return server;
    }
}
