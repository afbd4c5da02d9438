using System;

namespace ConfigAudit.Base.Running;

/// <summary>Who asks.</summary>
internal static class Auditor
{
    /// <summary>DOMAIN\\user.</summary>
    public static string Name { get; } = $"{Environment.UserDomainName}\\{Environment.UserName}";
}
