using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>What the registry has on one profile. Policy rows are those of the profile's key, and for Private also of the older
/// StandardProfile; device rows those of device management.</summary>
internal sealed record FirewallAnswers(
    FirewallProfile Profile,
    RegistryRow[] Policies,
    RegistryRow[] PolicyLogs,
    RegistryRow[] Devices,
    RegistryRow[] DeviceLogs,
    RegistryRow Local,
    RegistryRow LocalLog
);
