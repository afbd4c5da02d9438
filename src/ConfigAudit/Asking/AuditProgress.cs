using System;

namespace ConfigAudit.Asking;

/// <summary>How far a run is.</summary>
/// <param name="Done">Targets finished, the failed ones included.</param>
/// <param name="Failed">Targets that could not be asked at all.</param>
/// <param name="Total">Targets known so far; more may still come down the pipeline.</param>
/// <param name="Remaining">How much longer it will take if it goes on as so far; null while that would be a guess.</param>
internal sealed record AuditProgress(int Done, int Failed, int Total, TimeSpan? Remaining);
