using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>An <c>openssl s_server</c> on loopback, which ends with this. OpenSSL 3 at security level 0 serves TLS 1.0 to 1.3.</summary>
internal sealed class OpenSslServer : IDisposable
{
    private static readonly Lazy<bool> Installed = new(() => Run("version") == 0);

    private readonly TemporaryFolder _folder = new();
    private readonly Process _process;

    /// <param name="options">As s_server takes them, such as <c>-tls1_2 -cipher ALL@SECLEVEL=0</c>.</param>
    /// <param name="key">As <c>req -newkey</c> takes it.</param>
    /// <param name="request">More for <c>req</c>: what is particular about the certificate.</param>
    public OpenSslServer(
        string options,
        string key = "rsa:2048",
        string request = "-days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example"
    )
        : this(folder => Make(folder, key, request), options) { }

    /// <param name="files">Makes a certificate and its key in a folder, and says where they are.</param>
    /// <param name="options">As s_server takes them.</param>
    public OpenSslServer(Func<TemporaryFolder, (string Certificate, string Key)> files, string options)
    {
        var (certificate, file) = files(_folder);
        Port = FreePort();
        var start = new ProcessStartInfo(
            "openssl",
            $"s_server -accept 127.0.0.1:{Port} -cert {certificate} -key {file} -quiet {options.Replace("@/", _folder.Path + "/")}"
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        // It says a line for each hello that it refuses, and stops when nobody reads them.
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tried = 0; !Listens(Port); tried++)
        {
            if (tried == 100 || _process.HasExited)
                throw new InvalidOperationException("s_server doesn't listen");
            Thread.Sleep(50);
        }
    }

    public static bool IsInstalled => Installed.Value;

    public int Port { get; }

    public IPEndPoint Address => new(IPAddress.Loopback, Port);

    public static int FreePort()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        try
        {
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        finally
        {
            listener.Stop();
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _folder.Dispose();
    }

    private static bool Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static (string Certificate, string Key) Make(TemporaryFolder folder, string key, string request)
    {
        var (certificate, file) = (folder["cert.pem"], folder["key.pem"]);
        return Run($"req -x509 -newkey {key} -nodes -keyout {file} -out {certificate} {request}") == 0
            ? (certificate, file)
            : throw new InvalidOperationException("openssl req failed");
    }

    /// <summary>The code that openssl ended with; -1 where it isn't installed.</summary>
    public static int Run(string arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("openssl", arguments)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
            // A client of it goes on until there is nothing more to send.
            process.StandardInput.Close();
            process.StandardOutput.ReadToEnd();
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Exception bad) when (bad is System.ComponentModel.Win32Exception or IOException)
        {
            return -1;
        }
    }
}
