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

    /// <summary>Whether a handshake comes to its end. The client's exit code tells how the two part afterwards too, and a cipher is named
    /// once the server has chosen it.</summary>
    public static bool Shakes(int port, string options) => Line(port, options + " -brief", "CONNECTION ESTABLISHED") is not null;

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
        var errors = process.StandardError.ReadToEndAsync();
        var lines = (process.StandardOutput.ReadToEnd() + errors.Result).Split('\n').AsEnumerable();
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
