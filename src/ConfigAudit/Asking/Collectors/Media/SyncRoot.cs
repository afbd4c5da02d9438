using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>A key of SyncRootManager: its name, and the folders that it keeps in step, by user.</summary>
internal sealed record SyncRoot(string Name, IReadOnlyDictionary<string, RegistryAnswer<string>> Folders, Gap? Gap)
{
    private const string FolderKey = "UserSyncRoots";

    /// <summary>The keys, whatever their names, and the values, which are named after users.</summary>
    public static SourceInfo Info(RegistryKey roots) => new($"{roots.Source}\\*\\{FolderKey}", Array.Empty<string>());

    public static async Task<SyncRoot> AskAsync(Registry registry, RegistryKey roots, string name, CancellationToken token)
    {
        var values = await RegistryValues.ListAsync(registry, roots.Below(name).Below(FolderKey), token).ConfigureAwait(false);
        var asked = (values.Names ?? Array.Empty<string>()).Select(async user =>
            (User: user, Folder: await values.TextAsync(user, token).ConfigureAwait(false))
        );
        return new SyncRoot(
            name,
            (await Task.WhenAll(asked).ConfigureAwait(false)).ToDictionary(
                pair => pair.User,
                pair => pair.Folder,
                StringComparer.OrdinalIgnoreCase
            ),
            values.Gap
        );
    }
}
