using System;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>How often each outcome came.</summary>
internal sealed class Counts
{
    private readonly int[] _counts = new int[Enum.GetValues(typeof(Outcome)).Length];

    public int this[Outcome outcome] => _counts[(int)outcome];

    /// <summary>Those that were decided or wait for somebody: all but what isn't for the host.</summary>
    public int Asked { get; private set; }

    public void Add(Outcome outcome)
    {
        _counts[(int)outcome]++;
        if (outcome != Outcome.NotApplicable)
            Asked++;
    }
}
