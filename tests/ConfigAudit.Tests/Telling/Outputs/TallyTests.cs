using System;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Telling.Outputs;
using Xunit;

namespace ConfigAudit.Tests.Telling.Outputs;

public sealed class TallyTests
{
    private static readonly DateTimeOffset Read = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    /// <summary>The day as of which registers are judged is no reading.</summary>
    [Fact]
    public void The_organisations_day_is_no_part_of_the_period_in_which_machines_were_read()
    {
        var tally = new Tally();
        tally.Add(new Finding { ComputerName = "A", CollectedAt = Read });
        tally.Add(new Finding { ComputerName = RegisterSet.Organisation, CollectedAt = Read.AddDays(15) });
        Assert.Equal((Read, Read), (tally.FirstCollected, tally.LastCollected));
    }
}
