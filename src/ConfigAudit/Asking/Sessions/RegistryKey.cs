using System;
using System.Globalization;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A registry key.</summary>
/// <param name="Hive">hDefKey of StdRegProv.</param>
/// <param name="Path">Below the hive, with backslashes.</param>
internal sealed record RegistryKey(uint Hive, string Path)
{
    private const uint LocalMachineHive = 0x80000002;
    private const uint UsersHive = 0x80000003;

    public static RegistryKey Users { get; } = new(UsersHive, string.Empty);

    /// <summary>How gaps and provenance name it.</summary>
    public string Source => "registry:" + FullName;

    public string FullName => Path.Length == 0 ? HiveName : $"{HiveName}\\{Path}";

    private string HiveName => Hive == UsersHive ? "HKEY_USERS" : "HKEY_LOCAL_MACHINE";

    /// <summary>The key that a call of StdRegProv asks of; null for a call of anything else.</summary>
    public static RegistryKey? Of(CimCall call) =>
        string.Equals(call.Class, "StdRegProv", StringComparison.OrdinalIgnoreCase)
            ? new RegistryKey(
                Convert.ToUInt32(call.Arguments["hDefKey"], CultureInfo.InvariantCulture),
                (string)call.Arguments["sSubKeyName"]!
            )
            : null;

    public static RegistryKey LocalMachine(string path) => new(LocalMachineHive, path);

    public RegistryKey Below(string path) => this with { Path = Path.Length == 0 ? path : $"{Path}\\{path}" };
}
