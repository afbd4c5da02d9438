using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Baselines;

/// <summary>
/// Reads a baseline from its file and compiles it. All that is wrong in a file is found in one go; a file with anything wrong in it is not
/// used.
/// </summary>
internal sealed class BaselineFile
{
    public const string Format = "ConfigAudit.Baseline/1";

    private readonly FactTypes _types;
    private readonly Func<string, string, string> _resolve;
    private readonly List<BaselineProblem> _problems = new();

    /// <param name="types">The kinds of fact that checks may ask for.</param>
    /// <param name="resolve">Turns the name in 'extends' (second) of a file (first) into a path.</param>
    public BaselineFile(FactTypes types, Func<string, string, string> resolve) => (_types, _resolve) = (types, resolve);

    /// <param name="paths">One, or several that are read as one that extends them all, in that order.</param>
    /// <exception cref="BaselineException">A file, or one that it extends, can't be used.</exception>
    public Baseline Load(params string[] paths)
    {
        Baseline? baseline = null;
        Try(null, () => baseline = Read(Layers(paths), paths));
        return _problems.Count == 0 ? baseline! : throw new BaselineException(_problems);
    }

    /// <summary>The files, and those that they extend: each after those that it rests on, and once, however many rest on it.</summary>
    private List<BaselineLayer> Layers(IEnumerable<string> paths)
    {
        var layers = new List<BaselineLayer>();
        foreach (var path in paths)
            Add(path, null);
        return layers;

        // The one above is the overlay that asks for it, and those that ask for that one.
        void Add(string file, (BaselineLayer Layer, JsonNode Name)[]? above)
        {
            var full = System.IO.Path.GetFullPath(file);
            if (above is not null && Array.Exists(above, each => IsSame(each.Layer, full)))
                throw above[0].Name.Error(new LocalText("ベースラインの継承が循環しています", "baselines extend each other in a circle"));
            if (layers.Exists(each => IsSame(each, full)))
                return;
            var layer = new BaselineLayer(file, JsonDocument.Load(file, Format).Root);
            foreach (var name in layer.Extends)
            {
                var next = _resolve(file, name.Text());
                if (!System.IO.File.Exists(next))
                {
                    throw name.Error(
                        new LocalText(
                            $"'{name.Text()}' というベースラインはありません。付属のものでもなく、ファイル {next} もありません",
                            $"there is no baseline '{name.Text()}': neither one that ships, nor the file {next}"
                        )
                    );
                }

                Add(next, new[] { (layer, name) }.Concat(above ?? Array.Empty<(BaselineLayer, JsonNode)>()).ToArray());
            }

            layers.Add(layer);
        }

        static bool IsSame(BaselineLayer layer, string path) => string.Equals(layer.FullPath, path, StringComparison.OrdinalIgnoreCase);
    }

    private Baseline Read(List<BaselineLayer> layers, string[] paths)
    {
        foreach (var layer in layers)
            layer.AllowOnly();
        // All parameters first: a check is compiled with the values in force.
        var parameters = new List<Parameter>();
        foreach (var layer in layers)
            ReadParameters(layer, parameters);
        var assertions = new AssertionReader(_types, parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal));
        var checks = new List<Check>();
        var editions = new List<BaselineEdition>();
        foreach (var layer in layers)
        {
            ReadChecks(layer, checks, assertions);
            ReadChanges(layer, checks);
            if (layer.Edition is { } edition)
                editions.Add(new BaselineEdition(CheckReader.Edition(edition), layer.Id, checks.ToArray()));
        }

        var last = layers[layers.Count - 1];
        var asked = layers
            .Where(layer =>
                Array.Exists(
                    paths,
                    path => string.Equals(System.IO.Path.GetFullPath(path), layer.FullPath, StringComparison.OrdinalIgnoreCase)
                )
            )
            .ToArray();
        var titles = asked.Select(layer => CheckReader.Words(layer.Root["title"])).ToArray();
        return new Baseline
        {
            Id = string.Join("+", asked.Select(layer => layer.Id)),
            Version = ((ValueKind<Version>)ValueKind.Of(typeof(Version))).FromJson(last.Root["version"]),
            Title = new LocalText(
                string.Join(" + ", titles.Select(title => title.Ja)),
                string.Join(" + ", titles.Select(title => title.En))
            ),
            Extends = asked.Length == 1 ? last.Extends.Select(name => name.Text()).ToArray() : asked.Select(layer => layer.Id).ToArray(),
            Path = last.Path,
            Files = Enumerable.Reverse(layers).Select(layer => layer.Path).ToArray(),
            Checks = checks,
            Editions = editions,
            Parameters = parameters,
            MaxCatalogAge = MaxCatalogAge(parameters),
            AssumedZone = Assumed<Zone>(layers, "zone"),
            AssumedModel = Assumed<NetworkModel>(layers, "model"),
            Comments = layers
                .Where(layer => layer.Root.Has("comments"))
                .SelectMany(layer => layer.Root.Objects("comments"))
                .Select(node => new GuidelineComment(node))
                .ToArray(),
        };
    }

    private static E? Assumed<E>(IEnumerable<BaselineLayer> layers, string name)
        where E : struct, Enum =>
        layers.LastOrDefault(layer => layer.Root.Has("assume") && layer.Root["assume"].Has(name))?.Root["assume"][name].Enum<E>();

    /// <summary>It is meant for the engine, and not for a check.</summary>
    private static TimeSpan? MaxCatalogAge(List<Parameter> parameters)
    {
        if (parameters.Find(parameter => parameter.Name == Baseline.MaxCatalogAgeName) is not { } limit)
            return null;
        return limit.Kind.Type == typeof(TimeSpan) && TimeSpan.TryParse(limit.Value, CultureInfo.InvariantCulture, out var age)
            ? age
            : throw limit.Effective.Error(
                new LocalText(
                    $"'{Baseline.MaxCatalogAgeName}' は経過時間（種類 'age'）です（例: 180.00:00:00）",
                    $"'{Baseline.MaxCatalogAgeName}' is an age (type 'age'), such as 180.00:00:00"
                )
            );
    }

    private void ReadParameters(BaselineLayer layer, List<Parameter> parameters)
    {
        if (!layer.Root.Has("parameters"))
            return;
        foreach (var (name, node) in layer.Root["parameters"].Members())
        {
            Try(
                null,
                () =>
                {
                    var at = parameters.FindIndex(parameter => parameter.Name == name);
                    if (at >= 0)
                    {
                        parameters[at] = parameters[at].With(node, layer.Id);
                    }
                    else if (!layer.IsOverlay || node.Has("type"))
                    {
                        parameters.Add(new Parameter(name, node, layer.Id));
                    }
                    else
                    {
                        throw node.Error(
                            new LocalText(
                                $"'{name}' というパラメータはありません。あるのは {string.Join("、", parameters.Select(parameter => parameter.Name))} です",
                                $"there is no parameter '{name}'; there are: {string.Join(", ", parameters.Select(parameter => parameter.Name))}"
                            )
                        );
                    }
                }
            );
        }
    }

    private void ReadChecks(BaselineLayer layer, List<Check> checks, AssertionReader assertions)
    {
        if (layer.IsOverlay && !layer.Root.Has("checks"))
            return;
        foreach (var node in layer.Root.Objects("checks"))
        {
            var id = node.Has("id") && node["id"].Token.Type == Newtonsoft.Json.Linq.JTokenType.String ? (string?)node["id"].Token : null;
            Try(
                id,
                () =>
                {
                    var check = CheckReader.Read(node, assertions) with { SetBy = layer.Id };
                    if (checks.Any(other => string.Equals(other.Id, check.Id, StringComparison.OrdinalIgnoreCase)))
                    {
                        throw node["id"]
                            .Error(new LocalText("このidのチェック項目は、すでにあります", "another check has this id already"));
                    }

                    checks.Add(check);
                }
            );
        }
    }

    private void ReadChanges(BaselineLayer layer, List<Check> checks)
    {
        if (!layer.Root.Has("changes"))
            return;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (id, node) in layer.Root["changes"].Members())
        {
            Try(
                id,
                () =>
                {
                    if (!seen.Add(id))
                    {
                        throw node.Error(
                            new LocalText(
                                $"'{id}' が2回書かれています。大文字と小文字だけが異なるidは同じものです",
                                $"'{id}' stands here twice: ids that differ in case alone are one"
                            )
                        );
                    }

                    var at = checks.FindIndex(check => string.Equals(check.Id, id, StringComparison.OrdinalIgnoreCase));
                    if (at < 0)
                    {
                        throw node.Error(
                            new LocalText(
                                $"変更の対象となる '{id}' というチェック項目はありません。あるものは Get-ConfigAuditBaseline -Effective で分かります",
                                $"there is no check '{id}' to change; Get-ConfigAuditBaseline -Effective lists those that there are"
                            )
                        );
                    }

                    checks[at] = CheckChange.Of(checks[at], node, layer);
                }
            );
        }
    }

    private void Try(string? checkId, Action read)
    {
        try
        {
            read();
        }
        catch (InputException bad)
        {
            _problems.Add(new BaselineProblem(bad, checkId));
        }
    }
}
