using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>An antivirus or EDR product, and how it is recognised.</summary>
internal sealed record SecurityProduct(string Id, string Name)
{
    public string? Vendor { get; init; }

    /// <summary>Null when the catalogue doesn't say how it detects.</summary>
    public DetectionKind? Detection { get; init; }

    /// <summary>Whether it stops malware (an endpoint protection platform, EPP); null where that hangs on the licence or the settings, or
    /// isn't known.</summary>
    public bool? IsEpp { get; init; }

    /// <summary>Whether it watches and lets people respond (endpoint detection and response, EDR); null where that hangs on the licence, or
    /// isn't known.</summary>
    public bool? IsEdr { get; init; }

    /// <summary>Patterns of AntiVirusProduct.displayName.</summary>
    public IReadOnlyList<BoundedPattern> Names { get; init; } = Array.Empty<BoundedPattern>();

    /// <summary>The services (Win32_Service.Name) that must all run for it to protect.</summary>
    public IReadOnlyList<string> Services { get; init; } = Array.Empty<string>();

    /// <summary>Services of which each version has others (Win32_Service.Name). One that runs bears out a registration; none of them proves
    /// anything alone.</summary>
    public IReadOnlyList<string> Components { get; init; } = Array.Empty<string>();

    /// <summary>Its kernel drivers (Win32_SystemDriver.Name). One that is there and doesn't run says that it doesn't protect; one that is
    /// there shows a product without services.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = Array.Empty<string>();

    /// <summary>Where it tells how old its definitions are; the first key that is there is taken.</summary>
    public IReadOnlyList<DefinitionSource> Definitions { get; init; } = Array.Empty<DefinitionSource>();

    /// <summary>Whether the service names are known from a published source, so that a verdict may rest on them.</summary>
    public bool IsVerified { get; init; }

    public bool Matches(string displayName) => Names.Any(name => name.Match(displayName) is { Success: true });
}
