using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>An installed program, held against the register of software. From the registry's uninstall keys and the register.</summary>
public sealed record HostSoftwareFact : Fact
{
    /// <summary>As it names itself.</summary>
    public string? Name { get; init; }

    /// <summary>For whom it is installed: what users installed for themselves can't all be read.</summary>
    public SoftwareScope? Scope { get; init; }

    /// <summary>Whether the register allows it.</summary>
    public bool? IsApproved { get; init; }

    /// <summary>The row of the register that names it; null where none does.</summary>
    public string? ApprovedAs { get; init; }

    /// <summary>Whether that row says until when it is planned to be used.</summary>
    public bool? IsPlanned { get; init; }

    /// <summary>
    /// Whether its vendor supports it for as long as it is planned to be used, by the lifecycle catalogue, else by the register; null for
    /// what
    /// neither knows, and where nothing is planned.
    /// </summary>
    public bool? CoversPlan { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Name ?? "?";
}
