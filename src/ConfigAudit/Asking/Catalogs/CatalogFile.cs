using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Reads the catalogues from their files.</summary>
internal static class CatalogFile
{
    public const string LifecycleFormat = "ConfigAudit.Lifecycle/1";
    public const string SecurityProductsFormat = "ConfigAudit.SecurityProducts/1";
    public const string VpnClientsFormat = "ConfigAudit.VpnClients/1";
    public const string RemoteToolsFormat = "ConfigAudit.RemoteTools/1";
    public const string SyncClientsFormat = "ConfigAudit.SyncClients/1";
    public const string TlsSuitesFormat = "ConfigAudit.TlsSuites/1";
    public const string TlsParametersFormat = "ConfigAudit.TlsParameters/1";

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static LifecycleCatalog LoadLifecycle(string path)
    {
        var document = JsonDocument.Load(path, LifecycleFormat);
        var parts = document.Root.Has("parts")
            ? document.Root.Objects("parts").Select(PackageParts).ToArray()
            : Array.Empty<PackageParts>();
        return new LifecycleCatalog(
            document.Root["edition"].Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            document.Root.Objects("products").Select(LifecycleProduct).ToArray(),
            parts
        );
    }

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<SecurityProduct> LoadSecurityProducts(string path) =>
        Entries(path, SecurityProductsFormat, "products", SecurityProduct);

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<VpnClient> LoadVpnClients(string path) => Entries(path, VpnClientsFormat, "clients", VpnClient);

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<RemoteTool> LoadRemoteTools(string path) => Entries(path, RemoteToolsFormat, "tools", RemoteTool);

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<SyncClient> LoadSyncClients(string path) => Entries(path, SyncClientsFormat, "clients", SyncClient);

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<TlsSuite> LoadTlsSuites(string path) => Entries(path, TlsSuitesFormat, "suites", TlsSuite);

    private static TlsSuite TlsSuite(JsonNode node) =>
        new(Code(node["code"]), node.Text("name"))
        {
            Cryptrec = node["cryptrec"].Enum<CryptrecGrade>(),
            Ipa = Grade<IpaGrade>(node, "ipa"),
            Ncsc = node["ncsc"].Enum<NcscGrade>(),
        };

    /// <exception cref="InputException">The file can't be read, or isn't such a catalogue.</exception>
    public static EntryList<TlsParameter> LoadTlsParameters(string path) => Entries(path, TlsParametersFormat, "parameters", TlsParameter);

    private static TlsParameter TlsParameter(JsonNode node) =>
        new(node["kind"].Enum<TlsParameterKind>(), node.Text("name"))
        {
            MinBits = node.NumberOrNull("minBits"),
            MaxBits = node.NumberOrNull("maxBits"),
            Cryptrec = Grade<CryptrecGrade>(node, "cryptrec"),
            CryptrecUntil = node.Has("cryptrecUntil") ? node["cryptrecUntil"].Day() : null,
            Ipa = Grade<IpaGrade>(node, "ipa"),
            Ncsc = Grade<NcscGrade>(node, "ncsc"),
            Unverified = node.TextsOrNone("unverified").Select(source => source.Text()).ToArray(),
        };

    /// <summary>A grade that is left out isn't known.</summary>
    private static E? Grade<E>(JsonNode node, string source)
        where E : struct, Enum => node.Has(source) ? node[source].Enum<E>() : null;

    private static int Code(JsonNode node) =>
        node.Text() is { Length: 6 } text
        && text.StartsWith("0x", StringComparison.Ordinal)
        && int.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw node.Error(new LocalText("0xC02F のような番号が必要です", "a code such as 0xC02F is wanted"));

    private static PackageParts PackageParts(JsonNode node) =>
        new(node.Text("publisher"), node.TextsOrNone("names").Select(name => name.Text()).ToArray());

    private static LifecycleProduct LifecycleProduct(JsonNode node)
    {
        var product = Product(node);
        return !product.IsLinear || product.Cycles.All(cycle => LifecycleCycle.Numbers(cycle.Name) is not null)
            ? product
            : throw node["linear"]
                .Error(new LocalText("'linear' の製品では、cycleは数値です", "the cycles of a linear product are numbers"));
    }

    private static LifecycleProduct Product(JsonNode node) =>
        new(node.Text("id"), node.Text("title"))
        {
            Systems = node.TextsOrNone("system").Select(system => system.Enum<HostKind>()).ToArray(),
            Names = node.TextsOrNone("names").Select(BoundedPattern.Compile).ToArray(),
            Packages = node.TextsOrNone("packages").Select(BoundedPattern.Compile).ToArray(),
            IsLinear = node.Has("linear") && node["linear"].Flag(),
            FirstBuild = node.NumberOrNull("firstBuild"),
            LastBuild = node.NumberOrNull("lastBuild"),
            VersionParts = node.TextOrNull("cycleFrom") switch
            {
                null or "name" => 0,
                "version:1" => 1,
                "version:2" => 2,
                "version:3" => 3,
                _ => throw node["cycleFrom"]
                    .Error(
                        new LocalText(
                            "'name'、'version:1'、'version:2'、'version:3' のいずれかが必要です",
                            "'name', 'version:1', 'version:2' or 'version:3' is wanted"
                        )
                    ),
            },
            Retired = node.Has("retired") ? Ended(new LifecycleCycle(string.Empty) { IsBound = true }, node["retired"]) : null,
            Undated = node.Has("undated") && node["undated"].Flag() ? new LifecycleCycle(string.Empty) { IsUndated = true } : null,
            Cycles =
                (node.Has("retired") || node.Has("undated")) && !node.Has("cycles")
                    ? Array.Empty<LifecycleCycle>()
                    : node.Objects("cycles").Select(Cycle).ToArray(),
        };

    private static LifecycleCycle Cycle(JsonNode node) =>
        Ended(
            new LifecycleCycle(node.Text("cycle"))
            {
                Title = node.TextOrNull("title"),
                Build = node.NumberOrNull("build"),
                Skus = node.Has("skus") ? node["skus"].Elements().Select(sku => sku.Number()).ToArray() : Array.Empty<long>(),
                Extended = node.Has("extended") ? node["extended"].Day() : null,
                IsBound = node.Has("atLatest") && node["atLatest"].Flag(),
            },
            node["ends"]
        );

    private static LifecycleCycle Ended(LifecycleCycle cycle, JsonNode ends) =>
        cycle with
        {
            Ends = ends.Token.Type == JTokenType.Boolean ? null : ends.Day(),
            EndIsOpen = ends.Token.Type == JTokenType.Boolean && !(bool)ends.Token,
        };

    private static SecurityProduct SecurityProduct(JsonNode node) =>
        new(node.Text("id"), node.Text("name"))
        {
            Vendor = node.TextOrNull("vendor"),
            Detection = node.Has("detection") ? node["detection"].Enum<DetectionKind>() : null,
            IsEpp = node.Has("epp") ? node["epp"].Flag() : null,
            IsEdr = node.Has("edr") ? node["edr"].Flag() : null,
            Names = node.TextsOrNone("names").Select(BoundedPattern.Compile).ToArray(),
            Services = node.TextsOrNone("services").Select(service => service.Text()).ToArray(),
            Components = node.TextsOrNone("components").Select(service => service.Text()).ToArray(),
            Drivers = node.TextsOrNone("drivers").Select(driver => driver.Text()).ToArray(),
            Definitions = node.Has("definitions")
                ? node.Objects("definitions").Select(DefinitionSource).ToArray()
                : Array.Empty<DefinitionSource>(),
            IsVerified = node.Has("verified") && node["verified"].Flag(),
        };

    private static DefinitionSource DefinitionSource(JsonNode node) =>
        new(
            RegistryKey.LocalMachine(node.Text("key")),
            node["dates"].Elements().Select(date => date.Text()).ToArray(),
            Pattern(node["datePattern"], "year", "month", "day")
        )
        {
            Version = node.TextOrNull("version"),
            VersionPattern = node.Has("versionPattern") ? Pattern(node["versionPattern"], "version") : null,
        };

    private static BoundedPattern Pattern(JsonNode node, params string[] groups)
    {
        var missing = groups.FirstOrDefault(group => !node.Text().Contains($"(?<{group}>"));
        return missing is null
            ? BoundedPattern.Compile(node)
            : throw node.Error(new LocalText($"グループ (?<{missing}>…) が必要です", $"the group (?<{missing}>…) is wanted"));
    }

    private static VpnClient VpnClient(JsonNode node) =>
        new(node.Text("id"), node.Text("name"))
        {
            Vendor = node.TextOrNull("vendor"),
            Adapters = node.TextsOrNone("adapters").Select(adapter => adapter.Text()).ToArray(),
            Services = node.TextsOrNone("services").Select(service => service.Text()).ToArray(),
            Programs = Programs(node),
            IsVerified = node.Has("verified") && node["verified"].Flag(),
        };

    private static RemoteTool RemoteTool(JsonNode node) =>
        Known(new RemoteTool(node.Text("id"), node.Text("name"), node.Text("vendor")), node);

    private static SyncClient SyncClient(JsonNode node) =>
        Known(new SyncClient(node.Text("id"), node.Text("name"), node.Text("vendor")), node) with
        {
            Registers = node["registers"].Flag(),
        };

    private static T Known<T>(T program, JsonNode node)
        where T : ListedProgram =>
        program with
        {
            Services = node.TextsOrNone("services").Select(service => service.Text()).ToArray(),
            Processes = node.TextsOrNone("processes").Select(process => process.Text()).ToArray(),
            Programs = Programs(node),
            IsVerified = node["verified"].Flag(),
        };

    private static ProgramNames Programs(JsonNode node) => new(node.TextsOrNone("programs").Select(program => program.Text()).ToArray());

    private static EntryList<T> Entries<T>(string path, string format, string name, Func<JsonNode, T> entry)
    {
        var root = JsonDocument.Load(path, format).Root;
        return new EntryList<T>(root["edition"].Day(), root.Objects(name).Select(entry).ToArray());
    }
}
