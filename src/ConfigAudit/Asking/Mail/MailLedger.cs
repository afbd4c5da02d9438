using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>Takes down what is learnt of a host's services, which are asked side by side, and what couldn't be learnt.</summary>
internal sealed class MailLedger
{
    private readonly FactSetBuilder<MailServiceFact> _services = new();
    private readonly FactSetBuilder<MailSuiteFact> _suites = new();
    private readonly FactSetBuilder<MailParameterFact> _parameters = new();
    private readonly FactSetBuilder<MailCertificateFact> _certificates = new();
    private readonly List<MailServiceFact> _seenServices = new();
    private readonly List<MailSuiteFact> _seenSuites = new();
    private readonly List<MailParameterFact> _seenParameters = new();
    private readonly List<MailCertificateFact> _seenCertificates = new();
    private readonly Dictionary<(string? Source, string Property), Gap> _reasons = new();
    private readonly object _lock = new();

    public MailLedger()
    {
        var unknown = new Gap(
            GapKind.NotSupported,
            "catalogs",
            new LocalText("その基準での評価がカタログにない", "the catalogue doesn't know what that source thinks of it")
        );
        _suites.Unread(unknown, nameof(MailSuiteFact.Ipa));
        _suites.Unread(
            new Gap(
                GapKind.NotSupported,
                "TLS",
                new LocalText(
                    "クライアントの順序に従うか、サーバの順序を確認できていない",
                    "the client's order decides, or the server's wasn't learnt"
                )
            ),
            nameof(MailSuiteFact.Rank)
        );
        _parameters.Unread(unknown, nameof(MailParameterFact.Cryptrec), nameof(MailParameterFact.Ipa), nameof(MailParameterFact.Ncsc));
    }

    public void Add(MailServiceFact service)
    {
        lock (_lock)
            _seenServices.Add(service);
    }

    public void Add(MailSuiteFact suite)
    {
        lock (_lock)
            _seenSuites.Add(suite);
    }

    public void Add(MailParameterFact parameter)
    {
        lock (_lock)
            _seenParameters.Add(parameter);
    }

    public void Add(MailCertificateFact certificate)
    {
        lock (_lock)
            _seenCertificates.Add(certificate);
    }

    /// <summary>Where a service doesn't know one of these properties, this is why.</summary>
    public void Unread(Gap gap, params string[] properties)
    {
        lock (_lock)
        {
            _services.Unread(gap, properties);
            foreach (var property in properties.Where(property => !_reasons.ContainsKey((gap.Source, property))))
                _reasons.Add((gap.Source, property), gap);
        }
    }

    /// <summary>Why the service doesn't know that property.</summary>
    public Gap Why(MailServiceFact service, string property)
    {
        lock (_lock)
        {
            return _reasons.TryGetValue((service.Source, property), out var why)
                ? why
                : new Gap(GapKind.Unusable, service.Source!, new LocalText("サーバが示していない", "the server didn't say it"));
        }
    }

    /// <summary>The service may accept suites, use parameters and show certificates that weren't seen.</summary>
    public void MayLack(MailServiceFact service, Gap gap)
    {
        lock (_lock)
        {
            _suites.MayLack(gap, new MailSuiteFact { Address = service.Address, Port = service.Port });
            _parameters.MayLack(gap, new MailParameterFact { Address = service.Address, Port = service.Port });
            _certificates.MayLack(gap, new MailCertificateFact { Address = service.Address, Port = service.Port });
        }
    }

    /// <summary>The service may show certificates that weren't seen.</summary>
    public void MayLackCertificates(MailServiceFact service, Gap gap)
    {
        lock (_lock)
            _certificates.MayLack(gap, new MailCertificateFact { Address = service.Address, Port = service.Port });
    }

    /// <summary>The service may use parameters of that kind that weren't seen.</summary>
    public void MayLack(MailServiceFact service, TlsParameterKind kind, Gap gap)
    {
        lock (_lock)
        {
            _parameters.MayLack(
                gap,
                new MailParameterFact
                {
                    Address = service.Address,
                    Port = service.Port,
                    Kind = kind,
                }
            );
        }
    }

    /// <summary>In an order of its own, and not in that of the answers: two snapshots of one server look alike.</summary>
    public IReadOnlyList<FactSet> Build()
    {
        foreach (var service in _seenServices.OrderBy(each => each.Port).ThenBy(each => each.Address, StringComparer.Ordinal))
            _services.Add(service);
        // A service that accepts no suite has none, and was asked all the same.
        var asked = _seenServices.Select(service => service.Source).OfType<string>().ToArray();
        _suites.RestsOn(asked);
        _parameters.RestsOn(asked);
        _certificates.RestsOn(asked);
        foreach (
            var suite in _seenSuites
                .OrderBy(each => each.Port)
                .ThenBy(each => each.Address, StringComparer.Ordinal)
                .ThenBy(each => each.Version)
                .ThenBy(each => each.Rank)
                .ThenBy(each => each.Suite, StringComparer.Ordinal)
        )
        {
            _suites.Add(suite);
        }

        foreach (
            var parameter in _seenParameters
                .OrderBy(each => each.Port)
                .ThenBy(each => each.Address, StringComparer.Ordinal)
                .ThenBy(each => each.Kind)
        )
        {
            _parameters.Add(parameter);
        }

        foreach (
            var certificate in _seenCertificates
                .OrderBy(each => each.Port)
                .ThenBy(each => each.Address, StringComparer.Ordinal)
                .ThenBy(each => each.Chain)
                .ThenBy(each => each.Place)
        )
        {
            _certificates.Add(certificate);
        }

        return new FactSet[] { _services.Build(), _suites.Build(), _parameters.Build(), _certificates.Build() };
    }
}
