using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking;

/// <summary>Something of a target could not be read.</summary>
/// <param name="Target">Whose it is.</param>
/// <param name="Gap">What and why.</param>
internal sealed record AuditProblem(Target Target, Gap Gap)
{
    /// <summary>Whether this module is to blame: see <see cref="Mistake"/>.</summary>
    public bool IsOwnMistake { get; init; }
}
