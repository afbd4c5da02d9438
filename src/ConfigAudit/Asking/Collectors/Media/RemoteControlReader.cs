using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Services and processes to the remote-control programs of the catalogue.</summary>
internal static class RemoteControlReader
{
    public static FactSet<RemoteControlFact> Read(Collection collection, ProgramAnswers answers)
    {
        var facts = new FactSetBuilder<RemoteControlFact>();
        var tools = collection.Catalogs.RemoteTools;
        foreach (var tool in tools)
        {
            if (answers.Of(tool) is not { } seen)
                continue;
            facts.Add(
                new RemoteControlFact
                {
                    ComputerName = collection.ComputerName,
                    Source = ProgramAnswers.Sources,
                    Tool = tool.Name,
                    Vendor = tool.Vendor,
                    IsListed = true,
                    CatalogEdition = tools.Edition,
                    IsVerified = tool.IsVerified,
                    IsRunning = seen.IsRunning,
                    StartsAutomatically = seen.StartsAutomatically,
                    SeenAs = seen.SeenAs,
                    FoundBy = seen.FoundBy,
                }
            );
        }

        answers.Unread(facts, nameof(RemoteControlFact.IsRunning), nameof(RemoteControlFact.StartsAutomatically));
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                ProgramAnswers.Service.Source,
                new LocalText(
                    "カタログにある遠隔操作ソフトウェアだけを調べた",
                    "only the remote-control programs of the catalogue were looked for"
                )
            ),
            new RemoteControlFact { IsListed = false, CatalogEdition = tools.Edition }
        );
        return facts.Build();
    }
}
