using System;
using System.IO;
using ConfigAudit.Telling.Schedules;
using ConfigAudit.Telling.Schedules.Access;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>Nobody with fewer rights may change what the system's account runs.</summary>
public sealed class AccessTests : IDisposable
{
    private const string Account = "S-1-5-21-1-2-3-1105";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)", "")] // ours
    [InlineData("O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;FRFX;;;" + Account + ")", "")]
    [InlineData("O:SYG:SYD:PAI(A;OICIIO;GA;;;CO)(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)", "BU")] // %ProgramData%
    [InlineData("O:BAG:BAD:AI(A;OICIID;FA;;;SY)(A;OICIID;FA;;;BA)(A;OICIID;0x1200a9;;;BU)(A;CIID;0x100116;;;BU)", "BU")] // a folder made in it
    [InlineData(
        "O:S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464G:BAD:PAI(A;;FA;;;SY)(A;;0x1200a9;;;BU)(A;;0x1200a9;;;AC)",
        ""
    )] // %ProgramFiles%
    [InlineData("O:S-1-5-21-1-2-3-1001G:BAD:P(A;OICI;FA;;;SY)", "S-1-5-21-1-2-3-1001")] // an owner can give himself any right
    [InlineData("O:BAG:BAD:P(A;;0x1301bf;;;AU)", "AU")]
    [InlineData("O:BAG:BAD:P(A;;WD;;;IU)", "IU")]
    [InlineData("O:BAG:BAD:P(A;;GW;;;WD)(A;;GA;;;WD)", "WD")]
    [InlineData("O:BAG:BAD:P(A;;GRGX;;;WD)(A;IOOICI;FA;;;BU)(D;;FA;;;BG)", "")] // read; handed down alone; denied
    [InlineData("O:BAG:BAD:P(XA;;FA;;;BU;(WIN://NOALLAPPPKG))", "BU")]
    [InlineData("O:BAG:BAD:P(A;;ZZ;;;BU)", "BU")] // what isn't understood
    [InlineData("O:BAG:BA", "WD")] // no DACL
    [InlineData("O:BAG:BAD:NO_ACCESS_CONTROL", "WD")]
    [InlineData("O:BAG:BAD:P(A;;FR;;;BU)S:AI(ML;;NW;;;LW)(AU;SA;FA;;;WD)", "")]
    public void Whoever_may_change_it_besides_administrators_is_named(string descriptor, string others) =>
        Assert.Equal(others, string.Join(" ", new SecurityDescriptor(descriptor).Changers));

    [Theory]
    [InlineData("O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)(A;CI;DCLCRPCR;;;BU)", "")] // %ProgramData%: users make folders and can't remove others'
    [InlineData("O:BAG:BAD:P(A;;DT;;;BU)", "BU")]
    [InlineData("O:BAG:BAD:P(A;;0x1301bf;;;BU)", "BU")] // modify has delete
    [InlineData("O:S-1-5-21-1-2-3-1001G:BAD:P(A;;FA;;;SY)", "S-1-5-21-1-2-3-1001")]
    public void Above_it_only_who_could_put_another_in_its_place(string descriptor, string others) =>
        Assert.Equal(others, string.Join(" ", new SecurityDescriptor(descriptor).Replacers));

    [Fact]
    public void The_account_of_the_task_is_trusted_where_it_is_meant_to_write()
    {
        var text = $"O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;0x1301bf;;;{Account})";
        Assert.Equal(new[] { Account }, new SecurityDescriptor(text).Changers);
        Assert.Empty(new SecurityDescriptor(text, Account).Changers);
    }

    [Theory]
    [InlineData(0u, 0x1EDu, false, false)] // 0755
    [InlineData(0u, 0x1FDu, false, true)] // 0775
    [InlineData(0u, 0x3FFu, false, true)] // 1777 itself
    [InlineData(0u, 0x3FFu, true, false)] // 1777 above
    [InlineData(1000u, 0x1C0u, false, true)] // 0700 of another
    [InlineData(1000u, 0x1C0u, true, true)]
    public void On_Linux_owner_and_mode_decide(uint owner, uint mode, bool isAbove, bool isDangerous) =>
        Assert.Equal(isDangerous, UnixAccess.IsChangedByOthers(owner, mode, isAbove));

    [SystemFact]
    public void Modes_are_read_as_they_were_set()
    {
        var path = _folder.File("監査.ps1", "x");
        UnixAccess.SetMode(path, UnixAccess.ReadableFile);
        Assert.Equal(0x81A4u, UnixAccess.Describe(path).Mode);
        UnixAccess.SetMode(_folder.Path, UnixAccess.Private);
        Assert.Equal(0x41C0u, UnixAccess.Describe(_folder.Path).Mode);
        Assert.Equal((0u, 0x1EDu), (UnixAccess.Describe("/usr").Owner, UnixAccess.Describe("/usr").Mode & 0xFFF));
        Assert.Throws<IOException>(() => UnixAccess.Describe(_folder["none"]));
        Assert.Throws<IOException>(() => UnixAccess.SetMode(_folder["none"], UnixAccess.Private));
    }

    [SystemFact]
    public void A_folder_that_others_can_write_to_is_named_and_so_is_one_above()
    {
        Assert.Null(Guard.Danger("/usr/bin/none"));
        Directory.CreateDirectory(_folder["open"]);
        UnixAccess.SetMode(_folder["open"], 0x1FF);
        Assert.Contains(_folder["open"] + " can be changed by others than root", Guard.Danger(_folder["open"])!.En);
        Assert.Contains(_folder["open"], Guard.Danger(_folder["open/below/task"])!.En);
    }

    [SystemFact]
    public void What_is_written_is_readable_and_whole()
    {
        var task = Tasks.One with { Folder = _folder.Path };
        TaskWriter.WriteScript(task);
        TaskWriter.WriteUnits(task, _folder.Path);
        Assert.Equal(0x81A4u, UnixAccess.Describe(task.Script).Mode);
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF, (byte)'<' }, Start(task.Script));
        Assert.Equal((byte)'#', Start(_folder["configaudit-weekly.service"])[0]);
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
    }

    private static byte[] Start(string path)
    {
        var start = new byte[4];
        Array.Copy(File.ReadAllBytes(path), start, 4);
        return start;
    }
}
