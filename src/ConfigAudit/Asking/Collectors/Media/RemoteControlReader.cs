using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Services and processes to the remote-control programs of the catalogue.</summary>
internal static class RemoteControlReader
{
    private const string ServiceSource = "root/cimv2:Win32_Service";
    private const string ProcessSource = "root/cimv2:Win32_Process";

    public static FactSet<RemoteControlFact> Read(Collection collection, CimAnswer services, CimAnswer processes)
    {
        var facts = new FactSetBuilder<RemoteControlFact>();
        facts.RestsOn(ServiceSource, ProcessSource);
        foreach (var tool in collection.Catalogs.RemoteTools)
        {
            var installed = services.Rows.Where(row => tool.HasService(row.Text("Name"))).ToArray();
            var running = processes.Rows.Where(row => tool.HasProcess(row.Text("Name"))).ToArray();
            if (installed.Length + running.Length == 0)
                continue;
            facts.Add(
                new RemoteControlFact
                {
                    ComputerName = collection.ComputerName,
                    Source = $"{ServiceSource}; {ProcessSource}",
                    Tool = tool.Name,
                    Vendor = tool.Vendor,
                    IsListed = true,
                    IsVerified = tool.IsVerified,
                    IsRunning =
                        running.Length > 0 || installed.Any(row => Is(row.Text("State"), "Running")) ? true
                        : processes.Gap is not null || installed.Any(row => row.Text("State") is null) ? null
                        : false,
                    StartsAutomatically =
                        installed.Any(row => Is(row.Text("StartMode"), "Auto")) ? true
                        : services.Gap is not null || installed.Any(row => row.Text("StartMode") is null) ? null
                        : false,
                    FoundBy = installed
                        .Concat(running)
                        .Select(row => row.Text("Name")!)
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .ToArray(),
                }
            );
        }

        facts.MayLack(services.GapByName(ServiceSource));
        facts.MayLack(processes.GapByName(ProcessSource));
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                ServiceSource,
                new LocalText(
                    "カタログにある遠隔操作ソフトウェアだけを調べた",
                    "only the remote-control programs of the catalogue were looked for"
                )
            ),
            new RemoteControlFact { IsListed = false }
        );
        facts.Unread(processes.Gap ?? Untold(), nameof(RemoteControlFact.IsRunning));
        facts.Unread(services.Gap ?? Untold(), nameof(RemoteControlFact.StartsAutomatically));
        return facts.Build();
    }

    private static Gap Untold() =>
        new(GapKind.Unusable, ServiceSource, new LocalText("サービスの状態が示されない", "the service doesn't tell its state"));

    private static bool Is(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
}
