using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Software;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

/// <summary>Programs that no vendor supports any more, under the names that they register.</summary>
public sealed class RetiredProductTests
{
    private static readonly DateTimeOffset Today = new(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9));

    [Theory]
    [InlineData("J2SE Runtime Environment 5.0 Update 22", "1.5.0.220")]
    [InlineData("J2SE Runtime Environment 5.0", null)]
    [InlineData("J2SE Development Kit 5.0 Update 17", "1.5.0.170")]
    [InlineData("Java 2 Runtime Environment, SE v1.4.2_19", "1.4.2_19")]
    [InlineData("Java(TM) 6 Update 45 (64-bit)", "6.0.450")]
    [InlineData("Java(TM) 6", "6.0")]
    [InlineData("Java(TM) SE Runtime Environment 6 Update 3", "1.6.0.30")]
    [InlineData("Java(TM) SE Development Kit 6 Update 21", "1.6.0.210")]
    [InlineData("Java 7 Update 80", "7.0.800")]
    [InlineData("Java 10.0.2 (64-bit)", "10.0.2.0")]
    [InlineData("Adobe Reader XI (11.0.23) - Japanese", "11.0.23")]
    [InlineData("Adobe Reader X (10.1.2)", "10.1.2")]
    [InlineData("Adobe Reader XI", null)]
    [InlineData("Adobe Reader 9.5.5 MUI", "9.5.5")]
    [InlineData("Adobe Reader 8.1.2 - Japanese", "8.1.2")]
    [InlineData("Adobe Acrobat XI Pro", "11.0.23")]
    [InlineData("Adobe Acrobat  9 Standard - Japanese", "9.5.5")]
    [InlineData("Adobe Acrobat X Pro - English, Français, Deutsch", "10.1.16")]
    [InlineData("Adobe Acrobat 2017", "17.011.30127")]
    [InlineData("Adobe Acrobat Reader 2017 MUI", "17.011.30150")]
    [InlineData("Adobe Flash Player 32 ActiveX", "32.0.0.465")]
    [InlineData("Adobe Flash Player ActiveX", "9.0.124.0")]
    [InlineData("Adobe Flash Player 11 Plugin 64-bit", "11.1.102.62")]
    [InlineData("Macromedia Flash Player 8", "8.0.24.0")]
    [InlineData("Adobe Shockwave Player 12.3", "12.3.5.205")]
    [InlineData("Adobe Shockwave Player 11", "11")]
    [InlineData("QuickTime", "7.69.80.9")]
    [InlineData("QuickTime 7", "7.79.80.95")]
    [InlineData("Microsoft Silverlight", null)]
    [InlineData("Microsoft Silverlight", "5.1.50918.0")]
    [InlineData("Adobe AIR", "1.0.8.4990")]
    [InlineData("Adobe AIR", "32.0.0.125")]
    [InlineData("Mozilla Thunderbird (2.0.0.23)", "2.0.0.23 (en-US)")]
    [InlineData("Mozilla Thunderbird (x64 ja)", "115.10.1")]
    [InlineData("Microsoft .NET Framework 1.1", "1.1.4322")]
    [InlineData("Microsoft .NET Framework 2.0 Service Pack 2", "2.2.30729")]
    [InlineData("Windows Internet Explorer 7", "20070813.185237")]
    [InlineData("AdoptOpenJDK JRE with Hotspot 8.0.292.10 (x64)", "8.0.292.10")]
    [InlineData("Microsoft Security Essentials", "4.10.209.0")]
    [InlineData("Windows Live Essentials", "16.4.3528.0331")]
    [InlineData("Skype™ 7.41", "7.41.101")]
    [InlineData("Skype version 8.110", "8.110.76.107")]
    [InlineData("Microsoft .NET Core SDK 3.1.426 (x64)", "3.1.426")]
    [InlineData("Microsoft .NET 6.0.36 - Windows Server Hosting", "6.0.36.24519")]
    [InlineData("Microsoft SQL Server 2012 Express LocalDB ", "11.4.7001.0")]
    [InlineData("Microsoft SQL Server 2012 Native Client ", "11.4.7462.6")]
    [InlineData("Adobe\u00A0Reader\u00A0XI (11.0.23)\u0000", "11.0.23")]
    [InlineData("Node.js", "v0.12.18")]
    [InlineData("Notepad++", "6,9,2,0")]
    public void It_has_ended_however_its_version_is_told(string name, string? version) =>
        Assert.Equal(SupportStatus.Ended, Machine.Catalogs.Lifecycle.Find(ProductName.Plain(name), version, 26200)?.On(Today));

    [Theory]
    [InlineData("Adobe Acrobat Reader DC - Japanese", "24.005.20320")]
    [InlineData("Adobe Acrobat (64-bit)", "25.001.20432")]
    [InlineData("Adobe Acrobat DC", "23.008.20470")]
    [InlineData("Adobe Reader XI - Asian Font Pack", "11.0.0")]
    [InlineData("Spelling Dictionaries Support For Adobe Reader 9", "9.0.0")]
    [InlineData("Adobe Flash Player 34 PPAPI", "34.0")]
    [InlineData("Adobe AIR", "51.1.1.5")]
    [InlineData("QuickTime Alternative 3.2.2", "3.2.2")]
    [InlineData("QT Lite 4.1.0", "4.1.0")]
    [InlineData("Java Auto Updater", "2.8.471.9")]
    [InlineData("Java SE Development Kit Documentation", "1.0")]
    [InlineData("Skype for Business", "16.0")]
    [InlineData("Skype Meetings App", "16.2.0.511")]
    [InlineData("Mozilla Thunderbird (x64 ja)", "153.0")]
    [InlineData("Mozilla Maintenance Service", "128.0")]
    [InlineData("Microsoft SQL Server 2008 Native Client", "10.0")]
    [InlineData("Microsoft SQL Server 2012 Management Objects", "11.0")]
    [InlineData("Microsoft .NET Framework 4.5.2 (日本語)", "4.5.51209")]
    [InlineData("Security Update for Microsoft .NET Framework 4 Extended (KB2656351)", "1")]
    public void What_only_sounds_like_one_or_lives_has_not(string name, string version) =>
        Assert.NotEqual(SupportStatus.Ended, Machine.Catalogs.Lifecycle.Find(ProductName.Plain(name), version, 26200)?.On(Today));

    [Theory]
    [InlineData("Java 8 Update 471 (64-bit)", "8.0.4710.11")]
    [InlineData("Microsoft .NET SDK 8.0.404 (x64)", "8.4.24.52907")]
    [InlineData("Java(TM) SE Development Kit 21.0.9 (64-bit)", "21.0.9.0")]
    public void What_lives_keeps_its_days(string name, string version) =>
        Assert.Contains(
            Machine.Catalogs.Lifecycle.Find(name, version, 26200)?.On(Today.AddMonths(-1)),
            new SupportStatus?[] { SupportStatus.Supported, SupportStatus.ExtendedOnly }
        );

    [Fact]
    public void Before_the_day_of_its_retirement_nothing_is_known_of_a_version_that_isnt_listed() =>
        Assert.Equal(
            SupportStatus.NotInCatalog,
            Machine.Catalogs.Lifecycle.Find("Adobe Flash Player ActiveX", null)!.On(new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero))
        );
}
