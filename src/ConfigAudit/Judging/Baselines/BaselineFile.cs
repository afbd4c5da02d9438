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

                    checks[at] = Change(checks[at], node, layer);
                }
            );
        }
    }

    private static Check Change(Check check, JsonNode node, BaselineLayer layer)
    {
        node.AllowOnly("enabled", "severity", "obligation", "guideline", "reason", "change", "successor");
        if ((node.Has("change") || node.Has("successor")) && layer.Edition is null)
        {
            throw node.Error(
                new LocalText(
                    "チェック項目の 'change' と 'successor' を書けるのは、ガイドラインの版（'edition'）だけです",
                    "only an edition of the guideline ('edition') has a 'change' or a 'successor' of a check"
                )
            );
        }

        var reason = node.Has("reason") ? CheckReader.Words(node["reason"]) : null;
        var changed = check with
        {
            ChangedBy = layer.Id,
            ChangeReason = reason ?? check.ChangeReason,
            EditionChange = node.Has("change") ? node["change"].Enum<EditionChange>() : EditionChange.Unknown,
            Successor = node.TextOrNull("successor"),
        };
        if (node.Has("enabled"))
            changed = changed with { IsEnabled = node["enabled"].Flag() };
        if (node.Has("severity"))
            changed = changed with { Severity = node["severity"].Enum<Severity>() };
        if (node.Has("obligation"))
            changed = changed with { Obligation = node["obligation"].Enum<Obligation>() };
        if (string.IsNullOrWhiteSpace(reason?.Ja) || string.IsNullOrWhiteSpace(reason?.En))
            DemandReason(check, changed, node);
        if (!node.Has("guideline"))
            return changed;
        // The place moves between editions; what was commented on it doesn't.
        var guideline = CheckReader.Guideline(node["guideline"]);
        return changed with
        {
            Guideline = node["guideline"].Has("comments") ? guideline : guideline with { Comments = check.Guideline.Comments },
        };
    }

    /// <summary>What asks for less is a decision. Asking for less gravely is one, too: notices and reports leave out what is below a
    /// severity.</summary>
    private static void DemandReason(Check check, Check changed, JsonNode node)
    {
        if (node.Has("enabled") && !changed.IsEnabled)
        {
            throw node.Error(
                new LocalText(
                    "チェック項目を無効にするには 'reason'（理由）が必要です。監査人に尋ねられます",
                    "a check is switched off with a 'reason' only: an auditor will ask for it"
                )
            );
        }

        if (changed.Severity < check.Severity)
        {
            throw node["severity"]
                .Error(
                    new LocalText(
                        $"重大度を {check.Severity} から下げるには 'reason'（理由）が必要です。監査人に尋ねられます",
                        $"the severity is lowered from {check.Severity} with a 'reason' only: an auditor will ask for it"
                    )
                );
        }

        if (changed.Obligation > check.Obligation)
        {
            throw node["obligation"]
                .Error(
                    new LocalText(
                        $"義務の強さを {check.Obligation} から下げるには 'reason'（理由）が必要です。監査人に尋ねられます",
                        $"the obligation is lowered from {check.Obligation} with a 'reason' only: an auditor will ask for it"
                    )
                );
        }

        if (node.Has("change"))
        {
            throw node["change"]
                .Error(
                    new LocalText("版による変更には 'reason'（理由）が必要です", "what an edition changed stands here with a 'reason' only")
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
