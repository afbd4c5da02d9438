using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Microsoft Defender, of which three sources tell: the Security Center, its own class and its service; settings say what it ought to do.
/// It is on where its class and its service say so and nothing contradicts them. The Center's word is that of somebody who was told: one that
/// Defender has let stand since Windows last started contradicts nothing.
/// </summary>
internal sealed class DefenderReader
{
    public const string Service = "WinDefend";

    private readonly IReadOnlyList<Registration> _registered;
    private readonly DefenderStatus? _status;
    private readonly CimRow? _row;
    private readonly Gap? _gap;
    private readonly ServiceStates _services;
    private readonly IReadOnlyList<LocalText> _against;
    private readonly AntivirusAnswers _answers;

    /// <param name="registered">Its rows in the Security Center.</param>
    /// <param name="answers">MSFT_MpComputerStatus, the service, and what is set, among others.</param>
    /// <param name="against">What speaks against its protecting, where its own class doesn't tell: switches that are set, and other
    /// products that run.</param>
    public DefenderReader(IReadOnlyList<Registration> registered, AntivirusAnswers answers, IReadOnlyList<LocalText> against)
    {
        (_answers, _against) = (answers, against);
        var one = new SoleInstance(answers.Defender, DefenderStatus.Source);
        (_registered, _row, _gap, _services) = (registered, one.Row, one.RowGap, answers.Services);
        _status = _row is null ? null : new DefenderStatus(_row);
        IsThere = registered.Count > 0 || answers.Defender.Rows.Count > 0 || _services.Exists(Service);
    }

    /// <summary>Whether the host shows a Defender.</summary>
    public bool IsThere { get; }

    /// <summary>Why its class tells nothing, or not all. A class that isn't there is a Defender that isn't there; anything else leaves room
    /// for one.</summary>
    public Gap? Gap => _gap is { Kind: GapKind.NotPresent } && _row is null && !IsThere ? null : _gap;

    private ProtectionState? Claim => _registered.Select(each => each.Claim).Distinct().Count() == 1 ? _registered[0].Claim : null;

    public SeenProduct Read(AntivirusFact fact, SecurityProduct? product, DateTimeOffset? now)
    {
        var (state, why) = Judge(now);
        // Of a Defender that is off there, the Center keeps what it heard last.
        var told = Claim == ProtectionState.On ? Told : null;
        fact = fact with
        {
            Source = string.Join("; ", Sources()),
            State = state,
            RegisteredState = Claim,
            IsReporting = false,
            DefinitionsCurrent = told,
            ReportedAt = _registered.Select(each => each.ReportedAt).FirstOrDefault(),
        };
        if (_status is null)
            return new SeenProduct(fact, product) { Why = why };
        var definitions = DefenderDefinitions.Of(_row!, now);
        var own = definitions.Exist == false ? false : !_status.IsOutOfDate;
        var doubt = definitions.Exist == false ? null : DoubtOf(told, own);
        // Where its class doesn't say, the Center's word stands alone.
        doubt ??= own is null
            ? _registered.Select(each => each.DoubtOfCurrent(now, _answers.LastBoot)).FirstOrDefault(each => each is not null)
            : null;
        var ages = new[]
        {
            nameof(AntivirusFact.DefinitionAge),
            nameof(AntivirusFact.HasDefinitions),
            nameof(AntivirusFact.DefinitionUpdatedAt),
        }.Select(property => definitions.Gap is null ? null : definitions.Gap with { Property = property });
        fact = _status.Into(fact, definitions);
        var behavior = fact.BehaviorMonitoring == true ? DoubtOfBehavior : null;
        return new SeenProduct(
            fact with
            {
                DefinitionsCurrent = doubt is null ? own ?? told : null,
                BehaviorMonitoring = behavior is null ? fact.BehaviorMonitoring : null,
            },
            product
        )
        {
            Why = why,
            Gaps = ages.Prepend(doubt).Append(behavior).OfType<Gap>().ToArray(),
        };
    }

    /// <summary>Why it isn't believed that behaviour is watched: a switch says otherwise, and nothing stands against it.</summary>
    private Gap? DoubtOfBehavior =>
        !_status!.IsShielded && _answers.Switches.SetAgainstBehavior.ToArray() is { Length: > 0 } places
            ? new Gap(
                GapKind.Unusable,
                DefenderStatus.Source,
                new LocalText(
                    $"BehaviorMonitorEnabled は true だが、{string.Join("、", places)} が無効にしている（改ざん防止は有効でない）",
                    $"BehaviorMonitorEnabled is true, but {string.Join(" and ", places)} switches it off, and tamper protection isn't on"
                )
            )
            {
                Property = nameof(AntivirusFact.BehaviorMonitoring),
            }
            : null;

    /// <summary>What contradicts its class and its service where both say that it is on.</summary>
    private IEnumerable<LocalText> Contradictions(DateTimeOffset? now)
    {
        if (_status!.Ailing is { } ailing)
            yield return ailing;
        if (_answers.IsCenterEmpty)
        {
            yield return new LocalText(
                "セキュリティセンターに製品が1つもない（クライアントではあり得ない）",
                "the Security Center names no product at all, which no client does"
            );
        }

        foreach (
            var state in _registered
                .Where(each => each.Claim != ProtectionState.On && each.Stands(now, _answers.LastBoot))
                .Select(each => each.Claim)
                .Distinct()
        )
        {
            yield return Words(state);
        }

        if (_status.IsShielded)
            yield break;
        foreach (var place in _answers.Switches.SetAgainstStatus)
        {
            yield return new LocalText(
                $"{place} が無効にしている（改ざん防止は有効でない）",
                $"{place} switches it off, and tamper protection isn't on"
            );
        }
    }

    private static LocalText Words(ProtectionState? registered) =>
        registered switch
        {
            ProtectionState.Off => new("セキュリティセンターでは無効", "the Security Center calls it off"),
            ProtectionState.Snoozed => new("セキュリティセンターでは一時停止中", "the Security Center calls it snoozed"),
            ProtectionState.Expired => new("セキュリティセンターでは期限切れ", "the Security Center calls it expired"),
            _ => new("セキュリティセンターの値を解釈できない", "what the Security Center says of it can't be understood"),
        };

    /// <summary>What all its rows in the Center say of its definitions; null where they differ, or one can't be read.</summary>
    private bool? Told =>
        _registered.Select(each => each.State?.DefinitionsCurrent).Distinct().Count() == 1
            ? _registered[0].State?.DefinitionsCurrent
            : null;

    /// <summary>Why neither of two that speak of its definitions is believed: they contradict each other, or what one of them says can't be
    /// read.</summary>
    private Gap? DoubtOf(bool? told, bool? own)
    {
        var says =
            told is not null && own is not null && told != own
                ? new LocalText(
                    $"定義ファイルについて、セキュリティセンターは{Words(told).Ja}、DefenderSignaturesOutOfDate は{Words(own).Ja}としている",
                    $"the Security Center calls the definitions {Words(told).En}, DefenderSignaturesOutOfDate {Words(own).En}"
                )
            : _status!.NoVersion is { } none && (own ?? told) == true
                ? none.Then(new LocalText("だが、定義ファイルは最新とされている", ", and the definitions are called current"))
            : _status.IsOutOfDateUnread
                ? new LocalText(
                    "DefenderSignaturesOutOfDate が存在するが、読めない",
                    "DefenderSignaturesOutOfDate is there, and can't be read"
                )
            : IsUntold
                ? new LocalText(
                    "定義ファイルについてのセキュリティセンターの値を読めないか、2通りの値がある",
                    "what the Security Center says of the definitions can't be read, or is said in two ways"
                )
            : null;
        return says is null
            ? null
            : new Gap(GapKind.Unusable, DefenderStatus.Source, says) { Property = nameof(AntivirusFact.DefinitionsCurrent) };
    }

    /// <summary>Whether the Center knows it, and what it says of it isn't known.</summary>
    private bool IsUntold => _registered.Count > 0 && (Claim is null || (Claim == ProtectionState.On && Told is null));

    private static LocalText Words(bool? current) => current == true ? new("最新", "current") : new("期限切れ", "out of date");

    private IEnumerable<string> Sources()
    {
        if (_registered.Count > 0)
            yield return Registration.Source;
        if (_status is not null)
            yield return DefenderStatus.Source;
        if (_services.Exists(Service))
            yield return "root/cimv2:Win32_Service";
    }

    private (ProtectionState? State, Gap? Why) Judge(DateTimeOffset? now)
    {
        var runs = _services.IsRunning(Service);
        if (_status?.State == ProtectionState.Off || (runs == false && _services.Exists(Service) && _status?.State is null))
            return (ProtectionState.Off, null);
        if (_status?.State == ProtectionState.On)
        {
            return runs == true
                ? JudgeByAll(now)
                : (
                    null,
                    Unproven(
                        new LocalText("自身のクラスではMicrosoft Defenderは有効", "its own class calls Microsoft Defender on"),
                        DefenderStatus.Source,
                        runs
                    )
                );
        }

        return _status is not null ? (null, _status.Unclear) : JudgeBySilence(runs, now);
    }

    /// <summary>With its class and its service, which both say that it is on.</summary>
    private (ProtectionState? State, Gap? Why) JudgeByAll(DateTimeOffset? now)
    {
        var against = Contradictions(now).ToArray();
        return against.Length == 0
            ? (ProtectionState.On, null)
            : (
                null,
                new Gap(
                    GapKind.Unusable,
                    DefenderStatus.Source,
                    new LocalText(
                        $"自身のクラスではMicrosoft Defenderは有効でサービスも実行中だが、{string.Join("、", against.Select(each => each.Ja))}。Windows セキュリティの画面で確認し、設定を改めるかホストを再起動してください",
                        $"its own class calls Microsoft Defender on and its service runs, but {string.Join(", and ", against.Select(each => each.En))}: look at it in Windows Security, and correct the setting or restart the host"
                    )
                )
            );
    }

    /// <summary>Without its own class.</summary>
    private (ProtectionState? State, Gap? Why) JudgeBySilence(bool? runs, DateTimeOffset? now)
    {
        var gap = _gap!;
        if (Claim is null)
        {
            return (
                null,
                _registered.Count > 0
                    ? new Gap(
                        GapKind.Unusable,
                        Registration.Source,
                        new LocalText(
                            "Microsoft Defenderについてのセキュリティセンターの値を解釈できないか、2通りの値がある",
                            "what the Security Center says of Microsoft Defender can't be understood, or is said in two ways"
                        )
                    )
                    : gap.Saying(
                        gap.Told.Then(
                            new LocalText(
                                "。サービスの実行だけでは、保護している証明にならない",
                                ": that its service runs doesn't prove that it protects"
                            )
                        )
                    )
            );
        }

        if (Claim == ProtectionState.On)
        {
            if (runs != true)
            {
                return (
                    null,
                    Unproven(
                        new LocalText(
                            "セキュリティセンターではMicrosoft Defenderは有効",
                            "the Security Center calls Microsoft Defender on"
                        ),
                        Registration.Source,
                        runs
                    )
                );
            }

            if (_against.Count > 0)
            {
                return (
                    null,
                    new Gap(
                        GapKind.Unusable,
                        DefenderStatus.Source,
                        new LocalText(
                            $"セキュリティセンターではMicrosoft Defenderは有効でサービスも実行中だが、{string.Join("、", _against.Select(each => each.Ja))}。確認に必要な自身のクラス: {gap.Told.Ja}",
                            $"the Security Center calls Microsoft Defender on and its service runs, but {string.Join(", and ", _against.Select(each => each.En))}; of its own class, which would tell: {gap.Message}"
                        )
                    )
                );
            }

            // Its service runs in passive mode too: what the Center heard long ago may have changed since.
            if (!_registered.Any(each => each.IsRecent(now)))
            {
                return (
                    null,
                    gap.Saying(
                        new LocalText(
                            "セキュリティセンターではMicrosoft Defenderは有効だが、直近1日の報告がない。自身のクラス: ",
                            "the Security Center calls Microsoft Defender on, and didn't hear of it within the last day; of its own class: "
                        ).Then(gap.Told)
                    )
                );
            }

            return gap.Kind == GapKind.NotPresent || IsContradictory
                ? (
                    null,
                    gap.Saying(
                        new LocalText(
                            "セキュリティセンターではMicrosoft Defenderは有効でサービスも実行中だが、自身のクラスは: ",
                            "the Security Center calls Microsoft Defender on and its service runs, but of its own class: "
                        ).Then(gap.Told)
                    )
                )
                : (ProtectionState.On, null);
        }

        return Claim == ProtectionState.Off && runs == true
            ? (
                null,
                gap.Saying(
                    new LocalText(
                        "セキュリティセンターではMicrosoft Defenderは無効だが、サービスは実行中。自身のクラス: ",
                        "the Security Center calls Microsoft Defender off, but its service runs; of its own class: "
                    ).Then(gap.Told)
                )
            )
            : (Claim, null);
    }

    /// <summary>An answer that can't be believed contradicts; none at all doesn't.</summary>
    private bool IsContradictory => _gap!.Kind == GapKind.Unusable;

    private Gap Unproven(LocalText claim, string source, bool? runs)
    {
        if (runs == false)
        {
            return new Gap(
                GapKind.Unusable,
                source,
                claim.Then(new LocalText($"だが、サービス {Service} が実行されていない", $", but its service {Service} doesn't run"))
            );
        }

        var gap =
            _services.Gap
            ?? new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_Service",
                _services.Contradiction(Service)
                    ?? new LocalText("サービスの状態が示されないか、複数示されている", "the host doesn't tell its state, or tells several")
            );
        return gap.Saying(
            claim
                .Then(
                    new LocalText($"だが、サービス {Service} が実行中か分からない: ", $"; whether its service {Service} runs isn't known: ")
                )
                .Then(gap.Told)
        );
    }
}
