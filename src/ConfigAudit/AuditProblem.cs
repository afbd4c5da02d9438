using ConfigAudit.Facts;
using ConfigAudit.Targets;

namespace ConfigAudit;

/// <summary>Something of a target could not be read.</summary>
/// <param name="Target">Whose it is.</param>
/// <param name="Gap">What and why.</param>
internal sealed record AuditProblem(Target Target, Gap Gap);
