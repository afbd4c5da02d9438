using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>What is wrong in a file is told in the language of whoever mends it; what may be kept with the facts stays English.</summary>
public sealed class RegisterLanguageTests
{
    [Theory]
    [InlineData(
        "Accounts.csv",
        "Account,Kind\n,Shared\n",
        "「アカウント」（Account）が空です。記入する（例: KYOYU01）か、行を除いてください",
        "'Account' (アカウント) is empty: fill it in (as KYOYU01), or take the row out"
    )]
    [InlineData("Accounts.csv", "Account,Kind\na,Team\n", "「区分」（Kind）: 'Team' は", "Kind (区分): 'Team' is not one of ")]
    [InlineData(
        "Accounts.csv",
        "Account,Kind,ReviewOn\na,Shared,R8.13.1\n",
        "「次回点検日」（ReviewOn）: 'R8.13.1' は暦にない日付です",
        "ReviewOn (次回点検日): 'R8.13.1' is no day of the calendar"
    )]
    [InlineData(
        "Accounts.csv",
        "Account,Kind,Approver\na,Shared,承認済\n",
        "「承認者」（Approver）: '承認済' は申請の状態であり",
        "Approver (承認者): '承認済' says how it stands"
    )]
    [InlineData("Flows.csv", "Name,Zone,To\na,MyNumber,any\n", "「宛先」（To）: 'any' は限定になりません", "To (宛先): 'any' is no limit")]
    [InlineData(
        "Zones.csv",
        "Zone,Range\nLgwan,x y\n",
        "「アドレス範囲」（Range）: 'x y' はアドレスの範囲ではありません",
        "Range (アドレス範囲): 'x y' is no range of addresses"
    )]
    [InlineData(
        "Zones.csv",
        "Zone\nLgwan\n",
        "領域台帳（Zones）に列 Range (アドレス範囲) がありません",
        "of Zones (領域台帳) there is no column Range (アドレス範囲)"
    )]
    [InlineData(
        "Contracts.csv",
        "Contract,UsesExternalServices\na,多分\n",
        "「外部サービスの利用」（UsesExternalServices）: '多分' は、はい（",
        "UsesExternalServices (外部サービスの利用): '多分' is neither yes ("
    )]
    public void A_register_is_mended_in_Japanese_too(string name, string text, string japanese, string english)
    {
        var bad = Spoken("ja-JP", () => Wrong(name, text));
        Assert.Contains(japanese, bad.Message, StringComparison.Ordinal);
        Assert.StartsWith(english, bad.Problem, StringComparison.Ordinal);
        Assert.Contains(english, Spoken("en-US", () => Wrong(name, text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_hosts_is_mended_in_Japanese_too()
    {
        using var folder = new TemporaryFolder();
        folder.File("hosts.csv", "Host,Zone\na,Lgwan\n");
        Assert.Contains(
            "列 ComputerName がありません",
            Spoken("ja-JP", () => Record.Exception(() => InventoryFile.Read(folder["hosts.csv"], bad => throw bad).ToArray()))!.Message,
            StringComparison.Ordinal
        );
    }

    private static InputException Wrong(string name, string text)
    {
        using var folder = new TemporaryFolder();
        folder.File(name, text);
        try
        {
            return RegisterFile.Load(folder[name]).Problems[0];
        }
        catch (InputException bad)
        {
            return bad;
        }
    }

    private static V Spoken<V>(string language, Func<V> tell)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo(language);
            return tell();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
