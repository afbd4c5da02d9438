using System;
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
        var sources = Parts(row.Text(Order).Or(string.Empty));
        var forced = row.Number(Forced).Flag(whenAbsent: false);
        var outside = sources is null ? (bool?)null : sources.Length == 0 || sources.Any(source => !Inside.Contains(source, StringComparer.OrdinalIgnoreCase));
        facts.Add(new DefinitionPolicyFact
        {
            ComputerName = collection.ComputerName,
            Source = row.Source,
            Sources = sources,
            FileShares = Parts(row.Text(Shares).Or(string.Empty)),
            ForcesMicrosoftUpdate = forced,
            MayFetchFromInternet = outside == true || forced == true ? true : outside is null || forced is null ? null : false,
        });
        facts.Unread(row.Text(Order).GapIfUnread, nameof(DefinitionPolicyFact.Sources), nameof(DefinitionPolicyFact.MayFetchFromInternet));
        facts.Unread(row.Text(Shares).GapIfUnread, nameof(DefinitionPolicyFact.FileShares));
        facts.Unread(row.Number(Forced).GapIfUnread, nameof(DefinitionPolicyFact.ForcesMicrosoftUpdate), nameof(DefinitionPolicyFact.MayFetchFromInternet));
        return facts.Build();
    }

    /// <summary>"A|B", which stands with braces or without, and with blanks or without: Microsoft's own documentation wrote both.</summary>
    private static string[]? Parts(string? text) =>
        text?.Trim().TrimStart('{').TrimEnd('}').Split('|').Select(part => part.Trim().Trim('{', '}').Trim()).Where(part => part.Length > 0).ToArray();
}
