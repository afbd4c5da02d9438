using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ConfigAudit.Tests.Asking.Mail;
using ConfigAudit.Tests.Asking.Mail.Stacks;
using ConfigAudit.Tests.Telling.Notices;
using Xunit;
using Xunit.Sdk;

namespace ConfigAudit.Tests;

/// <summary>What some tests can't do without: programs of others, and recordings that stand beside the checkout for their licences. What
/// lacks them is skipped, with the reason, and counted.</summary>
internal static class Needs
{
    /// <summary>The folder of what isn't shipped: beside the checkout, or where CONFIGAUDIT_SHARED says.</summary>
    public static string Shared { get; } =
        Environment.GetEnvironmentVariable("CONFIGAUDIT_SHARED") is { Length: > 0 } named
            ? named
            : Path.Combine(Machine.RepositoryRoot, "..", "shared");

    /// <summary>Why a test can't run here; null where it can.</summary>
    public static string? Lack(params string[] needs) => needs.Select(Lack).FirstOrDefault(lack => lack is not null);

    private static string? Lack(string need) =>
        need switch
        {
            "openssl" => OpenSslServer.IsInstalled ? null : "openssl isn't installed",
            "postfix" or "dovecot" => MailDaemon.CanRun(need) ? null : $"{need} isn't installed, or this isn't root",
            "exim" => EximServer.CanRun ? null : "Exim isn't installed, or this isn't root",
            "rsyslog" => RsyslogServer.Lack,
            "dnsmasq" => ServerProcess.IsThere(need) ? null : "dnsmasq isn't installed",
            "java" => EverythingServer.CanRun ? null : "openssl, java or javac isn't installed",
            _ when need.StartsWith("shared/", StringComparison.Ordinal) => Directory.Exists(Path.Combine(Shared, "data", need.Substring(7)))
                ? null
                : $"{need} isn't beside the checkout",
            _ when StackServer.Names.Contains(need) => StackServer.Lack(need),
            _ when UnpackedServer.Names.Contains(need) => UnpackedServer.Lack(need),
            _ => throw new ArgumentException(need),
        };
}

/// <summary>A test that can't do without something.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsFactAttribute : FactAttribute
{
    /// <param name="needs">Programs, folders of what isn't shipped, or stacks.</param>
    public NeedsFactAttribute(params string[] needs) => Skip = Needs.Lack(needs);
}

/// <inheritdoc cref="NeedsFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsTheoryAttribute : TheoryAttribute
{
    /// <inheritdoc cref="NeedsFactAttribute(string[])"/>
    public NeedsTheoryAttribute(params string[] needs) => Skip = Needs.Lack(needs);
}

/// <summary>A row of a theory about the server of one stack, which is skipped where that isn't installed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StackDataAttribute : DataAttribute
{
    private readonly string _stack;

    public StackDataAttribute(string stack)
    {
        _stack = stack;
        Skip = Needs.Lack(stack);
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => new[] { new object[] { _stack } };
}
