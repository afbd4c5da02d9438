using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>
/// A folder that a cloud client registered with Windows to be kept in step: a key below
/// <c>HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager</c>,
/// named <c>provider!SID!account</c>. Clients that don't use Windows' cloud files (before Windows 10 1709, all) aren't seen. That no key
/// means no such
/// folder is inferred from how clients register, not documented: none seen isn't none there.
/// </summary>
public sealed record SyncRootFact : Fact
{
    /// <summary>The provider's id, the first part of the key's name: OneDrive, Dropbox…</summary>
    public string? Provider { get; init; }

    /// <summary>The SID of the user whose folder it is. Null where the key's name isn't made as documented.</summary>
    public string? User { get; init; }

    /// <summary>Whether the account, the third part of the key's name, is called Personal, as OneDrive calls somebody's own. The account
    /// itself isn't told.</summary>
    public bool? IsPersonal { get; init; }

    /// <summary>The folder: the value named after the user's SID in the subkey <c>UserSyncRoots</c>.</summary>
    public string? Path { get; init; }

    /// <summary>The volume that the folder is on, "C:"; empty for one on the network.</summary>
    public string? Volume { get; init; }

    internal override string Label => Provider ?? "(unknown provider)";

    internal override string Key => $"{Provider}|{User}";
}
