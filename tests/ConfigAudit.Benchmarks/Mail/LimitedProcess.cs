using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>Another program, which has so long and no longer.</summary>
internal static class LimitedProcess
{
    /// <summary>What it writes, and its status; null for the status where it was ended.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">It isn't installed.</exception>
    public static (string Output, int? Status) Run(string program, string arguments, TimeSpan limit)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var hasEnded = Task.WaitAny(output, Task.Delay(limit)) == 0;
        if (!hasEnded)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return (output.GetAwaiter().GetResult(), hasEnded ? process.ExitCode : null);
    }
}
