using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.FleetSimulator.Faults;

namespace ConfigAudit.FleetSimulator;

/// <summary>Makes hosts from recordings, an address of 127.0.0.0/8 each.</summary>
internal static class Fleet
{
    /// <summary>So many hosts have an address: 127.1.0.1 to 127.200.255.254.</summary>
    private const int MaxHosts = 100_000;

    /// <summary>One host for each recording, by its name. Where the machine couldn't be asked, nobody listens.</summary>
    public static IReadOnlyList<SimulatedHost> OfRecordings(string folder) =>
        Recordings(folder)
            .Select(
                (recording, index) =>
                    new SimulatedHost(Path.GetFileNameWithoutExtension(recording.Path), Address(index), new ReplaySource(recording))
                    {
                        Fault = recording.Failures.ContainsKey("*") ? Fault.Refused : Fault.None,
                    }
            )
            .ToArray();

    /// <summary>As many hosts as wanted; they take turns with the recordings.</summary>
    /// <param name="folder">The recordings. Those of machines that couldn't be asked are left out.</param>
    /// <param name="count">How many hosts.</param>
    /// <param name="programs">To how many installed programs each recording is filled up, with invented ones; 0 for none.</param>
    public static IReadOnlyList<SimulatedHost> OfSize(string folder, int count, int programs = 0)
    {
        if (count > MaxHosts)
            throw new ArgumentOutOfRangeException(nameof(count));
        var sources = Recordings(folder).Where(recording => !recording.Failures.ContainsKey("*")).ToArray();
        foreach (var recording in sources)
            Fill(recording, programs);
        var replays = sources.Select(recording => new ReplaySource(recording)).ToArray();
        return Enumerable
            .Range(0, count)
            .Select(index => new SimulatedHost(
                $"SIM-{index.ToString("00000", CultureInfo.InvariantCulture)}",
                Address(index),
                replays[index % replays.Length]
            ))
            .ToArray();
    }

    public static IPAddress Address(int index) =>
        new(new byte[] { 127, (byte)(1 + (index / 62_500)), (byte)(index / 250 % 250), (byte)(1 + (index % 250)) });

    private static IEnumerable<Recording> Recordings(string folder) =>
        Directory.GetFiles(folder, "*.json").OrderBy(path => path, StringComparer.Ordinal).Select(RecordingFile.Load);

    private static void Fill(Recording recording, int programs)
    {
        const string Uninstall = @"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
        var there = recording.Registry.Keys.Count(key => key.Contains(@"\Uninstall\", StringComparison.OrdinalIgnoreCase));
        for (var index = there; index < programs; index++)
        {
            recording.Registry[$@"{Uninstall}\{{{index:00000000}-0000-4000-8000-000000000000}}"] = new Dictionary<string, object?>(
                StringComparer.OrdinalIgnoreCase
            )
            {
                ["DisplayName"] = $"Invented program {index}",
                ["DisplayVersion"] = $"1.{index}.0",
                ["Publisher"] = "Nobody",
                ["InstallDate"] = "20260401",
                ["UninstallString"] = "msiexec /x",
                ["EstimatedSize"] = 1024L,
            };
        }
    }
}
