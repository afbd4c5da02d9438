using System;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Lifecycle;

/// <summary>What a source says of one version of a product.</summary>
/// <param name="Name">As the source calls it.</param>
/// <param name="Ends">A day (yyyy-MM-dd), true where it ended on an unknown day, false where no end is announced; null where the source
/// says nothing.</param>
/// <param name="Extended">The last day of support that has to be bought; null where the source names none.</param>
/// <param name="Released">The day of its release; null where the source names none.</param>
internal sealed record SourceCycle(string Name, JValue? Ends, string? Extended, DateOnly? Released);
