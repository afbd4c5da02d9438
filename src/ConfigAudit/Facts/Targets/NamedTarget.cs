using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>What becomes of a target that comes to a run.</summary>
/// <param name="Asked">The target to ask, under the name that it counts by; null for one that is there already.</param>
/// <param name="Twin">The one of its name that came before; null for none.</param>
/// <param name="TwinNumber">As how manieth that came.</param>
/// <param name="Number">As how manieth it came itself.</param>
internal sealed record NamedTarget(Target? Asked, Target? Twin, int TwinNumber, int Number)
{
    /// <summary>In what the two differ.</summary>
    public IReadOnlyList<SettingDifference> Differing { get; init; } = Array.Empty<SettingDifference>();

    /// <summary>The differences, in words.</summary>
    public string Words => string.Join(", ", Differing.Select(each => each.ToString()));
}
