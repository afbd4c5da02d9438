using System;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Vpn;

/// <summary>Four registry keys to the Remote Desktop fact.</summary>
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

    public static FactSet<RemoteDesktopFact> Read(Collection collection, RegistryRow policy, RegistryRow server, RegistryRow listener, RegistryRow assistance)
    {
        var facts = new FactSetBuilder<RemoteDesktopFact>();
        var deny = Winner(policy.Number(Deny), server.Number(Deny));
        var nla = Winner(policy.Number(Nla), listener.Number(Nla));
        var layer = Winner(policy.Number(Layer), listener.Number(Layer));
        var encryption = Winner(policy.Number(Encryption), listener.Number(Encryption));
        var port = listener.Number(Port);
        var help = Winner(policy.Number(Help), assistance.Number(Help));
        var control = Winner(policy.Number(HelpControl), assistance.Number(HelpControl));
        facts.Add(new RemoteDesktopFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{policy.Source}; {server.Source}; {listener.Source}; {assistance.Source}",
            IsEnabled = deny.Value is { } denied ? denied == 0 : null,
            RequiresNla = nla.Value is { } required ? required != 0 : null,
            SecurityLayer = Members.Of<RdpSecurityLayer>(layer.Value),
            MinEncryption = Members.Of<RdpEncryption>(encryption.Value),
            Port = port.Value,
            PolicyBlocksDrives = policy.Number(NoDrives).Flag(whenAbsent: false),
            PolicyBlocksClipboard = policy.Number(NoClipboard).Flag(whenAbsent: false),
            PolicyIdleLimit = Limit(policy.Number(Idle)),
            PolicyDisconnectLimit = Limit(policy.Number(Disconnected)),
            AllowsAssistance = help.Value is { } helped ? helped != 0 : null,
            AllowsAssistantControl = control.Value is { } controlled ? controlled != 0 : null,
            AllowsUninvitedAssistance = policy.Number(Unsolicited).Flag(whenAbsent: false),
        });

        facts.Unread(deny.Gap, nameof(RemoteDesktopFact.IsEnabled));
        facts.Unread(nla.Gap, nameof(RemoteDesktopFact.RequiresNla));
        facts.Unread(layer.Gap ?? Unknown(listener, Layer), nameof(RemoteDesktopFact.SecurityLayer));
        facts.Unread(encryption.Gap ?? Unknown(listener, Encryption), nameof(RemoteDesktopFact.MinEncryption));
        facts.Unread(port.Gap, nameof(RemoteDesktopFact.Port));
        facts.Unread(policy.Number(NoDrives).GapIfUnread, nameof(RemoteDesktopFact.PolicyBlocksDrives));
        facts.Unread(policy.Number(NoClipboard).GapIfUnread, nameof(RemoteDesktopFact.PolicyBlocksClipboard));
        facts.Unread(policy.Number(Idle).GapIfUnread, nameof(RemoteDesktopFact.PolicyIdleLimit));
        facts.Unread(policy.Number(Disconnected).GapIfUnread, nameof(RemoteDesktopFact.PolicyDisconnectLimit));
        facts.Unread(help.Gap, nameof(RemoteDesktopFact.AllowsAssistance));
        facts.Unread(control.Gap, nameof(RemoteDesktopFact.AllowsAssistantControl));
        facts.Unread(policy.Number(Unsolicited).GapIfUnread, nameof(RemoteDesktopFact.AllowsUninvitedAssistance));
        return facts.Build();
    }

    /// <summary>A policy that couldn't be read may say anything: then the local value is no answer.</summary>
    private static RegistryAnswer<long?> Winner(RegistryAnswer<long?> policy, RegistryAnswer<long?> local) => policy.IsAbsent ? local : policy;

    private static Gap Unknown(RegistryRow key, string name) => new(GapKind.Unusable, $"{key.Source}\\{name}", "a number without a documented meaning");

    private static TimeSpan? Limit(RegistryAnswer<long?> answer) => answer.Or(0) is >= 0 and <= uint.MaxValue and var limit ? TimeSpan.FromMilliseconds(limit) : null;
}
