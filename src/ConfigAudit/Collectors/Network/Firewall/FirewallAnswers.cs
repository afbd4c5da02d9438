using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>What the registry has on one profile. Policy rows are those of the profile's key, and for Private also of the older StandardProfile.</summary>
internal sealed record FirewallAnswers(FirewallProfile Profile, RegistryRow[] Policies, RegistryRow[] PolicyLogs, RegistryRow Local, RegistryRow LocalLog);
