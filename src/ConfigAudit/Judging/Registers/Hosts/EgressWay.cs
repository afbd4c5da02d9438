using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>A way by which a host may leave its zone.</summary>
public enum EgressWay
{
    /// <summary>A proxy that is set.</summary>
    [JapaneseName("プロキシ")]
    Proxy,

    /// <summary>A script that chooses a proxy; what it chooses isn't seen on the host.</summary>
    [JapaneseName("自動構成スクリプト")]
    Script,

    /// <summary>The default route, where neither a proxy nor a script is set; how far it leads isn't seen on the host.</summary>
    [JapaneseName("既定の経路")]
    Route,
}
