using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Logging;

/// <summary>Policy values to what is recorded, and where it is sent.</summary>
internal static class LoggingReader
{
    public const string ScriptBlocks = "EnableScriptBlockLogging";
    public const string WithArguments = "ProcessCreationIncludeCmdLine_Enabled";
    public const string Subcategories = "SCENoApplyLegacyAuditPolicy";

    /// <summary>The policy numbers its values; more than nine collectors are not known of.</summary>
    public static readonly string[] Managers = Enumerable.Range(1, 9).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToArray();

    private const string ServerPart = "Server=";

    public static FactSet<LoggingFact> Read(Collection collection, RegistryRow managers, RegistryRow scripts, RegistryRow processes, RegistryRow lsa)
    {
        var facts = new FactSetBuilder<LoggingFact>();
        var unread = Managers.Select(name => managers.Text(name).GapIfUnread).FirstOrDefault(gap => gap is not null);
        var targets = Managers.Select(name => Target(managers.Text(name).Value)).Where(target => target is not null).Select(target => target!).ToArray();
        var subcategories = lsa.Number(Subcategories);
        facts.Add(new LoggingFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{managers.Source}; {scripts.Source}; {processes.Source}; {lsa.Source}",
            ForwardsEvents = targets.Length > 0 ? true : unread is null ? false : null,
            ForwardedTo = unread is null ? targets : null,
            ScriptBlockLogging = scripts.Number(ScriptBlocks).Flag(whenAbsent: false),
            CommandLinesLogged = processes.Number(WithArguments).Flag(whenAbsent: false),
            SubcategoriesCount = subcategories.Value is { } number ? number != 0 : null,
        });
        facts.Unread(unread, nameof(LoggingFact.ForwardsEvents), nameof(LoggingFact.ForwardedTo));
        facts.Unread(scripts.Number(ScriptBlocks).GapIfUnread, nameof(LoggingFact.ScriptBlockLogging));
        facts.Unread(processes.Number(WithArguments).GapIfUnread, nameof(LoggingFact.CommandLinesLogged));
        facts.Unread(subcategories.Gap, nameof(LoggingFact.SubcategoriesCount));
        return facts.Build();
    }

    /// <summary>Of "Server=http://host:5985/wsman/…,Refresh=60": the server.</summary>
    private static string? Target(string? text) => text?.Split(',').Select(part => part.Trim())
        .FirstOrDefault(part => part.StartsWith(ServerPart, StringComparison.OrdinalIgnoreCase))?.Substring(ServerPart.Length);
}
