using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>What of a program shows that it is on a host. That it is installed without either is told by the programs' own list.</summary>
public enum ProgramEvidence
{
    /// <summary>A service of its name, running or not.</summary>
    [JapaneseName("サービス")]
    Service,

    /// <summary>A process of its name, which runs.</summary>
    [JapaneseName("動作中のプロセス")]
    Process,
}
