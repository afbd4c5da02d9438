using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A kind of catalogue: the name of its file, the format that the file is of, and how it is read.</summary>
/// <param name="FileName">In the folder of catalogues.</param>
/// <param name="Format">What the file says of itself.</param>
/// <param name="Count">Reads the whole file, and tells how many entries it has.</param>
internal sealed record CatalogKind(string FileName, string Format, Func<string, int> Count)
{
    public static IReadOnlyList<CatalogKind> All { get; } =
        new CatalogKind[]
        {
            new("lifecycle.json", CatalogFile.LifecycleFormat, path => CatalogFile.LoadLifecycle(path).Products.Count),
            new("security-products.json", CatalogFile.SecurityProductsFormat, path => CatalogFile.LoadSecurityProducts(path).Count),
            new("vpn-clients.json", CatalogFile.VpnClientsFormat, path => CatalogFile.LoadVpnClients(path).Count),
            new("remote-tools.json", CatalogFile.RemoteToolsFormat, path => CatalogFile.LoadRemoteTools(path).Count),
            new("sync-clients.json", CatalogFile.SyncClientsFormat, path => CatalogFile.LoadSyncClients(path).Count),
            new("tls-suites.json", CatalogFile.TlsSuitesFormat, path => CatalogFile.LoadTlsSuites(path).Count),
            new("tls-parameters.json", CatalogFile.TlsParametersFormat, path => CatalogFile.LoadTlsParameters(path).Count),
        };

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
                        : $"カタログではありません。形式が '{format}'"
                ) + $"。読み取れるのは {known} です",
                (
                    format is null
                        ? "this is no catalogue: it names no format (\"format\")"
                        : $"this is no catalogue: its format is '{format}'"
                ) + $"; those that are read are {known}"
            )
        );
    }
}
