using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>A setting, or the lack of one, by which Windows may fetch updates from the internet.</summary>
public enum InternetReason
{
    /// <summary>No update server is in use: UseWUServer isn't 1, or there is no WUServer.</summary>
    [JapaneseName("更新サーバなし")]
    NoUpdateServer,

    /// <summary>The update server, the alternate download server or a cache server of Delivery Optimization has an address of the internet,
    /// or a name of Microsoft's or of a public cloud's.</summary>
    [JapaneseName("サーバがインターネット上")]
    ServerOnInternet,

    /// <summary>DoNotConnectToWindowsUpdateInternetLocations isn't 1.</summary>
    [JapaneseName("インターネット上の取得元を許可")]
    InternetLocationsAllowed,

    /// <summary>Policies of the Windows Update client make Windows look at Microsoft beside the update server ("dual scan").</summary>
    [JapaneseName("デュアルスキャン")]
    DualScan,

    /// <summary>A scan-source policy names Windows Update.</summary>
    [JapaneseName("取得元がWindows Update")]
    ScanSource,

    /// <summary>Scan-source policies are switched on and not set for all four classes of updates, which Microsoft doesn't
    /// support.</summary>
    [JapaneseName("取得元の指定が不完全")]
    ScanSourceIncomplete,

    /// <summary>Update policies of device management are, or were, in force; other than those that say only when updates are installed and
    /// what people are told of it.</summary>
    [JapaneseName("デバイス管理の設定")]
    DeviceManagement,

    /// <summary>Delivery Optimization may exchange updates with computers on the internet (DODownloadMode 3).</summary>
    [JapaneseName("インターネット上のコンピュータとの共有")]
    InternetPeers,
}
