using System;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Tells the counts, and ends the test where a survivor isn't explained.</summary>
internal static class Conclusion
{
    /// <param name="of">What was mutated; the report's name.</param>
    /// <param name="tally">What came of it.</param>
    /// <param name="output">Where the counts are told.</param>
    /// <param name="ofRegisters">Which explanations should have been needed, where all was tried: those of registers, or of hosts; null for
    /// none.</param>
    public static void Draw(string of, Tally tally, ITestOutputHelper output, bool? ofRegisters = null)
    {
        var reviewed = new Reviewed();
        var table = tally.Table(reviewed);
        var kinds = tally
            .Survivors.Where(survivor => !reviewed.Explains(survivor))
            .GroupBy(survivor => survivor.Kind)
            .Select(group => $"{group.Count(), 5} x {group.First()}")
            .OrderBy(text => text.Substring(8), StringComparer.Ordinal)
            .ToArray();
        var text = new StringBuilder(table).AppendLine().AppendLine(string.Join("\n", kinds)).ToString();
        output.WriteLine(text);
        if (Environment.GetEnvironmentVariable("CONFIGAUDIT_MUTATION_REPORT") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, of + ".txt"), text);
        Assert.True(kinds.Length == 0, $"{kinds.Length} kinds of verdicts outlive what they rest on:\n{string.Join("\n", kinds.Take(60))}");
        if (Extent.IsWhole && ofRegisters is { } isOfRegisters)
            Assert.Empty(reviewed.Unused(isOfRegisters).Select(stale => $"{stale.Checks} {stale.Place} {stale.Property}: {stale.Reason}"));
    }
}
