using System;
using System.IO;
using System.Runtime.InteropServices;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A fact that can only be seen on Linux, and only where a program is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SystemFactAttribute : FactAttribute
{
    public SystemFactAttribute(string program = "/bin/sh") =>
        Skip = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && File.Exists(program) ? null : $"Needs Linux and {program}";
}

/// <summary>A theory that can only be seen on Linux, and only where a program is.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SystemTheoryAttribute : TheoryAttribute
{
    public SystemTheoryAttribute(string program = "/bin/sh") =>
        Skip = RuntimeInformation.IsOSPlatform(OSPlatform.Linux) && File.Exists(program) ? null : $"Needs Linux and {program}";
}
