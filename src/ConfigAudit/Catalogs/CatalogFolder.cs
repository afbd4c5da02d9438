using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Catalogs;

/// <summary>The reference data that collectors use, read when first needed.</summary>
internal sealed class CatalogFolder
{
    private readonly Lazy<LifecycleCatalog> _lifecycle;
    private readonly Lazy<IReadOnlyList<SecurityProduct>> _securityProducts;
    private readonly Lazy<IReadOnlyList<VpnClient>> _vpnClients;
    private readonly Lazy<IReadOnlyList<RemoteTool>> _remoteTools;

    /// <param name="path">The folder with a file of each kind.</param>
    public CatalogFolder(string path)
    {
        Files = CatalogKind.All.Select(kind => Path.Combine(path, kind.FileName)).ToArray();
        _lifecycle = Read("lifecycle.json", CatalogFile.LoadLifecycle);
        _securityProducts = Read("security-products.json", CatalogFile.LoadSecurityProducts);
        _vpnClients = Read("vpn-clients.json", CatalogFile.LoadVpnClients);
        _remoteTools = Read("remote-tools.json", CatalogFile.LoadRemoteTools);

        Lazy<T> Read<T>(string name, Func<string, T> load) => new(() => load(Path.Combine(path, name)));
    }

    public CatalogFolder(LifecycleCatalog lifecycle, IReadOnlyList<SecurityProduct> securityProducts, IReadOnlyList<VpnClient>? vpnClients = null)
    {
        _lifecycle = new Lazy<LifecycleCatalog>(() => lifecycle);
        _securityProducts = new Lazy<IReadOnlyList<SecurityProduct>>(() => securityProducts);
        _vpnClients = new Lazy<IReadOnlyList<VpnClient>>(() => vpnClients ?? Array.Empty<VpnClient>());
        _remoteTools = new Lazy<IReadOnlyList<RemoteTool>>(Array.Empty<RemoteTool>);
    }

    /// <summary>The files that the data comes from; none for data made in memory.</summary>
    public IReadOnlyList<string> Files { get; } = Array.Empty<string>();

    public LifecycleCatalog Lifecycle => _lifecycle.Value;

    public IReadOnlyList<SecurityProduct> SecurityProducts => _securityProducts.Value;

    public IReadOnlyList<VpnClient> VpnClients => _vpnClients.Value;

    public IReadOnlyList<RemoteTool> RemoteTools => _remoteTools.Value;
}
