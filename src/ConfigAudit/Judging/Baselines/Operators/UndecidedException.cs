using System;

namespace ConfigAudit.Judging.Baselines.Operators;

/// <summary>An operator couldn't decide in the time allowed. The comparison is then unknown.</summary>
internal sealed class UndecidedException : Exception { }
