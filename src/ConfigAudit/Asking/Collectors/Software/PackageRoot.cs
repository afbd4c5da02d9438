using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>A key whose subkeys are the full names of packages (MSIX, AppX).</summary>
internal sealed record PackageRoot(RegistryKey Key, SoftwareScope Scope, RegistryAnswer<IReadOnlyList<string>> Names)
{
    /// <summary>Windows 8 and Server 2012, the first with packages.</summary>
    public const long FirstBuild = 9200;

    /// <summary>Packages that every user gets: provisioned ones.</summary>
    public static readonly RegistryKey OfMachine = RegistryKey.LocalMachine(
        @"SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications"
    );

    /// <summary>Packages that are registered for a user.</summary>
    public static RegistryKey OfUser(string sid) =>
        RegistryKey.Users.Below(
            sid + @"\Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages"
        );

    /// <summary>
    /// Why they aren't known. Accounts that never had a desktop, and servers without one, have no such key, nor has a Windows before
    /// packages; a client that
    /// says so, or a host of which nobody knows what it is, wasn't asked what it seems.
    /// </summary>
    public Gap? Gap(HostKind? kind, long? build)
    {
        if (build < FirstBuild && Names.Gap?.Kind is GapKind.NotPresent or GapKind.NotRecorded)
            return null;
        return Names.IsAbsent && (Scope == SoftwareScope.User || kind is HostKind.Server or HostKind.DomainController) ? null : Names.Gap;
    }
}
