using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Services and processes to the sync clients of the catalogue.</summary>
internal static class SyncClientReader
{
    /// <summary>Windows 10 1709, the first with cloud files (Microsoft Learn, "Cloud Files API").</summary>
    private const long CloudFiles = 16299;

    public static FactSet<SyncClientFact> Read(Collection collection, ProgramAnswers answers)
    {
        var facts = new FactSetBuilder<SyncClientFact>();
        var clients = collection.Catalogs.SyncClients;
        foreach (var client in clients)
        {
            if (answers.Of(client) is not { } seen)
                continue;
            facts.Add(
                new SyncClientFact
                {
                    ComputerName = collection.ComputerName,
                    Source = ProgramAnswers.Sources,
                    Client = client.Name,
                    Vendor = client.Vendor,
                    IsListed = true,
                    CatalogEdition = clients.Edition,
                    IsVerified = client.IsVerified,
                    RegistersFolders = Registers(client, collection.Build),
                    IsRunning = seen.IsRunning,
                    StartsAutomatically = seen.StartsAutomatically,
                    SeenAs = seen.SeenAs,
                    FoundBy = seen.FoundBy,
                }
            );
        }

        answers.Unread(facts, nameof(SyncClientFact.IsRunning), nameof(SyncClientFact.StartsAutomatically));
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                ProgramAnswers.Service.Source,
                new LocalText("カタログにある同期ソフトウェアだけを調べた", "only the sync clients of the catalogue were looked for")
            ),
            new SyncClientFact { IsListed = false, CatalogEdition = clients.Edition }
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_OperatingSystem",
                new LocalText(
                    "Windowsのビルド番号が分からず、同期フォルダの登録機能があるか分からない",
                    "the build of Windows isn't known, so neither is whether sync clients can register their folders"
                )
            ),
            nameof(SyncClientFact.RegistersFolders)
        );
        return facts.Build();
    }

    private static bool? Registers(SyncClient client, long? build) =>
        !client.Registers ? false
        : build is null ? null
        : build >= CloudFiles;
}
