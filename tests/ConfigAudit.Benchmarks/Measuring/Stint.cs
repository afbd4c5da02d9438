using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace ConfigAudit.Benchmarks.Measuring;

/// <summary>A piece of work that is done over and over, long enough for the clock to mean something.</summary>
internal sealed class Stint
{
    private const double LeastSeconds = 0.5;

    private readonly Func<int> _work;
    private readonly int _repeats;

    /// <summary>Warms the work up, and finds how often it must be done in a round.</summary>
    /// <param name="work">Returns something that comes of all of it, so that nothing can be left out.</param>
    public Stint(Func<int> work)
    {
        _work = work;
        var warming = Stopwatch.StartNew();
        while (warming.Elapsed.TotalSeconds < 2 * LeastSeconds)
            work();
        var once = Seconds(work, 1);
        _repeats = (int)Math.Ceiling(LeastSeconds / once);
    }

    /// <summary>Measures several in turn, so that what else the machine does falls on all of them alike.</summary>
    /// <returns>For each of them the seconds that the work takes, round by round.</returns>
    public static double[][] Alternate(int rounds, params Stint[] stints)
    {
        var times = stints.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var each = 0; each < stints.Length; each++)
                times[each][round] = Seconds(stints[each]._work, stints[each]._repeats);
        }

        return times;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Seconds(Func<int> work, int repeats)
    {
        var clock = Stopwatch.StartNew();
        for (var each = 0; each < repeats; each++)
            work();
        return clock.Elapsed.TotalSeconds / repeats;
    }
}
