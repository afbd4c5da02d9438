using System;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>From what was learnt of mail domains to facts, with a reason for each value that is not known.</summary>
internal static class DomainReader
{
    private static readonly string[] OfExchangers =
    {
        nameof(MailDomainFact.Exchangers),
        nameof(MailDomainFact.AcceptsMail),
        nameof(MailDomainFact.ExchangerFaults),
        nameof(MailDomainFact.StsCoversExchangers),
    };

    private static readonly string[] OfSts =
    {
        nameof(MailDomainFact.HasSts),
        nameof(MailDomainFact.IsStsSound),
        nameof(MailDomainFact.StsMode),
        nameof(MailDomainFact.StsId),
        nameof(MailDomainFact.StsMaxAge),
        nameof(MailDomainFact.StsExchangers),
        nameof(MailDomainFact.StsCoversExchangers),
    };

    public static FactSet<MailDomainFact> Read(params DomainAnswers[] domains)
    {
        var facts = new FactSetBuilder<MailDomainFact>();
        foreach (var domain in domains)
        {
            var fact = Fact(domain);
            facts.Add(fact);
            facts.Unread(domain.Exchangers.Gap, Null(fact, OfExchangers));
            facts.Unread(domain.Exchangers.Rest, Null(fact, nameof(MailDomainFact.StsCoversExchangers)));
            facts.Unread(domain.Exchangers.FaultsGap, Null(fact, nameof(MailDomainFact.ExchangerFaults)));
            facts.Unread(domain.Sts.Gap, Null(fact, OfSts));
            facts.Unread(domain.Reporting.Gap, nameof(MailDomainFact.HasTlsReporting));
            facts.MayLack(domain.Exchangers.Rest, new MailDomainFact { Domain = domain.Domain });
        }

        return facts.Build();
    }

    private static MailDomainFact Fact(DomainAnswers domain)
    {
        var (sts, exchangers) = (domain.Sts, domain.Exchangers);
        var isWithout = sts.Record is { Id: null };
        return new()
        {
            ComputerName = domain.Name,
            Source = $"dns:{domain.Domain}",
            Domain = domain.Domain,
            Exchangers = exchangers.Hosts,
            AcceptsMail = exchangers.AcceptsMail,
            ExchangerFaults = Faults(exchangers),
            HasSts = sts.Record is null ? null : sts.Record.Id is not null,
            IsStsSound = sts.IsSound,
            StsMode = isWithout ? MtaStsMode.None : sts.Policy?.Mode,
            StsId = sts.Record?.Id,
            StsMaxAge = sts.Policy?.MaxAge,
            StsExchangers = isWithout ? Array.Empty<string>() : sts.Policy?.Exchangers,
            StsCoversExchangers = isWithout ? false : Covers(sts.Policy, exchangers),
            HasTlsReporting = domain.Reporting.IsWanted,
        };
    }

    /// <summary>One that is seen decides; that there is none, only all that there are.</summary>
    private static string[]? Faults(MailExchangers exchangers) =>
        exchangers.Faults.Count == 0 && (exchangers.Gap ?? exchangers.FaultsGap) is not null
            ? null
            : exchangers.Faults.Select(fault => fault.Name).ToArray();

    /// <summary>One exchanger that is left out decides; that none is, only all of them.</summary>
    private static bool? Covers(MtaStsPolicy? policy, MailExchangers exchangers)
    {
        if (policy is null || exchangers.Hosts is null)
            return null;
        return !exchangers.Hosts.All(policy.Covers) ? false
            : exchangers.Rest is null ? true
            : null;
    }

    /// <summary>What is null in this very fact: a set may hold several domains.</summary>
    private static string[] Null(MailDomainFact fact, params string[] properties) =>
        properties.Where(name => FactType<MailDomainFact>.Instance.Property(name)!.Format(fact) is null).ToArray();
}
