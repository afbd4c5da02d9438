using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>Registry keys to the Remote Desktop facts, one a listener.</summary>
internal static class RemoteDesktopReader
{
    public const string Deny = "fDenyTSConnections";
    public const string Nla = "UserAuthentication";
    public const string Layer = "SecurityLayer";
    public const string Encryption = "MinEncryptionLevel";
    public const string Port = "PortNumber";
    public const string NoDrives = "fDisableCdm";
    public const string NoClipboard = "fDisableClip";
    public const string Idle = "MaxIdleTime";
    public const string Disconnected = "MaxDisconnectionTime";
    public const string Help = "fAllowToGetHelp";
    public const string HelpControl = "fAllowFullControl";
    public const string Unsolicited = "fAllowUnsolicited";

    public static FactSet<RemoteDesktopFact> Read(
        Collection collection,
        RegistryRow policy,
        RegistryRow server,
        WinStations stations,
        RegistryRow assistance
    )
    {
        var facts = new FactSetBuilder<RemoteDesktopFact>();
        var isAllowed = Winner(Deny, policy, server).Not();
        foreach (var (name, listener) in stations.Listeners)
            Add(facts, collection, policy, server, name, listener, assistance, isAllowed);
        // Where no connection is allowed, none is by a listener that wasn't seen.
        facts.MayLack(stations.Gap, new RemoteDesktopFact { IsEnabled = isAllowed.Value == false ? false : null });
        return facts.Build();
    }

    private static void Add(
        FactSetBuilder<RemoteDesktopFact> facts,
        Collection collection,
        RegistryRow policy,
        RegistryRow server,
        string name,
        RegistryRow listener,
        RegistryRow assistance,
        Reading<bool?> isAllowed
    ) =>
        facts.Add(
            new RemoteDesktopFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{policy.Source}; {server.Source}; {listener.Source}; {assistance.Source}",
                Listener = name,
                IsEnabled = facts.Known(
                    nameof(RemoteDesktopFact.IsEnabled),
                    ReadingExtensions.All(isAllowed, listener.Switch(WinStations.Enabled, whenAbsent: true))
                ),
                RequiresNla = facts.Known(nameof(RemoteDesktopFact.RequiresNla), RequiresNla(policy, listener)),
                SecurityLayer = facts.Known(
                    nameof(RemoteDesktopFact.SecurityLayer),
                    Winner(Layer, policy, listener, 0, 1, 2).Then(number => Members.Of<RdpSecurityLayer>(number))
                ),
                MinEncryption = facts.Known(
                    nameof(RemoteDesktopFact.MinEncryption),
                    Winner(Encryption, policy, listener, 1, 2, 3, 4).Then(number => Members.Of<RdpEncryption>(number))
                ),
                Port = facts.Known(nameof(RemoteDesktopFact.Port), PortOf(listener)),
                PolicyBlocksDrives = facts.Known(nameof(RemoteDesktopFact.PolicyBlocksDrives), policy.Switch(NoDrives, whenAbsent: false)),
                PolicyBlocksClipboard = facts.Known(
                    nameof(RemoteDesktopFact.PolicyBlocksClipboard),
                    policy.Switch(NoClipboard, whenAbsent: false)
                ),
                PolicyIdleLimit = facts.Known(nameof(RemoteDesktopFact.PolicyIdleLimit), Limit(policy.Number(Idle))),
                PolicyDisconnectLimit = facts.Known(nameof(RemoteDesktopFact.PolicyDisconnectLimit), Limit(policy.Number(Disconnected))),
                AllowsAssistance = facts.Known(nameof(RemoteDesktopFact.AllowsAssistance), Winner(Help, policy, assistance)),
                AllowsAssistantControl = facts.Known(
                    nameof(RemoteDesktopFact.AllowsAssistantControl),
                    Winner(HelpControl, policy, assistance)
                ),
                AllowsUninvitedAssistance = facts.Known(
                    nameof(RemoteDesktopFact.AllowsUninvitedAssistance),
                    policy.Switch(Unsolicited, whenAbsent: false)
                ),
            }
        );

    /// <summary>A policy that couldn't be read may say anything: then the local value is no answer.</summary>
    private static Reading<long?> Winner(string name, RegistryRow policy, RegistryRow local, params long[] allowed) =>
        (policy.Number(name).IsAbsent ? local : policy).Choice(name, null, allowed);

    private static Reading<bool?> Winner(string name, RegistryRow policy, RegistryRow local) =>
        Winner(name, policy, local, 0, 1).Then<bool?>(number => number == 1);

    /// <summary>
    /// Who must authenticate before there is a session does so over TLS or CredSSP, which RDP's own security (SecurityLayer 0) doesn't
    /// have: with both set, nobody says which of
    /// them Windows follows. A layer that wasn't recorded, or isn't set, contradicts nothing; one that the host refused may.
    /// </summary>
    private static Reading<bool?> RequiresNla(RegistryRow policy, RegistryRow listener)
    {
        var (asked, layer) = (Winner(Nla, policy, listener), Winner(Layer, policy, listener, 0, 1, 2));
        if (asked.Value != true)
            return asked;
        if (layer.Value == 0)
        {
            return Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    listener.Source,
                    new LocalText(
                        $"{Nla} は 1 だが、{Layer} が 0（RDP独自のセキュリティ）のため、事前の認証はできない",
                        $"{Nla} is 1, and {Layer} is 0 (RDP's own security), with which nobody can authenticate beforehand"
                    )
                )
            );
        }

        var unread = layer.Gaps.Where(gap => gap.Kind is not (GapKind.NotPresent or GapKind.NotRecorded)).ToArray();
        return unread.Length > 0 ? Reading<bool?>.Unknown(unread) : asked;
    }

    private static Reading<long?> PortOf(RegistryRow listener)
    {
        var answer = listener.Number(Port);
        return Reading<long?>.Of(
            answer.Value is > 0 and <= ushort.MaxValue ? answer.Value : null,
            answer.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    $"{listener.Source}\\{Port}",
                    new LocalText($"{answer.Value} はポート番号ではない", $"{answer.Value} is no port")
                )
        );
    }

    private static Reading<TimeSpan?> Limit(RegistryAnswer<long?> answer) =>
        Reading<long?>.Of(answer.Or(0), answer.Gap).Then<TimeSpan?>(limit => TimeSpan.FromMilliseconds(limit!.Value));
}
