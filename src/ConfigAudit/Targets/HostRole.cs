namespace ConfigAudit.Targets;

/// <summary>What a host is for.</summary>
public enum HostRole
{
    /// <summary>A PC that people sit at.</summary>
    Client,

    /// <summary>A server of any kind.</summary>
    Server,
}
