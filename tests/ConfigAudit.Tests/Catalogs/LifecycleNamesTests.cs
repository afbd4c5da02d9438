using Xunit;

namespace ConfigAudit.Tests.Catalogs;

/// <summary>Which installed names the lifecycle catalogue takes for which product, and which it leaves alone.</summary>
public sealed class LifecycleNamesTests
{
    [Theory]
    [InlineData("Microsoft Visio Professional 2019 - ja-jp", "16.0.1", "Microsoft Visio 2019")]
    [InlineData("Microsoft Office Visio Professional 2007", "12.0", "Microsoft Visio 2007")]
    [InlineData("Microsoft Project Standard 2016", "16.0", "Microsoft Project 2016")]
    [InlineData("Microsoft Access LTSC 2021 - ja-jp", "16.0", "Microsoft Access 2021")]
    [InlineData("Microsoft Silverlight", "5.1.50918.0", "Microsoft Silverlight 5")]
    [InlineData("Microsoft .NET Framework 4.5.2", "4.5.51209", "Microsoft .NET Framework 4.5.2")]
    [InlineData("Windows Media エンコーダ 9 シリーズ", "9.0", "Windows Media Encoder 9")]
    [InlineData("Wireshark 4.0.3 64-bit", "4.0.3", "Wireshark 4.0")]
    [InlineData("Notepad++ (64-bit x64)", "8.4.9", "Notepad++ 8.4")]
    [InlineData("OpenSSL 1.1.1q (64-bit)", "1.1.1q", "OpenSSL for Windows 1.1.1")]
    [InlineData("Microsoft OLE DB Driver for SQL Server", "18.6.7.0", "Microsoft OLE DB Driver for SQL Server 18")]
    public void A_product_and_its_cycle(string name, string version, string expected) =>
        Assert.Equal(expected, Machine.Catalogs.Lifecycle.Find(name, version)?.Name);

    [Theory]
    [InlineData("Microsoft Access MUI (Japanese) 2016", "16.0")]
    [InlineData("Microsoft Access Runtime 2016", "16.0")]
    [InlineData("Microsoft Visio Viewer 2016", "16.0")]
    [InlineData("Microsoft Office Proofing Tools 2016 - 日本語", "16.0")]
    [InlineData("Microsoft Office Click-to-Run Extensibility Component", "16.0")]
    [InlineData("Update for Microsoft Visio Professional 2016", "16.0")]
    [InlineData("Microsoft .NET Framework 4.5.2 (日本語)", "4.5.51209")]
    [InlineData("Microsoft Silverlight 5 SDK", "5.0")]
    [InlineData("一太郎2024", "34.0")]
    [InlineData("Adobe Acrobat Reader DC - Japanese", "23.0")]
    public void What_only_looks_like_one(string name, string version) =>
        Assert.Null(Machine.Catalogs.Lifecycle.Find(name, version));
}
