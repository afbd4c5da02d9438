using System;
using System.Linq;

namespace ConfigAudit.Tests.Mutation;

/// <summary>
/// What every Windows has at least one of. There an empty answer, or "isn't there", is no state of a machine but a fault of whoever
/// answered, and so a loss.
/// Anywhere else a host that says of itself that it has none, or one less, can't be told from one that hasn't: nobody can see that lie, and
/// it is no loss.
/// </summary>
internal static class Least
{
    /// <summary>Classes of which there is always an instance, whatever was asked for by name; namespaces' own of editions that lack them
    /// are left out.</summary>
    private static readonly string[] Classes =
    {
        "root/cimv2:Win32_OperatingSystem",
        "root/cimv2:Win32_ComputerSystem",
        "root/cimv2:Win32_Group",
        "root/cimv2:Win32_NTEventlogFile",
        "root/cimv2:Win32_LogicalDisk",
        "root/cimv2:Win32_UserAccount",
        "root/cimv2:Win32_NetworkAdapterConfiguration",
        "root/StandardCimv2:MSFT_NetFirewallProfile",
        "root/cimv2:Win32_BIOS",
        "root/cimv2:Win32_DiskDrive",
        "root/cimv2:Win32_UserProfile",
    };

    /// <summary>Keys that are always there, by their ends.</summary>
    private static readonly string[] Keys =
    {
        @"\CurrentVersion\Uninstall",
        @"\Windows NT\CurrentVersion",
        @"\Services\W32Time\Parameters",
        @"\CurrentVersion\ProfileList",
        @"\Services\EventLog\Security",
        @"\Control\Terminal Server",
        @"\Services\SharedAccess\Parameters\FirewallPolicy",
    };

    /// <summary>Classes of which there is one instance: more can't be missing, and a second that says otherwise makes both worth
    /// nothing.</summary>
    private static readonly string[] Singletons =
    {
        "root/cimv2:Win32_OperatingSystem",
        "root/cimv2:Win32_ComputerSystem",
        "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus",
        "root/Microsoft/Windows/Defender:MSFT_MpPreference",
        "root/Microsoft/Windows/DeviceGuard:Win32_DeviceGuard",
        "root/cimv2/Security/MicrosoftTpm:Win32_Tpm",
        "root/cimv2/TerminalServices:Win32_TerminalServiceSetting",
    };

    public static bool IsOne(Question question) => Singletons.Contains(question.Group, StringComparer.OrdinalIgnoreCase);

    public static bool IsNeverEmpty(Question question) =>
        Classes.Contains(question.Group, StringComparer.OrdinalIgnoreCase) && !IsByName(question);

    public static bool IsNeverAbsent(Question question) =>
        (question.Group.StartsWith("root/cimv2:", StringComparison.OrdinalIgnoreCase) && !question.Group.Contains("."))
        || question.Group.StartsWith("root/StandardCimv2:MSFT_NetFirewall", StringComparison.OrdinalIgnoreCase)
        || (IsOfMachine(question) && Keys.Any(key => question.Group.EndsWith(key, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Keys of which there is always something below.</summary>
    public static bool HasSubkeys(Question question) =>
        question.Place.EndsWith("(EnumKey)", StringComparison.Ordinal) && IsNeverAbsent(question);

    /// <summary>A user need not have installed anything, and Windows of 32 bits has no Wow6432Node.</summary>
    private static bool IsOfMachine(Question question) =>
        question.Group.StartsWith("registry:HKEY_LOCAL_MACHINE", StringComparison.OrdinalIgnoreCase)
        && question.Group.IndexOf("Wow6432Node", StringComparison.OrdinalIgnoreCase) < 0;

    /// <summary>An account of the host's own is always there but on a domain controller; a service that a catalogue names need not
    /// be.</summary>
    private static bool IsByName(Question question) => question.Key.IndexOf("Name='", StringComparison.OrdinalIgnoreCase) >= 0;
}
