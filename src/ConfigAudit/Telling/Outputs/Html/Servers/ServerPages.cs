using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>The mail servers of a report, a page each. Their facts come with the findings; findings that were read back from a file have
/// none, and no page.</summary>
internal sealed class ServerPages
{
    private readonly Dictionary<(string Name, string Address), SeenServer> _servers = new();

    public bool Any => _servers.Count > 0;

    public void Add(Finding finding)
    {
        if (finding.Facts is null)
            return;
        if (!_servers.TryGetValue(Key(finding), out var server))
            _servers.Add(Key(finding), server = new SeenServer(finding.Facts.Snapshot));
        server.Add(finding);
    }

    /// <summary>The anchor of the page of the server that the finding is of; null where there is none.</summary>
    public string? Anchor(Finding finding) => _servers.ContainsKey(Key(finding)) ? Anchors[Key(finding)] : null;

    public void Write(Markup page, ReportSettings settings)
    {
        page.Element(
            "ul",
            () =>
            {
                foreach (var (key, server) in Sorted)
                    page.Element("li", () => page.Element("a", server.Snapshot.ComputerName, ("href", "#" + Anchors[key])));
            },
            ("class", "servers")
        );
        foreach (var (key, server) in Sorted)
            new ServerPage(page, settings, server).Write(Anchors[key]);
    }

    private IEnumerable<((string, string) Key, SeenServer Server)> Sorted =>
        _servers
            .Select(each => (each.Key, each.Value))
            .OrderBy(each => each.Key.Name, StringComparer.Ordinal)
            .ThenBy(each => each.Key.Address, StringComparer.Ordinal);

    private Dictionary<(string, string), string> Anchors =>
        Sorted
            .Select((each, place) => (each.Key, place))
            .ToDictionary(each => each.Key, each => "server-" + (each.place + 1).ToString(CultureInfo.InvariantCulture));

    private static (string Name, string Address) Key(Finding finding) => (finding.ComputerName.ToUpperInvariant(), finding.IPAddress);
}
