using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Facts.Targets;

/// <summary>The organisation's list of hosts: a bad row costs itself alone.</summary>
public sealed class InventoryFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_is_a_target()
    {
        var target = Assert.Single(
            Read(
                "\uFEFFComputerName,Address,Zone,Role,Model,Tags,Recording\r\nPC001,10.1.2.3,MyNumber,Client,Alpha,窓口; 1F,pc001.json\r\n",
                out var problems
            )
        );
        Assert.Empty(problems);
        Assert.Equal(
            ("PC001", "10.1.2.3", Zone.MyNumber, HostRole.Client, NetworkModel.Alpha),
            (target.ComputerName, target.Address, target.Zone, target.Role, target.Model)
        );
        Assert.Equal(new[] { "窓口", "1F" }, target.Tags);
        Assert.Equal(_folder["pc001.json"], target.RecordingPath);
    }

    [Fact]
    public void Only_the_name_is_needed_and_an_empty_cell_declares_nothing()
    {
        Assert.Equal(new[] { "A", "B" }, Read("computername\nA\nB\n", out _).Select(target => target.ComputerName));
        Assert.Null(Assert.Single(Read("ComputerName,Zone\nA,\n", out _)).Zone);
    }

    [Theory]
    [InlineData("ホスト名,IPアドレス,領域,役割,モデル,タグ,記録")]
    [InlineData("コンピュータ名,アドレス,ゾーン,役割,モデル,タグ,記録ファイル")]
    [InlineData("ﾎｽﾄ名,ＩＰアドレス,領 域,役割,モデル,タグ,記録")]
    [InlineData("端末名,Address,領域,Role,モデル,Tag,Recording")]
    public void Columns_go_by_their_Japanese_names_as_those_of_registers_do(string headers)
    {
        var target = Assert.Single(
            Read(headers + "\nPC001,10.1.2.3,マイナンバー利用事務系,端末,αモデル,窓口;1F,pc001.json\n", out var problems)
        );
        Assert.Empty(problems);
        Assert.Equal(
            ("PC001", "10.1.2.3", Zone.MyNumber, HostRole.Client, NetworkModel.Alpha),
            (target.ComputerName, target.Address, target.Zone, target.Role, target.Model)
        );
        Assert.Equal(new[] { "窓口", "1F" }, target.Tags);
        Assert.Equal(_folder["pc001.json"], target.RecordingPath);
    }

    [Fact]
    public void Two_headers_of_one_column_in_Japanese_refuse_the_list_and_one_beside_the_English_is_somebody_s_own()
    {
        Assert.Contains("ComputerName", Assert.Throws<InputException>(() => Read("ホスト名,端末名\nA,B\n", out _)).Message);
        Assert.Equal("A", Assert.Single(Read("ComputerName,ホスト名\nA,B\n", out _)).ComputerName);
    }

    [Theory]
    [InlineData("はい", true)]
    [InlineData("無", false)]
    [InlineData("TRUE", true)]
    [InlineData("たぶん", null)]
    public void A_flag_is_read_in_either_language(string cell, bool? useSsl)
    {
        var target = Assert.Single(Read($"ホスト名,SSL\nA,{cell}\n", out _));
        Assert.Equal((useSsl, useSsl is null), (target.UseSsl, target.Mistake is not null));
    }

    [Fact]
    public void Bad_rows_are_named_with_their_lines_and_the_others_go_on()
    {
        var targets = Read("ComputerName,Zone\nA,Mars\n,Lgwan\nB,Lgwan\nb,Lgwan\n\"C,x\",Internet\n", out var problems);
        // The host of the bad cell stays in the count; a row without a name is none.
        Assert.Equal(new[] { "A", "B", "C,x" }, targets.Select(target => target.ComputerName));
        Assert.Contains(
            "inventory.csv(2): Zone: 'Mars' is not one of MyNumber (マイナンバー利用事務系), Lgwan (LGWAN接続系), Internet (インターネット接続系)",
            targets[0].Mistake
        );
        Assert.All(targets.Skip(1), target => Assert.Null(target.Mistake));
        Assert.Equal(new[] { 2, 3, 5 }, problems.Select(problem => problem.Line));
        Assert.Contains(
            "A: Zone: 'Mars' is not one of MyNumber (マイナンバー利用事務系), Lgwan (LGWAN接続系), Internet (インターネット接続系)",
            problems[0].Message
        );
        Assert.Contains("on the lines 4 and 5", problems[2].Message);
    }

    /// <summary>As a register says it: what isn't read isn't lost without a word.</summary>
    [Theory]
    [InlineData("A,10.1.1.1,Lgwan,総務課,窓口")]
    [InlineData("A,10.1.1.1,Lgwan,,窓口")]
    public void A_row_with_more_cells_than_columns_is_told_and_its_host_is_not_asked(string row)
    {
        var targets = Read($"ComputerName,Address,Zone,Tags\n{row}\nB,10.1.1.2\nC,10.1.1.3,Lgwan,x,,\n", out var problems);
        Assert.Equal(new[] { "A", "B", "C" }, targets.Select(target => target.ComputerName));
        Assert.Contains("'窓口' stands below no header", Assert.Single(problems).Message);
        Assert.Equal(2, problems[0].Line);
        Assert.Equal(new[] { true, false, false }, targets.Select(target => target.Mistake is not null));
    }

    [Fact]
    public void A_row_that_names_no_host_says_what_becomes_of_it()
    {
        Read("ComputerName,Zone\n,Lgwan\nB,Lgwan\n", out var problems);
        Assert.Contains("it is left out, and isn't in the count. Write the name, or take the row out", Assert.Single(problems).Message);
    }

    [Fact]
    public void The_column_of_names_mistyped_is_known_again() =>
        Assert.Contains(
            "is 'ComputerNmae' meant to be ComputerName?",
            Assert.Throws<InputException>(() => Read("ComputerNmae,Zone\nA,Lgwan\n", out _)).Message
        );

    [Theory]
    [InlineData("")]
    [InlineData("Host,Zone\nA,Lgwan\n")]
    public void A_file_without_the_column_is_refused(string text) =>
        Assert.Contains("no column ComputerName", Assert.Throws<InputException>(() => Read(text, out _)).Message);

    [Fact]
    public void A_file_as_Japanese_Excel_saves_it_is_read_and_a_row_that_is_no_text_stays_in_the_count()
    {
        // ComputerName,Tags / PC001,窓口 as Japanese Excel saves a plain CSV (code page 932).
        System.IO.File.WriteAllBytes(
            _folder["cp932.csv"],
            new byte[]
            {
                67,
                111,
                109,
                112,
                117,
                116,
                101,
                114,
                78,
                97,
                109,
                101,
                44,
                84,
                97,
                103,
                115,
                10,
                80,
                67,
                48,
                48,
                49,
                44,
                0x91,
                0x8B,
                0x8C,
                0xFB,
                10,
                80,
                67,
                48,
                48,
                50,
                44,
                0x81,
                10,
            }
        );
        var problems = new List<InputException>();
        var targets = InventoryFile.Read(_folder["cp932.csv"], problems.Add).ToArray();
        Assert.Equal(new[] { "窓口" }, targets[0].Tags);
        Assert.Equal(("PC002", true), (targets[1].ComputerName, targets[1].Mistake is not null));
        Assert.Contains("neither UTF-8 nor cp932", Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("マイナンバー利用事務系", Zone.MyNumber)]
    [InlineData("LGWAN接続系", Zone.Lgwan)]
    [InlineData("ＬＧＷＡＮ接続系", Zone.Lgwan)]
    [InlineData("インターネット接続系", Zone.Internet)]
    [InlineData("lgwan", Zone.Lgwan)]
    public void A_zone_goes_by_its_Japanese_name_as_in_registers(string text, Zone zone)
    {
        Assert.Equal(zone, Assert.Single(Read($"ComputerName,Zone\nA,{text}\n", out var problems)).Zone);
        Assert.Empty(problems);
    }

    [Fact]
    public void Quotes_that_don_t_match_are_told()
    {
        var targets = Read("ComputerName,Zone\nA\"B,Lgwan\nC,Lgwan\n", out var problems);
        Assert.Contains("quotes", Assert.Single(problems).Message);
        Assert.Equal(new[] { true, false }, targets.Select(target => target.Mistake is not null));
    }

    [Theory]
    [InlineData("ComputerName,Zone,Tags\nA,Lgwan,x\nB,Lgwan,\"y\nC,Lgwan,z\nD,Lgwan,w\n", 3, 2)]
    [InlineData("ComputerName,Zone,Tags\nA,Lgwan,x\n\"B,Lgwan,y\nC,Lgwan,z\nD,Lgwan,\"w\"\n", 3, 2)]
    [InlineData("ComputerName,Zone,Tags\nA,Lgwan,x\nB,Lgwan,\"y\nC,Lgwan,z\nD,Lgwan,w\"\n", 3, 2)]
    public void The_rows_that_a_quote_too_many_swallows_stay_in_the_count_and_are_not_asked(string text, int line, int swallowed)
    {
        var targets = Read(text, out var problems);
        Assert.Equal(new[] { "A", "B", "C", "D" }, targets.Select(target => target.ComputerName));
        Assert.Equal(new[] { false, true, true, true }, targets.Select(target => target.Mistake is not null));
        var problem = Assert.Single(problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains($"a quote that opens in line {line} isn't closed there, so that the {swallowed} lines below it", problem.Message);
    }

    [Fact]
    public void A_line_break_in_a_name_is_an_error_and_one_in_a_remark_is_none()
    {
        var targets = Read("ComputerName,Zone,備考\n\"A\n-1\",Lgwan,x\nB,Lgwan,\"two\nlines\"\n", out var problems);
        Assert.Contains("a line break stands in ComputerName", Assert.Single(problems).Message);
        Assert.Equal(new[] { true, false }, targets.Select(target => target.Mistake is not null));
        Assert.Equal("B", targets[1].ComputerName);
    }

    [Fact]
    public void What_PowerShell_exported_is_an_inventory()
    {
        Assert.Equal(
            "A",
            Assert.Single(Read("#TYPE Selected.System.String\n\"ComputerName\",\"Zone\"\n\"A\",\"Lgwan\"\n", out var problems)).ComputerName
        );
        Assert.Empty(problems);
        var target = Assert.Single(Read("Name,Zone\nA,Lgwan\n", out problems));
        Assert.Equal(("A", Zone.Lgwan), (target.ComputerName, target.Zone));
        Assert.Empty(problems);
    }

    [Fact]
    public void A_member_that_stands_twice_in_another_case_leaves_its_host_in_the_count()
    {
        var path = _folder.File(
            "inventory.json",
            """{ "format": "ConfigAudit.Inventory/1", "targets": [ { "ComputerName": "A", "computername": "B" }, { "ComputerName": "C" } ] }"""
        );
        var problems = new List<InputException>();
        var targets = InventoryFile.Read(path, problems.Add).ToArray();
        Assert.Equal(new[] { "A", "C" }, targets.Select(target => target.ComputerName));
        Assert.Contains("'computername' stands here twice", targets[0].Mistake);
        Assert.Null(targets[1].Mistake);
        Assert.Contains("'computername' stands here twice", Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("Port", "0")]
    [InlineData("Port", "5986a")]
    [InlineData("Port", "-1")]
    [InlineData("Protocol", "Telnet")]
    [InlineData("UseSsl", "maybe")]
    [InlineData("Zone", "Mars")]
    [InlineData("Zone", "0")]
    [InlineData("Role", "Boss")]
    [InlineData("Model", "Gamma")]
    public void No_bad_cell_takes_its_host_out_of_the_count(string column, string cell)
    {
        var target = Assert.Single(Read($"ComputerName,{column}\nPC1,{cell}\n", out var problems));
        Assert.Equal("PC1", target.ComputerName);
        Assert.Contains($"{column}: ", target.Mistake);
        Assert.Contains("PC1", Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData("Zoen", "Zone")]
    [InlineData("zones", "Zone")]
    [InlineData("Prot", "Port")]
    [InlineData("Use SSL", "UseSsl")]
    [InlineData("Adress", "Address")]
    [InlineData("Recordings", "Recording")]
    [InlineData("Protcol", "Protocol")]
    public void A_mistyped_column_is_said_with_the_one_that_is_meant(string column, string meant)
    {
        Assert.Single(Read($"ComputerName,{column}\nPC1,x\n", out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal(_folder["inventory.csv"], problem.Path);
        Assert.Contains($"'{column}'", problem.Message);
        Assert.Contains($"is it {meant}?", problem.Message);
    }

    [Fact]
    public void A_column_of_somebodys_own_is_a_remark()
    {
        var remarks = new List<InputException>();
        Assert.Single(
            InventoryFile.Read(_folder.File("inventory.csv", "ComputerName,設置場所,Host\nPC1,1F,x\n"), bad => throw bad, remarks.Add)
        );
        Assert.Contains("'設置場所', 'Host'", Assert.Single(remarks).Message);
    }

    [Theory]
    [InlineData("ComputerName,Zone,Zone\nPC1,Lgwan,MyNumber\n")]
    [InlineData("ComputerName,Zone,zone\nPC1,Lgwan,MyNumber\n")]
    [InlineData("ComputerName,computername\nPC1,PC2\n")]
    public void A_column_that_stands_there_twice_is_an_error(string text) =>
        Assert.Contains("stands there 2 times", Assert.Throws<InputException>(() => Read(text, out _)).Message);

    [Theory]
    [InlineData("\"Zoen\": \"Lgwan\"", "is it Zone?")]
    [InlineData("\"Zone\": { }", "a text")]
    public void A_member_that_can_not_be_read_leaves_its_host_in_the_count(string member, string said)
    {
        var problems = new List<InputException>();
        var target = Assert.Single(
            InventoryFile.Read(
                _folder.File(
                    "inventory.json",
                    $$"""{ "format": "ConfigAudit.Inventory/1", "targets": [ { "ComputerName": "A", {{member}} } ] }"""
                ),
                problems.Add
            )
        );
        Assert.Contains(said, target.Mistake);
        Assert.Contains(said, Assert.Single(problems).Message);
    }

    [Theory]
    // dup.csv: one machine, by its name, by the same in another case, with its domain, and again in another zone.
    [InlineData("PC1,MyNumber,a.json|pc1,MyNumber,a.json|PC1.city.example,MyNumber,a.json|PC1,Internet,b.json", "PC1", "2 and 3;2;2 and 5")]
    [InlineData("PC1,,|PC1.city.example,,", "PC1", "one machine")]
    [InlineData("PC1.city.example.,,|PC1.CITY.example,,", "PC1.city.example.", "2 and 3")]
    [InlineData("ＰＣ１,,|pc1,,", "ＰＣ１", "2 and 3")]
    [InlineData("SHIYAKUSHO-MADO,,|shiyakusho-madoguchi-pc-0001,,", "SHIYAKUSHO-MADO", "one machine")]
    // Two of one first label, or of the same fifteen letters, are two; one that may be either is said, and stays.
    [InlineData("PC1.a.example,,|PC1.b.example,,", "PC1.a.example PC1.b.example", "")]
    [InlineData(
        "shiyakusho-madoguchi-pc-0001,,|shiyakusho-madoguchi-pc-0002,,",
        "shiyakusho-madoguchi-pc-0001 shiyakusho-madoguchi-pc-0002",
        ""
    )]
    [InlineData("PC1,,|PC1.a.example,,|PC1.b.example,,", "PC1 PC1.a.example PC1.b.example", "may be;may be")]
    [InlineData("PC1,MyNumber,|PC1.city.example,Lgwan,", "PC1 PC1.city.example", "may be one machine, with another Zone")]
    [InlineData("PC1,,a.json|PC1.city.example,,b.json", "PC1 PC1.city.example", "may be one machine, with another Recording")]
    [InlineData("PC1,,|PC10,,|PC,,", "PC1 PC10 PC", "")]
    public void A_machine_that_stands_there_twice_is_asked_once(string rows, string expected, string said)
    {
        var targets = Read("ComputerName,Zone,Recording\n" + string.Join("\n", rows.Split('|')) + "\n", out var problems);
        Assert.Equal(expected.Split(' '), targets.Select(target => target.ComputerName));
        var words = said.Length == 0 ? Array.Empty<string>() : said.Split(';');
        Assert.Equal(words.Length, problems.Count);
        Assert.All(words.Zip(problems, (word, problem) => (word, problem)), each => Assert.Contains(each.word, each.problem.Message));
    }

    [Theory]
    [InlineData("10.1.2.3,|PC1,10.1.2.3", "10.1.2.3")]
    [InlineData("PC1,10.1.2.3|10.1.2.3,", "PC1")]
    [InlineData("PC1,10.1.2.3|PC2,10.1.2.3", "PC1 PC2")]
    [InlineData("10.1.2.3,|10.1.2.4,", "10.1.2.3 10.1.2.4")]
    public void A_machine_named_by_its_address_is_that_machine(string rows, string expected) =>
        Assert.Equal(
            expected.Split(' '),
            Read("ComputerName,Address\n" + string.Join("\n", rows.Split('|')) + "\n", out _).Select(target => target.ComputerName)
        );

    private Target[] Read(string text, out List<InputException> problems)
    {
        var found = new List<InputException>();
        var targets = InventoryFile.Read(_folder.File("inventory.csv", text), found.Add).ToArray();
        problems = found;
        return targets;
    }
}
