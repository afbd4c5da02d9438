using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConfigAudit.Host;

/// <summary>Starts the PowerShell that NuGet serves, with the built module on its path.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        var shell = Path.Combine(Built("PowerShell"), OperatingSystem.IsWindows() ? "win" : "unix", "pwsh.dll");
        if (!File.Exists(shell))
        {
            Console.Error.WriteLine($"PowerShell isn't where the build put it ({shell}): build once more, so that NuGet fetches it.");
            return 1;
        }
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { UseShellExecute = false };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(shell);
        foreach (var argument in Arguments(args))
            start.ArgumentList.Add(argument);
        start.Environment["PSModulePath"] = Built("Modules") + Path.PathSeparator + Environment.GetEnvironmentVariable("PSModulePath");
        start.Environment["POWERSHELL_UPDATECHECK"] = "Off";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        // A file or a pipe wants no colours.
        if (Console.IsOutputRedirected)
            start.Environment["NO_COLOR"] = "1";

        // Ctrl+C is PowerShell's: it stops the script, or the line that is typed, and this waits for it.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        using var process = Process.Start(start)!;
        using var ended = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => process.Kill(entireProcessTree: true));
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>pwsh's own, less what a user's profile would add; scripts of this repository aren't signed, and Windows would refuse
    /// them.</summary>
    private static IEnumerable<string> Arguments(string[] args) =>
        ["-NoLogo", "-NoProfile", .. OperatingSystem.IsWindows() ? ["-ExecutionPolicy", "Bypass"] : Array.Empty<string>(), .. args];

    private static string Built(string name)
    {
        foreach (var metadata in typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata.Key == name)
                return metadata.Value!;
        }
        throw new InvalidOperationException($"The build told no {name}.");
    }
}
