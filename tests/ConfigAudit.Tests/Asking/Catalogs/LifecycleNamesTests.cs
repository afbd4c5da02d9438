using System;
using System.Globalization;
using ConfigAudit.Asking.Catalogs;
using Xunit;

namespace ConfigAudit.Tests.Asking.Catalogs;

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
    [InlineData("Microsoft SQL Server 2014 (64-bit)", "12.2.5000.0", "Microsoft SQL Server (engine, by service pack) 12.2")]
    [InlineData("SQL Server 2014 Integration Services", "12.3.6024.0", "Microsoft SQL Server (engine, by service pack) 12.3")]
    [InlineData("SQL Server 2014 Client Tools", "12.3.6024.0", "Microsoft SQL Server (engine, by service pack) 12.3")]
    [InlineData("Microsoft SQL Server 2008 R2 Native Client", "10.53.6000.34", "Microsoft SQL Server Native Client 2008 R2")]
    [InlineData("Microsoft Access database engine 2010 (Japanese)", "14.0.7015.1000", "Microsoft Access Database Engine 2010")]
    [InlineData("Microsoft Office Access database engine 2007 (English)", "12.0.4518.1031", "Microsoft Access Database Engine 2007")]
    [InlineData("Microsoft Access database engine 2016 (Japanese)", "16.0.4519.1000", "Microsoft Access Database Engine 2016")]
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
    [InlineData(
        "Citrix XenApp and XenDesktop 7.15 LTSR CU5 - Virtual Delivery Agent",
        "7.15.5000",
        "Citrix Virtual Apps and Desktops 7.15"
    )]
    [InlineData("MSXML 4.0 SP2 (KB973688)", "4.20.9876.0", "Microsoft XML Core Services 4")]
    [InlineData("MSXML 4.0 SP3 Parser (KB2758694)", "4.30.2117.0", "Microsoft XML Core Services 4")]
    [InlineData("Microsoft Visio LTSC Professional 2021 - en-us", "16.0.17126.20132", "Microsoft Visio 2021")]
    [InlineData("Microsoft SQL Server Compact 3.5 SP2 x64 ENU", "3.5.8080.0", "Microsoft SQL Server Compact 3.5")]
    [InlineData("Microsoft Exchange Server 2007", "8.3.83.6", "Microsoft Exchange 2007")]
    [InlineData("Microsoft Edge", "128.0.2739.42", "Microsoft Edge 128")]
    [InlineData("Microsoft ODBC Driver 17 for SQL Server", "17.10.6.1", "Microsoft ODBC Driver for SQL Server 17")]
    [InlineData("Microsoft Visual C++ 2005 Redistributable (x64)", "8.0.61000", "Microsoft Visual C++ Redistributable 2005")]
    [InlineData("Microsoft Visual C++ 2008 Redistributable - x64 9.0.30729", "9.0.30729", "Microsoft Visual C++ Redistributable 2008")]
    [InlineData("Microsoft Visual C++ 2010  x86 Redistributable - 10.0.40219", "10.0.40219", "Microsoft Visual C++ Redistributable 2010")]
    [InlineData(
        "Microsoft Visual C++ 2013 Redistributable (x86) - 12.0.40664",
        "12.0.40664.0",
        "Microsoft Visual C++ Redistributable 2013"
    )]
    [InlineData("Azure Data Studio (User)", "1.52.0", "Azure Data Studio 1")]
    [InlineData("Microsoft Deployment Toolkit (6.3.8456.1000)", "6.3.8456.1000", "Microsoft Deployment Toolkit 6")]
    [InlineData("Teams Machine-Wide Installer", "1.6.0.33567", "Microsoft Teams (classic) 1")]
    [InlineData("Remote Desktop", "1.2.6353.0", "Microsoft Remote Desktop client 1.2")]
    [InlineData("Microsoft Office Excel Viewer", "12.0.6612.1000", "Microsoft Office Excel Viewer 12")]
    [InlineData("RabbitMQ Server 3.12.10", "3.12.10", "RabbitMQ 3.12")]
    [InlineData("Erlang OTP 25.3.2 (13.2.2)", "25.3.2", "Erlang/OTP 25")]
    [InlineData("IBM MQ (Installation1)", "9.2.0.15", "IBM MQ 9.2")]
    [InlineData("Beats winlogbeat 7.17.9 (x86_64)", "7.17.9", "Elastic Beats 7.17")]
    [InlineData("Azure DevOps Server 2022", "19.225", "Azure DevOps Server 2022")]
    [InlineData("Symantec Endpoint Protection", "12.1.1000.157", "Symantec Endpoint Protection 12.1")]
    [InlineData("ArcGIS Desktop 10.8.2", "10.8.14362", "ArcGIS Desktop 10.8")]
    [InlineData("ArcGIS 10.2.2 for Desktop", "10.2.3552", "ArcGIS Desktop 10.2")]
    [InlineData("QGIS 3.34.12 'Prizren'", "3.34.12", "QGIS 3.34")]
    [InlineData("Microsoft Visual Basic 6.0 Professional Edition", "6.0", "Microsoft Visual Basic 6.0")]
    [InlineData("Puppet Agent (64-bit)", "7.24.0", "Puppet Agent 7")]
    [InlineData("Salt Minion 3006.4 (Python 3)", "3006.4", "Salt Minion 3006")]
    [InlineData("Chef Infra Client v17.10.3", "17.10.3.1", "Chef Infra Client 17")]
    public void A_product_and_its_cycle(string name, string version, string expected) =>
        Assert.Equal(expected, Machine.Catalogs.Lifecycle.Find(name, version)?.Name);

    [Theory]
    [InlineData("Microsoft Access Runtime 2016", "16.0", "Microsoft Access 2016")]
    [InlineData("Microsoft Office Access Runtime (Japanese) 2010", "14.0", "Microsoft Access 2010")]
    [InlineData("Microsoft ReportViewer 2010 SP1 Redistributable (KB2549864)", "10.0.40220", "Microsoft Report Viewer 2010")]
    [InlineData("SQL Server 2022 Database Engine Services", "16.0.1000.6", "Microsoft SQL Server 2022")]
    [InlineData("SQL Server 2008 R2 Client Tools", "10.50.1600.1", "Microsoft SQL Server 2008 R2")]
    [InlineData("Microsoft SQL Server 2019 LocalDB ", "15.0.4153.1", "Microsoft SQL Server 2019")]
    [InlineData("Microsoft .NET SDK 5.0.300 (x64) from Visual Studio", "5.3.21.26805", "Microsoft .NET 5")]
    [InlineData("Microsoft .NET Core SDK - 2.1.4 (x64)", "8.17.7260", "Microsoft .NET 2.1")]
    [InlineData("Microsoft .NET 8.0.11 - Windows Server Hosting", "8.0.11.24521", "Microsoft .NET 8")]
    [InlineData("Eclipse Temurin JDK mit Hotspot 21.0.1+12 (x64)", "21.0.1.12", "Eclipse Temurin 21")]
    [InlineData("Amazon Corretto (x64)", "17.0.9.8", "Amazon Corretto 17")]
    [InlineData("Amazon Corretto 8 (x64)", "1.8.0.392", "Amazon Corretto 8")]
    [InlineData("Microsoft Edge", "143.0.3650.96", "Microsoft Edge 143")]
    [InlineData("Mozilla Thunderbird (x64 ja)", "135.0", "Mozilla Thunderbird 135")]
    [InlineData("Microsoft 365 Apps for enterprise - ja-jp", "16.0.13127.21624", "Microsoft 365 Apps 16.0.13127")]
    [InlineData("AdoptOpenJDK JRE with Hotspot 8u292-b10 (x64)", "8.0.292.10", "AdoptOpenJDK 8")]
    [InlineData("AdoptOpenJDK JRE mit Hotspot 8u282-b08 (x86)", "8.0.282.8", "AdoptOpenJDK 8")]
    [InlineData("AdoptOpenJDK JDK with Hotspot 11.0.11+9 (x64)", "11.0.11.9", "AdoptOpenJDK 11")]
    [InlineData("AdoptOpenJDK JDK with Eclipse OpenJ9 11.0.10+9 (x64)", "11.0.10.9", "AdoptOpenJDK 11")]
    [InlineData("Skype バージョン 8.129", "8.129", "Skype 8")]
    [InlineData("Skype version 8.41", "8.41", "Skype 8")]
    [InlineData("Microsoft Office LTSC Professional Plus 2024 - ja-jp", "16.0.17932.20000", "Microsoft Office 2024")]
    [InlineData("Microsoft Visio LTSC Professional 2024 - ja-jp", "16.0.17932.20000", "Microsoft Visio 2024")]
    [InlineData("Microsoft Visio Professional 2024 - ja-jp", "16.0.17932.20000", "Microsoft Visio 2024")]
    [InlineData("Microsoft Project Professional 2024 - en-us", "16.0.17932.20000", "Microsoft Project 2024")]
    [InlineData("Microsoft Access LTSC 2024 - ja-jp", "16.0.17932.20000", "Microsoft Access 2024")]
    [InlineData("Microsoft Access データベース エンジン 2010 (日本語)", "14.0.7015.1000", "Microsoft Access Database Engine 2010")]
    [InlineData(
        "Microsoft Access データベース エンジン 2016 再頒布可能コンポーネント",
        "16.0.4519.1000",
        "Microsoft Access Database Engine 2016"
    )]
    [InlineData("Liberica JDK 21", "21.0.11", "BellSoft Liberica 21")]
    [InlineData("BellSoft Liberica JRE 17 Full (64-bit)", "17.0.20", "BellSoft Liberica 17")]
    [InlineData("Browser for SQL Server 2022", "16.0.1000.6", "Microsoft SQL Server 2022")]
    [InlineData("Microsoft VSS Writer for SQL Server 2019", "15.0.2000.5", "Microsoft SQL Server 2019")]
    [InlineData("SQL Server 2014 Full text search", "12.3.6024.0", "Microsoft SQL Server (engine, by service pack) 12.3")]
    [InlineData("Amazon Corretto JRE (x64)", "17.0.9.8", "Amazon Corretto 17")]
    [InlineData("Amazon Corretto 8 JRE (x64)", "1.8.0.392", "Amazon Corretto 8")]
    [InlineData("Claris FileMaker Pro 21", "21.0.1", "FileMaker Pro 21")]
    [InlineData("FileMaker Pro 22", "22.0.1", "FileMaker Pro 22")]
    [InlineData("Microsoft .NET Framework 4.8 (JPN)", "4.8.03761", "Microsoft .NET Framework 4.8")]
    [InlineData("Microsoft .NET Framework 4.7.2 (日本語)", "4.7.03062", "Microsoft .NET Framework 4.7.2")]
    [InlineData("Microsoft SQL Server 2000", "8.00.761", "Microsoft SQL Server 2000")]
    [InlineData("Microsoft SQL Server 2000 (MSSQLSERVER)", "8.00.761", "Microsoft SQL Server 2000")]
    [InlineData("Microsoft PowerPoint Viewer", "14.0.7015.1000", "Microsoft PowerPoint Viewer")]
    [InlineData("Microsoft Office Word Viewer 2003", "11.0.8173.0", "Microsoft Office Word Viewer")]
    [InlineData("ESET Endpoint Antivirus", "5.0.2260.1", "ESET Endpoint 5.0")]
    public void As_real_machines_register_them(string name, string version, string expected) =>
        Assert.Equal(
            expected,
            Machine.Catalogs.Lifecycle.Find(ConfigAudit.Asking.Collectors.Software.ProductName.Plain(name), version)?.Name
        );

    /// <summary>The product is known, and no end of it is published, or was found: that is never taken for support.</summary>
    [Theory]
    [InlineData("一太郎2024", "34.0")]
    [InlineData("ATOK Passport", "35.0")]
    [InlineData("SKYSEA Client View", "19.0")]
    [InlineData("Adobe Acrobat Reader DC - Japanese", "23.0")]
    [InlineData("Adobe Acrobat (64-bit)", "26.001.21411")]
    [InlineData("Microsoft Edge WebView2 Runtime", "128.0.2739.42")]
    [InlineData("Microsoft Visual C++ 2015-2022 Redistributable (x64) - 14.38.33135", "14.38.33135.0")]
    [InlineData("Microsoft Teams Meeting Add-in for Microsoft Office", "1.23.33413")]
    [InlineData("ESET Endpoint Security", "11.0.2044.0")]
    [InlineData("7-Zip 26.00 (x64)", "26.00")]
    [InlineData("Zoom Workplace (64-bit)", "6.6.20 (22410)")]
    [InlineData("TeamViewer", "15.48.4")]
    [InlineData("Zoom(64bit)", "5.17.5")]
    [InlineData("一太郎2012 承", "22.0")]
    [InlineData("一太郎2014 徹", "24.0")]
    [InlineData("Microsoft SQL Server Management Studio - 18.12.1", "15.0.18424.0")]
    [InlineData("Microsoft SQL Server Management Studio - 17.9.1", "14.0.17289.0")]
    [InlineData("McAfee VirusScan Enterprise", "8.8.00000")]
    [InlineData("Citrix Receiver 4.12", "14.12.0.18020")]
    [InlineData("Citrix Workspace 2203", "22.3.0.39")]
    [InlineData("ESET Endpoint Security", "7.3.2032.0")]
    [InlineData("Mozilla Thunderbird (x64 ja)", "140.14.0")]
    [InlineData("Microsoft 365 Apps for enterprise - ja-jp", "16.0.20228.20190")]
    public void Known_and_without_a_published_end(string name, string version)
    {
        var match = Machine.Catalogs.Lifecycle.Find(name, version)!;
        var day = new DateTimeOffset(2026, 11, 29, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(SupportStatus.NoEndPublished, match.On(day));
        Assert.Null(match.Ends);
        Assert.Null(match.Covers(day.Date));
    }

    /// <summary>A build that a later security update left out had ended by that update; until then nothing is said.</summary>
    [Theory]
    [InlineData("16.0.13127.21624", "2026-11-29", SupportStatus.Ended)]
    [InlineData("16.0.4266.1001", "2026-11-29", SupportStatus.Ended)]
    [InlineData("16.0.19929.20001", "2026-08-11", SupportStatus.NotInCatalog)]
    [InlineData("16.0.19929.20001", "2026-08-12", SupportStatus.Ended)]
    public void Microsoft_365_Apps_go_by_their_build(string version, string day, SupportStatus expected) =>
        Assert.Equal(
            expected,
            Machine
                .Catalogs.Lifecycle.Find("Microsoft 365 Apps for enterprise - ja-jp", version)!
                .On(DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("Microsoft SQL Server 2012 (64-bit)", null, "2022-07-12", SupportStatus.NotInCatalog)]
    [InlineData("Microsoft SQL Server 2012 (64-bit)", null, "2022-07-13", SupportStatus.ExtendedOnly)]
    [InlineData("Microsoft SQL Server 2012 (64-bit)", null, "2026-11-29", SupportStatus.Ended)]
    [InlineData("Microsoft SQL Server 2014 (64-bit)", "", "2026-11-29", SupportStatus.ExtendedOnly)]
    [InlineData("Microsoft SQL Server 2016", null, "2026-07-14", SupportStatus.NotInCatalog)]
    [InlineData("Microsoft SQL Server 2016 (64-bit)", null, "2026-07-15", SupportStatus.ExtendedOnly)]
    [InlineData("Microsoft SQL Server 2016 (64-bit)", "13.3.6300.2", "2026-07-14", SupportStatus.Supported)]
    [InlineData("Microsoft SQL Server 2016 (64-bit)", "13.1.4001.0", "2020-01-01", SupportStatus.Ended)]
    [InlineData("Microsoft SQL Server 2017 (64-bit)", null, "2026-11-29", SupportStatus.Supported)]
    [InlineData("Microsoft SQL Server 2008 R2 (64-bit)", null, "2026-11-29", SupportStatus.Ended)]
    public void Where_nothing_tells_the_service_pack_the_last_one_s_end_is_the_latest(
        string name,
        string? version,
        string day,
        SupportStatus expected
    ) =>
        Assert.Equal(
            expected,
            Machine.Catalogs.Lifecycle.Find(name, version)?.On(DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture))
        );

    [Theory]
    [InlineData("Microsoft Access MUI (Japanese) 2016", "16.0")]
    [InlineData("SQL Server 2019 Client Tools", "15.0.2000.5")]
    [InlineData("Hotfix 6024 for SQL Server 2014 (KB4022619) (64-bit)", "12.3.6024.0")]
    [InlineData("Microsoft SQL Server 2014 Policies", "12.3.6024.0")]
    [InlineData("Microsoft Visio Viewer 2016", "16.0")]
    [InlineData("Microsoft Office Proofing Tools 2016 - 日本語", "16.0")]
    [InlineData("Microsoft Office Click-to-Run Extensibility Component", "16.0")]
    [InlineData("Update for Microsoft Visio Professional 2016", "16.0")]
    [InlineData("Microsoft .NET Framework 4.5.2 (日本語)", "4.5.51209")]
    [InlineData("Microsoft Silverlight 5 SDK", "5.0")]
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
    [InlineData("Microsoft Office Groove MUI (Japanese) 2010", "14.0.7015.1000")]
    [InlineData("Microsoft Groove MUI (Japanese) 2016", "16.0.4266.1001")]
    [InlineData("Microsoft Office 32-bit Components 2016", "16.0.4266.1001")]
    [InlineData("Microsoft SQL Server 2005 Compact Edition [ENU]", "3.1.0000")]
    [InlineData("Microsoft Visual Studio 2010 Tools for Office Runtime (x64)", "10.0.50908")]
    [InlineData("Python 2.7 pygame-1.9.1", "1.9.1")]
    [InlineData("Microsoft Edge Update", "1.3.171.39")]
    [InlineData("Remote Desktop Manager", "1.2.0.0")]
    [InlineData("Command Line Utilities 17 for SQL Server", "17.0")]
    [InlineData("Symantec Endpoint Protection", "14.3.11216.9000")]
    [InlineData("Symantec Endpoint Protection Manager", "12.1.1000.157")]
    [InlineData("ArcGIS Pro", "3.1.0")]
    [InlineData("Adobe Acrobat Reader Font Pack", "23.0")]
    [InlineData("Adobe Acrobat Update Service", "1.8")]
    [InlineData("Adobe Photoshop Plugin for Canva", "2024")]
    [InlineData("7-Zip Plugin for Total Commander", "24.07")]
    [InlineData("Zoom Plugin for Outlook", "6.0")]
    [InlineData("Zoom Outlook Plugin", "6.0")]
    [InlineData("Zoom(64bit) Plugin", "6.0")]
    [InlineData("一太郎2012 承 追加辞書", "22.0")]
    [InlineData("Citrix Receiver(USB)", "14.12")]
    [InlineData("Citrix Workspace(DV)", "22.3")]
    [InlineData("Microsoft SQL Server 2000 Analysis Services Books Online", "8.0")]
    [InlineData("McAfee VirusScan Enterprise for Storage", "1.3")]
    [InlineData("PowerPoint Viewer Converter", "1.0")]
    [InlineData("FileMaker Pro 21 ODBC Driver", "21.0")]
    [InlineData("SQL Server Management Studio Language Pack", "15.0")]
    [InlineData("TeamViewer Meeting Add-In for Outlook", "15.0")]
    [InlineData("Git LFS version 3.4.0", "3.4.0")]
    [InlineData("Git Credential Manager", "2.4")]
    [InlineData("Python 3.8 (pygame)", "3.8")]
    [InlineData("Python Launcher", "3.8")]
    [InlineData("Amazon Corretto 8 documentation", "1.8.0")]
    [InlineData("Eclipse Temurin JDK with Hotspot documentation", "17.0")]
    [InlineData("Microsoft Access Runtime Language Pack 2016", "16.0")]
    [InlineData("Microsoft Report Viewer 2012 Runtime Language Pack - 日本語", "11.0")]
    [InlineData("Microsoft 365 Apps for enterprise Language Pack", "16.0.13127.21624")]
    [InlineData("Microsoft 365 Copilot", "16.0")]
    [InlineData("Microsoft .NET SDK 8.0.100 documentation", "8.0.100")]
    [InlineData("SQL Server 2019 Database Engine Services Documentation", "15.0")]
    [InlineData("SQL Server 2022 Common Files", "16.0")]
    [InlineData("Docker Desktop Extension for Visual Studio", "1.0")]
    [InlineData("VLC media player skin", "1.0")]
    [InlineData("WinSCP extension for PowerShell", "6.1")]
    [InlineData("ATOK 連携ツール", "1.0")]
    [InlineData("一太郎ビューア連携アドイン", "1.0")]
    [InlineData("SKYSEA Client View レポート解析ツール", "19.0")]
    [InlineData("VMware Tools SDK", "12.0")]
    [InlineData("Visual Studio Code Extension Pack", "1.0")]
    [InlineData("Microsoft Edge DevTools Preview", "1.0")]
    [InlineData("AdoptOpenJDK JRE with Hotspot documentation", "8.0")]
    [InlineData("AdoptOpenJDK Update Checker", "8.0")]
    [InlineData("Skype for Business 8.0", "16.0")]
    [InlineData("Skype バージョン 8.129 用アドイン", "1.0")]
    [InlineData("Skype Meetings App", "16.2")]
    [InlineData("Microsoft Visio LTSC Professional 2024 - en-us.proof", "16.0")]
    [InlineData("Microsoft Visio Viewer 2024", "16.0")]
    [InlineData("Microsoft Project Server 2024", "16.0")]
    [InlineData("Access データベース エンジン", "14.0")]
    [InlineData("Microsoft Access データベース エンジン 2010 用サンプル", "14.0")]
    [InlineData("Liberica Native Image Kit 21", "21.0")]
    [InlineData("Liberica JDK 21 documentation", "21.0")]
    [InlineData("Liberica Mission Control 9", "9.0")]
    [InlineData("SQL Server 2022 Shared Management Objects", "16.0")]
    [InlineData("SQL Server 2022 Connection Info", "16.0")]
    public void What_only_looks_like_one(string name, string version) => Assert.Null(Machine.Catalogs.Lifecycle.Find(name, version));
}
