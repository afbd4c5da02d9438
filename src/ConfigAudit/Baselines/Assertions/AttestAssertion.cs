using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>What no machine and no register can tell: a person has to say it.</summary>
internal sealed class AttestAssertion : Assertion
{
    public override IEnumerable<FactType> Facts => Array.Empty<FactType>();

    public override IEnumerable<FactProperty> Properties => Array.Empty<FactProperty>();

    public override Truth Judge(FactTable facts) => Truth.False;

    public override Grounds Explain(FactTable facts) => new(Truth.False, "a person has to say; Set-ConfigAuditAttestation keeps what was said", string.Empty, Array.Empty<string>());

    public override string ToString() => "a person attests it";
}
