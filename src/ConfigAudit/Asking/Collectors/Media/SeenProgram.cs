using System.Collections.Generic;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>What a host shows of a program that a catalogue lists.</summary>
/// <param name="IsRunning">Whether a service or process of it runs.</param>
/// <param name="StartsAutomatically">Whether one of its services starts with Windows.</param>
/// <param name="SeenAs">What shows it.</param>
/// <param name="FoundBy">Its services and processes.</param>
internal sealed record SeenProgram(
    bool? IsRunning,
    bool? StartsAutomatically,
    IReadOnlyList<ProgramEvidence> SeenAs,
    IReadOnlyList<string> FoundBy
);
