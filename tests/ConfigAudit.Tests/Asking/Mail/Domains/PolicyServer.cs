using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>A web server on loopback over TLS that answers with a script, by <c>openssl s_server -HTTP</c>, which serves files that hold
/// whole responses. Mono knows no keys but those of RSA.</summary>
internal sealed class PolicyServer : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;
    private readonly int _port = OpenSslServer.FreePort();

    /// <param name="response">The lines of the status and of the headers, an empty one, and the body.</param>
    /// <param name="host">Whom the certificate is for.</param>
    public PolicyServer(string response, string host = "localhost")
    {
        File.WriteAllText(_folder["mta-sts.txt"], response, new UTF8Encoding(false));
        OpenSsl.Run(
            $"req -x509 -newkey rsa:2048 -nodes -keyout {_folder["key.pem"]} -out {_folder["cert.pem"]} -days 30 -subj /CN={host} -addext subjectAltName=DNS:{host}"
        );
        Authority = CertificateFile.Load(_folder["cert.pem"])[0];
        _process = Process.Start(
            new ProcessStartInfo(
                "openssl",
                $"s_server -accept 127.0.0.1:{_port} -cert {_folder["cert.pem"]} -key {_folder["key.pem"]} -HTTP"
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = Path.GetDirectoryName(_folder["cert.pem"])!,
            }
        )!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tried = 0; !Listens(); tried++)
        {
            if (tried == 100 || _process.HasExited)
                throw new InvalidOperationException("s_server doesn't listen");
            Thread.Sleep(50);
        }
    }

    /// <summary>Its certificate, which nobody else vouches for.</summary>
    public X509Certificate2 Authority { get; }

    public Uri Address => new($"https://localhost:{_port}/mta-sts.txt");

    public static PolicyServer Of(string policy) => new("HTTP/1.0 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + policy);

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Authority.Dispose();
        _folder.Dispose();
    }

    private bool Listens()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
