using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>The reference data that collectors use, read when first needed.</summary>
internal sealed class CatalogFolder
{
    private readonly Lazy<LifecycleCatalog> _lifecycle;
    private readonly Lazy<EntryList<SecurityProduct>> _securityProducts;
    private readonly Lazy<EntryList<VpnClient>> _vpnClients;
    private readonly Lazy<EntryList<RemoteTool>> _remoteTools;
    private readonly Lazy<EntryList<SyncClient>> _syncClients;
    private readonly Lazy<EntryList<TlsSuite>> _tlsSuites;
    private readonly Lazy<EntryList<TlsParameter>> _tlsParameters;
    private readonly Lazy<EntryList<WindowsBuild>> _windowsReleases;

    /// <param name="path">The folder with a file of each kind.</param>
    public CatalogFolder(string path)
    {
        Files = CatalogKind.All.Select(kind => Path.Combine(path, kind.FileName)).ToArray();
        _lifecycle = Read(CatalogKind.Lifecycle);
        _securityProducts = Read(CatalogKind.SecurityProducts);
        _vpnClients = Read(CatalogKind.VpnClients);
        _remoteTools = Read(CatalogKind.RemoteTools);
        _syncClients = Read(CatalogKind.SyncClients);
        _tlsSuites = Read(CatalogKind.TlsSuites);
        _tlsParameters = Read(CatalogKind.TlsParameters);
        _windowsReleases = Read(CatalogKind.WindowsReleases);

        Lazy<T> Read<T>(CatalogKind<T> kind) => new(() => kind.Load(Path.Combine(path, kind.FileName)));
    }

    public CatalogFolder(
        LifecycleCatalog lifecycle,
        IReadOnlyList<SecurityProduct> securityProducts,
        IReadOnlyList<VpnClient>? vpnClients = null,
        IReadOnlyList<WindowsBuild>? windowsReleases = null
    )
    {
        _lifecycle = new Lazy<LifecycleCatalog>(() => lifecycle);
        _securityProducts = Made(securityProducts);
        _vpnClients = Made(vpnClients ?? Array.Empty<VpnClient>());
        _remoteTools = Made<RemoteTool>(Array.Empty<RemoteTool>());
        _syncClients = Made<SyncClient>(Array.Empty<SyncClient>());
        _tlsSuites = Made<TlsSuite>(Array.Empty<TlsSuite>());
        _tlsParameters = Made<TlsParameter>(Array.Empty<TlsParameter>());
        _windowsReleases = Made(windowsReleases ?? Array.Empty<WindowsBuild>());

        static Lazy<EntryList<T>> Made<T>(IReadOnlyList<T> entries) => new(() => new EntryList<T>(null, entries));
    }

    private CatalogFolder(CatalogFolder shipped, IReadOnlyList<string> files)
    {
        Files = shipped.Files.Concat(files).ToArray();
        var own = files.ToLookup(path => CatalogKind.Of(path).Format);
        var lifecycle = own[CatalogKind.Lifecycle.Format].Select(CatalogKind.Lifecycle.Load).ToArray();
        var products = Own(CatalogKind.SecurityProducts);
        var clients = Own(CatalogKind.VpnClients);
        var tools = Own(CatalogKind.RemoteTools);
        var syncClients = Own(CatalogKind.SyncClients);
        var suites = Own(CatalogKind.TlsSuites);
        var parameters = Own(CatalogKind.TlsParameters);
        var releases = Own(CatalogKind.WindowsReleases);
        _lifecycle = new Lazy<LifecycleCatalog>(() =>
            new LifecycleCatalog(
                shipped.Lifecycle.Edition,
                Before(
                    shipped.Lifecycle.Products,
                    lifecycle
                        .SelectMany(each => each.Products.Select(product => product with { IsOwn = true, Edition = each.Day }))
                        .ToArray(),
                    product => product.Id
                ),
                lifecycle.SelectMany(each => each.Parts).Concat(shipped.Lifecycle.Parts).ToArray()
            )
        );
        _securityProducts = Joined(() => shipped.SecurityProducts, products, product => product.Id);
        _vpnClients = Joined(() => shipped.VpnClients, clients, client => client.Id);
        _remoteTools = Joined(() => shipped.RemoteTools, tools, tool => tool.Id);
        _syncClients = Joined(() => shipped.SyncClients, syncClients, client => client.Id);
        _tlsSuites = Joined(() => shipped.TlsSuites, suites, suite => suite.Name);
        _tlsParameters = Joined(() => shipped.TlsParameters, parameters, parameter => parameter.ToString());
        _windowsReleases = Joined(() => shipped.WindowsReleases, releases, build => build.ToString());

        // Read at once: whoever names a file that can't be used hears of it before anything is asked.
        T[] Own<T>(CatalogKind<EntryList<T>> kind) => own[kind.Format].SelectMany(kind.Load).ToArray();

        // What an organisation adds makes the list no newer: its day stays that of what was gathered.
        static Lazy<EntryList<T>> Joined<T>(Func<EntryList<T>> shipped, T[] own, Func<T, string> id) =>
            new(() => shipped() with { Entries = Before(shipped(), own, id) });
    }

    /// <summary>The files that the data comes from; none for data made in memory.</summary>
    public IReadOnlyList<string> Files { get; } = Array.Empty<string>();

    public LifecycleCatalog Lifecycle => _lifecycle.Value;

    public EntryList<SecurityProduct> SecurityProducts => _securityProducts.Value;

    public EntryList<VpnClient> VpnClients => _vpnClients.Value;

    public EntryList<RemoteTool> RemoteTools => _remoteTools.Value;

    public EntryList<SyncClient> SyncClients => _syncClients.Value;

    public EntryList<TlsSuite> TlsSuites => _tlsSuites.Value;

    public EntryList<TlsParameter> TlsParameters => _tlsParameters.Value;

    public EntryList<WindowsBuild> WindowsReleases => _windowsReleases.Value;

    /// <summary>The same with an organisation's own files before it: an entry takes the place of the one with its id, and is looked at
    /// before the others.</summary>
    /// <exception cref="InputException">A file can't be read, or is no catalogue.</exception>
    public CatalogFolder With(IReadOnlyList<string> files) => files.Count == 0 ? this : new CatalogFolder(this, files);

    private static T[] Before<T>(IReadOnlyList<T> shipped, IReadOnlyList<T> own, Func<T, string> id)
    {
        var replaced = new HashSet<string>(own.Select(id), StringComparer.OrdinalIgnoreCase);
        return own.Concat(shipped.Where(each => !replaced.Contains(id(each)))).ToArray();
    }
}
