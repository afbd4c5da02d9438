using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Judging.Baselines;

/// <summary>A baseline can't be used.</summary>
internal sealed class BaselineException : Exception
{
    private const int Shown = 10;

    public BaselineException(IReadOnlyList<BaselineProblem> problems)
        : base(
            string.Join(Environment.NewLine, problems.Take(Shown).Select(problem => problem.ToString()))
                + (
                    problems.Count > Shown
                        ? $"{Environment.NewLine}and {problems.Count - Shown} more; Test-ConfigAuditBaseline lists them all"
                        : null
                )
        ) => Problems = problems;

    public IReadOnlyList<BaselineProblem> Problems { get; }
}
