using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>Event logs, what is recorded in them, where they are sent, and the clock that they rest on.</summary>
internal sealed class LoggingCollector : Collector
{
    private static readonly CimQuery Logs = new(
        "root/cimv2",
        "Win32_NTEventlogFile",
        new[] { "LogfileName", "MaxFileSize", "FileSize", "NumberOfRecords", "OverwriteOutDated" }
    );

    private static readonly CimQuery Audit = new(
        "root/rsop/computer",
        "RSOP_AuditPolicy",
        new[] { "Category", "Success", "Failure", "precedence" }.Concat(AppliedSetting.Properties).ToArray()
    );

    private static readonly CimQuery Clock = ServiceState.Query(TimeSourceReader.Service);

    private static readonly CimQuery DomainClock = ServiceState.Query(TimeSourceReader.DomainService);

    private static readonly CimQuery GuestClock = ServiceState.Query(TimeSourceReader.GuestService);

    private static readonly CimQuery Computer = new(
        "root/cimv2",
        "Win32_ComputerSystem",
        new[] { "Name", "DNSHostName", "Domain", "PartOfDomain" }
    );

    private static readonly CimQuery Adapters = new("root/cimv2", "Win32_NetworkAdapterConfiguration", new[] { "IPAddress" });

    private static readonly RegistryKey Forwarding = RegistryKey.LocalMachine(
        @"SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager"
    );

    private static readonly RegistryQuery Scripts = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging")
    )
    {
        Numbers = new[] { LoggingReader.ScriptBlocks },
    };

    private static readonly RegistryQuery Processes = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\Audit")
    )
    {
        Numbers = new[] { LoggingReader.WithArguments },
    };

    private static readonly RegistryQuery Lsa = new(RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Control\Lsa"))
    {
        Numbers = new[] { LoggingReader.Subcategories },
    };

    private static readonly RegistryQuery TimePolicy = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\W32Time\Parameters"))
    {
        Texts = new[] { TimeSourceReader.Kind, TimeSourceReader.Servers },
    };

    private static readonly RegistryQuery Time = TimePolicy with
    {
        Key = RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services\W32Time\Parameters"),
    };

    private static readonly RegistryQuery ClientPolicy = Provider(@"SOFTWARE\Policies\Microsoft\W32Time", "NtpClient");

    private static readonly RegistryQuery Client = Provider(@"SYSTEM\CurrentControlSet\Services\W32Time", "NtpClient");

    private static readonly RegistryQuery Guest = Provider(@"SYSTEM\CurrentControlSet\Services\W32Time", "VMICTimeProvider");

    public override string Area => "Log";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<EventLogFact>.Instance,
            FactType<LoggingFact>.Instance,
            FactType<AuditPolicyFact>.Instance,
            FactType<TimeSourceFact>.Instance,
            FactType<LogChannelFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[] { Scripts, Processes, Lsa, TimePolicy, Time, ClientPolicy, Client, Guest }
            .Select(query => query.Info)
            .Append(new SourceInfo(Forwarding.Source, LoggingReader.Managers))
            .Concat(LogChannelReader.Asked.Concat(EventLogReader.Policies).Select(asked => asked.Query.Info))
            .Concat(new[] { Logs, Audit, Clock, Computer, Adapters }.Select(query => query.Info))
            .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var logs = collection.Source.QueryAsync(Logs, token);
        var services = collection.Source.QueryAsync(LogWriter.Query, token);
        var audit = collection.Source.QueryAsync(Audit, token);
        var managers = registry.ReadAsync(new RegistryQuery(Forwarding) { Texts = LoggingReader.Managers }, token);
        var scripts = registry.ReadAsync(Scripts, token);
        var processes = registry.ReadAsync(Processes, token);
        var lsa = registry.ReadAsync(Lsa, token);
        var time = AskTimeAsync(collection.Source, registry, token);
        var sizes = Task.WhenAll(EventLogReader.Policies.Select(log => registry.ReadAsync(log.Query, token)));
        var channels = Task.WhenAll(LogChannelReader.Asked.Select(channel => registry.ReadAsync(channel.Query, token)));
        var writer = new LogWriter(await services.ConfigureAwait(false));
        return new FactSet[]
        {
            EventLogReader.Read(collection, await logs.ConfigureAwait(false), await sizes.ConfigureAwait(false), writer),
            LoggingReader.Read(
                collection,
                await managers.ConfigureAwait(false),
                await scripts.ConfigureAwait(false),
                await processes.ConfigureAwait(false),
                await lsa.ConfigureAwait(false)
            ),
            AuditPolicyReader.Read(collection, await audit.ConfigureAwait(false), writer),
            TimeSourceReader.Read(collection, await time.ConfigureAwait(false)),
            LogChannelReader.Read(collection, await channels.ConfigureAwait(false), writer),
        };
    }

    private static RegistryQuery Provider(string service, string name) =>
        new(RegistryKey.LocalMachine($@"{service}\TimeProviders\{name}")) { Numbers = new[] { TimeSourceReader.Enabled } };

    private static async Task<TimeAnswers> AskTimeAsync(ICimSource source, Registry registry, CancellationToken token)
    {
        var services = source.QueryAsync(Clock, token);
        var domain = source.QueryAsync(DomainClock, token);
        var computer = source.QueryAsync(Computer, token);
        var (clientPolicy, client, guest) = (
            registry.ReadAsync(ClientPolicy, token),
            registry.ReadAsync(Client, token),
            registry.ReadAsync(Guest, token)
        );
        var (policy, own) = (registry.ReadAsync(TimePolicy, token), registry.ReadAsync(Time, token));
        var names = new[] { await policy.ConfigureAwait(false), await own.ConfigureAwait(false) };
        var adapters = names.Any(row => TimeServers.HasAddress(row.Text(TimeSourceReader.Servers).Value))
            ? await source.QueryAsync(Adapters, token).ConfigureAwait(false)
            : CimAnswer.Of(System.Array.Empty<CimRow>());
        var provider = await guest.ConfigureAwait(false);
        var hypervisor =
            provider.Number(TimeSourceReader.Enabled).Value == 1
                ? await source.QueryAsync(GuestClock, token).ConfigureAwait(false)
                : CimAnswer.Of(System.Array.Empty<CimRow>());
        return new TimeAnswers(
            names[0],
            names[1],
            await clientPolicy.ConfigureAwait(false),
            await client.ConfigureAwait(false),
            provider,
            await services.ConfigureAwait(false),
            await domain.ConfigureAwait(false),
            hypervisor,
            await computer.ConfigureAwait(false),
            adapters
        );
    }
}
