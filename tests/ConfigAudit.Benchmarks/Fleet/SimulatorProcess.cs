using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using ConfigAudit.FleetSimulator;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Benchmarks.Fleet;

/// <summary>The simulator in a process of its own, so that what it costs can be told from what asking costs.</summary>
internal sealed class SimulatorProcess : IDisposable
{
    public const string PasswordVariable = "FLEET_PASSWORD";

    private readonly Process _process;

    public SimulatorProcess(string folder, string recordings, int hosts, int programs, int latency, bool isTls)
    {
        (Inventory, Certificate) = (Path.Combine(folder, "inventory.csv"), Path.Combine(folder, "authority.pem"));
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (
            var argument in new[]
            {
                typeof(Simulator).Assembly.Location,
                recordings,
                "--inventory",
                Inventory,
                "--certificate",
                Certificate,
                "--hosts",
                hosts.ToString(CultureInfo.InvariantCulture),
                "--programs",
                programs.ToString(CultureInfo.InvariantCulture),
                "--latency",
                latency.ToString(CultureInfo.InvariantCulture),
            }
        )
        {
            start.ArgumentList.Add(argument);
        }

        if (!isTls)
            start.ArgumentList.Add("--http");
        start.Environment[PasswordVariable] = Password;
        _process = Process.Start(start)!;
        Read();
    }

    public string Inventory { get; }

    public string Certificate { get; }

    public string Password { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Seconds of CPU since it began, requests, bytes of messages both ways, and enumerations left open.</summary>
    public (double CpuSeconds, long Requests, long Bytes, long Open) Stats()
    {
        _process.StandardInput.WriteLine("stats");
        var stats = Read();
        return ((double)stats["cpuMs"]! / 1000, (long)stats["requests"]!, (long)stats["bytes"]!, (long)stats["open"]!);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000))
            _process.Kill();
        _process.Dispose();
    }

    private JObject Read() =>
        JObject.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The simulator ended."));
}
