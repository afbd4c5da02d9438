using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Keys of SyncRootManager to facts.</summary>
internal static class SyncRootReader
{
    /// <param name="collection">The host.</param>
    /// <param name="key">SyncRootManager.</param>
    /// <param name="unread">Why its keys couldn't be listed. One that isn't there is inferred to mean that no client registered: Windows
    /// makes it with the first.</param>
    /// <param name="roots">Its keys.</param>
    public static FactSet<SyncRootFact> Read(Collection collection, RegistryKey key, Gap? unread, IReadOnlyList<SyncRoot> roots)
    {
        var facts = new FactSetBuilder<SyncRootFact>();
        facts.RestsOn(key.Source);
        foreach (var root in roots)
        {
            var parts = root.Name.Split('!');
            var user = parts.Length > 1 && parts[1].StartsWith("S-1-", StringComparison.OrdinalIgnoreCase) ? parts[1] : null;
            var folder =
                user is not null && root.Folders.TryGetValue(user, out var named) ? named
                : root.Folders.Count == 1 ? root.Folders.Values.Single()
                : null;
            facts.Add(
                new SyncRootFact
                {
                    ComputerName = collection.ComputerName,
                    Source = key.Source,
                    Provider = string.IsNullOrWhiteSpace(parts[0]) ? null : parts[0],
                    User = user,
                    IsPersonal = user is null ? null : parts.Skip(2).Contains("Personal", StringComparer.OrdinalIgnoreCase),
                    Path = folder?.Value,
                    Volume = Volume(folder?.Value),
                }
            );
            facts.Unread(folder?.Gap ?? root.Gap, nameof(SyncRootFact.Path), nameof(SyncRootFact.Volume));
        }

        facts.MayLack(unread);
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                key.Source,
                new LocalText("キーの名前が「プロバイダ!SID!アカウント」の形ではない", "the name of the key isn't provider!SID!account")
            ),
            nameof(SyncRootFact.User),
            nameof(SyncRootFact.Provider),
            nameof(SyncRootFact.IsPersonal)
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                key.Source,
                new LocalText("キーにその利用者のフォルダがない", "the key names no folder of that user")
            ),
            nameof(SyncRootFact.Path),
            nameof(SyncRootFact.Volume)
        );
        return facts.Build();
    }

    private static string? Volume(string? path) =>
        path switch
        {
            { Length: > 1 } when path[1] == ':' && char.IsLetter(path[0]) => path.Substring(0, 2).ToUpperInvariant(),
            not null when path.StartsWith(@"\\", StringComparison.Ordinal) => string.Empty,
            _ => null,
        };
}
