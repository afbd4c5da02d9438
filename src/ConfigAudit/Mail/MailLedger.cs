using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Mail;

/// <summary>Takes down what is learnt of a host's services, which are asked side by side, and what couldn't be learnt.</summary>
internal sealed class MailLedger
{
    private readonly FactSetBuilder<MailServiceFact> _services = new();
    private readonly FactSetBuilder<MailSuiteFact> _suites = new();
    private readonly object _lock = new();

    public void Add(MailServiceFact service)
    {
        lock (_lock)
            _services.Add(service);
    }

    public void Add(MailSuiteFact suite)
    {
        lock (_lock)
            _suites.Add(suite);
    }

    /// <summary>Where a service doesn't know one of these properties, this is why.</summary>
    public void Explain(Gap gap, params string[] properties)
    {
        lock (_lock)
            _services.Unread(gap, properties);
    }

    /// <summary>The service may accept more than was seen.</summary>
    public void Lack(MailServiceFact service, Gap gap)
    {
        lock (_lock)
            _suites.MayLack(gap, new MailSuiteFact { Address = service.Address, Port = service.Port });
    }

    public IReadOnlyList<FactSet> Build() => new FactSet[] { _services.Build(), _suites.Build() };
}
