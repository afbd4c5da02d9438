using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Snapshots carried on a medium are those that were collected, or they are refused with a reason and an advice.</summary>
public sealed class AirGapTests : IDisposable
{
    private const string Password = "a password that stands nowhere";
    private const string HandOver =
        "New-ConfigAuditSnapshot PC001, PC002 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover -Sign -Certificate $certificate -PassThru";
    private const string Take = "Import-ConfigAuditSnapshot $folder/handover -RequireSignature -Trusted $folder/signer.cer";

    private static readonly X509Certificate2 Signer = Certificate("CN=Audit of the closed network", "1.3.6.1.5.5.7.3.3");

    private readonly Script _script = new();

    public AirGapTests()
    {
        Recordings.In(_script.Folder);
        File.WriteAllBytes(Path("signer.cer"), Signer.RawData);
        File.WriteAllText(Path("signer.pem"), Signer.ExportCertificatePem());
    }

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("$folder/signer.cer")]
    [InlineData("$folder/signer.pem")]
    [InlineData("$certificate.Thumbprint")]
    [InlineData("$certificate.GetCertHashString('SHA256')")]
    public void What_was_signed_comes_back(string trusted)
    {
        Assert.Equal(
            new[] { "PC001_20261116T000000Z.json.gz", "PC002_20261116T000000Z.json.gz", "handover.json", "handover.json.p7s" },
            Run(HandOver).Clean().Select(file => ((FileInfo)file.BaseObject).Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "handover.json.p7s",
            Directory.GetFiles(Path("handover")).MaxBy(File.GetLastWriteTimeUtc) is { } last ? System.IO.Path.GetFileName(last) : null
        );
        var result = Run($"Import-ConfigAuditSnapshot $folder/handover -RequireSignature -Trusted {trusted} -Verbose");
        Assert.Equal(new[] { "PC001", "PC002" }, result.Clean().Select(snapshot => snapshot.Properties["ComputerName"].Value));
        Assert.Contains("of 2 hosts", Assert.Single(result.Verbose), StringComparison.Ordinal);
        Assert.Contains("CN=Audit of the closed network", result.Verbose[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("handover.json", true)]
    [InlineData("handover.json.p7s", true)]
    [InlineData("handover.json", false)]
    public void Its_manifest_means_the_hand_over(string name, bool isProven)
    {
        Run(HandOver).Clean();
        var result = Run(
            $"Import-ConfigAuditSnapshot $folder/handover/{name}"
                + (isProven ? " -RequireSignature -Trusted $folder/signer.cer" : string.Empty)
        );
        Assert.Empty(result.Errors);
        Assert.Equal(new[] { "PC001", "PC002" }, result.Values("ComputerName"));
    }

    [Fact]
    public void A_manifest_that_comes_by_itself_among_files_is_told()
    {
        Run(HandOver).Clean();
        var result = Run("'handover.json' | ForEach-Object { \"$folder/handover/$_\" } | Import-ConfigAuditSnapshot");
        Assert.Empty(result.Output);
        Assert.Contains("name the folder, ", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_judged_as_what_was_collected()
    {
        Run(HandOver).Clean();
        var direct = Run("Invoke-ConfigAudit PC001, PC002 -RecordingPath $folder -Baseline MIC-2022-03").Values("Outcome").Order();
        Assert.Equal(direct, Run($"{Take} | Invoke-ConfigAudit -Baseline MIC-2022-03").Values("Outcome").Order());
    }

    [Theory]
    [InlineData("Changed", "Find out|find out")]
    [InlineData("Missing", "PC001")]
    [InlineData("Added", "manifest doesn't name it")]
    [InlineData("NoManifest", "Export-ConfigAuditSnapshot -Sign")]
    [InlineData("NoSignature", "ask for the hand-over again")]
    [InlineData("BadSignature", "isn't over this manifest")]
    public void Nothing_is_emitted_of_a_hand_over_that_was_tampered_with(string refusal, string advice)
    {
        Run(HandOver).Clean();
        var first = Path("handover/PC001_20261116T000000Z.json.gz");
        switch (refusal)
        {
            case "Changed":
                File.WriteAllBytes(first, File.ReadAllBytes(Path("handover/PC002_20261116T000000Z.json.gz")));
                break;
            case "Missing":
                File.Delete(first);
                break;
            case "Added":
                File.Copy(first, Path("handover/PC003.json.gz"));
                break;
            case "NoManifest":
                File.Delete(Path("handover/handover.json"));
                break;
            case "NoSignature":
                File.Delete(Path("handover/handover.json.p7s"));
                break;
            default:
                File.AppendAllText(Path("handover/handover.json"), " ");
                break;
        }

        var result = Run(Take);
        Assert.Empty(result.Output);
        var error = Assert.Single(result.Errors);
        Assert.Equal(
            $"ConfigAuditHandover{refusal},ConfigAudit.PowerShell.Commands.ImportConfigAuditSnapshotCommand",
            error.FullyQualifiedErrorId
        );
        Assert.Contains(advice.Split('|'), text => error.Exception.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Another_signer_is_refused_by_name()
    {
        using var stranger = Certificate("CN=Stranger\nwith a second line", "1.3.6.1.5.5.7.3.3");
        Run(HandOver, stranger).Clean();
        var error = Assert.Single(Run(Take).Errors);
        Assert.StartsWith("ConfigAuditHandoverUntrusted,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("CN=", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Exception.Message);
    }

    [Fact]
    public void An_unsigned_folder_or_a_file_by_itself_proves_nothing()
    {
        Run("New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover").Clean();
        foreach (var path in new[] { "$folder/handover", "$folder/handover/*.json" })
        {
            var result = Run($"Import-ConfigAuditSnapshot {path} -RequireSignature -Trusted $folder/signer.cer");
            Assert.Empty(result.Output);
            Assert.StartsWith(
                "ConfigAuditHandoverNoManifest,",
                Assert.Single(result.Errors).FullyQualifiedErrorId,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("$folder/handover")]
    [InlineData("$folder/handover/*")]
    public void Without_a_demand_the_files_that_fit_come_and_each_other_is_an_error(string path)
    {
        Run(
            "New-ConfigAuditSnapshot PC001, PC002, PC003 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover -Sign -Certificate $certificate"
        );
        File.AppendAllText(Path("handover/PC002_20261116T000000Z.json.gz"), "x");
        File.Copy(Path("handover/PC001_20261116T000000Z.json.gz"), Path("handover/PC009.json.gz"));
        var result = Run($"Import-ConfigAuditSnapshot {path}");
        // What was changed isn't taken, and its host stays in the count.
        Assert.Equal(new[] { "PC001", "PC002", "PC003" }, result.Values("ComputerName"));
        Assert.Equal(
            new[] { string.Empty },
            result
                .Output.Where(snapshot => Equals(snapshot.Properties["ComputerName"].Value, "PC002"))
                .Select(snapshot => $"{snapshot.Properties["Protocol"].Value}")
        );
        Assert.Equal(
            new[] { "ConfigAuditHandoverChanged", "ConfigAuditHandoverAdded" },
            result.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])
        );
        if (path.EndsWith("handover", StringComparison.Ordinal))
            Assert.Contains("-RequireSignature", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hand_over_is_accepted_once()
    {
        Run(HandOver).Clean();
        var rehearsed = Run($"{Take} -SeenPath $folder/record/seen.json -WhatIf");
        Assert.Empty(rehearsed.Clean());
        Assert.False(File.Exists(Path("record/seen.json")));
        var first = Run($"{Take} -SeenPath $folder/record/seen.json");
        Assert.Equal(2, first.Output.Count);
        Assert.Contains("is begun", Assert.Single(first.Warnings), StringComparison.Ordinal);
        var second = Run($"{Take} -SeenPath $folder/record/seen.json");
        Assert.Empty(second.Output);
        Assert.StartsWith("ConfigAuditHandoverReplayed,", Assert.Single(second.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(2, Run(Take).Clean().Count);
        Assert.Equal(2, Run($"{Take} -MaximumAge 1").Clean().Count);
        Assert.StartsWith(
            "ConfigAuditHandoverTooOld,",
            Assert.Single(Run($"{Take} -MaximumAge 0.00000001").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_PFX_signs_with_its_password_or_without_one_and_its_secrets_stand_nowhere()
    {
        File.WriteAllBytes(Path("with.pfx"), Signer.Export(X509ContentType.Pfx, Password));
        File.WriteAllBytes(Path("without.pfx"), Signer.Export(X509ContentType.Pfx));
        var with = Run(
            "New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover -Sign -CertificatePath $folder/with.pfx -CertificatePassword $password -PassThru -Verbose"
        );
        Assert.Equal(3, with.Clean().Count);
        Run(
                "New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/other -Sign -CertificatePath $folder/without.pfx"
            )
            .Clean();
        Assert.Single(Run(Take).Clean());
        Assert.Single(Run(Take.Replace("/handover", "/other", StringComparison.Ordinal)).Clean());

        var wrong = Run(
            "New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/third -Sign -CertificatePath $folder/with.pfx"
        );
        Assert.Contains("-CertificatePassword", Assert.Single(wrong.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path("third")));
        var texts = with
            .Verbose.Concat(wrong.Errors.Select(error => error.ToString() + error.Exception))
            .Concat(Directory.GetFiles(Path("handover")).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        using var key = Signer.GetRSAPrivateKey()!;
        var secret = Encoding.Latin1.GetString(key.ExportParameters(true).P!);
        Assert.All(
            texts,
            text => Assert.False(text.Contains(Password, StringComparison.Ordinal) || text.Contains(secret, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign", "-Certificate or -CertificatePath")]
    [InlineData("Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Certificate $certificate", "are for -Sign")]
    [InlineData(
        "Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign -Certificate $certificate -CertificatePassword $password",
        "is for -CertificatePath"
    )]
    [InlineData(
        "Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign -Certificate AB23456789012345678901234567890123456789",
        "no certificate with the thumbprint"
    )]
    [InlineData(
        "Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign -CertificatePath $folder/nowhere.pfx",
        "it isn't there: look at its name"
    )]
    [InlineData("Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign -Certificate $server", "isn't made for signing")]
    [InlineData("Export-ConfigAuditSnapshot $folder/x -Snapshot $s -Sign -Certificate $curve", "isn't one of RSA")]
    [InlineData("Import-ConfigAuditSnapshot $folder -RequireSignature", "-RequireSignature needs -Trusted")]
    [InlineData("Import-ConfigAuditSnapshot $folder -Trusted $folder/signer.cer", "do nothing without it")]
    [InlineData("Import-ConfigAuditSnapshot $folder -SeenPath $folder/seen.json", "do nothing without it")]
    [InlineData("Import-ConfigAuditSnapshot $folder -RequireSignature -Trusted $folder/PC001.json", "no certificate in PEM or DER")]
    [InlineData("Import-ConfigAuditSnapshot $folder -RequireSignature -Trusted $folder/nowhere.cer", "it isn't there: look at its name")]
    public void What_can_not_be_meant_is_said_before_anything_is_done(string script, string message)
    {
        using var server = Certificate("CN=www.city.example", "1.3.6.1.5.5.7.3.1");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var curve = new CertificateRequest("CN=Curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.Now.AddDays(-1),
            DateTimeOffset.Now.AddDays(1)
        );
        var result = _script.Run(
            $"$s = New-ConfigAuditSnapshot PC001 -RecordingPath $folder; {script}",
            ("certificate", Signer),
            ("password", Secret()),
            ("server", server),
            ("curve", curve)
        );
        var said = string.Join('\n', result.Errors.Select(error => error.Exception.Message).Append(result.Terminating?.Message));
        Assert.Contains(message, said, StringComparison.Ordinal);
        Assert.Empty(result.Output);
        Assert.False(Directory.Exists(Path("x")));
    }

    [Fact]
    public void A_folder_takes_one_hand_over()
    {
        Run("New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/plain").Clean();
        Assert.Contains(
            "name a new folder",
            Assert.Single(Run(HandOver.Replace("/handover", "/plain", StringComparison.Ordinal)).Errors).Exception.Message,
            StringComparison.Ordinal
        );
        Run(HandOver).Clean();
        Assert.StartsWith("ConfigAuditHandedOver,", Assert.Single(Run(HandOver).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith(
            "ConfigAuditHandedOver,",
            Assert
                .Single(Run("New-ConfigAuditSnapshot PC003 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/handover").Errors)
                .FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
        Assert.Equal(2, Run(Take).Clean().Count);
    }

    [Fact]
    public void A_hand_over_that_broke_off_is_none()
    {
        var result = Run(
            "New-ConfigAuditSnapshot PC001, PC004 -RecordingPath $folder -ErrorAction Stop -ThrottleLimit 1 | Export-ConfigAuditSnapshot $folder/handover -Sign -Certificate $certificate"
        );
        Assert.NotNull(result.Terminating);
        Directory.CreateDirectory(Path("handover"));
        Assert.False(File.Exists(Path("handover/handover.json")));
        Assert.StartsWith(
            "ConfigAuditHandoverNoManifest,",
            Assert.Single(Run(Take).Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Packed_files_come_back_without_a_signature_too()
    {
        Assert.EndsWith(
            ".json.gz",
            Run("New-ConfigAuditSnapshot PC001 -RecordingPath $folder | Export-ConfigAuditSnapshot $folder/packed -Compress -PassThru")
                .Clean()
                .Single()
                .ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("PC001", Run("Import-ConfigAuditSnapshot $folder/packed").Clean().Single().Properties["ComputerName"].Value);
    }

    [Fact]
    public void WhatIf_signs_nothing()
    {
        Run(HandOver + " -WhatIf").Clean();
        Assert.False(Directory.Exists(Path("handover")));
    }

    private ScriptResult Run(string script, X509Certificate2? signer = null) =>
        _script.Run(script, ("certificate", signer ?? Signer), ("password", Secret()));

    private string Path(string name) => System.IO.Path.Combine(_script.Folder, name);

    private static SecureString Secret()
    {
        var secret = new SecureString();
        foreach (var letter in Password)
            secret.AppendChar(letter);
        return secret;
    }

    private static X509Certificate2 Certificate(string subject, string purpose)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(new OidCollection { new(purpose) }, true));
        return request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddDays(30));
    }
}
