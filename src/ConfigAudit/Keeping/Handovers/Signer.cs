using System;
using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>Who signed a manifest, as the signature says. That the key of the certificate did is proven; whether to trust it
/// isn't.</summary>
/// <param name="Certificate">The signer's.</param>
/// <param name="Others">What else came with the signature, for a chain.</param>
/// <param name="At">When it was signed, by the signer's own word.</param>
internal sealed record Signer(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Others, DateTimeOffset At)
{
    public override string ToString() => SignerCertificate.Name(Certificate);
}
