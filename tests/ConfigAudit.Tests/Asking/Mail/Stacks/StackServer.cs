using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>A server of TLS from the start, of one of the stacks that mail servers and what stands before them are made of; Debian has all
/// of them.</summary>
internal sealed class StackServer : ServerProcess
{
    private StackServer() { }

    /// <summary>What a server answers doesn't hang on our runtime: the other one asks them, and this would only take that time
    /// again.</summary>
    public static bool IsAskedElsewhere { get; } = Type.GetType("Mono.Runtime") is not null;

    /// <summary>Whether it serves one connection after the other, as programs for trying out do.</summary>
    public static bool IsOneByOne(string name) => name is "OpenSSL" or "Botan";

    private string Certificate => Folder["cert.pem"];

    private string Key => Folder["key.pem"];

    /// <summary>The programs, and headers of libraries, that each takes; openssl, which makes its key, besides.</summary>
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["OpenSSL"] = new[] { "openssl" },
        ["GnuTLS"] = new[] { "gnutls-serv" },
        ["NSS"] = new[] { "selfserv", "certutil", "pk12util" },
        ["Java"] = new[] { "java", "javac" },
        ["Node"] = new[] { "node" },
        ["Go"] = new[] { "go" },
        ["wolfSSL"] = new[] { "gcc", "/usr/include/wolfssl/ssl.h" },
        ["mbedTLS"] = new[] { "gcc", "/usr/include/mbedtls/ssl.h" },
        ["Botan"] = new[] { "botan" },
        ["nginx"] = new[] { "nginx", "/usr/lib/nginx/modules/ngx_mail_module.so" },
        ["HAProxy"] = new[] { "haproxy" },
        ["stunnel"] = new[] { "stunnel4" },
        ["Erlang"] = new[] { "escript" },
        ["socat"] = new[] { "socat" },
    };

    /// <summary>Each of them with ordinary settings, by its name.</summary>
    public static IEnumerable<string> Names => Needed.Keys;

    /// <summary>Why it can't be asked here; null where it can.</summary>
    public static string? Lack(string name) =>
        IsAskedElsewhere ? "the other runtime asks it"
        : Needed[name].Prepend("openssl").FirstOrDefault(each => each[0] == '/' ? !File.Exists(each) : !IsThere(each)) is { } lacking
            ? $"{lacking} isn't installed"
        : null;

    /// <summary>Null where it isn't installed.</summary>
    public static StackServer? Of(string name) =>
        name switch
        {
            "OpenSSL" => OpenSsl("-cipher ALL:@SECLEVEL=0"),
            "GnuTLS" => GnuTls("NORMAL:+VERS-TLS1.0:+VERS-TLS1.1"),
            "NSS" => Nss("-V tls1.0:"),
            "Java" => Java(),
            "Node" => Node("{}"),
            "Go" => Compiled("go", "server.go", string.Empty),
            "wolfSSL" => Compiled("gcc", "wolfssl.c", "-lwolfssl", "wolfssl/ssl.h"),
            "mbedTLS" => Compiled("gcc", "mbedtls.c", "-lmbedtls -lmbedx509 -lmbedcrypto", "mbedtls/ssl.h"),
            "Botan" => Start("botan", server => $"tls_server {server.Certificate} {server.Key} --port={server.Port}"),
            "nginx" => Nginx(),
            "HAProxy" => HaProxy(),
            "stunnel" => Stunnel(),
            "Erlang" => Start("escript", server => $"{Source("server.escript")} {server.Certificate} {server.Key} {server.Port}"),
            "socat" => Start(
                "socat",
                server =>
                    $"OPENSSL-LISTEN:{server.Port},bind=127.0.0.1,reuseaddr,fork,backlog=200,cert={server.Certificate},key={server.Key},verify=0,cipher=ALL:@SECLEVEL=0,openssl-min-proto-version=TLS1.0 EXEC:/bin/cat"
            ),
            _ => throw new ArgumentException(name),
        };

    /// <param name="options">As s_server takes them; the folder's files by their names, in it.</param>
    /// <param name="make">Makes more files there.</param>
    public static StackServer? OpenSsl(string options, Action<TemporaryFolder>? make = null) =>
        Start(
            "openssl",
            server =>
                $"s_server -accept 127.0.0.1:{server.Port} -cert {server.Certificate} -key {server.Key} -quiet {options.Replace("@/", server.Folder.Path + "/")}",
            make
        );

    /// <param name="priorities">As GnuTLS writes them.</param>
    /// <param name="more">More options; the folder's files as "@/" and their names.</param>
    /// <param name="make">Makes more files there.</param>
    public static StackServer? GnuTls(string priorities, string more = "", Action<TemporaryFolder>? make = null) =>
        Start(
            "gnutls-serv",
            server =>
                $"--port {server.Port} --quiet --x509certfile {server.Certificate} --x509keyfile {server.Key} --priority {priorities} {more.Replace("@/", server.Folder.Path + "/")}",
            make
        );

    /// <param name="options">As selfserv takes them.</param>
    public static StackServer? Nss(string options) =>
        !IsThere("certutil") || !IsThere("pk12util")
            ? null
            : Start(
                "selfserv",
                server => $"-d sql:{server.Folder["nss"]} -p {server.Port} -n mail -H 1 {options}",
                folder =>
                {
                    Directory.CreateDirectory(folder["nss"]);
                    Run(
                        "openssl",
                        $"pkcs12 -export -name mail -inkey {folder["key.pem"]} -in {folder["cert.pem"]} -out {folder["store.p12"]} -passout pass:changeit"
                    );
                    Run("certutil", $"-N -d sql:{folder["nss"]} --empty-password");
                    Run("pk12util", $"-i {folder["store.p12"]} -d sql:{folder["nss"]} -W changeit -K \"\"");
                }
            );

    /// <param name="options">For the runtime, such as <c>-Djdk.tls.ephemeralDHKeySize=1024</c>.</param>
    public static StackServer? Java(string options = "") =>
        !EverythingServer.CanRun
            ? null
            : Start(
                "java",
                server => $"{options} \"{EverythingServer.Source}\" {server.Folder["store.p12"]} changeit {server.Port}",
                folder =>
                    Run(
                        "openssl",
                        $"pkcs12 -export -inkey {folder["key.pem"]} -in {folder["cert.pem"]} -out {folder["store.p12"]} -passout pass:changeit"
                    )
            );

    /// <param name="options">For tls.createServer, as JSON.</param>
    public static StackServer? Node(string options) =>
        Start(
            "node",
            server => $"{Source("server.js")} {server.Certificate} {server.Key} {server.Port} \"{options.Replace("\"", "\\\"")}\""
        );

    /// <param name="bind">More for what it listens with, such as <c>strict-sni</c>.</param>
    public static StackServer? HaProxy(string bind = "") =>
        Start(
            "haproxy",
            server =>
            {
                server.Folder.File("both.pem", File.ReadAllText(server.Certificate) + File.ReadAllText(server.Key));
                return $"-db -f {server.Folder.File("haproxy.cfg", $"""
            defaults
              mode tcp
              timeout connect 2s
              timeout client 5s
              timeout server 5s
            frontend mail
              bind 127.0.0.1:{server.Port} ssl crt {server.Folder["both.pem"]} {bind}
              default_backend none
            backend none
              server one 127.0.0.1:1

            """)}";
            }
        );

    private static StackServer? Compiled(string compiler, string source, string libraries, string? header = null) =>
        !IsThere(compiler) || (header is not null && !File.Exists("/usr/include/" + header))
            ? null
            : Start(
                null,
                server => $"{server.Certificate} {server.Key} {server.Port}",
                folder =>
                    Run(
                        compiler,
                        compiler == "go"
                            ? $"build -o {folder["server"]} {Source(source)}"
                            : $"-o {folder["server"]} {Source(source)} {libraries}"
                    )
            );

    private static StackServer? Nginx() =>
        !File.Exists("/usr/lib/nginx/modules/ngx_mail_module.so")
            ? null
            : Start(
                "nginx",
                server =>
                    $"-p {server.Folder.Path} -c {server.Folder.File("nginx.conf", $$"""
            load_module /usr/lib/nginx/modules/ngx_mail_module.so;
            daemon off;
            master_process off;
            error_log /dev/null;
            pid {{server.Folder["pid"]}};
            events {}
            mail {
              auth_http 127.0.0.1:1/;
              ssl_certificate {{server.Certificate}};
              ssl_certificate_key {{server.Key}};
              ssl_prefer_server_ciphers on;
              server { listen 127.0.0.1:{{server.Port}} ssl; protocol imap; }
            }

            """)}"
            );

    private static StackServer? Stunnel() =>
        Start(
            "stunnel4",
            server =>
                server.Folder.File(
                    "stunnel.conf",
                    $"""
                    foreground = quiet
                    pid =
                    [mail]
                    accept = 127.0.0.1:{server.Port}
                    connect = 127.0.0.1:1
                    cert = {server.Certificate}
                    key = {server.Key}

                    """
                )
        );

    private static string Source(string name) => Path.Combine(EverythingServer.Sources, "Stacks", name);

    private static StackServer? Start(string? program, Func<StackServer, string> arguments, Action<TemporaryFolder>? make = null)
    {
        if (IsAskedElsewhere || !OpenSslServer.IsInstalled || (program is not null && !IsThere(program)))
            return null;
        var server = new StackServer();
        server.MakeKey();
        make?.Invoke(server.Folder);
        server.Start(program ?? server.Folder["server"], arguments(server), ("HOME", server.Folder.Path));
        return server;
    }
}
