using System;
using System.Linq;
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
        foreach (var product in software.Items.Where(product => product.IsComponent != true && product.Name is not null).GroupBy(product => product.Name!, StringComparer.OrdinalIgnoreCase).Select(same => same.First()))
        {
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
                IsApproved = row is not null ? row.Approver!.Length > 0 : register.SetGaps.Any() ? null : false,
            });
        }

        foreach (var gap in software.SetGaps)
            set.MayLack(gap, gap.Unseen is SoftwareFact unseen ? new HostSoftwareFact { Scope = unseen.Scope } : null);
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostSoftwareFact.IsApproved));
        return set.Build();
    }
}
