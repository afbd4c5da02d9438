using System.Linq;
using System.Text;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Base.Values;

/// <summary>Nothing that a machine says moves a terminal's cursor, turns what is read around, or costs a run.</summary>
public sealed class HostileTextTests
{
    [Theory]
    [InlineData("窓口共用 O'Hara 𠮷野", "窓口共用 O'Hara 𠮷野")]
    [InlineData("a\u001b[2Jb", "a␛[2Jb")]
    [InlineData("a\r\nb\tc\u0007", "a␍␊b␉c␇")]
    [InlineData("a\u007fb\u009bc", "a␡b\ufffdc")]
    [InlineData("fdp\u202excod.exe\u2066", "fdp\ufffdxcod.exe\ufffd")]
    [InlineData("a\u2028b", "a\ufffdb")]
    public void What_could_do_harm_becomes_a_sign(string text, string shown) => Assert.Equal(shown, HostileText.Harmless(text));

    [Fact]
    public void Whatever_it_is_it_has_a_form_to_be_compared_in()
    {
        for (var letter = 0; letter <= char.MaxValue; letter++)
        {
            var compatible = HostileText.Compatible("PC" + (char)letter);
            Assert.Equal(compatible, HostileText.Harmless(compatible));
            _ = compatible.Normalize(NormalizationForm.FormD);
        }

        Assert.Equal("PC\ufffd", HostileText.Compatible("PC\U0001FFFE"));
        Assert.Equal("PC\ufffd\ufffd", HostileText.Compatible("PC\udc00\ud800"));
    }

    [Fact]
    public void A_fact_holds_names_without_it_and_so_does_a_gap()
    {
        var snapshot = Machine.Answering(
            """
            { "instances": { "root/cimv2": {
                "Win32_ComputerSystem": [ { "Name": "PC\ufffe" } ],
                "Win32_UserAccount": [ { "Name": "a\u001b]0;x\u0007", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true } ] } } }
            """
        );
        Assert.Equal("PC\ufffd", snapshot.HostName);
        Assert.Equal("PC\ufffd", snapshot.Of<HostFact>().Single().HostName);
        Assert.Equal("a␛]0;x␇", snapshot.Of<AccountFact>().Single().Name);
        Assert.Equal("␛", new Gap(GapKind.Denied, "x", "\u001b").Message);
        Assert.Equal("␛", (new Gap(GapKind.Denied, "x", "y") with { Source = "\u001b" }).Source);
    }
}
