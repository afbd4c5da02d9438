using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>What a host is for.</summary>
public enum HostRole : long
{
    /// <summary>A PC that people sit at.</summary>
    [JapaneseName("端末")]
    Client,

    /// <summary>A server of any kind.</summary>
    [JapaneseName("サーバ", "サーバー")]
    Server,
}
