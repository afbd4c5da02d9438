using System;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>What changes by itself is known for each kind of fact of a host or a mail server: whoever adds one decides.</summary>
public sealed class NoiseTests
{
    [Fact]
    public void Kinds_of_fact_that_come_and_go() =>
        Assert.Equal(
            new[] { "Hotfix", "Logon", "LogonSession", "Neighbor" },
            FactTypes.Shipped.All.Where(type => type.IsNoise).Select(type => type.Name).OrderBy(name => name)
        );

    [Fact]
    public void Properties_that_change_by_themselves_though_they_are_no_moments() =>
        Assert.Equal(
            new[]
            {
                "Account.LockedOut",
                "Adapter.Addresses",
                "Adapter.IsUp",
                "Adapter.Subnets",
                "Antivirus.DefinitionVersion",
                "Antivirus.EngineVersion",
                "EventLog.Records",
                "EventLog.Size",
                "Host.IPAddresses",
                "MailService.Connections",
                "MailService.Greeting",
                "OperatingSystem.CoversPlannedUse",
                "OperatingSystem.Lifecycle",
                "PatchLevel.AwaitsRestart",
                "PatchLevel.Exposure",
                "PatchLevel.IsListed",
                "PatchLevel.Missing",
                "PatchLevel.NewestSecurityKb",
                "Profile.IsLoaded",
                "RemoteControl.FoundBy",
                "RemoteControl.IsRunning",
                "RemoteControl.SeenAs",
                "Route.InterfaceIndex",
                "Route.Metric",
                "Software.CoversPlannedUse",
                "Software.IsUsePlanned",
                "Software.Lifecycle",
                "Software.ListedAs",
                "SyncClient.FoundBy",
                "SyncClient.IsRunning",
                "SyncClient.SeenAs",
                "TimeSource.IsRunning",
                "UpdateStatus.RebootPending",
                "VpnClient.Adapters",
                "VpnClient.FoundBy",
                "VpnClient.IsConnected",
                "VpnClient.IsRunning",
            },
            Properties(isNoise: true, isTime: false).Where(name => !name.EndsWith(".Source", StringComparison.Ordinal))
        );

    [Fact]
    public void Moments_and_lengths_of_time_that_somebody_set() =>
        Assert.Equal(
            new[]
            {
                "MailCertificate.From",
                "MailCertificate.Until",
                "MailDomain.StsMaxAge",
                "MailService.CertificateFrom",
                "MailService.CertificateUntil",
                "OperatingSystem.InstalledAt",
                "RemoteDesktop.PolicyDisconnectLimit",
                "RemoteDesktop.PolicyIdleLimit",
            },
            Properties(isNoise: false, isTime: true)
        );

    [Fact]
    public void Every_source_is_noise() =>
        Assert.All(FactTypes.Shipped.All, type => Assert.True(type.Property(nameof(Fact.Source))!.IsNoise));

    private static string[] Properties(bool isNoise, bool isTime) =>
        FactTypes
            .Shipped.All.Where(type => !type.IsNoise)
            .SelectMany(type =>
                type.Properties.Where(property =>
                        property.IsNoise == isNoise && property.Kind is AgeKind or InstantKind or DayKind == isTime
                    )
                    .Select(property => $"{type.Name}.{property.Name}")
            )
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToArray();
}
