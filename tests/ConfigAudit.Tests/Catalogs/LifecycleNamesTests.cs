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
    [InlineData("Microsoft SQL Server 2008 R2 (64-bit)", "10.53.6560.0", "Microsoft SQL Server 2008 R2")]
    [InlineData("Microsoft SQL Server 2019 (64-bit)", "15.0", "Microsoft SQL Server 2019")]
    [InlineData("Microsoft Office Communicator 2007 R2", "3.5", "Microsoft Office Communicator 2007 R2")]
    [InlineData("Microsoft Azure AD Connect", "1.6.16.0", "Microsoft Azure AD Connect 1")]
    [InlineData("Configuration Manager Client", "4.00.6487.2000", "Configuration Manager Client 4")]
    [InlineData("Microsoft Forefront Threat Management Gateway", "7.0.9193.500", "Microsoft Forefront Threat Management Gateway 7")]
    [InlineData("Microsoft Office 2003 Web Components", "11.0.8003.0", "Microsoft Office Web Components 2003")]
    [InlineData("EMET 5.52", "5.52", "Enhanced Mitigation Experience Toolkit 5.5")]
    [InlineData("System Center Operations Manager 2007 R2", "6.1", "System Center Operations Manager 2007 R2")]
    [InlineData("VMware vCenter Server", "6.7.0.42000", "VMware vCenter Server 6.7")]
    [InlineData("DB2 Workgroup Server Edition - DB2COPY1", "10.5.300.125", "IBM Db2 10.5")]
    [InlineData("Adobe Flash Player 32 NPAPI", "32.0.0.465", "Adobe Flash Player 32")]
    [InlineData("Citrix XenApp and XenDesktop 7.15 LTSR CU5 - Virtual Delivery Agent", "7.15.5000", "Citrix Virtual Apps and Desktops 7.15")]
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
    [InlineData("Microsoft SQL Server 2008 Native Client", "10.0")]
    [InlineData("Microsoft SQL Server 2008 R2 Management Objects", "10.5")]
    [InlineData("Microsoft Azure AD Connect", "2.4.27.0")]
    [InlineData("Microsoft Azure AD Connect Health Agent for Sync", "3.0.127.0")]
    [InlineData("Configuration Manager Client", "5.00.9128.1000")]
    [InlineData("Microsoft Lync Server 2013, Bootstrapper Prerequisites Installer Package", "5.0")]
    [InlineData("Microsoft Office SharePoint Server 2007 Language Pack", "12.0")]
    [InlineData("Microsoft Expression Blend SDK for .NET 4", "2.0")]
    [InlineData("Microsoft Azure Information Protection", "2.14.90.0")]
    [InlineData("Adobe Flash Player 34 PPAPI", "34.0")]
    [InlineData("IBM Data Server Client - DB2COPY1", "10.5")]
    [InlineData("VMware vCenter Server Appliance Management", "6.7")]
    public void What_only_looks_like_one(string name, string version) =>
        Assert.Null(Machine.Catalogs.Lifecycle.Find(name, version));
}
