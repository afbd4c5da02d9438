using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A program of a catalogue, and how it is recognised: one service, process or installed program is enough.</summary>
internal abstract record ListedProgram(string Id, string Name, string Vendor)
{
    /// <summary>Win32_Service.Name, in which * stands for any text: custom clients and single installations have a part of their
    /// own.</summary>
    public IReadOnlyList<string> Services { get; init; } = Array.Empty<string>();

    /// <summary>Win32_Process.Name, with its ending, in which * stands for any text.</summary>
    public IReadOnlyList<string> Processes { get; init; } = Array.Empty<string>();

    /// <summary>How it is registered as installed.</summary>
    public ProgramNames Programs { get; init; } = ProgramNames.None;

    /// <summary>Whether every name is known from more than one published source.</summary>
    public bool IsVerified { get; init; }

    public bool HasService(string? name) => name is not null && Services.Any(service => Wildcard.IsLike(name, service));

    public bool HasProcess(string? name) => name is not null && Processes.Any(process => Wildcard.IsLike(name, process));
}
