using System;
using System.IO;
using System.Runtime.InteropServices;

namespace ConfigAudit.Telling.Schedules.Access;

/// <summary>Owners and modes of files and folders on Linux, through libc: netstandard2.0 has no classes for them.</summary>
internal static class UnixAccess
{
    /// <summary>rwx------</summary>
    public const uint Private = 0x1C0;

    /// <summary>rwxr-xr-x</summary>
    public const uint Readable = 0x1ED;

    /// <summary>rw-r--r--</summary>
    public const uint ReadableFile = 0x1A4;

    private const uint GroupOrOthersWrite = 0x12;
    private const uint Sticky = 0x200;
    private const int CurrentFolder = -100;
    private const uint TypeModeAndOwner = 0x1 | 0x2 | 0x8;

    /// <summary>Owner and mode, following links: the layout of struct statx is the same on every architecture (statx(2)).</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    public static (uint Owner, uint Mode) Describe(string path)
    {
        var buffer = new byte[256];
        if (statx(CurrentFolder, path, 0, TypeModeAndOwner, buffer) != 0)
            throw new IOException($"{path}: its owner and mode can't be read (errno {Marshal.GetLastWin32Error()})");
        return (BitConverter.ToUInt32(buffer, 20), BitConverter.ToUInt16(buffer, 28));
    }

    /// <exception cref="IOException">It can't be set.</exception>
    public static void SetMode(string path, uint mode)
    {
        if (chmod(path, mode) != 0)
            throw new IOException($"{path}: its mode can't be set (errno {Marshal.GetLastWin32Error()})");
    }

    /// <summary>Whether others than root may change it, or what is in it. In a sticky folder, as /tmp, nobody may touch what is
    /// another's.</summary>
    public static bool IsChangedByOthers(uint owner, uint mode, bool isAbove) =>
        owner != 0 || ((mode & GroupOrOthersWrite) != 0 && !(isAbove && (mode & Sticky) != 0));

#pragma warning disable SA1300, IDE1006 // libc's own names.
    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPStr)] string path, int flags, uint mask, byte[] buffer);

    [DllImport("libc", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int chmod([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
#pragma warning restore SA1300, IDE1006
}
