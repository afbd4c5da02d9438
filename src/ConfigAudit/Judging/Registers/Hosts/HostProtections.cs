using System.Linq;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds a host's security products against the register of software, which says of those that the catalogue doesn't know how they
/// detect.</summary>
internal static class HostProtections
{
    public static FactSet<HostProtectionFact> Of(Snapshot host, RegisterSet registers)
    {
        var (products, register) = (host.Table.Set<AntivirusFact>(), registers.Of<ApprovedSoftwareFact>());
        var set = new FactSetBuilder<HostProtectionFact>();
        set.RestsOn(products, register);
        foreach (var product in products.Items.Where(product => product.Product is not null))
        {
            var rows = register.Items.Where(each => Wildcard.IsLike(product.Product!, each.Name!)).ToArray();
            // What a cell that nobody could read would say, it may say.
            var maybe = rows.Where(each =>
                    (each.Kind == SoftwareKind.Security || each.IsUnread(nameof(ApprovedSoftwareFact.Kind)))
                    && each.Approver is not { Length: 0 }
                )
                .ToArray();
            var row = maybe
                .Where(each => each.Kind == SoftwareKind.Security && each.Approver?.Length > 0)
                .OrderByDescending(each => each.Detection is not null)
                .FirstOrDefault();
            var detection = product.Detection ?? row?.Detection;
            var found = new HostProtectionFact
            {
                ComputerName = host.ComputerName,
                Source = row is null ? product.Source : $"{product.Source}; {row.Source}",
                Product = product.Product,
                State = product.State,
                IsApproved =
                    row is not null ? true
                    : register.SetGaps.Any() || maybe.Length > 0 ? null
                    : false,
                ApprovedAs = row?.Name,
                Detection = detection,
                WatchesBehavior =
                    product.BehaviorMonitoring
                    ?? (detection is null ? null : detection is DetectionKind.Behavior or DetectionKind.PatternAndBehavior),
            };
            set.Add(found);
            foreach (
                var column in new[]
                {
                    nameof(ApprovedSoftwareFact.Kind),
                    nameof(ApprovedSoftwareFact.Approver),
                    nameof(ApprovedSoftwareFact.Detection),
                }
            )
            {
                Doubts.Unread(
                    set,
                    found,
                    maybe,
                    (column, nameof(HostProtectionFact.IsApproved)),
                    (column, nameof(HostProtectionFact.Detection)),
                    (column, nameof(HostProtectionFact.WatchesBehavior))
                );
            }
        }

        // One without a name may be any that the register names.
        foreach (var product in products.Items.Where(product => product.Product is null))
        {
            set.MayLack(
                new Gap(
                    GapKind.Unusable,
                    product.Source ?? "root/SecurityCenter2:AntiVirusProduct",
                    new LocalText("名前のないセキュリティ製品がある", "a security product doesn't tell its name")
                ),
                new HostProtectionFact { State = product.State, WatchesBehavior = product.BehaviorMonitoring }
            );
        }

        foreach (var gap in products.SetGaps)
            set.MayLack(gap);
        foreach (var gap in products.Gaps.Where(gap => gap.Property == nameof(AntivirusFact.State)))
            set.Unread(gap, nameof(HostProtectionFact.State));
        foreach (var gap in register.SetGaps)
        {
            set.Unread(
                gap,
                nameof(HostProtectionFact.IsApproved),
                nameof(HostProtectionFact.Detection),
                nameof(HostProtectionFact.WatchesBehavior)
            );
        }

        set.Unread(
            new Gap(
                GapKind.NotCollected,
                "Software",
                new LocalText(
                    "カタログにも台帳にも製品の検知方式がない。台帳の「検知方式」に記入してください",
                    "neither the catalogue nor the register says how the product detects: write it under Detection (検知方式)"
                )
            ),
            nameof(HostProtectionFact.Detection),
            nameof(HostProtectionFact.WatchesBehavior)
        );
        return set.Build();
    }
}
