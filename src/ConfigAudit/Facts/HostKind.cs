using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>Win32_OperatingSystem.ProductType.</summary>
public enum HostKind
{
    /// <summary>1: a workstation. Also Enterprise multi-session, whose ProductType is 3.</summary>
    [JapaneseName("クライアント")]
    Client = 1,

    /// <summary>2: a domain controller. It has no local accounts.</summary>
    [JapaneseName("ドメインコントローラ")]
    DomainController = 2,

    /// <summary>3: a member or stand-alone server. It has no Security Center.</summary>
    [JapaneseName("サーバ")]
    Server = 3,
}
