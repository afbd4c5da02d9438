using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>A server that runs as a child of the tests, on loopback, with a folder of its own, and ends with this, and with the tests
/// however they end.</summary>
internal abstract class ServerProcess : IDisposable
{
    /// <summary>The pipe to it ends when this process does, be it killed; who waits for that ends the server, which has the shell's
    /// number. What ends a whole group of processes, as timeout does, doesn't end that one.</summary>
    private const string EndsWithUs = "exec 3<&0; (trap '' HUP INT TERM; cat <&3 >/dev/null; kill -9 $$) & exec \\\"$@\\\" <&3 3<&-";

    private Process? _process;

    public int Port { get; } = OpenSslServer.FreePort();

    public IPEndPoint Address => new(IPAddress.Loopback, Port);

    /// <summary>What it speaks, and whether TLS is from the start.</summary>
    public virtual MailProtocol Protocol => MailProtocol.Imap;

    public virtual bool IsImplicit => true;

    public MailEndpoint Endpoint => new(Address, Protocol, IsImplicit, "mail.city.example");

    protected TemporaryFolder Folder { get; } = new();

    public void Dispose()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            // With a time: without one it would wait for whoever holds the pipes, too.
            if (!process.WaitForExit(5000))
                process.Kill();
            process.WaitForExit(5000);
        }

        _process?.Dispose();
        Folder.Dispose();
    }

    /// <summary>A key and a certificate by itself, key.pem and cert.pem.</summary>
    protected void MakeKey() =>
        Run(
            "openssl",
            $"req -x509 -newkey rsa:2048 -nodes -keyout {Folder["key.pem"]} -out {Folder["cert.pem"]} -days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example"
        );

    /// <summary>Returns when it listens. What it says is thrown away.</summary>
    protected void Start(string program, string arguments, params (string Name, string Value)[] variables)
    {
        var start = Quiet("/bin/sh", $"-c \"{EndsWithUs}\" sh {program} {arguments}");
        start.RedirectStandardInput = true;
        foreach (var (name, value) in variables)
            start.EnvironmentVariables[name] = value;
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tried = 0; !Listens(); tried++)
        {
            if (tried < 400 && !_process.HasExited)
            {
                Thread.Sleep(50);
                continue;
            }

            Dispose();
            throw new InvalidOperationException($"{program} doesn't listen");
        }
    }

    protected static void Run(string program, string arguments) => Succeeds(program, arguments);

    protected static bool Succeeds(string program, string arguments)
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    internal static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(System.IO.Path.PathSeparator)
            .Any(folder => System.IO.File.Exists(System.IO.Path.Combine(folder, program)));

    private static ProcessStartInfo Quiet(string program, string arguments) =>
        new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

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
}
