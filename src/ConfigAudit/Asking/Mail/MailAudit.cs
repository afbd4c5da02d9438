using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Asking.Mail;

/// <summary>Asks mail servers, each at all of its addresses, and makes a snapshot of what each answers.</summary>
internal sealed class MailAudit
{
    /// <summary>What a snapshot says of how its host was asked.</summary>
    public const string Protocol = "Mail";

    private readonly CatalogFolder _catalogs;
    private readonly MailProbeOptions _options;
    private readonly IAuditSink _sink;

    public MailAudit(CatalogFolder catalogs, MailProbeOptions options, IAuditSink sink) =>
        (_catalogs, _options, _sink) = (catalogs, options, sink);

    /// <summary>What DNS and HTTPS say of a mail domain, and who takes its mail.</summary>
    /// <param name="domain">Its name.</param>
    /// <param name="zone">The network zone that it is declared to stand in.</param>
    /// <param name="lookup">Who asks.</param>
    /// <param name="token">Ends it early.</param>
    public async Task<(Snapshot Snapshot, IReadOnlyList<string> Exchangers)> AskDomainAsync(
        string domain,
        Zone? zone,
        DomainLookup lookup,
        CancellationToken token
    )
    {
        var snapshot = Snapshot(domain, zone);
        try
        {
            var answers = await lookup.AskAsync(domain, token).ConfigureAwait(false);
            if (answers.Exchangers.Gap is { } gap)
                _sink.Problem(new AuditProblem(new Target(domain), gap));
            foreach (var fault in answers.Exchangers.Faults)
                _sink.Problem(new AuditProblem(new Target(domain), fault.Told));
            return (
                snapshot with
                {
                    Table = new FactTable(new FactSet[] { DomainReader.Read(answers) }),
                },
                answers.Exchangers.Hosts ?? Array.Empty<string>()
            );
        }
        catch (FormatException bad)
        {
            var gap = new Gap(GapKind.Unusable, domain, WrittenException.Of(bad));
            _sink.Problem(new AuditProblem(new Target(domain), gap));
            return (snapshot with { Table = new FactTable(new FactSet[] { Unread<MailDomainFact>(gap) }) }, Array.Empty<string>());
        }
        catch (Exception bad) when (Mistake.Is(bad, token))
        {
            return (
                snapshot with
                {
                    Table = new FactTable(new FactSet[] { Unread<MailDomainFact>(Own(domain, bad)) }),
                },
                Array.Empty<string>()
            );
        }
    }

    /// <summary>A host that has no address, or doesn't answer, has a snapshot too: it says so.</summary>
    public async Task<Snapshot> AskAsync(MailServerEntry server, CancellationToken token)
    {
        var host = server.Host;
        var snapshot = Snapshot(host, server.Zone);
        try
        {
            return await AskAsync(server, snapshot, token).ConfigureAwait(false);
        }
        catch (Exception bad) when (Mistake.Is(bad, token))
        {
            return snapshot with { Table = Unread(Own(host, bad)) };
        }
    }

    private async Task<Snapshot> AskAsync(MailServerEntry server, Snapshot snapshot, CancellationToken token)
    {
        var host = server.Host;
        if (server.Mistake is not null && server.Services.Count == 0)
        {
            return snapshot with
            {
                Table = Unread(
                    new Gap(
                        GapKind.NotCollected,
                        host,
                        new LocalText("一覧の行が正しくないため、問い合わせていない: ", "not asked, since its row can't be used: ").Then(
                            server.Mistake
                        )
                    )
                ),
            };
        }

        var name = OnTheWire(host);
        var (addresses, gap) = await new HostAddresses(_options.Names).AskAsync(name, token).ConfigureAwait(false);
        if (gap is not null)
            _sink.Problem(new AuditProblem(new Target(host), gap));
        if (addresses.Count == 0)
        {
            return snapshot with
            {
                Table = Unread(
                    gap
                        ?? new Gap(
                            GapKind.Unreachable,
                            HostAddresses.SourceOf(host),
                            new LocalText("名前に対応するアドレスがない", "its name has no address")
                        )
                ),
            };
        }

        using var probe = new MailProbe(_catalogs.TlsSuites, _options, _catalogs.TlsParameters);
        var endpoints = addresses.SelectMany(address =>
            server.Services.Select(service => new MailEndpoint(
                new IPEndPoint(address, service.Port),
                service.Protocol,
                service.IsImplicit,
                name
            )
            {
                Domains = server.Domains,
                StsMode = server.StsMode,
            })
        );
        var sets = With(
            await probe.AskAsync(host, endpoints, token).ConfigureAwait(false),
            gap is null ? Array.Empty<Gap>() : new[] { gap }
        );
        return snapshot with
        {
            IPAddresses = addresses.Select(address => address.ToString()).ToArray(),
            Table = new FactTable(Listed(server, WithRows(server, sets))),
        };
    }

    /// <summary>What a row of the list that can't be used meant is a service that nobody asked.</summary>
    private static IReadOnlyList<FactSet> WithRows(MailServerEntry server, IReadOnlyList<FactSet> sets)
    {
        if (server.Mistake is null)
            return sets;
        return With(
            sets,
            new[]
            {
                new Gap(
                    GapKind.NotCollected,
                    server.Host,
                    new LocalText(
                        "一覧の行が正しくないため、問い合わせていないサービスがある: ",
                        "a service wasn't asked, since its row can't be used: "
                    ).Then(server.Mistake)
                ),
            }
        );
    }

    private static IReadOnlyList<FactSet> With(IReadOnlyList<FactSet> sets, Gap[] gaps) =>
        gaps.Length == 0
            ? sets
            : sets.Select(set => set.Type.NewSet(set.Facts.ToArray(), set.Gaps.Concat(gaps).ToArray(), set.Sources)).ToArray();

    /// <summary>
    /// A server that is on the list ought to answer, at each of its addresses and at each port that somebody named: where it refuses every
    /// connection it isn't known to be
    /// without services.
    /// </summary>
    private static IReadOnlyList<FactSet> Listed(MailServerEntry server, IReadOnlyList<FactSet> sets)
    {
        var gaps = sets.OfType<FactSet<MailServiceFact>>()
            .SelectMany(set => set.Items)
            .GroupBy(service => service.Address)
            .SelectMany(services =>
            {
                var shut = services.Where(service => service.IsReachable == false).ToArray();
                var meant =
                    shut.Length == services.Count()
                        ? shut
                        : shut.Where(service => server.NamedPorts.Contains((int)service.Port!.Value)).ToArray();
                var ports = string.Join(", ", meant.Select(service => service.Port).Distinct().OrderBy(port => port));
                var what =
                    meant.Length == services.Count()
                        ? new LocalText("すべての接続を拒否する", "it refuses every connection")
                        : new LocalText("応答するはずのポートで接続を拒否する", "it refuses connections where it ought to answer");
                return meant.Length == 0
                    ? Array.Empty<Gap>()
                    : new[]
                    {
                        new Gap(
                            GapKind.Unreachable,
                            server.Host,
                            what.Because(new LocalText($"{services.Key} のTCP {ports}", $"TCP {ports} of {services.Key}"))
                        ),
                    };
            })
            .ToArray();
        return With(sets, gaps);
    }

    /// <summary>A mistake of ours as a gap; the target's user is told of it.</summary>
    private Gap Own(string host, Exception bad)
    {
        var gap = Mistake.Gap(bad, host);
        _sink.Trace($"{host}: {bad}");
        _sink.Problem(new AuditProblem(new Target(host), gap) { IsOwnMistake = true });
        return gap;
    }

    private static FactTable Unread(Gap gap) =>
        new(
            new FactSet[]
            {
                Unread<MailServiceFact>(gap),
                Unread<MailSuiteFact>(gap),
                Unread<MailParameterFact>(gap),
                Unread<MailCertificateFact>(gap),
            }
        );

    private static Snapshot Snapshot(string name, Zone? zone) =>
        new()
        {
            ComputerName = name,
            CollectedAt = DateTimeOffset.Now,
            CollectedBy = Auditor.Name,
            ModuleVersion = ProductInfo.Version,
            Protocol = Protocol,
            Zone = zone,
        };

    private static FactSet<T> Unread<T>(Gap gap)
        where T : Fact, new()
    {
        var set = new FactSetBuilder<T>();
        set.MayLack(gap);
        return set.Build();
    }

    /// <summary>As DNS and TLS have it: other letters than ASCII's as punycode. What is no such name, such as an address, stays as it
    /// is.</summary>
    internal static string OnTheWire(string host)
    {
        try
        {
            return IPAddress.TryParse(host, out _) ? host : DomainName.Ascii(host);
        }
        catch (FormatException)
        {
            return host;
        }
    }
}
