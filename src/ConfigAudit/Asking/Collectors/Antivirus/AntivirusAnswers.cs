using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>What a host answered of its security products.</summary>
/// <param name="Center">AntiVirusProduct; null where Windows has no Security Center.</param>
/// <param name="Registrations">Its rows.</param>
/// <param name="Defender">MSFT_MpComputerStatus.</param>
/// <param name="Switches">What is set to switch Microsoft Defender off.</param>
/// <param name="Services">Win32_Service and Win32_SystemDriver, of the catalogue's services and drivers.</param>
/// <param name="Programs">What runs in the folders of registered products.</param>
/// <param name="Onboarding">The state of Microsoft Defender for Endpoint.</param>
/// <param name="LastBoot">When Windows last started, where something turned on that.</param>
/// <param name="Definitions">What products keep of their definitions in the registry, by their id.</param>
internal sealed record AntivirusAnswers(
    CimAnswer? Center,
    IReadOnlyList<Registration> Registrations,
    CimAnswer Defender,
    DefenderSwitches Switches,
    ServiceStates Services,
    RunningPrograms Programs,
    RegistryAnswer<long?> Onboarding,
    DateTimeOffset? LastBoot,
    IReadOnlyDictionary<string, DefinitionState> Definitions
)
{
    /// <summary>Whether the Security Center was read and names no product at all, which no client does.</summary>
    public bool IsCenterEmpty => Center is { Gap: null, Rows.Count: 0 };
}
