using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>A mail server's page: its services, its TLS, its certificates, and what to change in the words of its program.</summary>
internal sealed class ServerPage
{
    private readonly Markup _page;
    private readonly ReportSettings _settings;
    private readonly SeenServer _server;
    private readonly ServerTables _tables;

    public ServerPage(Markup page, ReportSettings settings, SeenServer server) =>
        (_page, _settings, _server, _tables) = (page, settings, server, new ServerTables(page, settings, server));

    /// <param name="id">The anchor that leads here.</param>
    public void Write(string id) =>
        _page.Element(
            "article",
            () =>
            {
                _page.Element("h3", _server.Snapshot.ComputerName, ("id", id + "-title"));
                Header();
                Verdicts();
                _tables.Services();
                foreach (var alike in SuiteGroups())
                    _tables.Suites(alike);
                _tables.Certificates();
                _tables.Parameters();
                Changes();
                Unread();
            },
            ("id", id),
            ("class", "server"),
            ("aria-labelledby", id + "-title")
        );

    private void Header() =>
        _page.Element(
            "dl",
            () =>
            {
                About(FindingColumns.Named("IPAddress").Header, string.Join(", ", _server.Snapshot.IPAddresses));
                About(
                    FindingColumns.Named("Zone").Header,
                    _server.Snapshot.Zone is { } zone ? Say(MemberNames<Zone>.Of(zone)) : string.Empty
                );
                About(
                    FindingColumns.Named("CollectedAt").Header,
                    _server.Snapshot.CollectedAt is { } at ? _settings.Moment(at) : string.Empty
                );
                About(ReportWords.Baseline, string.Join(", ", _server.Findings.Select(finding => finding.Baseline).Distinct()));
            },
            ("class", "facts")
        );

    /// <summary>Every check that it was judged by, each with its outcome.</summary>
    private void Verdicts() =>
        _page.Element(
            "ul",
            () =>
            {
                foreach (var finding in _server.Findings)
                {
                    _page.Element(
                        "li",
                        () =>
                        {
                            _page.Element(
                                "span",
                                Say(MemberNames<Outcome>.Of(finding.Outcome)),
                                ("class", "pill " + Charts.Class(finding.Outcome))
                            );
                            _page.Text($" {finding.CheckId} {finding.Title}");
                        }
                    );
                }
            },
            ("class", "verdicts")
        );

    /// <summary>Services that accept the same are shown once.</summary>
    private IEnumerable<IReadOnlyList<MailServiceFact>> SuiteGroups()
    {
        var suites = _server.Suites.ToLookup(suite => (suite.Address, suite.Port));
        return _server
            .Services.Where(service => suites[(service.Address, service.Port)].Any())
            .GroupBy(service =>
                string.Join("\n", suites[(service.Address, service.Port)].Select(suite => $"{suite.Version} {suite.Suite} {suite.Rank}"))
                + service.HasServerOrder
            )
            .Select(alike => alike.ToArray());
    }

    private void Changes()
    {
        var failures = _server.Findings.Where(finding => finding.Outcome == Outcome.Fail).ToArray();
        if (failures.Length == 0)
            return;
        _page.Element("h4", Say(ServerWords.ToChange));
        _page.Element(
            "ul",
            () =>
            {
                foreach (var finding in failures)
                    _page.Element("li", () => _page.Element("b", finding.CheckId).Text(" " + finding.Remediation));
            }
        );
        var needs = _server.Needs;
        if (needs == ServerNeed.None)
            return;
        _page.Element("p", Say(ServerWords.Example), ("class", "said"));
        foreach (var product in MailProducts.Of(_server.Services.Where(service => service.IsReachable != false)))
            Settings(product, needs);
    }

    private void Settings(MailProduct product, ServerNeed needs)
    {
        var settings = Of(product).Where(setting => (setting.Need & needs) != 0 && setting.Lines.Length > 0).ToArray();
        if (settings.Length == 0)
            return;
        _page.Element("h5", product == MailProduct.Exchange ? "Microsoft Exchange Server" : product.ToString());
        foreach (var setting in settings)
        {
            _page.Element(
                "div",
                () =>
                {
                    _page.Element("p", Say(setting.Place), ("class", "place"));
                    _page.Element("pre", () => _page.Element("code", string.Join("\n", setting.Lines)));
                    if (setting.Remark is not null)
                        _page.Element("p", Say(setting.Remark), ("class", "said"));
                },
                ("class", "setting")
            );
        }
    }

    private IReadOnlyList<ServerSetting> Of(MailProduct product) =>
        product switch
        {
            MailProduct.Postfix => OpenSslSettings.Postfix,
            MailProduct.Dovecot => OpenSslSettings.Dovecot,
            MailProduct.Exim => OpenSslSettings.Exim,
            _ => ExchangeSettings.Of(
                _server.Suites.Where(suite => _server.FailedBy(suite).Count > 0).Select(suite => suite.Suite!).Distinct().ToArray()
            ),
        };

    private void Unread()
    {
        if (_server.Gaps.Count == 0)
            return;
        _page.Element("h4", Say(ServerWords.Unread));
        _page.Element(
            "ul",
            () =>
            {
                foreach (var gap in _server.Gaps)
                    _page.Element("li", Say(gap.Words()));
            }
        );
    }

    private void About(LocalText name, string value)
    {
        if (value.Length > 0)
            _page.Element("dt", Say(name)).Element("dd", value);
    }

    private string Say(LocalText text) => text.In(_settings.Language);
}
