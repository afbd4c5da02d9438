using System;
using System.Diagnostics;

namespace ConfigAudit.Tests.Asking.Mail.Domains;

/// <summary>What openssl says.</summary>
internal static class OpenSsl
{
    public static string Run(string arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"openssl {arguments}: {errors.Result}");
    }
}
