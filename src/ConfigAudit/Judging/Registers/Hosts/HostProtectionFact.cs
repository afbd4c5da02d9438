using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>
/// A security product on a host, held against the register of software. From what the fact Antivirus tells, and the rows of the register
/// that are of
/// the kind Security.
/// </summary>
public sealed record HostProtectionFact : Fact
{
    /// <summary>The product's name.</summary>
    public string? Product { get; init; }

    /// <summary>Whether it protects.</summary>
    public ProtectionState? State { get; init; }

    /// <summary>Whether an approved row of the register, of the kind Security, names it.</summary>
    public bool? IsApproved { get; init; }

    /// <summary>The row of the register that names it so; null where none does.</summary>
    public string? ApprovedAs { get; init; }

    /// <summary>How it detects: by the catalogue of security products; for one that isn't in there, by the register.</summary>
    public DetectionKind? Detection { get; init; }

    /// <summary>Whether it watches behaviour: by what the product itself says of the moment, else by how it detects.</summary>
    public bool? WatchesBehavior { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Product ?? "?";
}
