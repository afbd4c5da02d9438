using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json;

namespace ConfigAudit.FleetSimulator;

/// <summary>
/// Serves a fleet until its input ends. Writes one JSON line when it is ready, and another for each line "stats" that it reads.
/// Arguments: FOLDER [--hosts N] [--programs N] [--latency MS] [--http] [--certificate FILE]
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            await Console.Error.WriteLineAsync("Usage: FOLDER [--hosts N] [--programs N] [--latency MS] [--http] [--certificate FILE]").ConfigureAwait(false);
            return 2;
        }

        var count = Number(arguments, "--hosts");
        var hosts = count is null ? Fleet.OfRecordings(arguments[0]) : Fleet.OfSize(arguments[0], count.Value, Number(arguments, "--programs") ?? 0);
        await using var simulator = await Simulator.StartAsync(
            hosts, !arguments.Contains("--http"), TimeSpan.FromMilliseconds(Number(arguments, "--latency") ?? 0)).ConfigureAwait(false);
        if (Text(arguments, "--certificate") is { } path)
            await File.WriteAllTextAsync(path, simulator.Certificates.Authority.ExportCertificatePem()).ConfigureAwait(false);

        Say(new
        {
            port = simulator.Port,
            user = Simulator.User,
            password = simulator.Password,
            hosts = hosts.Select(host => new { name = host.Name, address = host.Address.ToString() }),
        });
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line == "stats")
            {
                using var process = Process.GetCurrentProcess();
                Say(new { cpuMs = process.TotalProcessorTime.TotalMilliseconds, requests = hosts.Sum(host => (long)host.Requests), open = hosts.Sum(host => host.OpenEnumerations) });
            }
        }

        return 0;
    }

    private static void Say(object message)
    {
        Console.Out.WriteLine(JsonConvert.SerializeObject(message));
        Console.Out.Flush();
    }

    private static string? Text(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;

    private static int? Number(string[] arguments, string name) =>
        Text(arguments, name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
