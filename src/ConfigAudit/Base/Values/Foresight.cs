using System;

namespace ConfigAudit.Base.Values;

/// <summary>
/// How far off a day may be that somebody promises to look at something again. Contracts and leases run for five years; what is further
/// off, 9999-12-31 above all, is
/// written to be left alone.
/// </summary>
internal static class Foresight
{
    public const int Years = 5;

    /// <summary>Whether a day lies further off; reckoned without adding, which fails at the end of the calendar.</summary>
    public static bool IsBeyond(DateTime from, DateTime until) =>
        until.Year - from.Year is var years
        && (years > Years || (years == Years && (until.Month, until.Day).CompareTo((from.Month, from.Day)) > 0));
}
