using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds the folders that cloud clients keep in step against the register of external services.</summary>
internal static class HostSyncs
{
    private static readonly string[] Own = { "Personal", "個人" };

    public static FactSet<HostSyncFact> Of(Snapshot host, RegisterSet registers)
    {
        var (roots, register) = (host.Table.Set<SyncRootFact>(), registers.Of<ExternalServiceFact>());
        var set = new FactSetBuilder<HostSyncFact>();
        set.RestsOn(roots, register);
        foreach (var same in roots.Items.GroupBy(root => (root.Provider, root.IsPersonal)))
        {
            var (provider, isPersonal) = same.Key;
            var rows = provider is null
                ? Array.Empty<ExternalServiceFact>()
                : register.Items.Where(each => Names(each, provider, isPersonal)).ToArray();
            var row = rows.OrderByDescending(each => each.Approver?.Length > 0).FirstOrDefault();
            // Whoever provides it may be this one, or say that it is for people's own.
            var maybe = register
                .Items.Where(each => each.IsUnread(nameof(ExternalServiceFact.Provider)) && each.Approver is not { Length: 0 })
                .ToArray();
            var found = new HostSyncFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? same.First().Source : $"{same.First().Source}; {row.Source}",
                Provider = provider,
                IsPersonal = isPersonal,
                Service = row?.Service,
                IsApproved =
                    provider is null || isPersonal is null ? null
                    : row?.Approver?.Length > 0 ? true
                    : register.SetGaps.Any() || maybe.Length > 0 || rows.Any(each => each.Approver is null) ? null
                    : false,
            };
            set.Add(found);
            Doubts.Unread(set, found, maybe, (nameof(ExternalServiceFact.Provider), nameof(HostSyncFact.IsApproved)));
            Doubts.Unread(set, found, rows, (nameof(ExternalServiceFact.Approver), nameof(HostSyncFact.IsApproved)));
        }

        foreach (var gap in roots.SetGaps)
            set.MayLack(gap);
        foreach (var gap in roots.Gaps.Where(gap => gap.Property is nameof(SyncRootFact.Provider) or nameof(SyncRootFact.IsPersonal)))
            set.Unread(gap, gap.Property!, nameof(HostSyncFact.IsApproved));
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostSyncFact.IsApproved));
        return set.Build();
    }

    private static bool Names(ExternalServiceFact row, string provider, bool? isPersonal)
    {
        var named = HostileText.Compatible($"{row.Service} {row.Provider}");
        return Has(named, provider) && (isPersonal == false || Array.Exists(Own, word => Has(named, word)));
    }

    private static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
