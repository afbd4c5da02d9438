using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests;

/// <summary>
/// What nobody set is zero. So no public enumeration's zero may be anything good: each is written down here, with what it means for a host,
/// and whoever adds one has to say.
/// </summary>
public sealed class ZeroTests
{
    private const string None = "";

    /// <summary>By enumeration: the member that is zero, or none.</summary>
    private static readonly Dictionary<string, string> Zeros = new()
    {
        // Verdicts, and what people said beside them.
        ["Outcome"] = "Unknown",
        ["Severity"] = None,
        ["Obligation"] = "Required",
        ["WaiverState"] = None,
        ["WindowsReleaseKind"] = None,
        ["AttestationState"] = None,
        ["ReviewState"] = "Missing",
        ["FindingChangeKind"] = "NewFailure",
        ["FactChangeKind"] = None,
        ["EditionChange"] = "Unknown",
        ["CommentAnswer"] = None,
        ["AuditMethod"] = "Machine",
        ["AccountUseCertainty"] = None,
        ["SharedAccountEvidence"] = "SimultaneousPlaces",
        ["GapKind"] = None,

        // Grades and support.
        ["SupportStatus"] = None,
        ["CryptrecGrade"] = None,
        ["IpaGrade"] = None,
        ["NcscGrade"] = None,

        // States of a host: off, none, unprotected, or the weakest that there is.
        ["ProtectionState"] = "Off",
        ["VolumeProtection"] = "Off",
        ["VolumeEncryption"] = "Decrypted",
        ["VirtualizationSecurity"] = "Off",
        ["SecurityService"] = None,
        ["FirewallAction"] = "Allow",
        ["FirewallProfile"] = None,
        ["NeighborState"] = "Unreachable",
        ["RemoteService"] = "Smb",
        ["TimeSourceKind"] = "None",
        ["StorageBlock"] = None,
        ["VpnEncryption"] = "NoEncryption",
        ["VpnTunnel"] = "Pptp",
        ["IpsecCipher"] = "None",
        ["IpsecGroup"] = "None",
        ["IpsecHash"] = "None",
        ["IpsecMode"] = None,
        ["IpsecSecurity"] = "Never",
        ["RdpEncryption"] = None,
        ["RdpSecurityLayer"] = "Rdp",
        ["UpdateSource"] = "WindowsUpdate",
        ["ScanSource"] = "WindowsUpdate",
        ["InternetReason"] = "NoUpdateServer",
        ["ClockReason"] = None,
        ["SharedSign"] = "GenericName",
        ["LogonKind"] = None,
        ["LogonEnding"] = "NotSeen",
        ["MtaStsMode"] = "None",
        ["TlsVersion"] = None,
        ["TlsReportDirection"] = None,
        ["TlsReportPolicy"] = None,
        ["NamedGroup"] = None,
        ["SignatureScheme"] = None,

        // Numbers that Windows gives.
        ["HostKind"] = None,
        ["DriverStart"] = "Boot",
        ["LogRetention"] = "OverwriteAsNeeded",
        ["VolumeKind"] = "System",
        ["SettingOrigin"] = "Local",

        // Kinds of things, of which none is better than another, or where zero is asked most of.
        ["Zone"] = "MyNumber",
        ["HostRole"] = "Client",
        ["NetworkModel"] = "Alpha",
        ["FactSubject"] = "Host",
        ["DetectionKind"] = "Pattern",
        ["SoftwareScope"] = "Machine",
        ["SoftwareKind"] = "General",
        ["SoftwareForm"] = "Program",
        ["IpsecPhase"] = "MainMode",
        ["VpnClientEvidence"] = "Adapter",
        ["ProgramEvidence"] = "Service",
        ["ProgramKind"] = "RemoteControl",
        ["TlsParameterKind"] = "Version",
        ["MailProtocol"] = "Smtp",
        ["EgressWay"] = "Proxy",

        // What registers declare: nothing allowed, nobody's own.
        ["FlowLine"] = None,
        ["RegisteredAccountKind"] = None,
        ["ServiceTerms"] = "Standard",

        // What a user asks for.
        ["Language"] = "English",
        ["ReportFormat"] = "Csv",
        ["TaskPlatform"] = "Windows",
        ["SyslogTransport"] = "Udp",
        ["SessionProtocol"] = "Auto",
        ["AuthenticationMethod"] = "Default",
    };

    private static IEnumerable<Type> Enumerations => typeof(Finding).Assembly.GetExportedTypes().Where(type => type.IsEnum);

    [Fact]
    public void Each_enumeration_has_the_zero_that_is_written_down() =>
        Assert.Equal(
            Zeros.OrderBy(zero => zero.Key, StringComparer.Ordinal).Select(zero => $"{zero.Key}: {zero.Value}"),
            Enumerations
                .OrderBy(type => type.Name, StringComparer.Ordinal)
                .Select(type => $"{type.Name}: {Enum.GetName(type, Enum.ToObject(type, 0))}")
        );

    [Fact]
    public void What_nobody_judged_is_unknown() => Assert.Equal(Outcome.Unknown, new Finding().Outcome);

    /// <summary>ConvertTo-Json writes enumerations of 64 bits by name and others as numbers, which the next version may count
    /// otherwise.</summary>
    [Fact]
    public void A_finding_tells_its_enumerations_by_name_in_JSON() =>
        Assert.All(
            typeof(Finding)
                .GetProperties()
                .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                .Where(type => type.IsEnum),
            type => Assert.Equal(typeof(long), Enum.GetUnderlyingType(type))
        );

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("Passed")]
    [InlineData("Pass, Fail")]
    [InlineData("適合？")]
    public void A_member_is_read_by_its_name_alone(string text) => Assert.Throws<FormatException>(() => MemberNames<Outcome>.Read(text));

    [Theory]
    [InlineData("Pass", Outcome.Pass)]
    [InlineData(" fail ", Outcome.Fail)]
    [InlineData("不適合", Outcome.Fail)]
    [InlineData("対象外", Outcome.NotApplicable)]
    public void In_either_language(string text, Outcome outcome) => Assert.Equal(outcome, MemberNames<Outcome>.Read(text));
}
