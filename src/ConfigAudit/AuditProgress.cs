namespace ConfigAudit;

/// <summary>How far a run is.</summary>
/// <param name="Done">Targets finished, the failed ones included.</param>
/// <param name="Failed">Targets that could not be asked at all.</param>
/// <param name="Total">Targets known so far; more may still come down the pipeline.</param>
internal sealed record AuditProgress(int Done, int Failed, int Total);
