using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs.Opened;

/// <summary>Programs that people open reports with.</summary>
internal static class Programs
{
    /// <summary>Where <c>.ci/run</c> puts what npm has: schemas and validators.</summary>
    public static string Packages { get; } =
        Environment.GetEnvironmentVariable("CONFIGAUDIT_NPM") is { Length: > 0 } given
            ? given
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".cache",
                "configaudit-tests",
                "npm",
                "node_modules"
            );

    public static string? Find(string program) =>
        program.Contains('/', StringComparison.Ordinal)
            ? new[] { Path.Combine(Packages, program) }.FirstOrDefault(File.Exists)
            : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
                .Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, program))
                .FirstOrDefault(File.Exists);

    public static (int ExitCode, string Output) Run(string program, TimeSpan limit, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} didn't end within {limit}.");
        }

        return (process.ExitCode, output.Result + error.Result);
    }
}

/// <summary>A test that needs a program, and is skipped where that isn't installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    /// <param name="program">A command, or a file in an npm package.</param>
    public ProgramFactAttribute(string program) => Skip = Programs.Find(program) is null ? $"{program} isn't installed" : null;
}
