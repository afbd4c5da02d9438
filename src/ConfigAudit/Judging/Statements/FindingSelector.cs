using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Statements;

/// <summary>Which findings something that a person said is about: those of one check, on some hosts.</summary>
public sealed record FindingSelector
{
    /// <summary>The check's id.</summary>
    public string CheckId { get; init; } = string.Empty;

    /// <summary>Names of hosts, in which * stands for any text; empty for all.</summary>
    public IReadOnlyList<string> ComputerNames { get; init; } = Array.Empty<string>();

    /// <summary>Zones; empty for all.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = Array.Empty<Zone>();

    /// <param name="finding">What it may be about.</param>
    /// <param name="host">The names of its host: a statement may use any of them.</param>
    internal bool IsOf(Finding finding, HostIdentity host) =>
        string.Equals(CheckId, finding.CheckId, StringComparison.OrdinalIgnoreCase)
        && (Zones.Count == 0 || (finding.Zone is { } zone && Zones.Contains(zone)))
        && (
            ComputerNames.Count == 0
            || ComputerNames.Any(name => host.Is(name) == true || host.Names.Any(own => Wildcard.IsLike(own, name)))
        );

    /// <summary>Whether both are about the same, so that one takes the other's place.</summary>
    internal bool IsSame(FindingSelector other) => Key == other.Key;

    /// <summary>The same for selectors that are about the same.</summary>
    internal string Key =>
        string.Join(
            "\n",
            ComputerNames
                .Select(name => name.ToUpperInvariant())
                .OrderBy(name => name, StringComparer.Ordinal)
                .Prepend(CheckId.ToUpperInvariant())
                .Append(string.Join(",", Zones.OrderBy(zone => zone)))
        );

    /// <inheritdoc/>
    public override string ToString()
    {
        var zones = Zones.Select(MemberNames<Zone>.Of).ToArray();
        var of = ComputerNames.Concat(zones.Select(zone => zone.Ja)).ToArray();
        return new LocalText(
            of.Length == 0 ? CheckId : $"{CheckId}（{string.Join("、", of)}）",
            CheckId
                + (ComputerNames.Count == 0 ? null : $" on {string.Join(", ", ComputerNames)}")
                + (zones.Length == 0 ? null : $" in zone {string.Join(", ", zones.Select(zone => zone.En))}")
        ).ToString();
    }

    internal static FindingSelector Read(JsonNode node) =>
        new()
        {
            CheckId = node.Text("check"),
            ComputerNames = Some(node, "computers").Select(name => name.Text()).ToArray(),
            Zones = Some(node, "zones").Select(zone => zone.Enum<Zone>()).ToArray(),
        };

    /// <summary>Left out, it is about all; a list that a script left empty is not meant to be.</summary>
    private static JsonNode[] Some(JsonNode node, string name)
    {
        if (node.Token is not JObject members || !members.ContainsKey(name))
            return Array.Empty<JsonNode>();
        var some = node[name].Elements().ToArray();
        return some.Length > 0
            ? some
            : throw node[name]
                .Error(
                    new LocalText(
                        $"'{name}' が空です。すべてを対象とする場合は、省いてください",
                        $"'{name}' is empty: leave it out where all are meant"
                    )
                );
    }

    internal void Write(JObject node)
    {
        node["check"] = CheckId;
        if (ComputerNames.Count > 0)
            node["computers"] = new JArray(ComputerNames);
        if (Zones.Count > 0)
            node["zones"] = new JArray(Zones.Select(zone => zone.ToString()));
    }
}
