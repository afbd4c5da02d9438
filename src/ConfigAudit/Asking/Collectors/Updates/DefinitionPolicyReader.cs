using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>Values of Defender's policy key "Signature Updates" to where its definitions may come from.</summary>
internal static class DefinitionPolicyReader
{
    public const string Order = "FallbackOrder";
    public const string Shares = "DefinitionUpdateFileSharesSources";
    public const string Forced = "ForceUpdateFromMU";

    public const string ManagedOrder = "SignatureUpdateFallbackOrder";
    public const string ManagedShares = "SignatureUpdateFileSharesSources";
    public const string EffectiveOrder = "SignatureFallbackOrder";

    private const string Preference = "root/Microsoft/Windows/Defender:MSFT_MpPreference";
    private const string FromShares = "FileShares";

    private static readonly string[] Inside = { "InternalDefinitionUpdateServer", FromShares };

    public static FactSet<DefinitionPolicyFact> Read(
        Collection collection,
        RegistryRow policy,
        RegistryRow managed,
        RegistryRow reports,
        CimAnswer preference
    )
    {
        var facts = new FactSetBuilder<DefinitionPolicyFact>();
        var sources = First(policy, Order, managed, ManagedOrder);
        var shares = First(policy, Shares, managed, ManagedShares);
        var forced = policy.Switch(Forced, whenAbsent: false);
        var order = sources.Then<bool?>(IsOutside);
        var outside = Contradiction(order, policy, managed, preference) is { } gap ? Reading<bool?>.Unknown(gap) : order;
        var shared = ReadingExtensions.All(
            sources.Then<bool?>(each => each.Contains(FromShares, StringComparer.OrdinalIgnoreCase)),
            shares.Then<bool?>(paths => paths.Any(InternetHost.HasShare))
        );
        var cloud = CloudDefinitions.Read(policy, reports, managed);
        facts.Add(
            new DefinitionPolicyFact
            {
                ComputerName = collection.ComputerName,
                Source = managed.Names is { Count: > 0 } ? $"{policy.Source}; {managed.Source}" : policy.Source,
                MayFetchFromInternet = facts.Known(
                    nameof(DefinitionPolicyFact.MayFetchFromInternet),
                    ReadingExtensions.Any(outside, forced, shared, cloud)
                ),
                Sources = facts.Known(nameof(DefinitionPolicyFact.Sources), sources),
                FileShares = facts.Known(nameof(DefinitionPolicyFact.FileShares), shares),
                ForcesMicrosoftUpdate = facts.Known(nameof(DefinitionPolicyFact.ForcesMicrosoftUpdate), forced),
                TakesFromCloud = facts.Known(nameof(DefinitionPolicyFact.TakesFromCloud), cloud),
            }
        );
        return facts.Build();
    }

    /// <summary>Group policy's, or where it sets nothing device management's. A recording made before that was asked doesn't hold it, which
    /// contradicts nothing.</summary>
    private static Reading<IReadOnlyList<string>> First(RegistryRow policy, string name, RegistryRow managed, string managedName)
    {
        var own = policy.TextOr(name, string.Empty).Then(Parts);
        return own.Value is { Count: 0 } && !IsUnrecorded(managed.Text(managedName))
            ? managed.TextOr(managedName, string.Empty).Then(Parts)
            : own;
    }

    /// <summary>
    /// Why an order that keeps to the inside isn't believed: device management says otherwise or couldn't be read, and which of both
    /// Windows follows isn't documented; or Defender itself
    /// (MSFT_MpPreference) says that it goes by another one.
    /// </summary>
    private static Gap? Contradiction(Reading<bool?> order, RegistryRow policy, RegistryRow managed, CimAnswer preference)
    {
        if (order.Value != false)
            return null;
        var other = managed.Text(ManagedOrder);
        if (other.GapIfUnread is { Kind: not GapKind.NotRecorded } unread)
            return unread;
        if (other.Value is { } text && IsOther(text))
        {
            return new Gap(
                GapKind.Unusable,
                $"{managed.Source}\\{ManagedOrder}",
                new LocalText(
                    $"デバイス管理は「{text}」だが、{policy.Source}\\{Order} は庁内に限定している",
                    $"device management says '{text}', and {policy.Source}\\{Order} keeps to the inside"
                )
            );
        }

        var told = preference.Rows.Select(row => row.Text(EffectiveOrder)).FirstOrDefault(each => each is not null && IsOther(each));
        return told is null
            ? null
            : new Gap(
                GapKind.Unusable,
                Preference,
                new LocalText(
                    $"{EffectiveOrder} は「{told}」だが、ポリシーは庁内に限定している",
                    $"{EffectiveOrder} is '{told}', and policy keeps to the inside"
                )
            );
    }

    private static bool IsOther(string text) => Parts(text) is { Count: > 0 } parts && IsOutside(parts) == true;

    private static bool? IsOutside(IReadOnlyList<string> sources) =>
        sources.Count == 0 || sources.Any(source => !Inside.Contains(source, StringComparer.OrdinalIgnoreCase));

    private static bool IsUnrecorded(RegistryAnswer<string> answer) => answer.Gap is { Kind: GapKind.NotRecorded };

    /// <summary>"A|B", which stands with braces or without, and with blanks or without: Microsoft's own documentation wrote both.</summary>
    private static IReadOnlyList<string> Parts(string text) =>
        text.Trim()
            .TrimStart('{')
            .TrimEnd('}')
            .Split('|')
            .Select(part => part.Trim().Trim('{', '}').Trim())
            .Where(part => !RegistryReadings.IsBlank(part))
            .ToArray();
}
