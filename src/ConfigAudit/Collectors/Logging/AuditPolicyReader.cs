using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Logging;

/// <summary>Rows of RSOP_AuditPolicy to the categories in force.</summary>
internal static class AuditPolicyReader
{
    private const string Source = "root/rsop/computer:RSOP_AuditPolicy";
    private const long InForce = 1;

    public static FactSet<AuditPolicyFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<AuditPolicyFact>();
        foreach (var row in answer.Rows.Where(row => row.Number("precedence") == InForce))
        {
            facts.Add(new AuditPolicyFact
            {
                ComputerName = collection.ComputerName,
                Source = Source,
                Category = row.Text("Category"),
                Success = row.Flag("Success"),
                Failure = row.Flag("Failure"),
            });
        }

        facts.MayLack(answer.Gap);
        facts.MayLack(new Gap(GapKind.NotSupported, Source, "only what group policy delivered is told: local policy and subcategories stand where no remote question reaches them"));
        facts.Unread(answer.Gap ?? new Gap(GapKind.Unusable, Source, "the host gave no value"), nameof(AuditPolicyFact.Success), nameof(AuditPolicyFact.Failure));
        return facts.Build();
    }
}
