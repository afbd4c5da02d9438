using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A real mail server in a folder of its own, on loopback, that ends with this. It needs the packages postfix or dovecot, and
/// root, as both drop rights that they must have.</summary>
internal sealed class MailDaemon : IDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly string _stop;

    private MailDaemon(TemporaryFolder folder, int port, string program, string start, string stop)
    {
        (_folder, Port, _stop) = (folder, port, stop);
        Program = program;
        Run(program, start);
        for (var tried = 0; !Listens(); tried++)
        {
            if (tried == 200)
                throw new InvalidOperationException($"{program} doesn't listen");
            Thread.Sleep(50);
        }
    }

    public int Port { get; }

    public IPEndPoint Address => new(IPAddress.Loopback, Port);

    private string Program { get; }

    public static bool CanRun(string program) =>
        Environment.UserName == "root" && (File.Exists("/usr/sbin/" + program) || File.Exists("/usr/bin/" + program));

    /// <summary>Postfix with STARTTLS, from TLS 1.0 on. It keeps no log of its own: all its programs, the one that stops it among them, wait
    /// for ever where the one that writes it has gone.</summary>
    /// <param name="ciphers">In OpenSSL's words.</param>
    /// <param name="more">Lines of main.cf that come after those, and so before them; gets the daemon's folder.</param>
    public static MailDaemon Postfix(string ciphers, Func<TemporaryFolder, string>? more = null)
    {
        var folder = Keyed();
        var port = OpenSslServer.FreePort();
        Directory.CreateDirectory(folder["spool"]);
        Directory.CreateDirectory(folder["data"]);
        Directory.CreateDirectory(folder["etc"]);
        File.WriteAllText(
            folder["etc/main.cf"],
            $"""
            compatibility_level = 3.6
            queue_directory = {folder["spool"]}
            data_directory = {folder["data"]}
            myhostname = mail.city.example
            inet_interfaces = 127.0.0.1
            local_recipient_maps =
            alias_maps =
            smtpd_relay_restrictions = reject
            smtpd_tls_cert_file = {folder["cert.pem"]}
            smtpd_tls_key_file = {folder["key.pem"]}
            smtpd_tls_security_level = may
            smtpd_tls_protocols = >=TLSv1
            smtpd_tls_ciphers = medium
            tls_medium_cipherlist = {ciphers}
            smtpd_client_connection_count_limit = 0
            smtpd_error_sleep_time = 0
            {more?.Invoke(folder)}

            """
        );
        File.WriteAllText(
            folder["etc/master.cf"],
            $"""
            127.0.0.1:{port} inet n - n - 20 smtpd
            anvil unix - - n - 1 anvil
            tlsmgr unix - - n 1000? 1 tlsmgr
            rewrite unix - - n - - trivial-rewrite
            proxymap unix - - n - - proxymap
            cleanup unix n - n - 0 cleanup

            """
        );
        Run("chown", $"-R postfix {folder["data"]}");
        return new MailDaemon(folder, port, "postfix", $"-c {folder["etc"]} start", $"-c {folder["etc"]} stop");
    }

    /// <summary>Dovecot's IMAP under TLS from the start, from TLS 1.0 on. It has no parameters for Diffie-Hellman, and fails where it picks
    /// such a suite.</summary>
    /// <param name="ciphers">In OpenSSL's words.</param>
    /// <param name="more">Lines that come after those, and so before them; gets the daemon's folder.</param>
    public static MailDaemon Dovecot(string ciphers, Func<TemporaryFolder, string>? more = null)
    {
        var folder = Keyed();
        var port = OpenSslServer.FreePort();
        File.WriteAllText(
            folder["dovecot.conf"],
            $$"""
            base_dir = {{folder["run"]}}
            state_dir = {{folder["state"]}}
            log_path = {{folder["log"]}}
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <{{folder["cert.pem"]}}
            ssl_key = <{{folder["key.pem"]}}
            ssl_min_protocol = TLSv1
            ssl_cipher_list = {{ciphers}}
            {{more?.Invoke(folder)}}
            mail_location = maildir:{{folder["mail"]}}
            passdb {
              driver = static
              args = nopassword=y
            }
            userdb {
              driver = static
              args = uid=nobody gid=nogroup home={{folder["mail"]}}
            }
            service imap-login {
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                port = {{port}}
                ssl = yes
              }
            }

            """
        );
        return new MailDaemon(folder, port, "dovecot", $"-c {folder["dovecot.conf"]}", $"-c {folder["dovecot.conf"]} stop");
    }

    /// <summary>The messages that Postfix holds, by its own program for them. One is on hold by <c>check_client_access
    /// static:HOLD</c>.</summary>
    public string[] Held()
    {
        var held = Directory
            .GetFiles(_folder["spool"], "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("/hold/", StringComparison.Ordinal))
            .ToArray();
        return held.Select(
                (file, at) =>
                {
                    Run("postcat", $"-c {_folder["etc"]} -h {file} > {_folder["held" + at]}", redirects: true);
                    return File.ReadAllText(_folder["held" + at]);
                }
            )
            .ToArray();
    }

    public void Dispose()
    {
        // Whatever it waits for, the tests go on.
        Run("timeout", $"-k 5 30 {Program} {_stop}");
        _folder.Dispose();
    }

    private static TemporaryFolder Keyed()
    {
        var folder = new TemporaryFolder();
        // Both drop their rights before they read.
        Run("chmod", $"755 {folder[string.Empty]}");
        Run(
            "openssl",
            $"req -x509 -newkey rsa:2048 -nodes -keyout {folder["key.pem"]} -out {folder["cert.pem"]} -days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example"
        );
        return folder;
    }

    private bool Listens()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>What it says is left unread: a daemon would hold the pipe open for ever.</summary>
    private static void Run(string program, string arguments, bool redirects = false)
    {
        using var process = Process.Start(
            new ProcessStartInfo("/bin/sh", $"-c \"{program} {arguments}{(redirects ? string.Empty : " >/dev/null")} 2>&1\"")
            {
                UseShellExecute = false,
            }
        )!;
        process.WaitForExit();
    }
}
