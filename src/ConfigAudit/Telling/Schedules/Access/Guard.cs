using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules.Access;

/// <summary>
/// Sees that nobody with fewer rights can change what the system's account runs: not the file or folder, and not a folder above it, which
/// would let them put
/// another in its place.
/// </summary>
internal static class Guard
{
    /// <summary>Why others could change a file or folder; null when they can't.</summary>
    /// <param name="path">It need not be there: then the folders above it count.</param>
    /// <param name="account">The SID of the account that runs what is there; null for the system's own.</param>
    public static LocalText? Danger(string path, string? account = null)
    {
        for (string? at = path; !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at))
        {
            if ((Directory.Exists(at) || File.Exists(at)) && Danger(at!, isAbove: at != path, account) is { } danger)
                return danger;
        }

        return null;
    }

    private static LocalText? Danger(string path, bool isAbove, string? account)
    {
        try
        {
            if (!RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
            {
                var (owner, mode) = UnixAccess.Describe(path);
                return UnixAccess.IsChangedByOthers(owner, mode, isAbove)
                    ? new LocalText(
                        $"{path} はroot以外にも変更できます（所有者 {owner}、モード {Convert.ToString(mode & 0xFFF, 8)}）",
                        $"{path} can be changed by others than root (owner {owner}, mode {Convert.ToString(mode & 0xFFF, 8)})"
                    )
                    : null;
            }

            var descriptor = new SecurityDescriptor(WindowsAccess.Describe(path), account);
            var others = isAbove ? descriptor.Replacers : descriptor.Changers;
            return others.Count > 0
                ? new LocalText(
                    $"{path} は管理者以外にも変更できます（{string.Join("、", others.Take(5))}）",
                    $"{path} can be changed by others than administrators ({string.Join(", ", others.Take(5))})"
                )
                : null;
        }
        catch (IOException bad)
        {
            return new LocalText("誰が変更できるかを確かめられません: " + bad.Message, "Who may change it can't be learnt: " + bad.Message);
        }
        catch (EntryPointNotFoundException bad)
        {
            return new LocalText(
                $"{path} を誰が変更できるかを確かめられません: {bad.Message}",
                $"Who may change {path} can't be learnt: {bad.Message}"
            );
        }
    }
}
