using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds what is installed on a host against the register of software.</summary>
internal static class HostSoftware
{
    private static readonly string[] Deciding =
    {
        nameof(ApprovedSoftwareFact.Publisher),
        nameof(ApprovedSoftwareFact.Approver),
        nameof(ApprovedSoftwareFact.PlannedUntil),
        nameof(ApprovedSoftwareFact.SupportUntil),
    };

    public static FactSet<HostSoftwareFact> Of(Snapshot host, RegisterSet registers)
    {
        var (software, register) = (host.Table.Set<SoftwareFact>(), registers.Of<ApprovedSoftwareFact>());
        var set = new FactSetBuilder<HostSoftwareFact>();
        set.RestsOn(software, register);
        // Components belong to the product that brought them.
        foreach (var same in software.Items.Where(product => product.IsComponent != true).GroupBy(Identity))
        {
            if (same.Key.Name is null)
            {
                set.MayLack(
                    new Gap(
                        GapKind.Unusable,
                        same.First().Source ?? "Software",
                        new LocalText("名前の分からないプログラムがある", "the name of a program isn't known")
                    ),
                    new HostSoftwareFact { Scope = same.Key.Scope }
                );
            }
            else
            {
                Add(set, host, same.First(), same, register);
            }
        }

        foreach (var gap in software.SetGaps)
            set.MayLack(gap, gap.Unseen is SoftwareFact unseen ? new HostSoftwareFact { Scope = unseen.Scope } : null);
        foreach (var gap in software.Gaps.Where(gap => gap.Property is nameof(SoftwareFact.IsComponent) or nameof(SoftwareFact.Publisher)))
            set.Unread(gap, nameof(HostSoftwareFact.IsApproved), nameof(HostSoftwareFact.IsPlanned), nameof(HostSoftwareFact.CoversPlan));
        foreach (var gap in register.SetGaps)
            set.Unread(gap, nameof(HostSoftwareFact.IsApproved), nameof(HostSoftwareFact.IsPlanned), nameof(HostSoftwareFact.CoversPlan));
        set.Unread(
            new Gap(
                GapKind.NotCollected,
                "Lifecycle",
                new LocalText(
                    "サポート期限のカタログにない。ベンダーに確認し、台帳の「サポート終了日」に記入してください",
                    "the lifecycle catalogue doesn't know until when it is supported: ask its vendor, and write it under SupportUntil (サポート終了日)"
                )
            ),
            nameof(HostSoftwareFact.CoversPlan)
        );
        return set.Build();
    }

    /// <summary>Versions of one program are one; what another publisher calls by the same name isn't, nor what users have for
    /// themselves.</summary>
    private static (string? Name, string? Publisher, SoftwareScope? Scope, bool? IsComponent) Identity(SoftwareFact product) =>
        (product.Name?.ToUpperInvariant(), product.Publisher?.ToUpperInvariant(), product.Scope, product.IsComponent);

    private static void Add(
        FactSetBuilder<HostSoftwareFact> set,
        Snapshot host,
        SoftwareFact product,
        IEnumerable<SoftwareFact> versions,
        FactSet<ApprovedSoftwareFact> register
    )
    {
        // One that waits for approval doesn't undo one that has it.
        var rows = register
            .Items.Where(each => Wildcard.IsLike(product.Name!, each.Name!))
            .OrderByDescending(each => each.Approver?.Length > 0)
            .ToArray();
        var own = rows.Where(each => Publishes(product, each) == true).ToArray();
        var row = own.FirstOrDefault();
        var plans = own.Where(each => each.PlannedUntil is not null && (each.Approver?.Length > 0) == (row!.Approver?.Length > 0))
            .ToArray();
        var unclear = rows.Where(each => Publishes(product, each) != false && Deciding.Any(column => each.IsUnread(column))).ToArray();
        var mayPlanMore = register.SetGaps.Any() || unclear.Length > 0 || rows.Any(each => Publishes(product, each) is null);
        // It may be one that needs no approval, or of a publisher that has it.
        var isOpen = mayPlanMore || product.IsComponent is null;
        var found = new HostSoftwareFact
        {
            ComputerName = host.ComputerName,
            Source = row is null ? product.Source : $"{product.Source}; {row.Source}",
            Name = product.Name,
            Scope = product.Scope,
            ApprovedAs = row?.Name,
            IsPlanned =
                plans.Length > 0 ? true
                : (row is null ? isOpen : mayPlanMore) ? null
                : false,
            CoversPlan = plans.Length > 0 ? Covers(versions, plans, mayPlanMore) : null,
            IsApproved =
                row?.Approver?.Length > 0 ? true
                : isOpen ? null
                : false,
        };
        set.Add(found);
        foreach (var column in Deciding)
        {
            Doubts.Unread(
                set,
                found,
                unclear,
                (column, nameof(HostSoftwareFact.IsApproved)),
                (column, nameof(HostSoftwareFact.IsPlanned)),
                (column, nameof(HostSoftwareFact.CoversPlan))
            );
        }
    }

    /// <summary>Whether a row is of the product's publisher; null when that couldn't be read.</summary>
    private static bool? Publishes(SoftwareFact product, ApprovedSoftwareFact row) =>
        row.Publisher is not { } named ? null
        : named.Length == 0 ? true
        : product.Publisher is { } publisher ? Wildcard.IsLike(publisher, named)
        : null;

    /// <summary>Each version has to be supported for as long as each row plans, and a row that nobody could read may plan for
    /// longer.</summary>
    private static bool? Covers(IEnumerable<SoftwareFact> versions, IEnumerable<ApprovedSoftwareFact> plans, bool mayPlanMore)
    {
        var covers = plans
            .SelectMany(plan => versions.Select(version => Covers(version, plan.PlannedUntil!.Value, plan.SupportUntil)))
            .ToArray();
        return covers.Contains(false) ? false
            : mayPlanMore || covers.Contains(null) ? null
            : true;
    }

    /// <summary>Of what the catalogue doesn't know, the register says what the vendor said.</summary>
    private static bool? Covers(SoftwareFact version, DateTime until, DateTime? said) =>
        version.Support is SupportStatus.Ended or SupportStatus.ExtendedOnly ? false
        : (version.SupportEnds ?? said) is { } ends ? ends >= until
        : null;
}
