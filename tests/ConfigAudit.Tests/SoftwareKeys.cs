namespace ConfigAudit.Tests;

/// <summary>What a 32-bit Windows answers about software besides its uninstall key, whose users have nothing of their own: so that a
/// recording leaves no gap.</summary>
internal static class SoftwareKeys
{
    public const string Packages =
        @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Appx\\AppxAllUserStore\\Applications";

    public const string Environment = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment";

    /// <summary>As part of a recording's registry.</summary>
    public const string Rest = $$"""
        "HKEY_USERS": {}, "HKEY_USERS\\.DEFAULT": {}, "{{Packages}}": {}, "{{Environment}}": { "PROCESSOR_ARCHITECTURE": { "data": "x86" } }
        """;
}
