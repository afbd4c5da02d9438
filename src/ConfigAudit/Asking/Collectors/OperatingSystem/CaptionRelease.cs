using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>
/// The release that Win32_OperatingSystem.Caption names, held against the build. Caption is localised, and isn't read for more than the
/// names that Microsoft translates nowhere. It is no second ProductName of the registry, which says Windows 10 on Windows 11. A caption
/// without such a name, as of the annual channel, contradicts nothing.
/// </summary>
internal static class CaptionRelease
{
    /// <summary>The first build of Windows 10, and of Windows 11.</summary>
    private const long Ten = 10240,
        Eleven = 22000;

    private static readonly Regex Client = LinearPattern.Of(@"Windows (?<release>1[01])(?![0-9])");
    private static readonly Regex Server = LinearPattern.Of(@"Server (?<release>2016|2019|2022|2025)(?![0-9])");

    /// <summary>The builds of the servers that are named by a year. Previews and the annual channel have others.</summary>
    private static readonly (string Release, long Build)[] Servers = { ("2016", 14393), ("2019", 17763), ("2022", 20348), ("2025", 26100) };

    /// <returns>Null where both are of one release, or the caption names none.</returns>
    public static Gap? Contradiction(string? caption, long? build, string source)
    {
        if (caption is null || build is not { } number || !IsOther(caption, number))
            return null;
        var (told, shown) = (HostileText.Shown(caption.Trim()), number.ToString(CultureInfo.InvariantCulture));
        return new Gap(
            GapKind.Unusable,
            source,
            new LocalText(
                $"Caption は {told}、BuildNumber は {shown} で、異なるWindowsを示している",
                $"Caption is {told}, and BuildNumber, {shown}, is another Windows"
            )
        );
    }

    private static bool IsOther(string caption, long build)
    {
        if (Server.Match(caption) is { Success: true } server)
            return build < Ten || Servers.Any(each => each.Build == build && each.Release != server.Groups["release"].Value);
        if (Client.Match(caption) is not { Success: true } client)
            return false;
        return build < Ten || (client.Groups["release"].Value == "11") != (build >= Eleven);
    }
}
