using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ConfigAudit.Facts.Targets;
using CsvHelper;
using Newtonsoft.Json;

namespace ConfigAudit.FleetSimulator;

/// <summary>Serves a fleet on loopback until its input ends. Writes a JSON line when it is ready, and one for each line "stats" that it
/// reads.</summary>
internal static class Program
{
    private const string Usage = """
        usage: FOLDER --inventory FILE [--certificate FILE] [--hosts N] [--programs N] [--latency MS] [--http]
          FOLDER         recordings, and perhaps an inventory.csv that declares their zones and roles
          --inventory    where to write the list of hosts with their addresses
          --certificate  where to write the certificate of the authority that signs the hosts'
          --hosts        so many hosts that take turns with the recordings, instead of one for each
          --programs     to how many installed programs each recording is filled up
          --latency      milliseconds before each answer
        The user is "auditor"; the password is taken from the environment variable FLEET_PASSWORD.
        """;

    public static async Task<int> Main(string[] arguments)
    {
        if (
            arguments.Length < 3
            || Text(arguments, "--inventory") is not { } inventory
            || Environment.GetEnvironmentVariable("FLEET_PASSWORD") is not { Length: > 0 } password
        )
        {
            await Console.Error.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        var folder = arguments[0];
        var hosts = Number(arguments, "--hosts") is { } count
            ? Fleet.OfSize(folder, count, Number(arguments, "--programs") ?? 0)
            : Fleet.OfRecordings(folder);
        await using var simulator = await Simulator
            .StartAsync(hosts, !arguments.Contains("--http"), TimeSpan.FromMilliseconds(Number(arguments, "--latency") ?? 0), password)
            .ConfigureAwait(false);
        if (Text(arguments, "--certificate") is { } path)
            await File.WriteAllTextAsync(path, simulator.Certificates.Authority.ExportCertificatePem()).ConfigureAwait(false);
        WriteInventory(simulator, Path.Combine(folder, "inventory.csv"), inventory);
        Say(new { ready = hosts.Count, port = simulator.Port });
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line == "stats")
                Say(Stats(simulator));
        }

        return 0;
    }

    private static object Stats(Simulator simulator)
    {
        using var process = Process.GetCurrentProcess();
        return new
        {
            cpuMs = process.TotalProcessorTime.TotalMilliseconds,
            requests = simulator.Hosts.Sum(host => (long)host.Requests),
            bytes = simulator.Hosts.Sum(host => host.Bytes),
            open = simulator.Hosts.Sum(host => host.OpenEnumerations),
        };
    }

    private static void WriteInventory(Simulator simulator, string declared, string path)
    {
        var known = File.Exists(declared) ? InventoryFile.Read(declared, _ => { }).ToDictionary(target => target.ComputerName) : new();
        using var csv = new CsvWriter(new StreamWriter(path, append: false, new UTF8Encoding(true)), CultureInfo.InvariantCulture);
        csv.WriteRecords(
            simulator
                .Hosts.Select(host => (Host: host, Target: known.GetValueOrDefault(host.Name)))
                .Select(each => new
                {
                    ComputerName = each.Host.Name,
                    Address = each.Host.Address.ToString(),
                    simulator.Port,
                    Protocol = "WsMan",
                    UseSsl = simulator.IsTls,
                    each.Target?.Zone,
                    each.Target?.Role,
                    each.Target?.Model,
                    Tags = string.Join(";", each.Target?.Tags ?? Array.Empty<string>()),
                })
        );
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
