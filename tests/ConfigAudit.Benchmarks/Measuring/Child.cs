using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace ConfigAudit.Benchmarks.Measuring;

/// <summary>This program, run once more in a process of its own: what it needs of memory is then its own too.</summary>
internal static class Child
{
    /// <summary>The figures that it prints, each as <c>name: value</c>.</summary>
    public static IEnumerable<(string Name, double Value)> Run(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var parts = line.Split(": ");
            yield return (parts[0], double.Parse(parts[1], CultureInfo.InvariantCulture));
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }
}
