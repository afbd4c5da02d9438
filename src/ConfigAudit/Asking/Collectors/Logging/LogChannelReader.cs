using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Keys of WINEVT\Channels to channel facts.</summary>
internal static class LogChannelReader
{
    private const string Enabled = "Enabled";
    private const string MaxSize = "MaxSize";

    private static readonly RegistryKey Channels = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\WINEVT\Channels");

    /// <summary>Who came by Remote Desktop, what was found, which scripts and tasks ran, what the firewall was told, which devices were
    /// plugged in.</summary>
    public static IReadOnlyList<(string Name, RegistryQuery Query)> Asked { get; } =
        new[]
        {
            "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
            "Microsoft-Windows-Windows Defender/Operational",
            "Microsoft-Windows-PowerShell/Operational",
            "Microsoft-Windows-TaskScheduler/Operational",
            "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall",
            "Microsoft-Windows-DriverFrameworks-UserMode/Operational",
        }
            .Select(name => (name, new RegistryQuery(Channels.Below(name)) { Numbers = new[] { Enabled, MaxSize } }))
            .ToArray();

    public static FactSet<LogChannelFact> Read(Collection collection, IReadOnlyList<RegistryRow> rows, LogWriter writer)
    {
        var facts = new FactSetBuilder<LogChannelFact>();
        foreach (var ((name, _), row) in Asked.Zip(rows, (asked, row) => (asked, row)))
        {
            if (row.IsAbsent)
                continue;
            if (row.Gap is { } gap)
            {
                facts.MayLack(gap, new LogChannelFact { Name = name });
                continue;
            }

            facts.Add(
                new LogChannelFact
                {
                    ComputerName = collection.ComputerName,
                    Source = row.Source,
                    Name = name,
                    IsEnabled = facts.Known(
                        nameof(LogChannelFact.IsEnabled),
                        writer.Records(Set(row, Enabled, row.Choice(Enabled, null, 0, 1)).Then<bool?>(number => number == 1))
                    ),
                    MaxSize = facts.Known(nameof(LogChannelFact.MaxSize), writer.Limit(Set(row, MaxSize, row.Any(MaxSize, null)))),
                }
            );
        }

        return facts.Build();
    }

    private static Reading<long?> Set(RegistryRow row, string name, Reading<long?> value) =>
        row.Number(name).IsAbsent
            ? Reading<long?>.Unknown(
                new Gap(
                    GapKind.NotSupported,
                    $"{row.Source}\\{name}",
                    new LocalText(
                        "設定がなくチャネルのマニフェストに従うが、ここからは読めない",
                        "it isn't set, so the channel's own manifest decides, which can't be read here"
                    )
                )
            )
            : value;
}
