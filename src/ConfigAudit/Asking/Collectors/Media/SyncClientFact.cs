using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>
/// A program of the catalogue that keeps folders in step with a service or with other machines, and is installed as a service or runs. Many
/// start when a user logs on, and aren't seen while nobody is logged on. Whether a folder is kept, the fact can't tell: what is
/// registered with
/// Windows is <see cref="SyncRootFact"/>. Win32_Service and Win32_Process are asked for names alone: command lines may hold secrets.
/// </summary>
public sealed record SyncClientFact : Fact, IListedFact
{
    /// <summary>Its name in the catalogue.</summary>
    public string? Client { get; init; }

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

    /// <summary>Whether it registers every folder that it keeps with Windows, so that none registered means none kept: by the catalogue,
    /// and
    /// never before Windows 10 1709 (build 16299).</summary>
    public bool? RegistersFolders { get; init; }

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

    internal override string Label => Client ?? "(unknown client)";
}
