using System;
using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>A fact that can only be seen on Linux.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Linux only";
}
