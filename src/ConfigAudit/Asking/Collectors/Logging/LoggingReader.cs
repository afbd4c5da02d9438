using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Policy values to what is recorded, and where it is sent.</summary>
internal static class LoggingReader
{
    public const string ScriptBlocks = "EnableScriptBlockLogging";
    public const string WithArguments = "ProcessCreationIncludeCmdLine_Enabled";
    public const string Subcategories = "SCENoApplyLegacyAuditPolicy";

    /// <summary>The policy numbers its values; more than nine collectors are not known of.</summary>
    public static readonly string[] Managers = Enumerable
        .Range(1, 9)
        .Select(number => number.ToString(CultureInfo.InvariantCulture))
        .ToArray();

    private const string ServerPart = "Server=";

    public static FactSet<LoggingFact> Read(
        Collection collection,
        RegistryRow managers,
        RegistryRow scripts,
        RegistryRow processes,
        RegistryRow lsa
    )
    {
        var facts = new FactSetBuilder<LoggingFact>();
        var targets = Targets(managers);
        facts.Add(
            new LoggingFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{managers.Source}; {scripts.Source}; {processes.Source}; {lsa.Source}",
                ForwardsEvents = facts.Known(
                    nameof(LoggingFact.ForwardsEvents),
                    ReadingExtensions.Any(targets.Select(target => target.Then<bool?>(server => server.Length > 0)).ToArray())
                ),
                ForwardedTo = facts.Known(nameof(LoggingFact.ForwardedTo), Whole(targets)),
                ScriptBlockLogging = facts.Known(nameof(LoggingFact.ScriptBlockLogging), scripts.Switch(ScriptBlocks, whenAbsent: false)),
                CommandLinesLogged = facts.Known(
                    nameof(LoggingFact.CommandLinesLogged),
                    processes.Switch(WithArguments, whenAbsent: false)
                ),
                SubcategoriesCount = facts.Known(
                    nameof(LoggingFact.SubcategoriesCount),
                    lsa.Choice(Subcategories, null, 0, 1).Then<bool?>(number => number == 1)
                ),
            }
        );
        return facts.Build();
    }

    /// <summary>Of "Server=http://host:5985/wsman/…,Refresh=60": the server; empty for a value that isn't there or is blank.</summary>
    private static Reading<string>[] Targets(RegistryRow managers) =>
        Managers
            .Select(name =>
                managers
                    .TextOr(name, string.Empty)
                    .Then(
                        text => text.Length == 0 ? text : Target(text),
                        new Gap(
                            GapKind.Unusable,
                            $"{managers.Source}\\{name}",
                            new LocalText("サーバが指定されていない", "it names no server")
                        )
                    )
            )
            .ToArray();

    private static Reading<IReadOnlyList<string>> Whole(Reading<string>[] targets)
    {
        var gaps = targets.SelectMany(target => target.Gaps).ToArray();
        return gaps.Length > 0
            ? Reading<IReadOnlyList<string>>.Unknown(gaps)
            : Reading<IReadOnlyList<string>>.Of(targets.Select(target => target.Value!).Where(server => server.Length > 0).ToArray());
    }

    private static string? Target(string text) =>
        text.Split(',')
            .Select(part => part.Trim())
            .Where(part => part.StartsWith(ServerPart, StringComparison.OrdinalIgnoreCase))
            .Select(part => part.Substring(ServerPart.Length).Trim())
            .FirstOrDefault(server => server.Length > 0);
}
