using System.Linq;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>A client of 64 bits that answers everything that is asked of its software, for recordings of which one thing differs.</summary>
internal static class SoftwareHost
{
    public const string Native = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    public const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    public const string Own = Person + @"\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    public const string OwnPackages =
        Person + @"\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages";

    private const string Person = @"HKEY_USERS\\S-1-5-21-1-2-3-1001";

    /// <param name="more">Keys besides, as parts of the registry.</param>
    public static string With(params string[] more) => Answering(string.Empty, more);

    /// <param name="scope">What the host refuses.</param>
    public static string Refusing(string scope) => Answering($"\"{scope}\": \"denied\"");

    /// <summary>As a provider for 32-bit programs answers: their list for the native one, and none below Wow6432Node.</summary>
    public static string Narrow() =>
        With()
            .Replace($"\"{Native}\": {{}}, \"{Native}\\\\AddressBook\": {{}},", string.Empty)
            .Replace(Wow, Native)
            .Replace("\"absent\": [", $"\"absent\": [ \"registry:{Wow}\", ");

    public static string Program(string root, string name, string? version = null, string more = "") =>
        $$""" "{{root}}\\{{name}}": { "DisplayName": { "data": "{{name}}" }, {{(version is null ? null : $$""" "DisplayVersion": { "data": "{{version}}" }, """)}} {{more}} "UninstallString": { "data": "x" } } """;

    public static string Package(string root, string name) => $"\"{root}\\\\{name}\": {{}}";

    private static string Answering(string failures, params string[] more) =>
        $$"""
            { "recordedAt": "2026-11-16T00:00:00Z",
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "26200", "OperatingSystemSKU": 4 } ], "Win32_ComputerSystem": [ { "Name": "MADO-01" } ] } },
              "registry": {
                "{{Native}}": {}, "{{Native}}\\AddressBook": {}, {{string.Concat(more.Select(each => each + ", "))}}
                "{{Wow}}": {}, {{Program(Wow, "Python 3.14.0 (64-bit)")}},
                "HKEY_USERS": {}, "HKEY_USERS\\.DEFAULT": {}, "{{Person}}": {}, "{{Own}}": {}, "{{OwnPackages}}": {}, "{{SoftwareKeys.Packages}}": {} },
              "absent": [], "failures": { {{failures}} } }
            """;
}
