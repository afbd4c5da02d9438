using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>The program that runs a script, and what it is told.</summary>
internal static class ScriptRunner
{
    private const string WindowsPowerShell = @"WindowsPowerShell\v1.0\powershell.exe";

    private static readonly string[] Known = { "pwsh", "powershell" };

    /// <summary>
    /// The program that this runs in, if it is one that can; else Windows PowerShell, or the pwsh of PATH. PowerShell from the Store stands
    /// where SYSTEM can't
    /// start it, and a 32-bit program would see the registry of 32-bit programs.
    /// </summary>
    /// <exception cref="ScheduleException">There is none.</exception>
    public static string Find(TaskPlatform platform)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        if (platform == TaskPlatform.Windows && !isWindows)
            return @"C:\Windows\System32\" + WindowsPowerShell;
        using var process = Process.GetCurrentProcess();
        var own = process.MainModule?.FileName ?? string.Empty;
        if (CanRun(own, Environment.Is64BitOperatingSystem && !Environment.Is64BitProcess))
            return own;
        if (isWindows)
            return Path.Combine(Environment.SystemDirectory, WindowsPowerShell);
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
                .Split(Path.PathSeparator)
                .Where(Path.IsPathRooted)
                .Select(folder => Path.Combine(folder, "pwsh"))
                .FirstOrDefault(File.Exists)
            ?? throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    "pwsh がPATHにありません。監査を実行するプログラムを -Program で指定してください",
                    "pwsh isn't to be found in PATH: name the program that is to run the audit with -Program"
                )
            );
    }

    internal static bool CanRun(string program, bool isNarrow) =>
        !isNarrow
        && Known.Contains(Name(program), StringComparer.OrdinalIgnoreCase)
        && program.IndexOf(@"\WindowsApps\", StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>
    /// The path by which Task Scheduler, which has Windows' own width, finds the program of that width: Sysnative is there for 32-bit
    /// processes alone, and
    /// SysWOW64 (SysArm32) holds the 32-bit twin of Windows PowerShell.
    /// </summary>
    public static string Native(string program)
    {
        foreach (var narrow in new[] { @"\Sysnative\", @"\SysWOW64\" + WindowsPowerShell, @"\SysArm32\" + WindowsPowerShell })
        {
            var at = program.IndexOf(narrow, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                return program.Substring(0, at) + @"\System32" + program.Substring(program.IndexOf('\\', at + 1));
        }

        return program;
    }

    /// <summary>
    /// Before the script's path. No profile, nobody to ask. The policy for scripts is set for this process alone; one from group policy
    /// comes before it
    /// (about_Execution_Policies), and then the script has to be signed.
    /// </summary>
    public static IReadOnlyList<string> Arguments(TaskPlatform platform)
    {
        var arguments = new List<string> { "-NoLogo", "-NoProfile", "-NonInteractive" };
        if (platform == TaskPlatform.Windows)
            arguments.AddRange(new[] { "-ExecutionPolicy", "Bypass" });
        arguments.Add("-File");
        return arguments;
    }

    /// <summary>The file's name without ".exe", also of a path of Windows that is read elsewhere.</summary>
    private static string Name(string program)
    {
        var name = program.Substring(program.LastIndexOfAny(new[] { '/', '\\' }) + 1);
        return name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - 4) : name;
    }
}
