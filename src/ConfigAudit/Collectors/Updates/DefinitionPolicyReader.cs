using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Updates;

/// <summary>Values of Defender's policy key "Signature Updates" to where its definitions may come from.</summary>
internal static class DefinitionPolicyReader
{
    public const string Order = "FallbackOrder";
    public const string Shares = "DefinitionUpdateFileSharesSources";
    public const string Forced = "ForceUpdateFromMU";

    private static readonly string[] Inside = { "InternalDefinitionUpdateServer", "FileShares" };

    public static FactSet<DefinitionPolicyFact> Read(Collection collection, RegistryRow row)
    {
        var facts = new FactSetBuilder<DefinitionPolicyFact>();
        var sources = row.TextOr(Order, string.Empty).Then(Parts);
        var forced = row.Switch(Forced, whenAbsent: false);
        var outside = sources.Then<bool?>(each => each.Count == 0 || each.Any(source => !Inside.Contains(source, StringComparer.OrdinalIgnoreCase)));
        facts.Add(new DefinitionPolicyFact
        {
            ComputerName = collection.ComputerName,
            Source = row.Source,
            MayFetchFromInternet = facts.Known(nameof(DefinitionPolicyFact.MayFetchFromInternet), ReadingExtensions.Any(outside, forced)),
            Sources = facts.Known(nameof(DefinitionPolicyFact.Sources), sources),
            FileShares = facts.Known(nameof(DefinitionPolicyFact.FileShares), row.TextOr(Shares, string.Empty).Then(Parts)),
            ForcesMicrosoftUpdate = facts.Known(nameof(DefinitionPolicyFact.ForcesMicrosoftUpdate), forced),
        });
        return facts.Build();
    }

    /// <summary>"A|B", which stands with braces or without, and with blanks or without: Microsoft's own documentation wrote both.</summary>
    private static IReadOnlyList<string> Parts(string text) =>
        text.Trim().TrimStart('{').TrimEnd('}').Split('|').Select(part => part.Trim().Trim('{', '}').Trim()).Where(part => !RegistryReadings.IsBlank(part)).ToArray();
}
