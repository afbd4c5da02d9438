using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>What a host answered of the services and processes of a catalogue's programs.</summary>
internal sealed record ProgramAnswers(CimAnswer Services, CimAnswer Processes)
{
    public static readonly CimQuery Service = new("root/cimv2", "Win32_Service", new[] { "Name", "State", "StartMode" });

    public static readonly CimQuery Process = new("root/cimv2", "Win32_Process", new[] { "Name" });

    public static string Sources => $"{Service.Source}; {Process.Source}";

    public static async Task<ProgramAnswers> AskAsync(ICimSource source, IReadOnlyList<ListedProgram> programs, CancellationToken token)
    {
        var services = source.QueryNamedAsync(
            Service,
            "Name",
            programs.SelectMany(program => program.Services),
            NamedInstances.ServiceOfAll,
            token
        );
        var processes = source.QueryNamedAsync(
            Process,
            "Name",
            programs.SelectMany(program => program.Processes),
            NamedInstances.ProcessOfAll,
            token
        );
        return new ProgramAnswers(await services.ConfigureAwait(false), await processes.ConfigureAwait(false));
    }

    /// <summary>What shows a program; null where nothing does.</summary>
    public SeenProgram? Of(ListedProgram program)
    {
        var installed = Services.Rows.Where(row => program.HasService(row.Text("Name"))).ToArray();
        var running = Processes.Rows.Where(row => program.HasProcess(row.Text("Name"))).ToArray();
        if (installed.Length + running.Length == 0)
            return null;
        return new SeenProgram(
            running.Length > 0 || installed.Any(row => Is(row.Text("State"), "Running")) ? true
                : Processes.Gap is not null || installed.Any(row => row.Text("State") is null) ? null
                : false,
            installed.Any(row => Is(row.Text("StartMode"), "Auto")) ? true
                : Services.Gap is not null || installed.Any(row => row.Text("StartMode") is null) ? null
                : false,
            Evidence(installed.Length > 0, running.Length > 0),
            installed.Concat(running).Select(row => row.Text("Name")!).Distinct(StringComparer.OrdinalIgnoreCase).ToArray()
        );
    }

    /// <summary>Why programs of these may not have been seen, and why it isn't known of one whether it runs.</summary>
    public void Unread<T>(FactSetBuilder<T> facts, string isRunning, string startsAutomatically)
        where T : Fact, new()
    {
        facts.RestsOn(Service.Source, Process.Source);
        facts.MayLack(Services.GapByName(Service.Source));
        facts.MayLack(Processes.GapByName(Process.Source));
        facts.Unread(Processes.Gap ?? Untold, isRunning);
        facts.Unread(Services.Gap ?? Untold, startsAutomatically);
    }

    private static ProgramEvidence[] Evidence(bool isService, bool isProcess) =>
        (isService, isProcess) switch
        {
            (true, true) => new[] { ProgramEvidence.Service, ProgramEvidence.Process },
            (true, false) => new[] { ProgramEvidence.Service },
            _ => new[] { ProgramEvidence.Process },
        };

    private static Gap Untold { get; } =
        new(GapKind.Unusable, Service.Source, new LocalText("サービスの状態が示されない", "the service doesn't tell its state"));

    private static bool Is(string? text, string value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
}
