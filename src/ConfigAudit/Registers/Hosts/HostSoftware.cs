using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Collectors.Software;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Rows;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Holds what is installed on a host against the register of software.</summary>
internal static class HostSoftware
{
    public static FactSet<HostSoftwareFact> Of(Snapshot host, RegisterSet registers)
    {
        var (software, register) = (host.Table.Set<SoftwareFact>(), registers.Of<ApprovedSoftwareFact>());
        var set = new FactSetBuilder<HostSoftwareFact>();
        // Components belong to the product that brought them.
        foreach (var same in software.Items.Where(product => product.IsComponent != true && product.Name is not null).GroupBy(product => product.Name!, StringComparer.OrdinalIgnoreCase))
        {
            var product = same.First();
            // One that waits for approval doesn't undo one that has it.
            var row = register.Items.Where(each => Wildcard.IsLike(product.Name!, each.Name!) && (each.Publisher!.Length == 0 || Wildcard.IsLike(product.Publisher ?? string.Empty, each.Publisher)))
                .OrderByDescending(each => each.Approver!.Length > 0).FirstOrDefault();
            set.Add(new HostSoftwareFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? product.Source : $"{product.Source}; {row.Source}",
                Name = product.Name,
                Scope = product.Scope,
                ApprovedAs = row?.Name,
                IsPlanned = row is not null ? row.PlannedUntil is not null : register.SetGaps.Any() ? null : false,
                CoversPlan = row?.PlannedUntil is { } until ? Covers(same, until, row.SupportUntil) : null,
                IsApproved = row is not null ? row.Approver!.Length > 0 : register.SetGaps.Any() ? null : false,
            });
        }

        foreach (var gap in software.SetGaps)
            set.MayLack(gap, gap.Unseen is SoftwareFact unseen ? new HostSoftwareFact { Scope = unseen.Scope } : null);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostSoftwareFact.IsApproved), nameof(HostSoftwareFact.IsPlanned), nameof(HostSoftwareFact.CoversPlan));
        set.Unread(new Gap(GapKind.NotCollected, "Lifecycle", "the lifecycle catalogue doesn't know until when it is supported: ask its vendor, and write it under SupportUntil (サポート終了日)"), nameof(HostSoftwareFact.CoversPlan));
        return set.Build();
    }

    /// <summary>Of several versions the one that is supported for the shortest time decides; of what the catalogue doesn't know, the register says what the vendor said.</summary>
    private static bool? Covers(IEnumerable<SoftwareFact> versions, DateTime until, DateTime? said)
    {
        var covers = versions.Select(version => version.Support is SupportStatus.Ended or SupportStatus.ExtendedOnly ? false : (version.SupportEnds ?? said) is { } ends ? ends >= until : (bool?)null).ToArray();
        return covers.Contains(false) ? false : covers.Contains(null) ? null : true;
    }
}
