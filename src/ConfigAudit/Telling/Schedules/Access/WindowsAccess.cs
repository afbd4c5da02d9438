using System;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules.Access;

/// <summary>
/// Security descriptors of files and folders, read and made through advapi32. System.IO.FileSystem.AccessControl would do that too, by
/// three assemblies more for .NET Framework, and
/// its classes throw on every other system (PlatformNotSupportedException), so that what a descriptor says couldn't be tested where this is
/// built: it is read as text instead
/// (<see cref="SecurityDescriptor"/>), which runs everywhere. Not tried on a Windows machine yet.
/// </summary>
internal static class WindowsAccess
{
    private const int FileObject = 1;
    private const uint OwnerAndDacl = 0x1 | 0x4;
    private const uint Revision = 1;

    /// <summary>
    /// Makes a folder, and what lacks above it, for SYSTEM and Administrators alone; nothing is inherited from above, so that nobody who
    /// may create files in
    /// %ProgramData% may in here.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="account">The SID of an account that reads in it; null for none.</param>
    /// <param name="rights">That account's rights: FRFX to read and run, 0x1301bf to change.</param>
    /// <exception cref="IOException">It can't be made.</exception>
    public static void Create(string path, string? account, string rights)
    {
        if (Directory.Exists(path))
            return;
        if (Path.GetDirectoryName(path) is { } above)
            Create(above, account, "FRFX");
        var text = "O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)" + (account is null ? string.Empty : $"(A;OICI;{rights};;;{account})");
        if (!ConvertStringSecurityDescriptorToSecurityDescriptor(text, Revision, out var descriptor, IntPtr.Zero))
            throw Failed(path);
        try
        {
            var attributes = new SecurityAttributes { Length = Marshal.SizeOf<SecurityAttributes>(), Descriptor = descriptor };
            if (!CreateDirectory(path, ref attributes))
                throw Failed(path);
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    /// <exception cref="IOException">It can't be read.</exception>
    public static string Describe(string path)
    {
        var code = GetNamedSecurityInfo(
            path,
            FileObject,
            OwnerAndDacl,
            IntPtr.Zero,
            IntPtr.Zero,
            IntPtr.Zero,
            IntPtr.Zero,
            out var descriptor
        );
        if (code != 0)
            throw new IOException($"{path}: {new Win32Exception(code).Message}");
        try
        {
            if (!ConvertSecurityDescriptorToStringSecurityDescriptor(descriptor, Revision, OwnerAndDacl, out var text, IntPtr.Zero))
                throw Failed(path);
            try
            {
                return Marshal.PtrToStringUni(text)!;
            }
            finally
            {
                LocalFree(text);
            }
        }
        finally
        {
            LocalFree(descriptor);
        }
    }

    /// <summary>The SID of an account, DOMAIN\name.</summary>
    /// <exception cref="ScheduleException">There is none of that name.</exception>
    public static string Sid(string account)
    {
        var sid = new byte[68];
        var sidLength = sid.Length;
        var domainLength = 256;
        if (!LookupAccountName(null, account, sid, ref sidLength, new char[domainLength], ref domainLength, out _))
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{account}' というアカウントはここにありません: {new Win32Exception(Marshal.GetLastWin32Error()).Message}",
                    $"'{account}' isn't known here: {new Win32Exception(Marshal.GetLastWin32Error()).Message}"
                )
            );
        }
        // S-1-authority-subauthority-...: [MS-DTYP] §2.4.2.
        var authority = sid.Skip(2).Take(6).Aggregate(0L, (number, one) => (number << 8) | one);
        return $"S-{sid[0]}-{authority}"
            + string.Concat(Enumerable.Range(0, sid[1]).Select(index => "-" + BitConverter.ToUInt32(sid, 8 + (4 * index))));
    }

    private static IOException Failed(string path) => new($"{path}: {new Win32Exception(Marshal.GetLastWin32Error()).Message}");

    [DllImport(
        "advapi32.dll",
        EntryPoint = "ConvertStringSecurityDescriptorToSecurityDescriptorW",
        CharSet = CharSet.Unicode,
        SetLastError = true
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ConvertStringSecurityDescriptorToSecurityDescriptor(
        string text,
        uint revision,
        out IntPtr descriptor,
        IntPtr size
    );

    [DllImport(
        "advapi32.dll",
        EntryPoint = "ConvertSecurityDescriptorToStringSecurityDescriptorW",
        CharSet = CharSet.Unicode,
        SetLastError = true
    )]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool ConvertSecurityDescriptorToStringSecurityDescriptor(
        IntPtr descriptor,
        uint revision,
        uint parts,
        out IntPtr text,
        IntPtr length
    );

    [DllImport("advapi32.dll", EntryPoint = "GetNamedSecurityInfoW", CharSet = CharSet.Unicode)]
    private static extern int GetNamedSecurityInfo(
        string name,
        int type,
        uint parts,
        IntPtr owner,
        IntPtr group,
        IntPtr dacl,
        IntPtr sacl,
        out IntPtr descriptor
    );

    [DllImport("advapi32.dll", EntryPoint = "LookupAccountNameW", CharSet = CharSet.Unicode, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool LookupAccountName(
        string? system,
        string account,
        byte[] sid,
        ref int sidLength,
        char[] domain,
        ref int domainLength,
        out int use
    );

    [DllImport("kernel32.dll", EntryPoint = "CreateDirectoryW", CharSet = CharSet.Unicode, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool CreateDirectory(string path, ref SecurityAttributes attributes);

    [DllImport("kernel32.dll")]
    private static extern IntPtr LocalFree(IntPtr memory);

    [StructLayout(LayoutKind.Sequential)]
    private struct SecurityAttributes
    {
        public int Length;
        public IntPtr Descriptor;
        public int InheritHandle;
    }
}
