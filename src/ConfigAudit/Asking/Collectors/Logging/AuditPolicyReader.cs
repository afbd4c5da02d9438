using System;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Rows of RSOP_AuditPolicy to the categories in force.</summary>
internal static class AuditPolicyReader
{
    private const string Source = "root/rsop/computer:RSOP_AuditPolicy";
    private const long InForce = 1;

    /// <summary>The nine categories, as Windows calls them there.</summary>
    private static readonly string[] Categories =
    {
        "AuditSystemEvents",
        "AuditLogonEvents",
        "AuditObjectAccess",
        "AuditPrivilegeUse",
        "AuditProcessTracking",
        "AuditPolicyChange",
        "AuditAccountManage",
        "AuditDSAccess",
        "AuditAccountLogon",
    };

    public static FactSet<AuditPolicyFact> Read(Collection collection, CimAnswer answer, LogWriter writer)
    {
        var facts = new FactSetBuilder<AuditPolicyFact>();
        var nothing = answer.Gap ?? new Gap(GapKind.Unusable, Source, new LocalText("値の応答がない", "the host gave no value"));
        foreach (var row in answer.Rows.Where(row => row.Number("precedence") is null or InForce))
        {
            facts.Add(
                new AuditPolicyFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Category = facts.Known(nameof(AuditPolicyFact.Category), Reading<string>.Of(row.Text("Category"), nothing)),
                    Success = facts.Known(nameof(AuditPolicyFact.Success), writer.Records(InForceOf(row, "Success", nothing))),
                    Failure = facts.Known(nameof(AuditPolicyFact.Failure), writer.Records(InForceOf(row, "Failure", nothing))),
                }
            );
        }

        facts.MayLack(answer.Gap);
        var undelivered = new Gap(
            GapKind.NotSupported,
            Source,
            new LocalText(
                "示されるのはグループポリシーで配布されたものだけ。ローカルポリシーとサブカテゴリーは、リモートから読めない場所にある",
                "only what group policy delivered is told: local policy and subcategories stand where no remote question reaches them"
            )
        );
        // What group policy says of a category goes before what local policy says.
        foreach (
            var category in Categories.Where(category =>
                !facts.Items.Any(fact => string.Equals(fact.Category, category, StringComparison.OrdinalIgnoreCase))
            )
        )
        {
            facts.MayLack(undelivered, new AuditPolicyFact { Category = category });
        }

        return facts.Build();
    }

    /// <summary>A row that doesn't tell its precedence may be one that another goes before.</summary>
    private static Reading<bool?> InForceOf(CimRow row, string property, Gap nothing)
    {
        var doubt = row.Number("precedence") is null
            ? new Gap(
                GapKind.Unusable,
                Source,
                new LocalText("有効なポリシーかどうかが示されていない", "it isn't told whether this is the policy in force")
            )
            : AppliedSetting.Doubt(row, Source, row.Named("Category"));
        return doubt is null ? Reading<bool?>.Of(row.Flag(property), nothing) : Reading<bool?>.Unknown(doubt);
    }
}
