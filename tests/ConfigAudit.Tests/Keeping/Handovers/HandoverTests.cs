using System;
using System.IO;
using System.Linq;
using System.Security;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Running;
using ConfigAudit.Facts;
using ConfigAudit.Keeping.Handovers;
using Xunit;

namespace ConfigAudit.Tests.Keeping.Handovers;

/// <summary>What was handed over is what is taken; anything else is refused with its reason.</summary>
public sealed class HandoverTests : IDisposable
{
    private readonly HandedOver _handed = new();
    private readonly TemporaryFolder _folder = new();
    private readonly SnapshotFile _file = new(FactTypes.Shipped);

    public void Dispose()
    {
        _handed.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_was_handed_over_comes_back()
    {
        var proven = _handed.Proven();
        Assert.Empty(proven.Misfits());
        Assert.Equal(
            HandedOver.Snapshots.Select(snapshot => (snapshot.ComputerName, snapshot.CollectedAt)),
            proven
                .Handover.Files.Select(file => _file.Load(proven.PathOf(file), proven.Read(file)))
                .Select(snapshot => (snapshot.ComputerName, snapshot.CollectedAt))
        );
        Assert.Equal(
            (3, Environment.MachineName, ProductInfo.Version),
            (proven.Handover.Hosts, proven.Handover.From, proven.Handover.ModuleVersion)
        );
        Assert.InRange(DateTimeOffset.Now - proven.Signer!.At, TimeSpan.FromSeconds(-2), TimeSpan.FromMinutes(5));
        Assert.Equal(SigningCertificates.Signer.Certificate.GetEncoded(), proven.Signer.Certificate.RawData);
        Assert.DoesNotContain(Directory.GetFiles(_handed.Path), path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_changed_by_one_byte_is_refused()
    {
        var bytes = File.ReadAllBytes(_handed.First);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(_handed.First, bytes);
        Assert.Equal(new[] { Refusal.Changed }, _handed.Refusals());
    }

    [Fact]
    public void A_truncated_file_is_refused()
    {
        File.WriteAllBytes(_handed.First, File.ReadAllBytes(_handed.First).Take(100).ToArray());
        Assert.Equal(new[] { Refusal.Changed }, _handed.Refusals());
    }

    [Fact]
    public void An_emptied_file_is_refused()
    {
        File.WriteAllBytes(_handed.First, Array.Empty<byte>());
        Assert.Equal(new[] { Refusal.Changed }, _handed.Refusals());
    }

    [Fact]
    public void A_removed_file_is_missed_with_its_host()
    {
        File.Delete(_handed.First);
        Assert.Contains("PC001", Assert.Single(_handed.Proven().Misfits()).Message);
        Assert.Equal(new[] { Refusal.Missing }, _handed.Refusals());
    }

    [Fact]
    public void A_renamed_file_is_both_missed_and_unknown()
    {
        File.Move(_handed.First, _handed["PC009_20261116T000000Z.json.gz"]);
        Assert.Equal(new[] { Refusal.Added, Refusal.Missing }, _handed.Refusals());
    }

    [Fact]
    public void Two_files_that_changed_their_names_are_refused()
    {
        var paths = HandoverFolder.Snapshots(_handed.Path);
        File.Move(paths[0], _handed["x"]);
        File.Move(paths[1], paths[0]);
        File.Move(_handed["x"], paths[1]);
        Assert.Equal(new[] { Refusal.Changed, Refusal.Changed }, _handed.Refusals());
    }

    [Theory]
    [InlineData("PC004.json")]
    [InlineData("PC004.json.gz")]
    [InlineData("PC004.JSON")]
    public void An_added_snapshot_is_refused(string name)
    {
        File.Copy(_handed.First, _handed[name]);
        Assert.Equal(new[] { Refusal.Added }, _handed.Refusals());
    }

    [Fact]
    public void What_is_no_snapshot_may_lie_beside_it()
    {
        File.WriteAllText(_handed["desktop.ini"], "[x]");
        Directory.CreateDirectory(_handed["System Volume Information"]);
        Assert.Empty(_handed.Refusals());
    }

    [Fact]
    public void A_file_changed_after_it_was_proven_is_not_taken()
    {
        var proven = _handed.Proven();
        Assert.Empty(proven.Misfits());
        File.WriteAllBytes(_handed.First, File.ReadAllBytes(HandoverFolder.Snapshots(_handed.Path)[1]));
        Assert.Equal(Refusal.Changed, Assert.Throws<HandoverException>(() => proven.Read(proven.Handover.Files[0])).Refusal);
    }

#if NET
    [Fact]
    public void A_link_in_the_place_of_a_file_is_refused_wherever_it_leads()
    {
        var path = _handed.First;
        File.Move(path, _folder["same"]);
        File.CreateSymbolicLink(path, _folder["same"]);
        Assert.Equal(new[] { Refusal.Changed }, _handed.Refusals());
    }
#endif

    [Fact]
    public void A_manifest_that_was_taken_away_is_missed()
    {
        File.Delete(_handed.Manifest);
        Assert.Equal(new[] { Refusal.NoManifest }, _handed.Refusals());
    }

    [Fact]
    public void A_hand_over_that_broke_off_has_no_signature_and_is_refused()
    {
        File.Delete(_handed.Signature);
        Assert.Equal(new[] { Refusal.NoSignature }, _handed.Refusals());
    }

    [Theory]
    [InlineData("PC001", "PC007")]
    [InlineData("\"hosts\": 3", "\"hosts\":  3")]
    public void A_manifest_changed_by_a_letter_is_refused(string from, string to)
    {
        File.WriteAllText(_handed.Manifest, File.ReadAllText(_handed.Manifest).Replace(from, to));
        Assert.Equal(new[] { Refusal.BadSignature }, _handed.Refusals());
    }

    [Fact]
    public void The_signature_of_another_hand_over_is_refused()
    {
        var other = File.ReadAllBytes(_handed.Signature);
        _handed.Write(SigningCertificates.Signer);
        File.WriteAllBytes(_handed.Signature, other);
        Assert.Equal(new[] { Refusal.BadSignature }, _handed.Refusals());
    }

    [Fact]
    public void A_hand_over_is_begun_in_no_folder_that_has_snapshots()
    {
        using var certificate = SigningCertificates.Signer.Private;
        Assert.Contains("name a new folder", Assert.Throws<InputException>(() => new HandoverWriter(_handed.Path, certificate)).Message);
        _folder.File("PC001.json", "{}");
        Assert.Throws<InputException>(() => new HandoverWriter(_folder.Path, certificate));
    }

    [Theory]
    [InlineData("../PC001.json")]
    [InlineData("sub/PC001.json")]
    [InlineData("..\\PC001.json")]
    [InlineData("C:PC001.json")]
    [InlineData("/etc/PC001.json")]
    [InlineData("handover.json")]
    [InlineData("PC001.exe")]
    public void A_manifest_can_not_name_a_file_elsewhere(string name) => Assert.Throws<InputException>(() => Manifest(name));

    [Fact]
    public void A_manifest_names_a_file_once()
    {
        Assert.Single(Manifest("PC001.json").Files);
        Assert.Contains("twice", Assert.Throws<InputException>(() => Manifest("PC001.json", "pc001.JSON")).Message);
    }

    [Fact]
    public void A_few_bytes_that_unpack_to_very_many_are_refused()
    {
        var bomb = Gzip.Pack(new byte[(int)JsonFile.MaxBytes + 1]);
        Assert.InRange(bomb.Length, 1, 100_000);
        Assert.Contains("unpacks to more than 32 MB", Assert.Throws<InputException>(() => _file.Load("x.json.gz", bomb)).Message);
    }

    [Fact]
    public void A_packed_snapshot_cut_off_anywhere_is_refused()
    {
        var whole = Gzip.Pack(SnapshotFile.Bytes(HandedOver.Snapshots[0]));
        Assert.Equal("PC001", _file.Load("x.json.gz", whole).ComputerName);
        // The last eight bytes tell length and checksum, which not every version of .NET asks for.
        for (var length = 1; length < whole.Length - 8; length += 7)
        {
            var cut = whole.Take(length).ToArray();
            Assert.Throws<InputException>(() => _file.Load("x.json.gz", cut));
        }
    }

    [Fact]
    public void A_PFX_opens_with_its_password_or_without_one()
    {
        // Mono opens none whose password isn't ASCII.
        var password = Type.GetType("Mono.Runtime") is null ? "ひみつ" : "himitsu";
        File.WriteAllBytes(_folder["with.pfx"], SigningCertificates.Signer.Pfx(password));
        File.WriteAllBytes(_folder["without.pfx"], SigningCertificates.Signer.Pfx(string.Empty));
        using var with = SignerCertificate.Load(_folder["with.pfx"], Secret(password));
        using var without = SignerCertificate.Load(_folder["without.pfx"], null);
        foreach (var certificate in new[] { with, without })
        {
            Assert.Equal(
                SigningCertificates.Signer.Public,
                ManifestSignature.Verify("x", new byte[] { 1 }, ManifestSignature.Sign(new byte[] { 1 }, certificate)).Certificate
            );
        }
    }

    [Theory]
    [InlineData(null, "-CertificatePassword")]
    [InlineData("wrong", "with this password")]
    public void A_PFX_that_does_not_open_says_why_and_not_with_what(string? password, string advice)
    {
        File.WriteAllBytes(_folder["with.pfx"], SigningCertificates.Signer.Pfx("right"));
        var error = Assert.Throws<InputException>(() =>
            SignerCertificate.Load(_folder["with.pfx"], password is null ? null : Secret(password))
        );
        Assert.Contains(advice, error.Message);
        Assert.DoesNotContain("wrong", error.ToString());
    }

    private static SecureString Secret(string text)
    {
        var secret = new SecureString();
        foreach (var letter in text)
            secret.AppendChar(letter);
        return secret;
    }

    private static Handover Manifest(params string[] names) =>
        Handover.Read(
            "handover.json",
            Encoding.UTF8.GetBytes(
                $$"""
                { "format": "ConfigAudit.Handover/1", "id": "{{Guid.NewGuid()}}", "createdAt": "2026-11-16T09:00:00+09:00", "by": "x", "from": "y", "moduleVersion": "z", "hosts": 1, "files": [
                  {{string.Join(
                    ",",
                    names.Select(name =>
                        $"{{ \"name\": \"{name.Replace("\\", "\\\\")}\", \"computerName\": \"PC001\", \"bytes\": 1, \"sha256\": \"{new string('0', 64)}\" }}"
                    )
                )}} ] }
                """
            )
        );
}
