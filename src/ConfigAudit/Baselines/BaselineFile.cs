using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Findings;
using ConfigAudit.Files;
using ConfigAudit.Targets;
using ConfigAudit.Values;

namespace ConfigAudit.Baselines;

/// <summary>
/// Reads a baseline from its file and compiles it. All that is wrong in a file is found in one go; a file with anything wrong in it is not used.
/// </summary>
internal sealed class BaselineFile
{
    private const string Format = "ConfigAudit.Baseline/1";

    private readonly FactTypes _types;
    private readonly Func<string, string, string> _resolve;
    private readonly List<BaselineProblem> _problems = new();

    /// <param name="types">The kinds of fact that checks may ask for.</param>
    /// <param name="resolve">Turns the name in 'extends' (second) of a file (first) into a path.</param>
    public BaselineFile(FactTypes types, Func<string, string, string> resolve) => (_types, _resolve) = (types, resolve);

    /// <exception cref="BaselineException">The file, or the one that it extends, can't be used.</exception>
    public Baseline Load(string path)
    {
        Baseline? baseline = null;
        Try(null, () => baseline = Read(path, new HashSet<string>(StringComparer.OrdinalIgnoreCase)));
        return _problems.Count == 0 ? baseline! : throw new BaselineException(_problems);
    }

    private Baseline Read(string path, HashSet<string> extending)
    {
        if (!extending.Add(System.IO.Path.GetFullPath(path)))
            throw new InputException(path, "baselines extend each other in a circle");
        var root = JsonDocument.Load(path, Format).Root;
        return root.Has("extends") ? ReadOverlay(path, root, extending) : ReadOwn(path, root, null);
    }

    /// <summary>An overlay is the extended file, read with other parameters.</summary>
    private Baseline ReadOverlay(string path, JsonNode root, HashSet<string> extending)
    {
        root.AllowOnly("$schema", "format", "id", "version", "title", "extends", "parameters");
        var extended = _resolve(path, root.Text("extends"));
        if (!extending.Add(System.IO.Path.GetFullPath(extended)))
            throw root["extends"].Error("baselines extend each other in a circle");
        var inner = JsonDocument.Load(extended, Format).Root;
        if (inner.Has("extends"))
            throw root["extends"].Error($"'{root.Text("extends")}' is an overlay itself; extend the baseline below it");
        var baseline = ReadOwn(extended, inner, root.Has("parameters") ? root["parameters"] : null);
        return Header(path, root) with { Extends = baseline.Id, Files = new[] { path, extended }, Checks = baseline.Checks, Parameters = baseline.Parameters };
    }

    private Baseline ReadOwn(string path, JsonNode root, JsonNode? overrides)
    {
        root.AllowOnly("$schema", "format", "id", "version", "title", "source", "parameters", "checks");
        var parameters = ReadParameters(root, overrides);
        var assertions = new AssertionReader(_types, parameters.ToDictionary(parameter => parameter.Name, StringComparer.Ordinal));
        var checks = new List<Check>();
        foreach (var node in root.Objects("checks"))
        {
            var id = node.Has("id") && node["id"].Token.Type == Newtonsoft.Json.Linq.JTokenType.String ? (string?)node["id"].Token : null;
            Try(id, () =>
            {
                var check = ReadCheck(node, assertions);
                if (checks.Any(other => string.Equals(other.Id, check.Id, StringComparison.OrdinalIgnoreCase)))
                    throw node["id"].Error("another check has this id already");
                checks.Add(check);
            });
        }

        return Header(path, root) with { Files = new[] { path }, Checks = checks, Parameters = parameters };
    }

    private static Baseline Header(string path, JsonNode root) => new()
    {
        Id = root.Text("id"),
        Version = ((ValueKind<Version>)ValueKind.Of(typeof(Version))).FromJson(root["version"]),
        Title = Text(root["title"]),
        Path = path,
    };

    private List<Parameter> ReadParameters(JsonNode root, JsonNode? overrides)
    {
        var parameters = new List<Parameter>();
        if (root.Has("parameters"))
        {
            foreach (var (name, node) in root["parameters"].Members())
                Try(null, () => parameters.Add(new Parameter(name, node)));
        }

        if (overrides is { } values)
        {
            foreach (var (name, value) in values.Members())
            {
                Try(null, () =>
                {
                    var at = parameters.FindIndex(parameter => parameter.Name == name);
                    if (at < 0)
                        throw value.Error($"there is no parameter '{name}'; there are: {string.Join(", ", parameters.Select(parameter => parameter.Name))}");
                    parameters[at] = parameters[at].With(value);
                });
            }
        }

        return parameters;
    }

    private static Check ReadCheck(JsonNode node, AssertionReader assertions)
    {
        node.AllowOnly("id", "title", "remediation", "guideline", "obligation", "severity", "scope", "appliesWhen", "assert", "otherwise");
        var scope = node.Has("scope") ? node["scope"] : (JsonNode?)null;
        scope?.AllowOnly("zones", "roles", "models");
        var assertion = assertions.Read(node["assert"]);
        var applies = node.Has("appliesWhen") ? assertions.Read(node["appliesWhen"]) : null;
        var subjects = assertion.Subjects.Concat(applies?.Subjects ?? Enumerable.Empty<FactSubject>()).Distinct().ToArray();
        if (subjects.Length > 1)
            throw node.Error($"a check is of one thing, and this one looks at facts of {string.Join(" and ", subjects)}");
        return new Check
        {
            Id = node.Text("id"),
            Title = Text(node["title"]),
            Remediation = Text(node["remediation"]),
            Guideline = ReadGuideline(node["guideline"]),
            Obligation = node["obligation"].Enum<Obligation>(),
            Severity = node["severity"].Enum<Severity>(),
            Zones = Scope<Zone>(scope, "zones"),
            Roles = Scope<HostRole>(scope, "roles"),
            Models = Scope<NetworkModel>(scope, "models"),
            Subject = subjects[0],
            AppliesWhen = applies,
            Assertion = assertion,
            Expected = assertion.ToString(),
            Otherwise = !node.Has("otherwise") ? Outcome.Fail : node["otherwise"].Enum<Outcome>() switch
            {
                Outcome.Fail => Outcome.Fail,
                Outcome.Attest => Outcome.Attest,
                _ => throw node["otherwise"].Error("what doesn't hold comes to Fail or to Attest"),
            },
        };
    }

    private static GuidelineReference ReadGuideline(JsonNode node)
    {
        node.AllowOnly("edition", "section", "page", "comments", "verified");
        return new GuidelineReference(node.Text("edition"), node.Text("section"), node.TextOrNull("page"))
        {
            Comments = node.Has("comments") ? node["comments"].Elements().Select(comment => comment.Number()).ToArray() : Array.Empty<long>(),
            IsVerified = !node.Has("verified") || node["verified"].Flag(),
        };
    }

    private static E[] Scope<E>(JsonNode? scope, string name)
        where E : struct, Enum =>
        scope?.TextsOrNone(name).Select(each => each.Enum<E>()).ToArray() ?? Array.Empty<E>();

    private static LocalText Text(JsonNode node)
    {
        node.AllowOnly("ja", "en");
        return new LocalText(node.Text("ja"), node.Text("en"));
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
