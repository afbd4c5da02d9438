using System;
using System.Collections.Generic;
using System.IO;

namespace ConfigAudit.Catalogs;

/// <summary>The reference data that collectors use, read when first needed.</summary>
internal sealed class CatalogFolder
{
    private readonly Lazy<LifecycleCatalog> _lifecycle;
    private readonly Lazy<IReadOnlyList<SecurityProduct>> _securityProducts;

    /// <param name="path">The folder with lifecycle.json and security-products.json.</param>
    public CatalogFolder(string path)
    {
        _lifecycle = new Lazy<LifecycleCatalog>(() => CatalogFile.LoadLifecycle(Path.Combine(path, "lifecycle.json")));
        _securityProducts = new Lazy<IReadOnlyList<SecurityProduct>>(
            () => CatalogFile.LoadSecurityProducts(Path.Combine(path, "security-products.json")));
    }

    public CatalogFolder(LifecycleCatalog lifecycle, IReadOnlyList<SecurityProduct> securityProducts)
    {
        _lifecycle = new Lazy<LifecycleCatalog>(() => lifecycle);
        _securityProducts = new Lazy<IReadOnlyList<SecurityProduct>>(() => securityProducts);
    }

    public LifecycleCatalog Lifecycle => _lifecycle.Value;

    public IReadOnlyList<SecurityProduct> SecurityProducts => _securityProducts.Value;
}
