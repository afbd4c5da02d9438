using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// What runs from the folders of registered products: of a product that no catalogue knows, this alone bears out what it told the Security
/// Center. Asked
/// for those folders alone, and without command lines of processes.
/// </summary>
internal sealed class RunningPrograms
{
    private static readonly CimQuery Services = new(
        "root/cimv2",
        "Win32_Service",
        ServiceRow.Properties.Concat(new[] { "Name", "StartMode", "PathName" }).ToArray()
    );

    private static readonly CimQuery Processes = new("root/cimv2", "Win32_Process", new[] { "Name", "ExecutablePath" });

    private readonly CimAnswer _services;
    private readonly CimAnswer _processes;

    private RunningPrograms(CimAnswer services, CimAnswer processes) => (_services, _processes) = (services, processes);

    public static IReadOnlyList<SourceInfo> Sources { get; } = new[] { Services.Info, Processes.Info };

    /// <summary>Why something that runs may not have been seen.</summary>
    public Gap? Gap => _services.Gap ?? _processes.Gap;

    public static async Task<RunningPrograms> AskAsync(ICimSource source, IEnumerable<Registration> registrations, CancellationToken token)
    {
        var patterns = registrations.SelectMany(each => each.Folders).Select(folder => folder.Pattern).Distinct().ToArray();
        var services = AskAsync(source, Services, "PathName", patterns, token);
        var processes = AskAsync(source, Processes, "ExecutablePath", patterns, token);
        return new RunningPrograms(await services.ConfigureAwait(false), await processes.ConfigureAwait(false));
    }

    /// <summary>
    /// The service of the registered program speaks first, then any in its folder; processes where it has no service there, as products
    /// with one often guard
    /// theirs so well that nobody is told their paths. An updater proves nothing.
    /// </summary>
    public Evidence Of(Registration registration)
    {
        var services = ServicesOf(registration);
        var own = services.Where(row => registration.Folders.Any(folder => folder.Starts(row.Text("PathName")))).ToArray();
        if (own.Length > 0)
        {
            return own.All(row => ServiceRow.IsRunning(row) == true) && !services.Any(IsMissed) ? Evidence.Runs
                : own.Any(row => ServiceRow.IsRunning(row) is null) ? Evidence.Unread
                : Evidence.Stopped;
        }

        var processes = _processes.Rows.Select(row => row.Text("ExecutablePath")).Where(path => !IsUpdater(path)).ToArray();
        var engines = services.Where(row => !IsUpdater(row.Text("PathName"))).ToArray();
        if (services.Any(IsMissed))
            return Evidence.Stopped;
        if (engines.Any(row => ServiceRow.IsRunning(row) == true))
        {
            // One of several runs, and which of them protects nobody knows, unless the registered program is seen itself.
            return
                engines.All(row => ServiceRow.IsRunning(row) == true || row.Text("StartMode") == "Disabled")
                || processes.Any(path => registration.Folders.Any(folder => folder.Starts(path)))
                ? Evidence.Runs
                : Evidence.Unread;
        }

        if (engines.Length > 0)
            return engines.Any(row => ServiceRow.IsRunning(row) is null) ? Evidence.Unread : Evidence.Stopped;
        if (processes.Any(path => registration.Folders.Any(folder => folder.Holds(path))))
            return Evidence.Runs;
        return registration.Folders.Count > 0 && Gap is not null ? Evidence.Unread : Evidence.Nothing;
    }

    /// <summary>What told of the product.</summary>
    public string SourceOf(Registration registration) => ServicesOf(registration).Length > 0 ? Services.Source : Processes.Source;

    /// <summary>What speaks against the running of a service in its folders, with both sides.</summary>
    public LocalText? Contradiction(Registration registration) =>
        ServicesOf(registration).Select(ServiceRow.Contradiction).FirstOrDefault(each => each is not null);

    private CimRow[] ServicesOf(Registration registration) =>
        _services.Rows.Where(row => registration.Folders.Any(folder => folder.Holds(row.Text("PathName")))).ToArray();

    /// <summary>A service that ought to run and doesn't: what reports to the Security Center may run on while the engine beside it is
    /// stopped.</summary>
    private static bool IsMissed(CimRow row) => row.Text("StartMode") == "Auto" && ServiceRow.IsRunning(row) == false;

    /// <summary>What fetches updates runs on while nothing protects. Names of programs are never localised.</summary>
    private static bool IsUpdater(string? command)
    {
        var end = command?.IndexOf(".exe", StringComparison.OrdinalIgnoreCase) ?? -1;
        return end > 0 && command!.Substring(0, end).Split('\\', '/').Last().IndexOf("updat", StringComparison.OrdinalIgnoreCase) >= 0;
    }

    private static Task<CimAnswer> AskAsync(
        ICimSource source,
        CimQuery query,
        string property,
        IReadOnlyList<string> patterns,
        CancellationToken token
    )
    {
        var conditions = patterns.Select(pattern => $"{property} LIKE '{pattern.Replace("\\", "\\\\").Replace("'", "\\'")}'").ToArray();
        return conditions.Length == 0
            ? Task.FromResult(CimAnswer.Of(Array.Empty<CimRow>()))
            : source.QueryAsync(query with { Where = string.Join(" OR ", conditions) }, token);
    }
}
