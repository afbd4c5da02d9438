using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>The profiles' keys and the firewall's services to firewall profile facts.</summary>
internal static class FirewallReader
{
    public const string Enable = "EnableFirewall";
    public const string Inbound = "DefaultInboundAction";
    public const string Outbound = "DefaultOutboundAction";
    public const string Shielded = "DoNotAllowExceptions";
    public const string Exceptions = "DisabledInterfaces";
    public const string Merge = "AllowLocalPolicyMerge";
    public const string Dropped = "LogDroppedPackets";
    public const string Successful = "LogSuccessfulConnections";

    private const string Firewall = "mpssvc";
    private const string Engine = "BFE";

    public static CimQuery Services { get; } = ServiceState.Query(Firewall, Engine);

    public static FactSet<FirewallProfileFact> Read(Collection collection, IEnumerable<FirewallAnswers> profiles, CimAnswer services)
    {
        var facts = new FactSetBuilder<FirewallProfileFact>();
        var works = Works(services);
        foreach (var profile in profiles)
            Add(facts, collection, profile, works);
        return facts.Build();
    }

    /// <summary>
    /// The firewall doesn't start without the filtering engine, so that it runs is proof enough of a host that shows only the one; an
    /// engine that is shown must work too.
    /// </summary>
    private static Reading<bool?> Works(CimAnswer services)
    {
        var (firewall, engine) = (new ServiceState(services, Firewall), new ServiceState(services, Engine));
        return engine.IsThere ? ReadingExtensions.All(firewall.Works, engine.Works) : firewall.Works;
    }

    private static void Add(FactSetBuilder<FirewallProfileFact> facts, Collection collection, FirewallAnswers profile, Reading<bool?> works)
    {
        var stores = new FirewallStores(profile.Policies, profile.Devices, profile.Local);
        var logs = new FirewallStores(profile.PolicyLogs, profile.DeviceLogs, profile.LocalLog);
        var merge = new FirewallStores(profile.Policies, profile.Devices);
        var isSetOn = Everywhere(Flag(stores.Setting(Enable, null)), profile.Local);
        // That inbound is blocked where nothing is set is documented (INetFwPolicy2). Unverified: that outbound is allowed and local rules
        // are merged then,
        // that successful connections aren't logged, and that a policy for StandardProfile speaks for the private profile.
        facts.Add(
            new FirewallProfileFact
            {
                ComputerName = collection.ComputerName,
                Source = string.Join("; ", stores.Sources.Append(Services.Source)),
                Profile = profile.Profile,
                Enabled = facts.Known(nameof(FirewallProfileFact.Enabled), ReadingExtensions.All(isSetOn, works)),
                IsSetOn = facts.Known(nameof(FirewallProfileFact.IsSetOn), isSetOn),
                ServiceWorks = facts.Known(nameof(FirewallProfileFact.ServiceWorks), works),
                DefaultInbound = facts.Known(nameof(FirewallProfileFact.DefaultInbound), InboundAction(stores)),
                DefaultOutbound = facts.Known(nameof(FirewallProfileFact.DefaultOutbound), Action(stores.Setting(Outbound, 0))),
                AllowLocalRules = facts.Known(nameof(FirewallProfileFact.AllowLocalRules), Flag(merge.Setting(Merge, 1))),
                LogBlocked = facts.Known(nameof(FirewallProfileFact.LogBlocked), Flag(logs.Setting(Dropped, 0))),
                LogAllowed = facts.Known(nameof(FirewallProfileFact.LogAllowed), Flag(logs.Setting(Successful, 0))),
                Origin = facts.Known(nameof(FirewallProfileFact.Origin), isSetOn.Then<SettingOrigin?>(_ => stores.OriginOf(Enable))),
            }
        );
    }

    /// <summary>A firewall that is on in a profile may be off on some of its connections. Unverified: the form of the value, of which any
    /// that isn't blank counts.</summary>
    private static Reading<bool?> Everywhere(Reading<bool?> isSetOn, RegistryRow local)
    {
        var except = local.Text(Exceptions);
        // A recording made before this was asked doesn't hold it. A host that refused, or didn't answer in time, may have exceptions.
        if (
            isSetOn.Value != true
            || except is { Gap: { Kind: GapKind.NotPresent or GapKind.NotRecorded } }
            || (except.Value is { } text && RegistryReadings.IsBlank(text))
        )
        {
            return isSetOn;
        }

        if (except.Gap is { Kind: not GapKind.Unusable } gap)
            return Reading<bool?>.Unknown(gap);
        return Reading<bool?>.Unknown(
            new Gap(
                GapKind.Unusable,
                $"{local.Source}\\{Exceptions}",
                new LocalText(
                    $"プロファイルは有効だが、除外された接続がある（{except.Value ?? "読めない"}）。「保護されているネットワーク接続」を確認してください",
                    $"the profile is set on, and connections are left out of it ({except.Value ?? "which can't be read"}): look at its protected network connections"
                )
            )
        );
    }

    /// <summary>Where all inbound connections are refused, whatever rules say (the firewall's shields are up), no default allows any:
    /// [MS-FASP] §2.2.38 lets that win from any store.</summary>
    private static Reading<FirewallAction?> InboundAction(FirewallStores stores) =>
        stores.Has(Shielded, 1) ? Reading<FirewallAction?>.Of(FirewallAction.Block) : Action(stores.Setting(Inbound, 1));

    private static Reading<bool?> Flag(Reading<long?> setting) => setting.Then<bool?>(number => number == 1);

    private static Reading<FirewallAction?> Action(Reading<long?> setting) =>
        setting.Then<FirewallAction?>(number => number == 1 ? FirewallAction.Block : FirewallAction.Allow);
}
