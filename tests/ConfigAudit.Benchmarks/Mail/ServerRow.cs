using System;
using System.Collections.Generic;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>What was measured of one server: cells of the table of what is found, of that of what it costs, and the figures.</summary>
internal sealed record ServerRow(
    IReadOnlyList<string> Found,
    IReadOnlyList<string> Cost,
    IReadOnlyList<(string Name, double Value)> Figures
)
{
    /// <summary>Of one that came to nothing: why.</summary>
    public static ServerRow Of(string why) => new(new[] { why }, new[] { why }, Array.Empty<(string, double)>());
}
