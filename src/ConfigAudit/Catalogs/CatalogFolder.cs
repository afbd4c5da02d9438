using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Catalogs;

/// <summary>The reference data that collectors use, read when first needed.</summary>
internal sealed class CatalogFolder
{
    private static readonly string[] Names = { "lifecycle.json", "security-products.json", "remote-tools.json" };

    private readonly Lazy<LifecycleCatalog> _lifecycle;
    private readonly Lazy<IReadOnlyList<SecurityProduct>> _securityProducts;
    private readonly Lazy<IReadOnlyList<RemoteTool>> _remoteTools;

    /// <param name="path">The folder with lifecycle.json, security-products.json and remote-tools.json.</param>
    public CatalogFolder(string path)
    {
        Files = Names.Select(name => Path.Combine(path, name)).ToArray();
        _lifecycle = new Lazy<LifecycleCatalog>(() => CatalogFile.LoadLifecycle(Path.Combine(path, Names[0])));
        _securityProducts = new Lazy<IReadOnlyList<SecurityProduct>>(
            () => CatalogFile.LoadSecurityProducts(Path.Combine(path, Names[1])));
        _remoteTools = new Lazy<IReadOnlyList<RemoteTool>>(() => CatalogFile.LoadRemoteTools(Path.Combine(path, Names[2])));
    }

    public CatalogFolder(LifecycleCatalog lifecycle, IReadOnlyList<SecurityProduct> securityProducts)
    {
        _lifecycle = new Lazy<LifecycleCatalog>(() => lifecycle);
        _securityProducts = new Lazy<IReadOnlyList<SecurityProduct>>(() => securityProducts);
        _remoteTools = new Lazy<IReadOnlyList<RemoteTool>>(Array.Empty<RemoteTool>);
    }

    /// <summary>The files that the data comes from; none for data made in memory.</summary>
    public IReadOnlyList<string> Files { get; } = Array.Empty<string>();

    public LifecycleCatalog Lifecycle => _lifecycle.Value;

    public IReadOnlyList<SecurityProduct> SecurityProducts => _securityProducts.Value;

    public IReadOnlyList<RemoteTool> RemoteTools => _remoteTools.Value;
}
