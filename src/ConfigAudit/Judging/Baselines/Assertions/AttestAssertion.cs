using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>What no machine and no register can tell: a person has to say it.</summary>
internal sealed class AttestAssertion : Assertion
{
    private static readonly LocalText Reason = new(
        "人による確認が必要。確認した内容はSet-ConfigAuditAttestationで記録する",
        "a person has to say; Set-ConfigAuditAttestation keeps what was said"
    );

    public override IEnumerable<FactType> Facts => Array.Empty<FactType>();

    public override IEnumerable<FactProperty> Properties => Array.Empty<FactProperty>();

    public override Truth Judge(FactTable facts, ICollection<Grounds>? grounds = null)
    {
        grounds?.Add(new Grounds(Truth.False, Reason, string.Empty, Array.Empty<string>()));
        return Truth.False;
    }

    public override LocalText Words { get; } = new("次のことを人が確認し、記録している", "a person has confirmed this, on record");
}
