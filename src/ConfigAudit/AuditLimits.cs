using System;

namespace ConfigAudit;

/// <summary>What a run may cost.</summary>
/// <param name="Throttle">How many targets are asked at once.</param>
/// <param name="Run">The longest that the whole run may take; null for as long as it needs.</param>
internal sealed record AuditLimits(int Throttle, TimeSpan? Run = null);
