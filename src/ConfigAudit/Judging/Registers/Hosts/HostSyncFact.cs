using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>A folder that a cloud client keeps in step on a host, held against the register of external services. From what the fact
/// SyncRoot tells.</summary>
public sealed record HostSyncFact : Fact
{
    /// <summary>The provider's id: OneDrive, Dropbox…</summary>
    public string? Provider { get; init; }

    /// <summary>Whether it is somebody's own account, and not the organisation's.</summary>
    public bool? IsPersonal { get; init; }

    /// <summary>The row of the register whose service or provider has the id in its name; null where none does.</summary>
    public string? Service { get; init; }

    /// <summary>
    /// Whether such a row is approved. Somebody's own account isn't approved by a row that doesn't say that it is for those (Personal, 個人).
    /// </summary>
    public bool? IsApproved { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Provider ?? "(unknown provider)";
}
