using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Hosts;

namespace ConfigAudit.Judging.Registers;

/// <summary>Which rows of the registers were seen on the hosts of a run.</summary>
internal sealed class Sightings
{
    private readonly HashSet<string> _assets = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _software = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _flows = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// By name, DOMAIN\name or HOST\name of each account that is enabled on a host or was in use there, and whether the domain is the host
    /// itself.
    /// </summary>
    private readonly Dictionary<string, HashSet<(string Account, HostIdentity? Host)>> _accounts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a host was looked at, so that what wasn't seen means something.</summary>
    public bool HasHosts { get; private set; }

    /// <summary>Whether a host told of all its logons of a time.</summary>
    public bool HasLogons { get; private set; }

    /// <param name="host">As it answered; a host that didn't wasn't seen.</param>
    /// <param name="against">The same, held against the registers.</param>
    public void Add(Snapshot host, Snapshot against)
    {
        if (host.HostName is null)
            return;
        HasHosts = true;
        HasLogons |= !host.Table.Set<LogonFact>().SetGaps.Any();
        _assets.UnionWith(against.Table.Set<HostPlaceFact>().Items.Select(place => place.Asset).OfType<string>());
        _software.UnionWith(
            against
                .Table.Set<HostSoftwareFact>()
                .Items.Select(software => software.ApprovedAs)
                .Concat(against.Table.Set<HostProtectionFact>().Items.Select(product => product.ApprovedAs))
                .OfType<string>()
        );
        _flows.UnionWith(
            against
                .Table.Set<HostFlowFact>()
                .Items.Select(flow => flow.Flow)
                .Concat(against.Table.Set<HostEgressFact>().Items.Select(way => way.Flow))
                .OfType<string>()
        );
        foreach (var account in host.Table.Set<AccountFact>().Items.Where(account => account.Enabled != false && account.Name is not null))
            See($"{host.HostName}\\{account.Name}", host);
        foreach (var session in AccountSessions.Of(host))
            See(session.Account, host);
    }

    public bool HasAsset(string asset) => _assets.Contains(asset);

    public bool HasSoftware(string name) => _software.Contains(name);

    public bool HasFlow(string name) => _flows.Contains(name);

    /// <summary>Whether an account of the register was seen, or one that may be it.</summary>
    public bool HasAccount(string text)
    {
        var account = new AccountName(text);
        return _accounts.TryGetValue(account.Name, out var same)
            && same.Any(seen => account.Is(seen.Account, domain => seen.Host is null ? false : seen.Host.Is(domain)) != false);
    }

    private void See(string account, Snapshot host)
    {
        var name = new AccountName(account);
        if (!_accounts.TryGetValue(name.Name, out var same))
            _accounts.Add(name.Name, same = new HashSet<(string, HostIdentity?)>());
        var identity = host.Identity();
        same.Add((account.ToUpperInvariant(), identity.Is(account.Substring(0, account.IndexOf('\\'))) == true ? identity : null));
    }
}
