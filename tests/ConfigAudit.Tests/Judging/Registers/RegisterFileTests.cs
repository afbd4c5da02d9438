using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Registers.Reading;
using ConfigAudit.Judging.Registers.Rows;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>A register is read however Excel saved it; a bad row costs itself alone, and says where it stands.</summary>
public sealed class RegisterFileTests : IDisposable
{
    private const string Accounts = "Account,Kind,Owner,Reason,Approver,ApprovedOn,Persons,Hosts,ReviewOn\n";

    /// <summary>アカウント,区分,利用者,利用端末 and KYOYU01,共用,山田;鈴木,窓口①, by cp932.</summary>
    private static readonly byte[] Japanese = Convert.FromBase64String(
        "g0GDSoNFg5ODZyyL5pWqLJeYl3CO0iyXmJdwkluWlg0KS1lPWVUwMSyLpJdwLI5Sk2M7l+mW2CyRi4z7h0ANCg=="
    );

    /// <summary>アカウント,区分,管理責任者, by cp932.</summary>
    private static readonly byte[] JapaneseHeaders = Convert.FromBase64String("g0GDSoNFg5ODZyyL5pWqLIrHl52Q05RDjtIK");

    /// <summary>KYOYU01,共用,表ソ能, by cp932: characters whose second byte is a backslash.</summary>
    private static readonly byte[] JapaneseRow = Convert.FromBase64String("S1lPWVUwMSyLpJdwLJVcg1yUXAo=");

    private readonly RegisterFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UTF_8_is_read_with_its_mark_and_without(bool hasMark)
    {
        var file = Load(
            "Accounts.csv",
            hasMark ? new byte[] { 0xEF, 0xBB, 0xBF } : Array.Empty<byte>(),
            Encoding.UTF8.GetBytes("アカウント,区分,利用者\r\nKYOYU01,共用,山田;鈴木\r\n")
        );
        Assert.Empty(file.Problems);
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows));
        Assert.Equal(("KYOYU01", RegisteredAccountKind.Shared, "Accounts.csv(2)"), (row.Account, row.Kind, row.Source));
        Assert.Equal(new[] { "山田", "鈴木" }, row.Persons);
    }

    [Fact]
    public void So_is_what_Excel_in_Japan_saves_as_CSV()
    {
        var file = Load("アカウント台帳.csv", Japanese);
        Assert.Empty(file.Problems);
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows));
        Assert.Equal(("KYOYU01", RegisteredAccountKind.Shared, "窓口①"), (row.Account, row.Kind, Assert.Single(row.Hosts!)));
        Assert.Equal(new[] { "山田", "鈴木" }, row.Persons);
    }

    [Fact]
    public void A_second_byte_that_looks_like_a_backslash_is_no_backslash()
    {
        var file = Load("Accounts.csv", JapaneseHeaders, JapaneseRow);
        Assert.Empty(file.Problems);
        Assert.Equal("表ソ能", Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows)).Owner);
    }

    [Theory]
    [InlineData("Account,Kind")]
    [InlineData("アカウント,区分")]
    [InlineData("account,KIND")]
    [InlineData("Ａｃｃｏｕｎｔ,Ｋｉｎｄ")]
    [InlineData("ｱｶｳﾝﾄ,区 分")]
    [InlineData("ア カ ウ ン ト,　区分　")]
    [InlineData("\"アカウント\",\"区分\"")]
    [InlineData("Account,区分")]
    public void A_header_is_known_in_either_language_any_width_and_with_spaces(string headers) =>
        Assert.Equal(
            RegisteredAccountKind.Personal,
            Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", headers + "\nyamada,個人\n").Rows)).Kind
        );

    /// <summary>A character cut in half before a comma or the end of a line, one that is none, and a byte that begins none.</summary>
    [Theory]
    [InlineData("8120")]
    [InlineData("81")]
    [InlineData("83")]
    [InlineData("E0")]
    [InlineData("FE")]
    [InlineData("81AD")]
    [InlineData("FF")]
    [InlineData("FD")]
    [InlineData("A0")]
    [InlineData("80")]
    public void A_line_with_bytes_that_are_no_character_is_one_error_and_the_others_count(string hex)
    {
        var bad = Enumerable.Range(0, hex.Length / 2).Select(i => Convert.ToByte(hex.Substring(i * 2, 2), 16)).ToArray();
        var file = Load(
            "Accounts.csv",
            JapaneseHeaders,
            RegisterFolder.Ascii("first?,Personal,a\n"),
            RegisterFolder.Ascii("second,Personal,"),
            bad,
            RegisterFolder.Ascii("\n"),
            RegisterFolder.Ascii("third,Personal,c\n"),
            JapaneseRow
        );
        Assert.Equal(
            "Accounts.csv(3): this row has characters that are neither UTF-8 nor cp932: write it again",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "first? 2", "third 4", "KYOYU01 5" }, Names(file));
    }

    [Fact]
    public void So_it_is_in_UTF_8_with_its_mark()
    {
        var file = Load(
            "Accounts.csv",
            new byte[] { 0xEF, 0xBB, 0xBF },
            Encoding.UTF8.GetBytes("アカウント,区分\n山田,個人\n"),
            new byte[] { 0x61, 0xE5, 0xB1 },
            RegisterFolder.Ascii(",Personal\n"),
            Encoding.UTF8.GetBytes("鈴木,個人\n")
        );
        Assert.Equal(
            "Accounts.csv(3): this row has characters that are neither UTF-8 nor cp932: write it again",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "山田 2", "鈴木 4" }, Names(file));
    }

    [Fact]
    public void And_without_its_mark()
    {
        var file = Load(
            "Accounts.csv",
            Encoding.UTF8.GetBytes("アカウント,区分\n山田,個人\n"),
            new byte[] { 0x61, 0xE5, 0xB1 },
            RegisterFolder.Ascii(",Personal\n"),
            Encoding.UTF8.GetBytes("鈴木,個人\n田中,個人\n")
        );
        Assert.Equal(
            "Accounts.csv(3): this row has characters that are neither UTF-8 nor cp932: write it again",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "山田 2", "鈴木 4", "田中 5" }, Names(file));
    }

    [Fact]
    public void Half_a_character_before_a_quote_does_not_take_the_rows_below()
    {
        var file = Load(
            "Accounts.csv",
            JapaneseHeaders,
            RegisterFolder.Ascii("first,Personal,\"a"),
            new byte[] { 0x83 },
            RegisterFolder.Ascii("\"\nsecond,Personal,b\n\"third\",Personal,c\n"),
            JapaneseRow
        );
        Assert.Equal(
            "Accounts.csv(2): this row has characters that are neither UTF-8 nor cp932: write it again",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "second 3", "third 4", "KYOYU01 5" }, Names(file));
    }

    [Fact]
    public void Quotes_that_do_not_match_in_the_headers_refuse_the_file() =>
        Assert.Equal(
            "Accounts.csv(1): the quotes in the headers don't match",
            RegisterFolder.Tell(Assert.Throws<InputException>(() => Text("Accounts.csv", "Account,Kind,\"Owner\nyamada,Personal,x\n")))
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void UTF_16_is_read_with_commas_or_with_tabs_as_Excel_saves_it(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        foreach (var separator in new[] { ",", "\t" })
        {
            var file = Load(
                "Accounts.csv",
                encoding.GetPreamble(),
                encoding.GetBytes("アカウント,区分\r\n山田,個人\r\n".Replace(",", separator))
            );
            Assert.Empty(file.Problems);
            Assert.Equal(new[] { "山田 2" }, Names(file));
        }
    }

    [Fact]
    public void A_column_that_each_row_needs_is_asked_for_in_both_languages()
    {
        var bad = Assert.Throws<InputException>(() => Text("Accounts.csv", "Account,Owner\nyamada,x\n"));
        Assert.StartsWith(
            "Accounts.csv(1): of Accounts (アカウント台帳) there is no column Kind (区分); the columns are: Account (アカウント), Kind (区分), Owner (管理責任者), ",
            RegisterFolder.Tell(bad),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    public void An_empty_file_lacks_every_column_that_is_needed(string text) =>
        Assert.Contains(
            "there is no column Account (アカウント), Kind (区分); the columns",
            Assert.Throws<InputException>(() => Text("Accounts.csv", text)).Problem
        );

    [Fact]
    public void A_file_that_is_not_there_says_so() =>
        Assert.Contains(
            "it isn't there: look at its name",
            Assert.Throws<InputException>(() => RegisterFile.Load(Path.Combine(_folder.Path, "Accounts.csv"))).Problem
        );

    [Theory]
    [InlineData("second,", "'Kind' (区分) is empty: fill it in (as 共用), or take the row out")]
    [InlineData(",Personal", "'Account' (アカウント) is empty: fill it in (as KYOYU01), or take the row out")]
    [InlineData("　,Personal", "'Account' (アカウント) is empty: fill it in (as KYOYU01), or take the row out")]
    [InlineData("second", "'Kind' (区分) is empty: fill it in (as 共用), or take the row out")]
    [InlineData("second,Personal,,,,R4.2.30", "ApprovedOn (承認日): 'R4.2.30' is no day of the calendar")]
    [InlineData(
        "second,Personal,,,,,,,someday",
        "ReviewOn (次回点検日): 'someday' is no day: 2022-03-25, 2022/3/25, R4.3.25 or 令和4年3月25日 is wanted"
    )]
    [InlineData(
        "second,Team",
        "Kind (区分): 'Team' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)"
    )]
    [InlineData("second,1", "Kind (区分): '1' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)")]
    [InlineData("FIRST,Personal", "Account 'FIRST' stands in the register twice; this row is left out")]
    [InlineData("sec\"ond,Personal", "the quotes in this row don't match; look whether the rows below it were taken for a part of it")]
    [InlineData("\"second\"x,Personal", "the quotes in this row don't match; look whether the rows below it were taken for a part of it")]
    public void A_bad_row_is_one_error_with_its_line_and_the_others_count(string row, string message)
    {
        var file = Text("Accounts.csv", Accounts + "first,Personal\n" + row + "\nthird,Shared\n");
        Assert.Equal("Accounts.csv(3): " + message, RegisterFolder.Tell(Assert.Single(file.Problems)));
        Assert.Equal(new[] { "first 2", "third 4" }, Names(file));
    }

    [Theory]
    [InlineData("－")]
    [InlineData("-")]
    [InlineData("ー")]
    [InlineData("―――")]
    [InlineData("なし")]
    [InlineData("（なし）")]
    [InlineData("未定")]
    [InlineData("不明")]
    [InlineData("？")]
    [InlineData("N/A")]
    [InlineData("ｔｂｄ")]
    [InlineData("同上")]
    [InlineData(" 未 ")]
    public void What_people_write_where_they_have_nothing_to_say_is_not_filled_in(string cell)
    {
        var file = Text("Accounts.csv", Accounts + $"a,Shared,{cell},{cell},{cell},{cell},山田;{cell},,{cell}\n");
        Assert.Empty(file.Problems);
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows));
        Assert.Equal(
            (string.Empty, string.Empty, string.Empty, null, null),
            (row.Owner, row.Reason, row.Approver, row.ApprovedOn, row.ReviewOn)
        );
        Assert.Equal(new[] { "山田" }, row.Persons);
    }

    [Theory]
    [InlineData("未")]
    [InlineData("未定")]
    [InlineData("申請中")]
    [InlineData("なし")]
    public void Whoever_is_named_as_having_approved_has_not_where_the_day_says_not_yet(string day)
    {
        var file = Text(
            "Accounts.csv",
            Accounts + $"a,Shared,山田,窓口,CISO,{day},山田,,\nb,Shared,山田,窓口,CISO,,山田,,\nc,Shared,山田,窓口,CISO,－,山田,,\n"
        );
        Assert.Contains($"ApprovedOn (承認日): '{day}' is no day", RegisterFolder.Tell(Assert.Single(file.Problems)));
        Assert.Equal(new[] { "b 3", "c 4" }, Names(file));
    }

    [Theory]
    [InlineData("南")]
    [InlineData("未来")]
    [InlineData("一")]
    [InlineData("無量井")]
    [InlineData("Noto")]
    [InlineData("A-1")]
    public void A_name_is_no_placeholder(string name) =>
        Assert.Equal(
            name,
            Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", Accounts + $"a,Shared,{name}\n").Rows)).Owner
        );

    /// <summary>Whoever reads the file next may take them for an approval.</summary>
    [Theory]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,却下", "says how it stands, and not who decided")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,未承認（予定）", "says how it stands, and not who decided")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,CISO（承認待ち）", "says '承認待ち'")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,未定。", "says how it stands, and not who decided")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,(空白)", "says how it stands, and not who decided")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,#N/A", "is a formula, or the error of one")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,#REF!", "is a formula, or the error of one")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,FALSE", "says how it stands, and not who decided")]
    [InlineData("Approver (承認者)", "a,Shared,山田,窓口,0", "is a mark, a number or a day")]
    [InlineData("Owner (管理責任者)", "a,Shared,○,窓口,CISO", "is a mark, a number or a day")]
    [InlineData("Reason (共用の理由)", "a,Shared,山田,未定。,CISO", "tells nothing")]
    [InlineData("Reason (共用の理由)", "a,Shared,山田,#REF!,CISO", "is a formula, or the error of one")]
    [InlineData("Persons (利用者)", "a,Shared,山田,窓口,CISO,,山田;未定（後日）", "says how it stands, and not who decided")]
    [InlineData("Hosts (利用端末)", "a,Shared,山田,窓口,CISO,,山田,#N/A", "is a formula, or the error of one")]
    public void What_names_nobody_is_no_approval_and_says_where_it_stands(string column, string row, string why)
    {
        var file = Text("Accounts.csv", Accounts + "first,Personal\n" + row + "\nthird,Shared\n");
        var told = RegisterFolder.Tell(Assert.Single(file.Problems));
        Assert.StartsWith($"Accounts.csv(3): {column}: '", told, StringComparison.Ordinal);
        Assert.Contains($"' {why}", told);
        Assert.Equal(new[] { "first 2", "third 4" }, Names(file));
    }

    [Theory]
    [InlineData("a,Shared,山田,窓口,上司", "Approver (承認者): '上司' is anybody's")]
    [InlineData("a,Shared,山田,窓口,本人", "Approver (承認者): '本人' is anybody's")]
    [InlineData("a,Shared,山田,窓口,各自", "Approver (承認者): '各自' is anybody's")]
    [InlineData("a,Shared,担当者,窓口,CISO", "Owner (管理責任者): '担当者' is anybody's")]
    [InlineData("a,Shared,管理責任者,窓口,CISO", "Owner (管理責任者): '管理責任者' is the column's own name")]
    [InlineData("a,Shared,owner,窓口,CISO", "Owner (管理責任者): 'owner' is the column's own name")]
    public void Who_could_be_anybody_approves_nothing_and_answers_for_nothing(string row, string why) =>
        Assert.Contains(
            why,
            RegisterFolder.Tell(Assert.Single(Text("Accounts.csv", Accounts + row + "\n").Problems)),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("課長", "部長")]
    [InlineData("総務課", "情報セキュリティ管理者")]
    [InlineData("管理者", "CISO")]
    public void An_office_approves_and_answers(string owner, string approver)
    {
        var file = Text("Accounts.csv", Accounts + $"a,Shared,{owner},窓口,{approver}\n");
        Assert.Empty(file.Problems);
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows));
        Assert.Equal((owner, approver), (row.Owner, row.Approver));
    }

    [Fact]
    public void The_same_row_once_more_counts_once_and_is_a_remark()
    {
        const string Row = "a,Shared,山田,窓口,CISO,R8.4.1,山田;鈴木,,R9.3.31\n";
        var file = Text("Accounts.csv", Accounts + Row + "b,Personal\n" + Row + Row);
        Assert.Equal(new[] { "a 2", "b 3" }, Names(file));
        Assert.Empty(file.Problems);
        Assert.Equal(
            "Accounts.csv(4): from here on 2 rows stand there already, in the same words: each counts once",
            RegisterFolder.Tell(file.Remark!)
        );
        Assert.Null(Text("Accounts.csv", Accounts + Row).Remark);
    }

    [Theory]
    [InlineData("a,Shared,山田,窓口,CISO", "a,Shared,鈴木,窓口,CISO")]
    [InlineData("a,Shared,山田,窓口,CISO", "a,Shared,山田,窓口,")]
    [InlineData("a,Shared,山田,窓口,CISO", "a,Personal")]
    public void A_row_that_says_something_else_of_the_same_is_an_error(string first, string second)
    {
        var file = Text("Accounts.csv", Accounts + first + "\n" + second + "\n");
        Assert.Contains("stands in the register twice", Assert.Single(file.Problems).Problem);
        Assert.Null(file.Remark);
    }

    [Theory]
    [InlineData("Flows.csv", "Name,Zone,To,Approver\na,Lgwan,10.1.0.1,却下\n")]
    [InlineData("Software.csv", "Name,Approver\n7-Zip*,TRUE\n")]
    [InlineData("ExternalServices.csv", "Service,DataClass,Terms,Approver\na,2,約款,承認済\n")]
    [InlineData("ExternalServices.csv", "Service,DataClass,Terms,Exception\na,2,約款,○\n")]
    [InlineData("ExternalServices.csv", "Service,DataClass,Terms,Responsibilities\na,2,約款,協議中（契約書）\n")]
    [InlineData("ExternalServices.csv", "Service,DataClass,Terms,Subcontractors\na,2,約款,確認予定\n")]
    [InlineData("Software.csv", "Name,SupportUntil\n7-Zip*,9999/12/31\n")]
    [InlineData("Assets.csv", "Asset,Owner\na,0\n")]
    [InlineData("AccountUse.csv", "Account,Person,From,Host\na,#N/A,R8.11.20 9:00,PC001\n")]
    public void So_it_is_in_every_register(string name, string text)
    {
        var file = Text(name, text);
        Assert.Empty(Names(file));
        Assert.StartsWith($"{name}(2): ", RegisterFolder.Tell(file.Problems[0]), StringComparison.Ordinal);
    }

    /// <summary>Times are reckoned with, and days end.</summary>
    [Theory]
    [InlineData("9999-12-31 24:00", "")]
    [InlineData("9999-12-31 09:00", "")]
    [InlineData("0001-01-01 00:00+14:00", "")]
    [InlineData("R8.11.20 9:00", "9999-12-31 23:59-14:00")]
    [InlineData("٢٠٢٦-11-20 9:00", "")]
    public void A_time_at_an_end_of_the_calendar_is_an_error(string from, string to)
    {
        var file = Text("AccountUse.csv", $"Account,Person,From,To,Host\na,山田,{from},{to},PC001\nb,山田,R8.11.20 9:00,,PC001\n");
        Assert.StartsWith("AccountUse.csv(2): ", RegisterFolder.Tell(Assert.Single(file.Problems)), StringComparison.Ordinal);
        Assert.Equal(new[] { "b 3" }, Names(file));
    }

    [Fact]
    public void What_is_no_character_costs_its_row()
    {
        const string character = "\\uFFFE";
        var file = Text(
            "Accounts.json",
            $$"""
            { "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [
              { "Account": "a{{character}}", "Kind": "Personal" },
              { "Account": "b", "Kind{{character}}": "Personal" },
              { "Account": "c", "Kind": "Personal" }
            ] }
            """
        );
        Assert.Equal(2, file.Problems.Count);
        Assert.Equal(new[] { "c 4" }, Names(file));
        Assert.Throws<InputException>(() => Text("Accounts.csv", "Account,Kind,\uFFFE\na,Personal,\n"));
        Assert.Single(Text("Accounts.csv", "Account,Kind\na\uFFFE,Personal\n").Problems);
    }

    /// <summary>However it is cut into lines and parts, a file comes out whole.</summary>
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_large_file_is_read_as_a_small_one_is(string end)
    {
        var text = new StringBuilder("Account,Kind,備考" + end);
        for (var i = 0; i < 3000; i++)
        {
            text.Append('a')
                .Append(i)
                .Append(",Personal,")
                .Append(i % 7 == 0 ? "\"総務課" + end + new string('山', i) + "\"" : "総務課")
                .Append(end);
        }

        var file = Text("Accounts.csv", text + "last,Personal");
        Assert.Empty(file.Problems);
        Assert.Equal(3001, file.Rows.Count);
        Assert.Equal("last 3431", Names(file)[3000]);
    }

    [Fact]
    public void More_rows_than_are_read_are_not_read_in_part()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_001).Select(i => $"a{i},Personal\n"));
        Assert.Contains(
            "there are more than 200000 rows",
            Assert.Throws<InputException>(() => Text("Accounts.csv", "Account,Kind\n" + rows)).Problem
        );
        var json = string.Concat(Enumerable.Repeat("{},", 200_000)) + "{}";
        Assert.Contains(
            "there are more than 200000 entries",
            Assert
                .Throws<InputException>(() =>
                    Text("Accounts.json", $$"""{ "format": "ConfigAudit.Register/1", "rows": [{{json}}], "register": "Accounts" }""")
                )
                .Problem
        );
    }

    [Fact]
    public void A_cell_or_a_line_without_an_end_is_an_error()
    {
        Assert.Contains(
            "a cell has more than 65536 characters",
            Assert
                .Throws<InputException>(() =>
                    Text("Accounts.csv", "Account,Kind\n\"" + string.Concat(Enumerable.Repeat("a,Personal\n", 10_000)))
                )
                .Problem
        );
        Assert.Contains(
            "this line has more than 1024 KB",
            Assert.Throws<InputException>(() => Text("Accounts.csv", "Account,Kind\n" + new string('a', 2_000_000))).Problem
        );
    }

    [Fact]
    public void Of_many_bad_rows_the_first_are_named_and_the_others_counted()
    {
        var file = Text("Accounts.csv", "Account,Kind\n" + string.Concat(Enumerable.Range(0, 5000).Select(i => $"a{i},Nobody\n")));
        Assert.Equal(1001, file.Problems.Count);
        Assert.Equal(
            "Accounts.csv(1002): from here on 4000 more rows or cells can't be used: mend those that are named, and read the file again",
            RegisterFolder.Tell(file.Problems[1000])
        );
    }

    [Fact]
    public void A_JSON_file_may_explain_itself()
    {
        var file = Text(
            "Accounts.json",
            """
            // The accounts
            { /* a */ "rows": [ /* one */ { "Account": "a", /* kind */ "Kind": "Personal" } /* end */ ], "register": "Accounts", "format": "ConfigAudit.Register/1" } // over
            """
        );
        Assert.Empty(file.Problems);
        Assert.Equal(new[] { "a 2" }, Names(file));
    }

    [Theory]
    [InlineData(
        "Accounts.csv",
        "Account,Kind,Hosts,Owner,Reason,Approver,ApprovedOn,Persons,ReviewOn\na,Shared,不明\n",
        "Hosts (利用端末): '不明' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is"
    )]
    [InlineData(
        "Flows.csv",
        "Name,Zone,To,From\na,Lgwan,10.1.0.1,－\n",
        "From (送信元): '－' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is"
    )]
    [InlineData(
        "Flows.csv",
        "Name,Zone,To,From\na,Lgwan,10.1.0.1,(空白)\n",
        "From (送信元): '(空白)' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is"
    )]
    [InlineData(
        "Software.csv",
        "Name,Publisher\n7-Zip*,N/A\n",
        "Publisher (発行元): 'N/A' tells nothing, and an empty cell stands for any: write what is meant, or leave it empty where any is"
    )]
    public void Where_an_empty_cell_stands_for_any_one_that_tells_nothing_is_an_error(string name, string text, string message) =>
        Assert.Equal($"{name}(2): {message}", RegisterFolder.Tell(Assert.Single(Text(name, text).Problems)));

    [Theory]
    [InlineData("－")]
    [InlineData("(空白)")]
    [InlineData("（空白）")]
    [InlineData("(blank)")]
    [InlineData("空欄")]
    [InlineData("未定。")]
    [InlineData("※不明")]
    [InlineData("TBD")]
    [InlineData("?")]
    public void What_a_row_is_of_has_to_be_told(string cell)
    {
        foreach (
            var (name, text, column) in new[]
            {
                ("Accounts.csv", $"Account,Kind\n{cell},Shared\n", "'Account' (アカウント)"),
                ("アカウント台帳.csv", $"アカウント,区分\na,{cell}\n", "'Kind' (区分)"),
                ("外部サービス台帳.csv", $"サービス名,機密性,契約形態\n広報SNS,{cell},個別契約\n", "'DataClass' (機密性)"),
                ("資産台帳.csv", $"資産,ホスト名\n{cell},MADO-01\n", "'Asset' (資産)"),
                ("ソフトウェア台帳.csv", $"ソフトウェア名,発行元\n{cell},見本\n", "'Name' (ソフトウェア名)"),
                ("共用ID利用記録.csv", $"アカウント,利用者,開始,端末\na,山田,R8.11.20 8:30,{cell}\n", "'Host' (端末)"),
            }
        )
        {
            var file = Text(name, text);
            Assert.Empty(Names(file));
            Assert.StartsWith(
                $"{name}(2): {column} is empty ('{cell}' tells nothing): fill it in (as ",
                RegisterFolder.Tell(Assert.Single(file.Problems)),
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("#N/A")]
    [InlineData("#REF!")]
    public void Nor_is_a_row_of_what_a_formula_failed_to_show(string cell) =>
        Assert.Contains(
            "is a formula, or the error of one",
            RegisterFolder.Tell(Assert.Single(Text("Assets.csv", $"Asset,HostName\n{cell},MADO-01\n").Problems))
        );

    [Theory]
    [InlineData("unknown*")]
    [InlineData("None*")]
    [InlineData("Blank Page Remover")]
    [InlineData("空調管理")]
    public void A_name_that_begins_like_such_a_word_is_a_name(string name) =>
        Assert.Empty(Text("Software.csv", $"Name\n{name}\n").Problems);

    [Theory]
    [InlineData("10.20.0.5")]
    [InlineData("10.20.0.0/16")]
    [InlineData("192.168.0.0/16")]
    [InlineData("10.20.1.255/32")]
    [InlineData("mn-sv-001;FW01;db_main")]
    [InlineData("13.104.0.0/14")]
    [InlineData("2001:db8::/32")]
    [InlineData("10.20.0.5;vpn.city.example、10.30.0.0/24")]
    [InlineData("*.cloud.example")]
    [InlineData("１０．２０．０．５")]
    [InlineData("10.20.0.0/255.255.0.0")]
    [InlineData("10.20.0.5-10.20.0.9")]
    public void A_flow_leads_to_addresses_ranges_and_names(string to) =>
        Assert.Empty(Text("Flows.csv", $"Name,Zone,To\na,Lgwan,\"{to}\"\n").Problems);

    [Theory]
    [InlineData("0.0.0.0/0", "is so large that it is no limit")]
    [InlineData("::/0", "is so large that it is no limit")]
    [InlineData("0.0.0.0", "is so large that it is no limit")]
    [InlineData("128.0.0.0/1", "is so large that it is no limit")]
    [InlineData("13.0.0.0/8", "is so large that it is no limit")]
    [InlineData("10.0.0.0/7", "is so large that it is no limit")]
    [InlineData("10.0.0.0/8", "is so large that it is no limit")]
    [InlineData("172.16.0.0/12", "is so large that it is no limit")]
    [InlineData("10.0.0.0-10.255.255.255", "is so large that it is no limit")]
    [InlineData("13.0.0.0/12;13.16.0.0/11", "is so large that it is no limit")]
    [InlineData("13.0.0.0/12;13.16.0.0/12", "'13.0.0.0/12;13.16.0.0/12' is so large that it is no limit")]
    [InlineData("127.0.0.1", "is no address that a host can be given")]
    [InlineData("127.8.0.0/16", "is no address that a host can be given")]
    [InlineData("0.0.0.1", "is no address that a host can be given")]
    [InlineData("169.254.10.1", "is no address that a host can be given")]
    [InlineData("224.0.0.1", "is no address that a host can be given")]
    [InlineData("239.255.255.250", "is no address that a host can be given")]
    [InlineData("240.0.0.1", "is no address that a host can be given")]
    [InlineData("255.255.255.255", "is no address that a host can be given")]
    [InlineData("::1", "is no address that a host can be given")]
    [InlineData("ff02::1", "is no address that a host can be given")]
    [InlineData("fe80::1", "is no address that a host can be given")]
    [InlineData("::ffff:127.0.0.1", "is no address that a host can be given")]
    [InlineData("10.20.1.0", "is the address of a network, or of all hosts of one")]
    [InlineData("10.20.1.255", "is the address of a network, or of all hosts of one")]
    [InlineData("DHCP", "can't be told to be one host's name")]
    [InlineData("LAN", "can't be told to be one host's name")]
    [InlineData("ＬＡＮ", "can't be told to be one host's name")]
    [InlineData("VLAN10", "can't be told to be one host's name")]
    [InlineData("IPv4", "can't be told to be one host's name")]
    [InlineData("lan-1", "can't be told to be one host's name")]
    [InlineData("office", "can't be told to be one host's name")]
    [InlineData("localhost", "can't be told to be one host's name")]
    [InlineData("localhost.localdomain", "can't be told to be one host's name")]
    [InlineData("any.local", "can't be told to be one host's name")]
    [InlineData("*.co.jp", "is no limit")]
    [InlineData("*.lg.jp", "is no limit")]
    [InlineData("2000::/3", "is so large that it is no limit")]
    [InlineData("10.20.0.5;0.0.0.0/0", "'0.0.0.0/0' is so large that it is no limit")]
    [InlineData("any", "is no limit")]
    [InlineData("*", "is no limit")]
    [InlineData("*.com", "is no limit")]
    [InlineData("すべて", "is no address, range or host name")]
    [InlineData("10.20.0", "is no address, range or host name")]
    [InlineData("10.20.0.0/33", "is no address, range or host name")]
    [InlineData("10.20.0.0/255.0.255.0", "is no address, range or host name")]
    [InlineData("10.20.0.9-10.20.0.5", "is no address, range or host name")]
    [InlineData("192.168.020.1", "is no address, range or host name")]
    [InlineData("http://x.example/", "is no address, range or host name")]
    public void What_is_no_limit_is_no_flow(string to, string message)
    {
        var file = Text("Flows.csv", $"Name,Zone,To\na,Lgwan,10.1.0.1\nb,Lgwan,{to}\n");
        Assert.Contains(message, RegisterFolder.Tell(Assert.Single(file.Problems)));
        Assert.StartsWith("Flows.csv(3): To (宛先): '", RegisterFolder.Tell(file.Problems[0]), StringComparison.Ordinal);
        Assert.Single(Names(file));
    }

    [Theory]
    [InlineData("443", true)]
    [InlineData("443;8443", true)]
    [InlineData("80、443", true)]
    [InlineData("TCP/443", true)]
    [InlineData("443/udp", true)]
    [InlineData("８０００～８０１０", true)]
    [InlineData("49152-65535", true)]
    [InlineData("135;139;445;49152-65535", true)]
    [InlineData("50001-50100", true)]
    [InlineData("443;443", true)]
    [InlineData("5000-5099", true)]
    [InlineData("1-1024", false)]
    [InlineData("1024-65535", false)]
    [InlineData("1-200;300-500", false)]
    [InlineData("TCP/1-1023", false)]
    [InlineData("すべて", false)]
    [InlineData("*", false)]
    [InlineData("ICMP", true)]
    [InlineData("－", true)]
    [InlineData("0", false)]
    [InlineData("65536", false)]
    [InlineData("99999", false)]
    [InlineData("443-80", false)]
    [InlineData("1-65535", false)]
    [InlineData("1-16000;20000-36000", false)]
    [InlineData("any", false)]
    [InlineData("HTTPS", false)]
    public void A_port_is_a_number_a_range_or_several(string port, bool isOne)
    {
        var file = Text("Flows.csv", $"Name,Zone,To,Port\na,Lgwan,10.1.0.1,{port}\n");
        Assert.Equal(isOne ? 0 : 1, file.Problems.Count);
        Assert.All(
            file.Problems,
            bad => Assert.StartsWith("Flows.csv(2): Port (ポート): '", RegisterFolder.Tell(bad), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("*,", false)]
    [InlineData("**,-", false)]
    [InlineData("*,*", false)]
    [InlineData("*,株式会社見本", true)]
    [InlineData("7-Zip*,", true)]
    public void A_row_that_allows_every_program_is_none(string row, bool isOne) =>
        Assert.Equal(isOne ? 0 : 1, Text("Software.csv", $"Name,Publisher\n{row}\n").Problems.Count);

    [Theory]
    [InlineData("00-11-22-33-44-55", true)]
    [InlineData("00:11:22:33:44:5f;001122334455", true)]
    [InlineData("0011.2233.4455", true)]
    [InlineData("02-42-ac-11-00-02", true)]
    [InlineData("00-15-5D-0A-01-15", true)]
    [InlineData("FF-FF-FF-FF-FF-FF", false)]
    [InlineData("ff:ff:ff:ff:ff:ff", false)]
    [InlineData("ffff.ffff.ffff", false)]
    [InlineData("00:00:00:00:00:00", false)]
    [InlineData("000000000001", false)]
    [InlineData("01-00-5E-00-00-FB", false)]
    [InlineData("33:33:00:00:00:01", false)]
    [InlineData("22-22-22-22-22-22", false)]
    [InlineData("00-11-22-33-44-55;ff-ff-ff-ff-ff-ff", false)]
    [InlineData("00-11-22-33-44", false)]
    [InlineData("端末", false)]
    public void A_hardware_address_is_one(string mac, bool isOne) =>
        Assert.Equal(isOne ? 0 : 1, Text("Flows.csv", $"Name,Zone,To,MacAddress\na,Lgwan,10.1.0.1,{mac}\n").Problems.Count);

    [Fact]
    public void A_cell_below_no_header_is_an_error_and_shifts_nothing()
    {
        var file = Text(
            "ExternalServices.csv",
            "Service,DataClass,Terms,Exception,Approver,ReviewOn\n電子申請,2,約款,審査, 未了,,R9.3.31\n予約,1,約款,,CISO,R9.3.31,\n"
        );
        Assert.Equal(
            "ExternalServices.csv(2): 'R9.3.31' stands below no header: this row has more cells than there are columns, or a cell with a comma that isn't quoted",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "予約 3" }, Names(file));
    }

    [Theory]
    [InlineData("Account,Account,Kind", "'Account', 'Account'")]
    [InlineData("Account,Kind,アカウント", "'Account', 'アカウント'")]
    [InlineData("Account,Kind,ＡＣＣＯＵＮＴ", "'Account', 'ＡＣＣＯＵＮＴ'")]
    public void Two_headers_of_one_column_refuse_the_file(string headers, string named) =>
        Assert.Equal(
            $"Accounts.csv(1): the headers {named} are one column: Account (アカウント); take all but one out",
            RegisterFolder.Tell(Assert.Throws<InputException>(() => Text("Accounts.csv", headers + "\na,b,Personal\n")))
        );

    [Fact]
    public void Two_members_of_one_column_refuse_the_row()
    {
        var path = _folder.File(
            "Accounts.json",
            """{ "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [ { "Account": "a", "Kind": "Shared", "Approver": null, "approver ": "CISO" }, { "Account": "b", "Kind": "Shared" } ] }"""
        );
        var file = RegisterFile.Load(path);
        Assert.Contains("Approver (承認者) stands in this row twice", Assert.Single(file.Problems).Problem);
        Assert.Single(file.Rows);
    }

    [Fact]
    public void A_column_for_remarks_is_nobody_s_mistake() =>
        Assert.Empty(Text("Accounts.csv", "Account,Kind,備考\na,Personal,窓口\n").Problems);

    [Fact]
    public void Keys_in_another_width_are_the_same() =>
        Assert.Contains(
            "stands in the register twice",
            Assert.Single(Text("Accounts.csv", Accounts + "kyoyu01,Shared\nＫＹＯＹＵ０１,Shared\n").Problems).Problem
        );

    [Theory]
    [InlineData("10.1.0.0/33")]
    [InlineData("10.1")]
    [InlineData("本庁")]
    [InlineData("192.168.020.0/24")]
    public void A_range_that_is_none_is_an_error_and_not_an_empty_range(string range)
    {
        var file = Text(
            "Zones.csv",
            $"領域,アドレス範囲,名称\nLGWAN接続系,10.1.0.0/16,\nLGWAN接続系,{range},\nインターネット接続系,10.2.0.5,\n"
        );
        Assert.Equal(
            $"Zones.csv(3): Range (アドレス範囲): '{range}' is no range of addresses: 192.168.20.0/24, 192.168.20.0-192.168.20.255 or 192.168.20.11 is wanted, several apart by ;",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "10.1.0.0/16 2", "10.2.0.5 4" }, Names(file));
    }

    [Fact]
    public void A_use_that_ends_before_it_begins_or_as_it_does_is_an_error()
    {
        var file = Text(
            "AccountUse.csv",
            "Account,Person,From,To,Host,Purpose\na,山田,R8.11.20 9:00,R8.11.20 8:00,PC001,\nb,山田,R8.11.20 9:00,R8.11.20 9:00,PC001,\n"
        );
        Assert.Equal("AccountUse.csv(2): To (終了) lies before From (開始)", RegisterFolder.Tell(file.Problems[0]));
        Assert.StartsWith("AccountUse.csv(3): To (終了) is From (開始), so that nothing was used", RegisterFolder.Tell(file.Problems[1]));
        Assert.Equal("b", Assert.Single(file.Rows).Label);
        Assert.Empty(Names(file));
    }

    [Fact]
    public void A_quote_that_never_ends_takes_the_rows_below_it_and_says_so()
    {
        var file = Text("Accounts.csv", Accounts + "first,Personal\nsecond,Personal,\"総務課\nthird,Shared\n");
        Assert.Equal(
            "Accounts.csv(3): the quotes in this row don't match; look whether the rows below it were taken for a part of it",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "first 2" }, Names(file));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_cell_of_several_lines_leaves_the_lines_of_later_rows_right(string end)
    {
        var file = Text(
            "Accounts.csv",
            $"Account,Kind,Persons,Owner,Reason,Approver,ApprovedOn,Hosts,ReviewOn{end}first,Shared,\"山田{end}鈴木\"{end}second,Nobody{end}third,Shared{end}"
        );
        Assert.Equal(
            "Accounts.csv(4): Kind (区分): 'Nobody' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "first 2", "third 5" }, Names(file));
        Assert.Equal(new[] { "山田", "鈴木" }, ((RegisteredAccountFact)file.Rows[0]).Persons);
    }

    [Fact]
    public void Rows_of_empty_cells_are_skipped_and_counted_as_lines()
    {
        var file = Text("Accounts.csv", Accounts + "first,Personal\n,,,,,,,,\n   ,　,,,,,,,\nsecond,Nobody\n");
        Assert.Equal("Accounts.csv(5)", RegisterFolder.Tell(Assert.Single(file.Problems)).Substring(0, "Accounts.csv(5)".Length));
        Assert.Equal(new[] { "first 2" }, Names(file));
    }

    [Fact]
    public void So_are_lines_with_nothing_at_all()
    {
        var file = Text("Accounts.csv", Accounts + "first,Personal\n\n\nsecond,Personal\n\nthird,Nobody\n");
        Assert.Equal("Accounts.csv(7)", RegisterFolder.Tell(Assert.Single(file.Problems)).Substring(0, "Accounts.csv(7)".Length));
        Assert.Equal(new[] { "first 2", "second 5" }, Names(file));
    }

    [Fact]
    public void A_column_of_one_s_own_is_nobody_s_business()
    {
        var file = Text(
            "Accounts.csv",
            "Account,Kind,Owner,Reason,Approver,ApprovedOn,Persons,Hosts,ReviewOn,備考\nyamada,Personal,,,,,,,,異動予定\n"
        );
        Assert.Empty(file.Problems);
        Assert.Equal(new[] { "yamada 2" }, Names(file));
    }

    [Fact]
    public void But_where_a_column_is_missing_it_may_be_that_one_mistyped()
    {
        var file = Text(
            "Accounts.csv",
            "Account,Kind,Owner,Reason,Approver,ApprovedOn,Persons,Hosts,次回点検\nyamada,Personal,,,,,,,R4.3.25\nsuzuki,Personal,,,,,,,R4.3.25\n"
        );
        Assert.Equal(
            "Accounts.csv(1): there is no column '次回点検'; is it ReviewOn (次回点検日)?",
            RegisterFolder.Tell(Assert.Single(file.Problems))
        );
        Assert.Equal(new[] { "yamada 2", "suzuki 3" }, Names(file));
    }

    [Fact]
    public void A_mistyped_column_that_nobody_filled_in_costs_nothing() =>
        Assert.Empty(Text("Accounts.csv", "Account,Kind,次回点検\nyamada,Personal,\n").Problems);

    [Fact]
    public void What_isn_t_written_is_known_to_be_nothing()
    {
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", "Account,Kind\nyamada,Personal\n").Rows));
        Assert.Equal((string.Empty, string.Empty, null, null), (row.Owner, row.Approver, row.ApprovedOn, row.ReviewOn));
        Assert.Empty(row.Persons!);
        Assert.Empty(row.Hosts!);
    }

    [Theory]
    [InlineData("山田;鈴木")]
    [InlineData("山田；鈴木")]
    [InlineData("山田、鈴木")]
    [InlineData(" 山田 ;; 鈴木 ; ")]
    public void A_list_is_parted_as_people_part_lists(string cell) =>
        Assert.Equal(
            new[] { "山田", "鈴木" },
            ((RegisteredAccountFact)Assert.Single(Text("Accounts.csv", $"Account,Kind,Persons\nKYOYU01,共用,{cell}\n").Rows)).Persons
        );

    [Theory]
    [InlineData("Accounts.csv", "Accounts")]
    [InlineData("accounts.CSV", "Accounts")]
    [InlineData("Accounts-2026.csv", "Accounts")]
    [InlineData("Accounts2026.csv", "Accounts")]
    [InlineData("Accounts 総務課.csv", "Accounts")]
    [InlineData("AccountUse.csv", "AccountUse")]
    [InlineData("アカウント台帳.csv", "Accounts")]
    [InlineData("アカウント台帳（総務課）.csv", "Accounts")]
    [InlineData("共用ID利用記録_R8.11.csv", "AccountUse")]
    [InlineData("外部サービス台帳.json", "ExternalServices")]
    [InlineData("Account.csv", null)]
    [InlineData("AccountsOld.csv", null)]
    [InlineData("アカウント台帳控.csv", null)]
    [InlineData("OldAccounts.csv", null)]
    [InlineData(".csv", null)]
    public void The_file_s_name_tells_which_register_it_is(string name, string? register) =>
        Assert.Equal(register, RegisterType.OfFile(Path.Combine("Zones", name))?.Name);

    [Fact]
    public void A_name_that_tells_no_register_is_answered_with_those_that_there_are()
    {
        var problem = Assert.Throws<InputException>(() => Text("Notes.csv", "Account,Kind\n")).Problem;
        Assert.StartsWith(
            "which register it is can't be told from its name; its name begins with one of: AccountUse (共用ID利用記録), Accounts (アカウント台帳), ",
            problem,
            StringComparison.Ordinal
        );
        Assert.All(RegisterType.All, type => Assert.Contains($"{type.Name} ({type.Japanese})", problem));
    }

    [Theory]
    [InlineData("Accounts")]
    [InlineData("accounts")]
    [InlineData("アカウント台帳")]
    public void It_can_be_told_which_register_a_file_is(string name) =>
        Assert.Equal("Accounts", RegisterFile.Load(_folder.File("Notes.csv", "Account,Kind\nyamada,Personal\n"), name).Type.Name);

    [Fact]
    public void A_register_in_JSON_tells_its_name_itself()
    {
        var file = Text(
            "Notes.json",
            """
            {
              "format": "ConfigAudit.Register/1", "register": "アカウント台帳",
              "rows": [
                { "Account": "KYOYU01", "区分": "共用", "Persons": [ "山田", "鈴木" ], "利用端末": [], "ReviewOn": "R4.3.25" },
                { "Account": "yamada", "Kind": "personal", "Persons": null }
              ]
            }
            """
        );
        Assert.Empty(file.Problems);
        Assert.Equal("Accounts", file.Type.Name);
        var row = (RegisteredAccountFact)file.Rows[0];
        Assert.Equal((RegisteredAccountKind.Shared, new DateTime(2022, 3, 25)), (row.Kind, row.ReviewOn));
        Assert.Equal(new[] { "山田", "鈴木" }, row.Persons);
        Assert.Empty(row.Hosts!);
        Assert.Equal("yamada", ((RegisteredAccountFact)file.Rows[1]).Account);
    }

    [Theory]
    [InlineData("\"text\"", "an object is wanted here")]
    [InlineData(
        "{ \"Account\": { \"name\": \"x\" }, \"Kind\": \"Personal\" }",
        "a text, a number, true, false, null or an array of texts is wanted here"
    )]
    [InlineData(
        "{ \"Account\": \"second\", \"Kind\": 1 }",
        "Kind (区分): '1' is not one of Personal (個人), Shared (共用), Service (サービス), Administrator (管理者)"
    )]
    [InlineData("{ \"Account\": \"second\" }", "'Kind' (区分) is empty: fill it in (as 共用), or take the row out")]
    [InlineData("{ \"Account\": \"First\", \"Kind\": \"Personal\" }", "Account 'First' stands in the register twice; this row is left out")]
    [InlineData(
        "{ \"Account\": \"second\", \"Kind\": \"Personal\", \"ReviewOn\": \"2022-13-01\" }",
        "ReviewOn (次回点検日): '2022-13-01' is no day of the calendar"
    )]
    public void A_bad_row_in_JSON_is_one_error_with_its_line_and_the_others_count(string row, string message)
    {
        var file = Text(
            "Accounts.json",
            $$"""
            { "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [
              { "Account": "first", "Kind": "Personal" },
              {{row}},
              { "Account": "third", "Kind": "Personal" }
            ] }
            """
        );
        Assert.Equal("Accounts.json(3): " + message, RegisterFolder.Tell(Assert.Single(file.Problems)));
        Assert.Equal(new[] { "first 2", "third 4" }, Names(file));
    }

    [Fact]
    public void A_mistyped_member_in_JSON_is_asked_about_once()
    {
        var file = Text(
            "Accounts.json",
            """
            { "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": [
              { "Account": "first", "Kind": "Personal", "Reviewon": "R4.3.25" },
              { "Account": "second", "Kind": "Personal", "Revision": "R4.3.25" },
              { "Account": "third", "Kind": "Personal", "Revision": "R4.3.25" }
            ] }
            """
        );
        Assert.StartsWith(
            "Accounts.json(3): there is no column 'Revision'; is it Owner (管理責任者), ",
            RegisterFolder.Tell(Assert.Single(file.Problems)),
            StringComparison.Ordinal
        );
        Assert.Equal(3, file.Rows.Count);
    }

    [Theory]
    [InlineData(
        """{ "format": "ConfigAudit.Register/9", "register": "Accounts", "rows": [] }""",
        "this version reads 'ConfigAudit.Register/1'"
    )]
    [InlineData("""{ "register": "Accounts", "rows": [] }""", "it lacks \"format\": \"ConfigAudit.Register/1\"")]
    [InlineData("""{ "format": "ConfigAudit.Register/1", "rows": [] }""", "'register' is missing here")]
    [InlineData(
        """{ "format": "ConfigAudit.Register/1", "register": "Acounts", "rows": [] }""",
        "there is no register 'Acounts'; there are: AccountUse, Accounts, "
    )]
    [InlineData("""{ "format": "ConfigAudit.Register/1", "register": "Accounts" }""", "'rows' is missing here")]
    [InlineData("""{ "format": "ConfigAudit.Register/1", "register": "Accounts", "rows": {} }""", "an array is wanted here")]
    [InlineData("""{ "format": "ConfigAudit.Register/1", "register": "Accounts", "row": [], "rows": [] }""", "'row' isn't known here")]
    [InlineData("""[]""", "")]
    [InlineData("""{""", "")]
    [InlineData("", "")]
    public void A_JSON_file_that_is_no_register_says_so(string text, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => Text("Accounts.json", text)).Problem);

    /// <summary>Half-filled rows are the normal case: what one cell doesn't tell is one property.</summary>
    [Fact]
    public void A_cell_that_can_not_be_used_costs_itself_and_what_it_decides()
    {
        var file = Text("Accounts.csv", Accounts + "a,Shared,総務課,交替勤務のため,佐藤（たぶん）,R8.4.1,山田,PC001,R9.3\n");
        Assert.Equal(
            new[] { "Accounts.csv(2): Approver (承認者)", "Accounts.csv(2): ReviewOn (次回点検日)" },
            file.Problems.Select(problem =>
                RegisterFolder.Tell(problem).Substring(0, RegisterFolder.Tell(problem).IndexOf(": '", StringComparison.Ordinal))
            )
        );
        var row = Assert.IsType<RegisteredAccountFact>(Assert.Single(file.Rows).On(new DateTime(2026, 11, 24)));
        Assert.Equal(
            (RegisteredAccountKind.Shared, "総務課", null, null, null, true),
            (row.Kind, row.Owner, row.Approver, row.ReviewOn, row.Review, row.HasOnePerson)
        );
        Assert.Equal(new[] { "Approver", "ReviewOn", "Review" }, row.Unread.Select(gap => gap.Property));
    }

    [Theory]
    [InlineData("有", true)]
    [InlineData("有り", true)]
    [InlineData("○", true)]
    [InlineData("はい", true)]
    [InlineData("する", true)]
    [InlineData("求めている", true)]
    [InlineData("記載あり", true)]
    [InlineData("第5条", true)]
    [InlineData("契約書第5条", true)]
    [InlineData("特記仕様書第3条第2項", true)]
    [InlineData("別紙2", true)]
    [InlineData("仕様書3.2", true)]
    [InlineData("橋梁設計業務委託契約書 第12条", true)]
    [InlineData("有（仕様書5.2）", true)]
    [InlineData("個人情報取扱特記事項", true)]
    [InlineData("SLA第3条", true)]
    [InlineData("Annex B, section 4", true)]
    [InlineData("Terms of Service, Section 3", true)]
    [InlineData("shared responsibility model", true)]
    [InlineData("contract no. 5", true)]
    [InlineData("「住民情報システム保守業務委託契約書」第12条", true)]
    [InlineData("令和8年度住民情報システム保守業務委託契約書第12条第2項", true)]
    [InlineData("契約書第8条（再委託の禁止）", true)]
    [InlineData("契約書第8条(秘密の保持)及び特記仕様書第4条", true)]
    [InlineData("運用及び保守業務委託契約書", true)]
    [InlineData("電子申請サービスの利用に係る契約書", true)]
    [InlineData("個別契約書第5条", true)]
    [InlineData("その他の契約条件", true)]
    [InlineData("観光案内業務委託契約書", true)]
    [InlineData("協議会運営業務委託契約書", true)]
    [InlineData("調整池設計業務委託仕様書", true)]
    [InlineData("旧庁舎解体工事請負契約書", true)]
    [InlineData("仮設庁舎賃貸借契約書", true)]
    [InlineData("前橋市業務委託契約書", true)]
    [InlineData("駅前の駐輪場管理委託契約書", true)]
    [InlineData("技術提案書3.2", true)]
    [InlineData("例規集システム保守契約書", true)]
    [InlineData("次期基幹系システム構築業務委託契約書", true)]
    [InlineData("データ削除手順書", true)]
    [InlineData("別記「個人情報取扱特記事項」", true)]
    [InlineData("AWSカスタマーアグリーメント第3条", true)]
    [InlineData("仕様書 P.12", true)]
    [InlineData("契約約款第20条ただし書", true)]
    [InlineData("契約書第120条", true)]
    [InlineData("https://www.example.jp/terms", true)]
    [InlineData("yes and no", null)]
    [InlineData("yes, no", null)]
    [InlineData("有・無", null)]
    [InlineData("有 無", null)]
    [InlineData("有（無）", null)]
    [InlineData("はい、いいえ", null)]
    [InlineData("the and of", null)]
    [InlineData("no contract", null)]
    [InlineData("contract no", null)]
    [InlineData("and", null)]
    [InlineData("契約書第999条", null)]
    [InlineData("契約書第九百九十九条", null)]
    [InlineData("契約書第0条", null)]
    [InlineData("契約書第5条（削除）", null)]
    [InlineData("前契約書", null)]
    [InlineData("前の契約書", null)]
    [InlineData("前年度契約書", null)]
    [InlineData("昨年度の契約書第5条", null)]
    [InlineData("別契約", null)]
    [InlineData("別の契約書第3条", null)]
    [InlineData("他社契約", null)]
    [InlineData("他団体の契約書", null)]
    [InlineData("契約書（失効）", null)]
    [InlineData("満了した契約書", null)]
    [InlineData("契約書（期限切れ）", null)]
    [InlineData("契約書（R3.3.31まで）", null)]
    [InlineData("契約書の雛形", null)]
    [InlineData("サンプル契約書", null)]
    [InlineData("別紙", null)]
    [InlineData("資料", null)]
    [InlineData("無し", false)]
    [InlineData("×", false)]
    [InlineData("しない", false)]
    [InlineData("求めていない", false)]
    [InlineData("規定なし", false)]
    [InlineData("定めていない", false)]
    [InlineData("次回更新時に追加", null)]
    [InlineData("後日提出", null)]
    [InlineData("口頭", null)]
    [InlineData("仕様書に記載なし", null)]
    [InlineData("契約書になし", null)]
    [InlineData("契約書（案）", null)]
    [InlineData("別途協議", null)]
    [InlineData("対象外", null)]
    [InlineData("協議中", null)]
    [InlineData("契約書に追記予定", null)]
    [InlineData("5.2", null)]
    [InlineData("不明確", null)]
    public void Where_it_is_written_is_a_place_or_yes_or_no(string cell, bool? isWritten)
    {
        Assert.Equal(isWritten, WrittenPlace.Is(cell));
        var row = Assert.IsType<OutsourcingContractFact>(
            Assert.Single(Text("Contracts.csv", $"Contract,UsesExternalServices,ServiceDemands\na,有り,\"{cell}\"\n").Rows)
        );
        Assert.Equal(
            (
                true,
                isWritten is null ? null
                : isWritten == true ? cell
                : string.Empty
            ),
            (row.UsesExternalServices, row.ServiceDemands)
        );
    }

    [Theory]
    [InlineData("日本", true)]
    [InlineData("日本国内（東京・大阪）", true)]
    [InlineData("東京リージョン", true)]
    [InlineData("Japan East", true)]
    [InlineData("JP", true)]
    [InlineData("AWS東京", true)]
    [InlineData("千葉県印西市", true)]
    [InlineData("国内DC", true)]
    [InlineData("アジアパシフィック（東京）", true)]
    [InlineData("日本法に準拠し、東京地方裁判所を専属的合意管轄とする", true)]
    [InlineData("日本国法", true)]
    [InlineData("日本ではない", false)]
    [InlineData("非日本", false)]
    [InlineData("日本法に準拠しない", false)]
    [InlineData("日本以外", false)]
    [InlineData("日本（バックアップは米国）", false)]
    [InlineData("日本（予定）", null)]
    [InlineData("国内予定", null)]
    [InlineData("日本のはず", null)]
    [InlineData("日本と思われる", null)]
    [InlineData("日本？", null)]
    [InlineData("日本法を希望", null)]
    [InlineData("主に日本", null)]
    [InlineData("日本など", null)]
    [InlineData("クラウド", null)]
    [InlineData("国内×", null)]
    [InlineData("日本→", null)]
    [InlineData("国内○", true)]
    [InlineData("", null)]
    public void What_is_plainly_Japan_is_Japan(string written, bool? isJapan) => Assert.Equal(isJapan, JapanesePlace.Is(written));

    /// <summary>Where one sues says nothing of whose law applies.</summary>
    [Theory]
    [InlineData("日本法", true)]
    [InlineData("日本国法", true)]
    [InlineData("日本法（東京地方裁判所）", true)]
    [InlineData("東京地方裁判所", null)]
    [InlineData("東京地裁", null)]
    [InlineData("Tokyo District Court", null)]
    [InlineData("米国法", false)]
    [InlineData("", null)]
    public void The_law_is_a_country_s_and_no_court_s(string written, bool? isJapanese) =>
        Assert.Equal(isJapanese, JapanesePlace.IsLaw(written));

    [Theory]
    [InlineData("ISMAP", true)]
    [InlineData("ISO/IEC 27017:2015", true)]
    [InlineData("ISMAP（C22-0001-2）", true)]
    [InlineData("ISMAP登録済", true)]
    [InlineData("SOC 2 Type II", true)]
    [InlineData("プライバシーマーク", true)]
    [InlineData("取得なし", false)]
    [InlineData("ISMAP未登録", false)]
    [InlineData("ISMAP申請中", false)]
    [InlineData("ISMAP取得予定", false)]
    [InlineData("ISO27001(失効)", false)]
    [InlineData("○", false)]
    [InlineData("有", false)]
    [InlineData("ISMS×", false)]
    [InlineData("ISO 9001", false)]
    [InlineData("ISO/IEC 27001", true)]
    [InlineData("ISMAP 2021", true)]
    [InlineData("ISMAP（令和3年3月12日登録）", true)]
    [InlineData("ISMAP(ISO/IEC 27017:2015)", true)]
    [InlineData("ISO/IEC 27018:2019", true)]
    [InlineData("ISMAP 2019", false)]
    [InlineData("ISMAP H30", false)]
    [InlineData("ISMAP 令和元年登録", false)]
    [InlineData("ISMAP R2.4.1登録", false)]
    [InlineData("ISMAP登録番号C19-0005-2", false)]
    [InlineData("ISMAP-LIU 2021", false)]
    [InlineData("ISO/IEC 27017:2013", false)]
    [InlineData("ISO/IEC 27701:2015", false)]
    [InlineData("JIS Q 27001:2023", true)]
    [InlineData("SOC2", true)]
    [InlineData("ISMAP No.12", true)]
    [InlineData("ISMAP登録番号C21-0005-2", true)]
    [InlineData("no ISMAP", false)]
    [InlineData("ISMAP:no", false)]
    [InlineData("ISMAP－", false)]
    [InlineData("ISMAP 0", false)]
    [InlineData("ISMAP to be", false)]
    [InlineData("ISO 45001", false)]
    [InlineData("ISO 22301", false)]
    [InlineData("ISO/IEC 27001:2005", false)]
    [InlineData("ISO", false)]
    [InlineData("SOC", false)]
    [InlineData("HIPAA", false)]
    public void A_certification_is_named_and_held(string cell, bool isOne) => Assert.Equal(isOne, Certification.Is(cell));

    /// <summary>A day alone may be that of the registration; one by which it ends counts.</summary>
    [Theory]
    [InlineData("ISMAP有効期限R5.3.31", true)]
    [InlineData("ISMS（2025年まで）", true)]
    [InlineData("ISMAP 有効期限：令和7年度", true)]
    [InlineData("ISMAP 有効期限 2026/11/29", true)]
    [InlineData("ISMAP 有効期限 2026/11/30", false)]
    [InlineData("ISMAP有効期限R9.3.31", false)]
    [InlineData("ISMAP（2023年4月～2027年3月）", false)]
    [InlineData("ISMAP R5.3.31登録", false)]
    [InlineData("ISO/IEC 27001:2013", false)]
    public void A_certification_lapses_by_its_own_words(string cell, bool hasLapsed) =>
        Assert.Equal(hasLapsed, Certification.HasLapsed(cell, new DateTime(2026, 11, 30)));

    [Theory]
    [InlineData("ISMAP R20.4.1登録", true)]
    [InlineData("ISMAP（2027年4月～2029年3月）", true)]
    [InlineData("ISMAP有効期限R9.3.31", false)]
    [InlineData("ISMAP（2023年4月～2027年3月）", false)]
    [InlineData("ISMAP R5.3.31登録", false)]
    public void Nor_is_one_held_that_is_to_be_given(string cell, bool isToCome) =>
        Assert.Equal(isToCome, Certification.IsYetToCome(cell, new DateTime(2026, 11, 30)));

    [Theory]
    [InlineData("ISMAP、SOC 2", "ISMAP|SOC 2")]
    [InlineData("なし", "")]
    [InlineData("ISMAP,なし", null)]
    [InlineData("ISMAP;無", null)]
    [InlineData("なし、ISMAP", null)]
    [InlineData("ISMAP,－", null)]
    [InlineData("ISMAP,no", null)]
    [InlineData("ISMAP,×", null)]
    [InlineData("ISMAP、未取得", null)]
    [InlineData("ISMAP、（なし）", null)]
    public void A_list_of_certifications_of_which_one_denies_holds_none(string cell, string? held)
    {
        var row = Assert.IsType<ExternalServiceFact>(
            Assert.Single(Text("ExternalServices.csv", $"Service,DataClass,Terms,Certifications\na,2,約款,\"{cell}\"\n").Rows)
        );
        Assert.Equal(held, row.Certifications is null ? null : string.Join("|", row.Certifications));
    }

    [Theory]
    [InlineData("山田及び佐藤")]
    [InlineData("山田太郎 佐藤花子")]
    [InlineData("山田;佐藤")]
    [InlineData("情報政策課")]
    public void An_entry_of_the_log_is_one_person_s(string cell) =>
        Assert.Contains(
            "Person (利用者): '",
            RegisterFolder.Tell(Assert.Single(Text("AccountUse.csv", $"Account,Person,From,Host\na,{cell},R8.11.20 9:00,PC001\n").Problems))
        );

    [Theory]
    [InlineData("１", "1")]
    [InlineData("機密性1", "1")]
    [InlineData("自治体機密性1", "1")]
    [InlineData("Ⅰ", "1")]
    [InlineData("公開情報", "1")]
    [InlineData("機密性２", "2")]
    [InlineData("Ⅲ", "3")]
    [InlineData("自治体機密性3A", "3A")]
    [InlineData("低", null)]
    [InlineData("1～2", null)]
    [InlineData("非公開", null)]
    public void A_class_of_confidentiality_is_one_however_it_is_written(string cell, string? found) =>
        Assert.Equal(
            found,
            Assert
                .IsType<ExternalServiceFact>(Assert.Single(Text("ExternalServices.csv", $"Service,DataClass,Terms\na,{cell},約款\n").Rows))
                .DataClass
        );

    [Theory]
    [InlineData("伊藤・加藤", "伊藤|加藤")]
    [InlineData("伊藤と加藤", "伊藤|加藤")]
    [InlineData("伊藤/加藤", "伊藤|加藤")]
    [InlineData("伊藤，加藤", "伊藤|加藤")]
    [InlineData("ジョン・スミス", "ジョン・スミス")]
    [InlineData("佐藤 さとみ", "佐藤 さとみ")]
    [InlineData("山田 さくら", "山田 さくら")]
    [InlineData("12345", "12345")]
    [InlineData("山田太郎", "山田太郎")]
    [InlineData("山田 太郎", "山田 太郎")]
    [InlineData("総務課 山田 太郎", "総務課 山田 太郎")]
    [InlineData("総務課・山田", "総務課 山田")]
    [InlineData("総務課長 山田", "総務課長 山田")]
    [InlineData("情報政策課長山田太郎", "情報政策課長山田太郎")]
    [InlineData("情報政策課長", "情報政策課長")]
    [InlineData("山田主査", "山田主査")]
    [InlineData("担当 山田", "担当 山田")]
    [InlineData("株式会社見本 高橋", "株式会社見本 高橋")]
    [InlineData("富士通 山田 太郎", "富士通 山田 太郎")]
    [InlineData("見本システムズ 佐々木", "見本システムズ 佐々木")]
    [InlineData("会計年度任用職員 山田花子", "会計年度任用職員 山田花子")]
    [InlineData("佐藤（総務課）", "佐藤(総務課)")]
    [InlineData("佐藤（旧姓 鈴木）", "佐藤(旧姓 鈴木)")]
    [InlineData("佐藤（内線1234）", "佐藤(内線1234)")]
    [InlineData("佐々木 希", "佐々木 希")]
    [InlineData("長谷川 誠", "長谷川 誠")]
    [InlineData("山本 五十六", "山本 五十六")]
    [InlineData("中村 拓海", "中村 拓海")]
    [InlineData("今田 美桜", "今田 美桜")]
    [InlineData("井上 陽水", "井上 陽水")]
    [InlineData("服部 一馬", "服部 一馬")]
    [InlineData("渡部 千里", "渡部 千里")]
    [InlineData("勅使河原 健", "勅使河原 健")]
    [InlineData("目黒 蓮", "目黒 蓮")]
    [InlineData("百名 司", "百名 司")]
    [InlineData("金子 金子", null)]
    [InlineData("Yamada Taro", "Yamada Taro")]
    [InlineData("T. Yamada", "T. Yamada")]
    [InlineData("Maria del Carmen Lopez", "Maria del Carmen Lopez")]
    [InlineData("グエン ヴァン アン", "グエン ヴァン アン")]
    [InlineData("山田及び佐藤", "山田|佐藤")]
    [InlineData("Yamada and Sato", "Yamada|Sato")]
    [InlineData("山田＋佐藤", "山田|佐藤")]
    [InlineData("山田 と 佐藤", "山田|佐藤")]
    [InlineData("山田様佐藤様", "山田様|佐藤様")]
    [InlineData("山田太郎 佐藤花子", null)]
    [InlineData("山田太郎　佐藤花子", null)]
    [InlineData("山田太郎佐藤花子", null)]
    [InlineData("山田 佐藤", null)]
    [InlineData("山田佐藤", null)]
    [InlineData("山田 佐藤 鈴木", null)]
    [InlineData("山田 太郎 佐藤 花子", null)]
    [InlineData("山田（佐藤）", null)]
    [InlineData("正 山田 副 佐藤", null)]
    [InlineData("総務課 山田 佐藤", null)]
    [InlineData("Yamada Sato", null)]
    [InlineData("山田ら", null)]
    [InlineData("山田ら3名", null)]
    [InlineData("山田 他2名", null)]
    [InlineData("山田夫妻", null)]
    [InlineData("情報政策課", null)]
    [InlineData("総務部", null)]
    [InlineData("株式会社見本", null)]
    [InlineData("見本システムズ", null)]
    [InlineData("保守業者", null)]
    [InlineData("窓口", null)]
    [InlineData("IT Team", null)]
    [InlineData("見本システムズ保守員", null)]
    [InlineData("伊藤 他2名", null)]
    [InlineData("高橋ほか", null)]
    [InlineData("担当者", null)]
    [InlineData("全職員", null)]
    [InlineData("市民課全員", null)]
    [InlineData("不特定", null)]
    [InlineData("多数", null)]
    [InlineData("10名", null)]
    [InlineData("あああ", null)]
    [InlineData("約十人", null)]
    public void Persons_are_told_one_from_another(string cell, string? persons)
    {
        var row = Assert.IsType<RegisteredAccountFact>(
            Assert.Single(Text("Accounts.csv", $"Account,Kind,Persons\na,Personal,\"{cell}\"\n").Rows).On(new DateTime(2026, 11, 24))
        );
        Assert.Equal(
            (persons, persons is null ? null : persons.IndexOf('|') < 0),
            (row.Persons is null ? null : string.Join("|", row.Persons), row.HasOnePerson)
        );
    }

    [Theory]
    [InlineData("LG-*", true)]
    [InlineData("LG-PC-001、LG-PC-002", true)]
    [InlineData("市民課01", true)]
    [InlineData("全端末", false)]
    [InlineData("窓口端末", false)]
    [InlineData("10台", false)]
    [InlineData("*", false)]
    [InlineData("any", false)]
    [InlineData("LG-PC-001～LG-PC-009", false)]
    public void Hosts_are_names_or_patterns(string cell, bool areHosts) =>
        Assert.Equal(
            areHosts,
            Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", $"Account,Kind,Hosts\na,Shared,{cell}\n").Rows)).Hosts
                is not null
        );

    [Theory]
    [InlineData("不明のため")]
    [InlineData("あり")]
    [InlineData("その他")]
    [InlineData("不要")]
    [InlineData("廃止済")]
    [InlineData("別紙")]
    [InlineData("別紙のとおり")]
    [InlineData("担当に確認")]
    [InlineData("担当課へ確認してください")]
    [InlineData("業者に問い合わせ中")]
    [InlineData("ベンダー回答待ち")]
    [InlineData("課長に相談")]
    [InlineData("情シスに聞く")]
    [InlineData("後日回答")]
    [InlineData("特段なし")]
    [InlineData("問題なし")]
    [InlineData("前回同様")]
    [InlineData("例年どおり")]
    [InlineData("省略")]
    [InlineData("上司の指示")]
    [InlineData("担当者に一任")]
    [InlineData("None needed")]
    [InlineData("No reason")]
    [InlineData("Not required")]
    [InlineData("nothing special")]
    [InlineData("ask the vendor")]
    [InlineData("to be confirmed")]
    [InlineData("see ticket")]
    [InlineData("same as before")]
    [InlineData("unknown at this time")]
    public void What_is_no_reason_is_refused(string cell) =>
        Assert.Null(
            Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", $"Account,Kind,Reason\na,Shared,{cell}\n").Rows)).Reason
        );

    [Theory]
    [InlineData("窓口端末で交替勤務のため")]
    [InlineData("保守事業者の交替勤務のため")]
    [InlineData("システムの仕様のため")]
    [InlineData("申請受付業務")]
    [InlineData("窓口で本人確認を行うため")]
    [InlineData("相談業務で窓口を交替するため")]
    [InlineData("委託先との連絡に複数人で使うため")]
    [InlineData("住民からの問合せ対応")]
    [InlineData("システムがIDを1つしか持てない")]
    [InlineData("夜間・休日の宿直業務")]
    [InlineData("期日前投票所の受付")]
    [InlineData("The vendor provides a single account")]
    [InlineData("Shift work at the counter")]
    public void A_reason_is_one(string cell) =>
        Assert.Equal(
            cell,
            Assert.IsType<RegisteredAccountFact>(Assert.Single(Text("Accounts.csv", $"Account,Kind,Reason\na,Shared,{cell}\n").Rows)).Reason
        );

    [Theory]
    [InlineData("A*", "", false)]
    [InlineData("*o*", "", false)]
    [InlineData("*a*b*c*", "", false)]
    [InlineData("資*", "", false)]
    [InlineData("住基*", "", true)]
    [InlineData("7-Zip*", "", true)]
    [InlineData("*", "株式会社見本", true)]
    [InlineData("*", "M*", false)]
    public void A_pattern_of_a_letter_or_two_allows_nothing(string name, string publisher, bool isLimit) =>
        Assert.Equal(isLimit, Text("Software.csv", $"Name,Publisher\n{name},{publisher}\n").Problems.Count == 0);

    [Theory]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("10.0.0.0/1", null)]
    [InlineData("::/0", null)]
    [InlineData("0.0.0.0-255.255.255.255", null)]
    [InlineData("10.20.1.0/255.255.0.255", null)]
    [InlineData("10.20.1.9-10.20.1.1", null)]
    [InlineData("１０．２０．５．０／２４", "10.20.5.0/24")]
    [InlineData("10.20.1.0/255.255.255.0", "10.20.1.0/24")]
    [InlineData("10.20.1.0～10.20.1.255", "10.20.1.0/24")]
    [InlineData("10.20.1.0-10.20.2.0", "10.20.1.0/24 10.20.2.0/32")]
    [InlineData("10.20.2.0-255", "10.20.2.0/24")]
    [InlineData("10.20.4.*", "10.20.4.0/24")]
    [InlineData("10.20.6.0/24、10.20.7.0/24", "10.20.6.0/24 10.20.7.0/24")]
    public void Ranges_are_read_however_they_are_written_and_none_is_everything(string range, string? found)
    {
        var row = Text("Zones.csv", $"Zone,Range\nLgwan,{range}\n").Rows.SingleOrDefault();
        Assert.Equal(
            found,
            row is null ? null : string.Join(" ", Assert.IsType<ZoneRangeFact>(row).Ranges.Select(each => $"{each.Network}/{each.Bits}"))
        );
    }

    /// <summary>Of those rows of which each cell was read.</summary>
    private static string[] Names(RegisterFile file) =>
        file
            .Rows.Where(row => row.Unread.Count == 0)
            .Select(row => $"{row.Label} {row.Source!.Substring(row.Source.IndexOf('(') + 1).TrimEnd(')')}")
            .ToArray();

    private RegisterFile Text(string name, string text) => RegisterFile.Load(_folder.File(name, text));

    private RegisterFile Load(string name, params byte[][] parts) => RegisterFile.Load(_folder.File(name, parts));
}
