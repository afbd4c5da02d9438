using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>A subkey of an uninstall key, as answered.</summary>
internal sealed record UninstallEntry(RegistryKey Key, RegistryAnswer<string> DisplayName)
{
    public const string Name = "DisplayName";
    public const string VersionName = "DisplayVersion";
    public const string PublisherName = "Publisher";
    public const string InstallDateName = "InstallDate";
    public const string SystemComponentName = "SystemComponent";
    public const string ParentKeyName = "ParentKeyName";
    public const string ReleaseTypeName = "ReleaseType";

    public static readonly string[] ValueNames =
    {
        Name,
        VersionName,
        PublisherName,
        InstallDateName,
        SystemComponentName,
        ParentKeyName,
        ReleaseTypeName,
    };

    private static readonly RegistryAnswer<string> NotAsked = new(null, null);

    public string KeyName => Key.Path.Substring(Key.Path.LastIndexOf('\\') + 1);

    public RegistryAnswer<string> Version { get; init; } = NotAsked;

    public RegistryAnswer<string> Publisher { get; init; } = NotAsked;

    public RegistryAnswer<string> InstallDate { get; init; } = NotAsked;

    public RegistryAnswer<long?> SystemComponent { get; init; } = new(null, null);

    public RegistryAnswer<string> ParentKey { get; init; } = NotAsked;

    public RegistryAnswer<string> ReleaseType { get; init; } = NotAsked;
}

/// <summary>An uninstall key with what stands below it.</summary>
internal sealed record UninstallRoot(RegistryKey Key, SoftwareScope Scope)
{
    /// <summary>Why the key couldn't be listed. A key that isn't there is no gap: 32-bit Windows has one view, many users have no
    /// programs.</summary>
    public Gap? Gap { get; init; }

    /// <summary>Whether a recording that doesn't hold the key leaves nothing open.</summary>
    public bool MayBeUnrecorded { get; init; }

    /// <summary>Whether the host said that the key isn't there.</summary>
    public bool IsAbsent { get; init; }

    public IReadOnlyList<UninstallEntry> Entries { get; init; } = Array.Empty<UninstallEntry>();
}
