using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>An audit can't be scheduled. The message says what stands in the way and what to do.</summary>
internal sealed class ScheduleException : Exception
{
    public ScheduleException(ScheduleProblem problem, LocalText message, Exception? inner = null)
        : base(message.ToString(), inner) => Problem = problem;

    public ScheduleProblem Problem { get; }
}
