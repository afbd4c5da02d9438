using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A kind of catalogue. Whatever there is to know of all of them stands here: a new one is a line, and a reader.</summary>
/// <param name="FileName">In the folder of catalogues.</param>
/// <param name="Format">What the file says of itself.</param>
/// <param name="Title">What it is called in a sentence.</param>
internal abstract record CatalogKind(string FileName, string Format, LocalText Title)
{
    public static CatalogKind<LifecycleCatalog> Lifecycle { get; } =
        new(
            "lifecycle.json",
            CatalogFile.LifecycleFormat,
            new("ライフサイクルカタログ", "lifecycle catalogue"),
            CatalogFile.LoadLifecycle,
            catalogue => catalogue.Products.Count
        );

    public static CatalogKind<EntryList<SecurityProduct>> SecurityProducts { get; } =
        Of(
            "security-products.json",
            CatalogFile.SecurityProductsFormat,
            new("セキュリティ製品のカタログ", "catalogue of security products"),
            CatalogFile.LoadSecurityProducts
        );

    public static CatalogKind<EntryList<VpnClient>> VpnClients { get; } =
        Of(
            "vpn-clients.json",
            CatalogFile.VpnClientsFormat,
            new("VPNクライアントのカタログ", "catalogue of VPN clients"),
            CatalogFile.LoadVpnClients
        );

    public static CatalogKind<EntryList<RemoteTool>> RemoteTools { get; } =
        Of(
            "remote-tools.json",
            CatalogFile.RemoteToolsFormat,
            new("遠隔操作ソフトウェアのカタログ", "catalogue of remote-control programs"),
            CatalogFile.LoadRemoteTools
        );

    public static CatalogKind<EntryList<SyncClient>> SyncClients { get; } =
        Of(
            "sync-clients.json",
            CatalogFile.SyncClientsFormat,
            new("同期ソフトウェアのカタログ", "catalogue of sync clients"),
            CatalogFile.LoadSyncClients
        );

    public static CatalogKind<EntryList<TlsSuite>> TlsSuites { get; } =
        Of(
            "tls-suites.json",
            CatalogFile.TlsSuitesFormat,
            new("TLSの暗号スイートのカタログ", "catalogue of TLS suites"),
            CatalogFile.LoadTlsSuites
        );

    public static CatalogKind<EntryList<TlsParameter>> TlsParameters { get; } =
        Of(
            "tls-parameters.json",
            CatalogFile.TlsParametersFormat,
            new("TLSのパラメータのカタログ", "catalogue of TLS parameters"),
            CatalogFile.LoadTlsParameters
        );

    public static CatalogKind<EntryList<WindowsBuild>> WindowsReleases { get; } =
        Of(
            "windows-releases.json",
            WindowsReleaseFile.Format,
            new("Windowsの更新プログラムのカタログ", "catalogue of Windows releases"),
            WindowsReleaseFile.Load
        );

    public static IReadOnlyList<CatalogKind> All { get; } =
        new CatalogKind[] { Lifecycle, SecurityProducts, VpnClients, RemoteTools, SyncClients, TlsSuites, TlsParameters, WindowsReleases };

    /// <exception cref="InputException">The file can't be read, or is no catalogue.</exception>
    public static CatalogKind Of(string path)
    {
        var root = new JsonNode(path, JsonFile.Load(path));
        var format = root.TextOrNull("format");
        if (All.FirstOrDefault(kind => kind.Format == format) is { } found)
            return found;
        var known = string.Join(", ", All.Select(kind => kind.Format));
        throw root.Error(
            new LocalText(
                (
                    format is null
                        ? "カタログではありません。形式（\"format\"）の記載がありません"
                        : $"カタログではありません。形式は '{format}' です"
                ) + $"。読み取れるのは {known} です",
                (
                    format is null
                        ? "this is no catalogue: it names no format (\"format\")"
                        : $"this is no catalogue: its format is '{format}'"
                ) + $"; those that are read are {known}"
            )
        );
    }

    /// <summary>Reads a whole file, and tells how many entries it has.</summary>
    public abstract int Count(string path);

    private static CatalogKind<EntryList<T>> Of<T>(string fileName, string format, LocalText title, Func<string, EntryList<T>> load) =>
        new(fileName, format, title, load, entries => entries.Count);
}

/// <param name="FileName">In the folder of catalogues.</param>
/// <param name="Format">What the file says of itself.</param>
/// <param name="Title">What it is called in a sentence.</param>
/// <param name="Load">Reads the whole file.</param>
/// <param name="CountOf">How many entries there are in what was read.</param>
internal sealed record CatalogKind<T>(string FileName, string Format, LocalText Title, Func<string, T> Load, Func<T, int> CountOf)
    : CatalogKind(FileName, Format, Title)
{
    public override int Count(string path) => CountOf(Load(path));
}
