using System.Linq;

namespace ConfigAudit.Tests;

/// <summary>What a 32-bit Windows answers about software besides its uninstall key, whose users have nothing of their own: so that a
/// recording leaves no gap.</summary>
internal static class SoftwareKeys
{
    public const string Packages =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications";

    public const string Environment = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

    public const string Uninstall = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    /// <summary>The key for 32-bit programs.</summary>
    public const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    /// <summary>A whole list of programs of a 64-bit Windows, as part of a recording's registry.</summary>
    /// <param name="programs">By their DisplayName; an ordinary one where none is given, since no client has none.</param>
    public static string Listing(params string[] programs) =>
        $$"""
            {{Rest}}, "{{Uninstall}}": {}, "{{Uninstall}}\\AddressBook": {}, "{{Wow}}": {}, "{{Wow}}\\WIC": {}{{string.Concat(
            programs.DefaultIfEmpty("7-Zip").Select((name, at) => $$""", "{{Uninstall}}\\P{{at}}": { "DisplayName": { "data": "{{name}}" } }""")
        )}}
            """;

    /// <summary>As part of a recording's registry.</summary>
    public const string Rest = $$"""
        "HKEY_USERS": {}, "HKEY_USERS\\.DEFAULT": {}, "{{Packages}}": {}, "{{Environment}}": { "PROCESSOR_ARCHITECTURE": { "data": "x86" } }
        """;
}
