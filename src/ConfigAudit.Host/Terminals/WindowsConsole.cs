using System;
using System.Runtime.InteropServices;

namespace ConfigAudit.Host.Terminals;

/// <summary>The console of Windows understands escape sequences, but only after it is asked to.</summary>
internal static class WindowsConsole
{
    public const int Output = -11;
    public const int Error = -12;

    private const uint ProcessEscapes = 0x0004;

    public static bool EnableEscapes(int standardHandle)
    {
        if (!OperatingSystem.IsWindows())
            return true;
        var handle = GetStdHandle(standardHandle);
        return GetConsoleMode(handle, out var mode) && SetConsoleMode(handle, mode | ProcessEscapes);
    }

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetStdHandle(int handle);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetConsoleMode(nint handle, out uint mode);

    [DllImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetConsoleMode(nint handle, uint mode);
}
