using System;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// An installed package: Win32_QuickFixEngineering. It lists what component-based servicing installed, and not what Windows Installer or
/// Windows Update
/// installed otherwise: the level of a Windows is its build and revision (the fact PatchLevel), and not the presence of a hotfix.
/// </summary>
[Noise] // They come each month and take the place of older ones; where that leads is the Revision of OperatingSystem, which counts.
public sealed record HotfixFact : Fact
{
    /// <summary>HotFixID ("KB5031354"); on Windows XP and Server 2003, where that says "File 1", ServicePackInEffect.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// InstalledOn, a day. It comes as an empty text, as the hexadecimal of a file time, as yyyymmdd, or as two numbers and a year in the
    /// order of some
    /// language: that order is taken only where the host's other hotfixes prove it.
    /// </summary>
    public DateTime? InstalledOn { get; init; }

    internal override string Label => Id ?? "(unnamed hotfix)";
}
