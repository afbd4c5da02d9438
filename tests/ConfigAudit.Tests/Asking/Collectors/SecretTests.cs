using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>No collector ever asks for a secret: what they declare is scanned by the patterns of what secrets are called.</summary>
public sealed class SecretTests
{
    private static readonly Regex Secret = new(
        "psk|pre_?shared|password|passwd|passphrase|credential(?!Guard)|keyprotector|externalkey|keypackage|eapconfig|eaphost|vpnconfigurationxml|private_?key|certificateprivate"
            + "|secret|token|productkey|digitalproductid|commandline|authset|authproposal|clipboardcontent|Control.Lsa.Secrets|HKEY_LOCAL_MACHINE.SECURITY",
        RegexOptions.IgnoreCase
    );

    // What is about secrets, and holds none.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "PasswordRequired",
        "PasswordExpires",
        "PasswordChangeable",
        "PasswordAge",
        "RememberCredential",
        "MinimumPasswordLength",
        "MaximumPasswordAge",
        "MinimumPasswordAge",
        "PasswordHistorySize",
        "PasswordComplexity",
        "ClearTextPassword",
        "DisablePasswordChange",
        "LimitBlankPasswordUse",
    };

    [Fact]
    public void No_source_of_any_collector_names_a_secret() =>
        Assert.Empty(SecretsIn(Collector.All.SelectMany(collector => collector.SourcesBy(Machine.Catalogs))));

    [Theory]
    [InlineData("root/x:PS_VpnConnection", "L2tpPsk")]
    [InlineData("root/x:PS_VpnConnection", "EapConfigXmlStream")]
    [InlineData("root/StandardCimv2:MSFT_NetIKEP1AuthSet", "Proposals")]
    [InlineData("root/x:Win32_EncryptableVolume.GetKeyProtectorNumericalPassword", "NumericalPassword")]
    [InlineData("root/x:Win32_EncryptableVolume.GetKeyPackage", "ReturnValue")]
    [InlineData("root/cimv2:Win32_Process", "CommandLine")]
    [InlineData("root/cimv2:SoftwareLicensingService", "OA3xOriginalProductKey")]
    [InlineData(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon", "DefaultPassword")]
    [InlineData(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion", "DigitalProductId")]
    [InlineData(@"registry:HKEY_LOCAL_MACHINE\SECURITY\Policy", "PolAdtEv")]
    public void What_names_one_would_be_found(string place, string name) =>
        Assert.NotEmpty(SecretsIn(new[] { new SourceInfo(place, new[] { name }) }));

    [Fact]
    public void What_is_only_about_one_is_allowed_by_its_exact_name()
    {
        Assert.Empty(SecretsIn(new[] { new SourceInfo("root/cimv2:Win32_UserAccount", new[] { "PasswordRequired" }) }));
        Assert.NotEmpty(SecretsIn(new[] { new SourceInfo("root/cimv2:Win32_UserAccount", new[] { "PasswordRequiredIs" }) }));
    }

    private static string[] SecretsIn(IEnumerable<SourceInfo> sources) =>
        sources
            .SelectMany(source => source.Names.Append(source.Place))
            .Where(name => Secret.IsMatch(name) && !Harmless.Contains(name))
            .ToArray();
}
