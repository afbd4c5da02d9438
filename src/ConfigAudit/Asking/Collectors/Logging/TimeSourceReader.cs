using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>W32Time's parameters, its NTP client and its service to the time source.</summary>
internal static class TimeSourceReader
{
    public const string Kind = "Type";
    public const string Servers = "NtpServer";
    public const string Enabled = "Enabled";
    public const string Service = "W32Time";
    public const string DomainService = "Netlogon";
    public const string GuestService = "vmictimesync";

    private const string Computer = "root/cimv2:Win32_ComputerSystem";

    public static FactSet<TimeSourceFact> Read(Collection collection, TimeAnswers answers)
    {
        var facts = new FactSetBuilder<TimeSourceFact>();
        var (policy, own) = (answers.Policy, answers.Own);
        var service = new ServiceState(answers.Services, Service);
        var kind = First(Kind, policy, own)
            .Then(
                text => Named(text),
                new Gap(
                    GapKind.Unusable,
                    own.Source,
                    new LocalText(
                        $"種類「{policy.Text(Kind).Value ?? own.Text(Kind).Value}」は文書にない",
                        $"the type '{policy.Text(Kind).Value ?? own.Text(Kind).Value}' isn't one that is known"
                    )
                )
            );
        var servers = First(Servers, policy, own).Then(TimeServers.Hosts);
        var others = servers.Then<IReadOnlyList<string>>(names =>
            names.Where(name => !new TimeServers(collection.ComputerName, answers.Computer, answers.Adapters).IsItself(name)).ToArray()
        );
        var inDomain = new SoleInstance(answers.Computer, Computer).Read("PartOfDomain", row => row.Flag("PartOfDomain"));
        var client = Client(answers);
        var reasons = new (ClockReason Reason, Reading<bool?> Holds)[]
        {
            (ClockReason.NothingChosen, kind.Then<bool?>(chosen => chosen == TimeSourceKind.None)),
            (ClockReason.ServiceDisabled, service.IsDisabled),
            (ClockReason.ServiceStopped, ReadingExtensions.Any(service.Failed, RestsInDomain(service, kind, inDomain))),
            (ClockReason.DomainNotFound, FindsNoDomain(answers, kind)),
            (ClockReason.ClientDisabled, client.Not()),
            (ClockReason.NotInDomain, ReadingExtensions.All(kind.Then<bool?>(chosen => chosen == TimeSourceKind.Domain), inDomain.Not())),
            (ClockReason.NoServer, Lacks(servers)),
            (ClockReason.ServerIsItself, ReadingExtensions.All(Lacks(servers).Not(), Lacks(others))),
        };
        facts.Add(
            new TimeSourceFact
            {
                ComputerName = collection.ComputerName,
                Source = string.Join("; ", answers.Places),
                SetsClock = facts.Known(
                    nameof(TimeSourceFact.SetsClock),
                    Unless(Guest(answers), ReadingExtensions.Any(reasons.Select(each => each.Holds).ToArray()).Not())
                ),
                NotSetBecause = reasons.Where(each => each.Holds.Value == true).Select(each => each.Reason).ToArray(),
                Kind = facts.Known(nameof(TimeSourceFact.Kind), kind),
                Servers = facts.Known(nameof(TimeSourceFact.Servers), servers),
                IsRunning = facts.Known(nameof(TimeSourceFact.IsRunning), service.IsRunning),
                IsDisabled = facts.Known(nameof(TimeSourceFact.IsDisabled), service.IsDisabled),
            }
        );
        return facts.Build();

        // They are named where nobody else sets the clock: with NTP, and with AllSync outside of a domain.
        Reading<bool?> Lacks(Reading<IReadOnlyList<string>> list) =>
            ReadingExtensions.All(
                ReadingExtensions.Any(
                    kind.Then<bool?>(chosen => chosen == TimeSourceKind.NtpServers),
                    ReadingExtensions.All(kind.Then<bool?>(chosen => chosen == TimeSourceKind.DomainAndNtpServers), inDomain.Not())
                ),
                list.Then<bool?>(names => names.Count == 0)
            );
    }

    /// <summary>
    /// Whether W32Time's NTP client works, by which it takes the time from a domain as well as from servers: policy before the host's own.
    /// Windows comes with it on, and a provider
    /// whose value isn't 1 isn't started (Microsoft Learn, "Registering a Time Provider"). A recording made before this was asked doesn't
    /// hold it, which contradicts nothing.
    /// </summary>
    private static Reading<bool?> Client(TimeAnswers answers)
    {
        foreach (var row in new[] { answers.ClientPolicy, answers.Client })
        {
            var answer = row.Number(Enabled);
            if (answer.Value is { } number)
                return Reading<bool?>.Of(number == 1);
            if (answer.Gap is { Kind: not (GapKind.NotPresent or GapKind.NotRecorded) } gap)
                return Reading<bool?>.Unknown(gap);
        }

        return Reading<bool?>.Of(!answers.Client.Number(Enabled).IsAbsent);
    }

    /// <summary>
    /// Whether the domain that the time is to come from can't be found. That Netlogon works isn't asked of every host: a recording that
    /// doesn't hold the service contradicts nothing.
    /// </summary>
    private static Reading<bool?> FindsNoDomain(TimeAnswers answers, Reading<TimeSourceKind?> kind)
    {
        var finder = new ServiceState(answers.DomainServices, DomainService);
        return finder.Works.Value != false && finder.Gap is null
            ? Reading<bool?>.Of(false)
            : ReadingExtensions.All(kind.Then<bool?>(chosen => chosen == TimeSourceKind.Domain), finder.Works.Not());
    }

    /// <summary>
    /// On a member of a domain that takes the time from there Windows starts the service with itself, by a trigger, also where its
    /// StartMode is "Manual", and lets it run. Stopped,
    /// nobody knows whether it will be started again; elsewhere Windows starts it now and then, and it rests in between.
    /// </summary>
    private static Reading<bool?> RestsInDomain(ServiceState service, Reading<TimeSourceKind?> kind, Reading<bool?> inDomain) =>
        inDomain.Value == true && (kind.Value is TimeSourceKind.Domain or TimeSourceKind.DomainAndNtpServers)
            ? service.IsRunning.Then<bool?>(
                runs => runs == true ? false : null,
                new Gap(
                    GapKind.Unusable,
                    $"root/cimv2:Win32_Service.Name={Service}",
                    new LocalText(
                        $"サービスが停止しているが、{Computer}.PartOfDomain は true。ドメインに参加していれば、Windowsと同時に開始し実行され続けるはずである",
                        $"the service doesn't run, and {Computer}.PartOfDomain is true: on a member of a domain Windows starts it with itself and lets it run"
                    )
                )
            )
            : Reading<bool?>.Of(false);

    /// <summary>Why the hypervisor may set the clock of a guest that W32Time doesn't: its provider is on, and the service that brings the
    /// time runs.</summary>
    private static Gap? Guest(TimeAnswers answers) =>
        answers.Guest.Number(Enabled).Value == 1
        && new ServiceState(answers.GuestServices, GuestService).IsRunning.Value == true
        && new ServiceState(answers.Services, Service).IsDisabled.Value == false
            ? new Gap(
                GapKind.NotSupported,
                answers.Guest.Source,
                new LocalText(
                    "W32Timeに時刻源がなく、ハイパーバイザーが時刻を合わせている可能性がある。ハイパーバイザー側の時刻同期を確認してください",
                    "W32Time has no source of its own, and the hypervisor may set the clock: look at how that host's clock is set"
                )
            )
            : null;

    /// <summary>Nothing that is seen sets the clock, unless <paramref name="why"/> not seen.</summary>
    private static Reading<bool?> Unless(Gap? why, Reading<bool?> sets) =>
        sets.Value == false && why is not null ? Reading<bool?>.Unknown(why) : sets;

    /// <summary>Policy before the host's own; a blank one sets nothing. A policy that couldn't be read may say anything.</summary>
    private static Reading<string> First(string name, RegistryRow policy, RegistryRow own)
    {
        var set = policy.TextOr(name, string.Empty);
        return set.Value is { Length: 0 } ? own.TextOr(name, string.Empty) : set;
    }

    private static TimeSourceKind? Named(string text) =>
        text.ToUpperInvariant() switch
        {
            "NOSYNC" => TimeSourceKind.None,
            "NTP" => TimeSourceKind.NtpServers,
            "NT5DS" => TimeSourceKind.Domain,
            "ALLSYNC" => TimeSourceKind.DomainAndNtpServers,
            _ => null,
        };
}
