namespace ConfigAudit.Facts;

/// <summary>Win32_OperatingSystem.ProductType.</summary>
public enum HostKind
{
    /// <summary>1: a workstation. Also Enterprise multi-session, whose ProductType is 3.</summary>
    Client = 1,

    /// <summary>2: a domain controller. It has no local accounts.</summary>
    DomainController = 2,

    /// <summary>3: a member or stand-alone server. It has no Security Center.</summary>
    Server = 3,
}
