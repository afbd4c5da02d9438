using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>
/// A remote-control program of the catalogue that is installed as a service or runs. Whether it is approved, the fact can't tell.
/// Win32_Service and
/// Win32_Process are asked for names alone: command lines may hold secrets. Remote Desktop isn't among them. WMI may leave out what the
/// asker has no
/// right to see, without an error: asked by an ordinary user, a program that isn't seen may run all the same.
/// </summary>
public sealed record RemoteControlFact : Fact, IListedFact
{
    /// <summary>Its name in the catalogue.</summary>
    public string? Tool { get; init; }

    /// <summary>Its maker.</summary>
    public string? Vendor { get; init; }

    /// <summary>True of every program seen. One that the catalogue doesn't know stays unseen; a check that asks for listed ones alone isn't
    /// held up by that.</summary>
    public bool? IsListed { get; init; }

    /// <summary>The day of the catalogue's data by which it was looked for. What came later isn't in it.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? CatalogEdition { get; init; }

    /// <summary>Whether all the catalogue's names of its services and processes are known from more than one published source. Where false,
    /// look before judging.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>Whether a service or process of it was running when asked. Null when its services are stopped and the processes couldn't be
    /// read.</summary>
    [Noise] // Whether somebody uses it at the moment.
    public bool? IsRunning { get; init; }

    /// <summary>Whether one of its services starts with Windows (Win32_Service.StartMode Auto). False when it was found by a process
    /// alone.</summary>
    public bool? StartsAutomatically { get; init; }

    /// <summary>What shows it: a service, a process that runs, or both. One that is installed without either is a
    /// <c>SoftwareFact</c> whose <c>ListedAs</c> names this list.</summary>
    [Noise] // Whether somebody uses it at the moment.
    public IReadOnlyList<ProgramEvidence>? SeenAs { get; init; }

    /// <summary>The services (Win32_Service.Name) and processes (Win32_Process.Name) that it was found by.</summary>
    [Noise] // Which of its processes run at the moment.
    public IReadOnlyList<string>? FoundBy { get; init; }

    internal override string Label => Tool ?? "(unknown tool)";
}
