using System;
using System.Diagnostics;
using System.Linq;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>Another client of TLS, which has the last word on what a server does.</summary>
internal static class Client
{
    /// <summary>What <c>openssl s_client</c> says of the server's ephemeral key, such as "DH, 1024 bits"; null where there was no
    /// handshake.</summary>
    public static string? TemporaryKey(int port, string options) => Line(port, options, "Server Temp Key: ");

    /// <summary>Such as "rsaEncryption, 2048 (bit)": the key of the certificate that is shown; null where none is.</summary>
    public static string? CertificateKey(int port, string options) => Line(port, options, " 0 s:", "a:PKEY: ");

    /// <summary>Whether a handshake comes to its end. How the two part afterwards, which the client's exit code tells too, says nothing of
    /// it.</summary>
    public static bool Shakes(int port, string options) => Line(port, options, "Cipher is ") is { } cipher && cipher != "(NONE)";

    private static string? Line(int port, string options, params string[] after)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", $"s_client -connect 127.0.0.1:{port} -servername mail.city.example {options}")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var lines = process.StandardOutput.ReadToEnd().Split('\n').AsEnumerable();
        process.WaitForExit();
        foreach (var words in after.Take(after.Length - 1))
            lines = lines.SkipWhile(line => !line.StartsWith(words, StringComparison.Ordinal));
        var last = after[after.Length - 1];
        return lines
            .Where(line => line.IndexOf(last, StringComparison.Ordinal) >= 0)
            .Select(line => line.Substring(line.IndexOf(last, StringComparison.Ordinal) + last.Length).Split(';')[0].Trim())
            .FirstOrDefault();
    }
}
