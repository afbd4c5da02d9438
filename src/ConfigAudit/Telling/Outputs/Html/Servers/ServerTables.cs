using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>The tables of a mail server's page. What fails is marked with the check that it fails, in words and not in colour
/// alone.</summary>
internal sealed class ServerTables
{
    private readonly Markup _page;
    private readonly ReportSettings _settings;
    private readonly SeenServer _server;

    public ServerTables(Markup page, ReportSettings settings, SeenServer server) => (_page, _settings, _server) = (page, settings, server);

    public void Services()
    {
        _page.Element("h4", Say(ServerWords.Services));
        Table(
            new[] { ServerWords.Port, ServerWords.Protocol, ServerWords.Versions, ServerWords.LeastLeft, ServerWords.Greeting },
            _server.Services,
            service =>
            {
                Cell(At(service));
                Cell(
                    service.Protocol is { } protocol
                        ? $"{protocol.ToString().ToUpperInvariant()}{(service.IsImplicitTls == true ? " (TLS)" : " (STARTTLS)")}"
                        : Say(ServerWords.Unknown)
                );
                _page.Element("td", () => Versions(service));
                Cell(
                    service.CertificateLeft is { } left ? Say(ServerWords.Days(left))
                    : service.OffersTls == false ? "–"
                    : Say(ServerWords.Unknown)
                );
                Cell(service.Greeting ?? string.Empty);
            }
        );
    }

    /// <param name="alike">Services that accept the same.</param>
    public void Suites(IReadOnlyList<MailServiceFact> alike)
    {
        var first = alike[0];
        var order = first.HasServerOrder switch
        {
            true => ServerWords.Suites,
            null => ServerWords.UnknownOrder,
            _ => HasRanks(first) ? ServerWords.SomeOrder : ServerWords.ClientOrder,
        };
        _page.Element("h4", Say(order));
        var (all, failing) = (Of(first).Count(), Of(first).Count(suite => _server.FailedBy(suite).Count > 0));
        _page.Element(
            "p",
            $"{Say(ServerWords.Port)}: {string.Join(", ", alike.Select(At))} – {Say(ServerWords.Counted(all, failing))}",
            ("class", "said")
        );
        var hasRanks = HasRanks(first);
        var heads = new[] { ServerWords.Suite, LocalText.Of("CRYPTREC"), LocalText.Of("NCSC-NL"), ServerWords.Judged };
        Table(
            hasRanks ? heads.Prepend(ServerWords.Place).ToArray() : heads,
            Of(first).GroupBy(suite => suite.Version).OrderByDescending(group => group.Key),
            version =>
            {
                _page.Element(
                    "th",
                    ServerWords.Of(version.Key!.Value),
                    ("colspan", hasRanks ? "5" : "4"),
                    ("scope", "colgroup"),
                    ("class", "version")
                );
            },
            version => version.OrderBy(suite => suite.Rank ?? long.MaxValue).ThenBy(suite => suite.Suite, StringComparer.Ordinal),
            suite =>
            {
                if (hasRanks)
                    Cell(suite.Rank?.ToString(CultureInfo.InvariantCulture) ?? "–");
                _page.Element("td", () => _page.Element("code", suite.Suite!), ("class", "w"));
                Cell(Say(ServerWords.Of(suite.Cryptrec)));
                Cell(Say(ServerWords.Of(suite.Ncsc)));
                Judged(suite);
            }
        );
    }

    public void Certificates()
    {
        var chains = _server
            .Certificates.GroupBy(certificate => (certificate.Address, certificate.Port, certificate.Chain))
            .Select(chain => chain.OrderBy(each => each.Place).ToArray())
            .GroupBy(chain =>
                string.Join(
                    "\n",
                    chain.Select(each =>
                        $"{each.CertificateSubject}|{each.CertificateIssuer}|{each.CertificateKey}|{each.CertificateKeyBits}|{each.CertificateHash}|{each.Until}"
                    )
                )
            )
            .ToArray();
        if (chains.Length == 0)
            return;
        _page.Element("h4", Say(ServerWords.Certificates));
        foreach (var alike in chains)
        {
            _page.Element(
                "p",
                $"{Say(ServerWords.Port)}: {string.Join(", ", alike.Select(chain => At(chain[0].Address, chain[0].Port)))}",
                ("class", "said")
            );
            Table(
                new[] { ServerWords.Role, ServerWords.Subject, ServerWords.Key, ServerWords.Until, ServerWords.Left, ServerWords.Judged },
                alike.First(),
                Certificate
            );
        }
    }

    public void Parameters()
    {
        var alike = _server
            .Parameters.Where(parameter => parameter.Kind != TlsParameterKind.Version)
            .GroupBy(parameter => (parameter.Kind, parameter.Name, parameter.Bits, parameter.Cryptrec, parameter.Ncsc))
            .OrderBy(group => group.Key.Kind)
            .ToArray();
        if (alike.Length == 0)
            return;
        _page.Element("h4", Say(ServerWords.Parameters));
        Table(
            new[]
            {
                ServerWords.Kind,
                ServerWords.Name,
                ServerWords.Bits,
                LocalText.Of("CRYPTREC"),
                LocalText.Of("NCSC-NL"),
                ServerWords.Port,
                ServerWords.Judged,
            },
            alike,
            same =>
            {
                Cell(Say(ServerWords.Of(same.Key.Kind)));
                _page.Element("td", () => _page.Element("code", same.Key.Name!), ("class", "w"));
                Cell(same.Key.Bits > 0 ? same.Key.Bits.Value.ToString(CultureInfo.InvariantCulture) : "–");
                Cell(Say(ServerWords.Of(same.Key.Cryptrec)));
                Cell(Say(ServerWords.Of(same.Key.Ncsc)));
                Cell(string.Join(", ", same.Select(each => each.Port).Distinct()));
                Judged(same.First());
            }
        );
    }

    private void Certificate(MailCertificateFact certificate)
    {
        Cell(
            Say(
                certificate.Place == 0 ? ServerWords.Own
                : certificate.IsSelfSigned == true ? ServerWords.Root
                : ServerWords.Authority
            )
        );
        _page.Element(
            "td",
            () =>
            {
                _page.Text(certificate.CertificateSubject ?? string.Empty);
                if (certificate.CertificateNames?.Count > 0)
                    _page.Element("div", string.Join(", ", certificate.CertificateNames), ("class", "said"));
                _page.Element("div", "← " + certificate.CertificateIssuer, ("class", "said"));
            },
            ("class", "w")
        );
        Cell(
            $"{certificate.CertificateKey}{(certificate.CertificateKeyBits > 0 ? $" {certificate.CertificateKeyBits}" : string.Empty)}, {certificate.CertificateHash}"
        );
        Cell(certificate.Until is { } until ? _settings.Day(until) : Say(ServerWords.Unknown));
        Cell(certificate.Left is { } left ? Say(ServerWords.Days(left)) : Say(ServerWords.Unknown));
        Judged(certificate);
    }

    private void Versions(MailServiceFact service)
    {
        if (service.IsReachable == false || service.OffersTls == false)
        {
            _page.Text(Say(service.IsReachable == false ? ServerWords.Closed : ServerWords.NoTls));
            return;
        }

        if (service.Versions is null)
            _page.Text(Say(ServerWords.Unknown));
        foreach (var version in service.Versions ?? Array.Empty<TlsVersion>())
        {
            var parameter = _server.Parameters.FirstOrDefault(each =>
                each.Address == service.Address
                && each.Port == service.Port
                && each.Kind == TlsParameterKind.Version
                && each.Name == version.ToString()
            );
            _page
                .Element(
                    "span",
                    ServerWords.Of(version),
                    (
                        "class",
                        "pill "
                            + (parameter is not null && _server.FailedBy(parameter).Count > 0 ? Charts.Class(Outcome.Fail) : string.Empty)
                    )
                )
                .Text(" ");
        }

        if (service.OffersTls is null && service.Versions is { Count: > 0 })
            _page.Text($"({Say(ServerWords.NoEnd)})");
    }

    private void Judged(Fact item)
    {
        var failed = _server.FailedBy(item);
        _page.Element(
            "td",
            () =>
            {
                foreach (var check in failed)
                {
                    _page.Element(
                        "span",
                        $"{Say(MemberNames<Outcome>.Of(Outcome.Fail))} {check}",
                        ("class", "pill " + Charts.Class(Outcome.Fail))
                    );
                }
            }
        );
    }

    private IEnumerable<MailSuiteFact> Of(MailServiceFact service) =>
        _server.Suites.Where(suite => suite.Address == service.Address && suite.Port == service.Port);

    private bool HasRanks(MailServiceFact service) => Of(service).Any(suite => suite.Rank is not null);

    private string At(MailServiceFact service) => At(service.Address, service.Port);

    /// <summary>A server with several addresses may be several machines.</summary>
    private string At(string? address, long? port) => _server.Snapshot.IPAddresses.Count > 1 ? $"{port} ({address})" : $"{port}";

    /// <summary>What is short stays on one line.</summary>
    private void Cell(string text) => _page.Element("td", text, ("class", text.Length > 24 ? "w" : "s"));

    private void Table<T>(LocalText[] heads, IEnumerable<T> rows, Action<T> cells) =>
        Table(heads, new[] { rows }, null, each => each, cells);

    /// <param name="heads">Of the columns.</param>
    /// <param name="groups">Of rows.</param>
    /// <param name="name">Writes the row above a group; null for none.</param>
    /// <param name="rows">Of a group.</param>
    /// <param name="cells">Writes those of a row.</param>
    private void Table<G, T>(LocalText[] heads, IEnumerable<G> groups, Action<G>? name, Func<G, IEnumerable<T>> rows, Action<T> cells) =>
        ScrolledTable.Write(
            _page,
            Say(heads[0]),
            () =>
            {
                foreach (var head in heads)
                    _page.Element("th", Say(head), ("scope", "col"));
            },
            () =>
            {
                foreach (var group in groups)
                {
                    _page.Element(
                        "tbody",
                        () =>
                        {
                            if (name is not null)
                                _page.Element("tr", () => name(group));
                            foreach (var row in rows(group))
                                _page.Element("tr", () => cells(row));
                        }
                    );
                }
            }
        );

    private string Say(LocalText text) => text.In(_settings.Language);
}
