using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Whether Microsoft Defender protects. It is on where its class and its service say so and nothing contradicts them. The Center's word is that
/// of somebody who was told: one that Defender has let stand since Windows last started contradicts nothing.
/// </summary>
internal sealed class DefenderProtection
{
    private readonly IReadOnlyList<Registration> _registered;
    private readonly DefenderStatus? _status;
    private readonly Gap? _gap;
    private readonly ServiceStates _services;
    private readonly IReadOnlyList<LocalText> _against;
    private readonly AntivirusAnswers _answers;

    /// <param name="registered">Its rows in the Security Center.</param>
    /// <param name="status">What its class tells; null where that wasn't read.</param>
    /// <param name="gap">Why that wasn't read, or not whole.</param>
    /// <param name="answers">The service and what is set, among others.</param>
    /// <param name="against">What speaks against its protecting, where its own class doesn't tell.</param>
    public DefenderProtection(
        IReadOnlyList<Registration> registered,
        DefenderStatus? status,
        Gap? gap,
        AntivirusAnswers answers,
        IReadOnlyList<LocalText> against
    ) => (_registered, _status, _gap, _services, _answers, _against) = (registered, status, gap, answers.Services, answers, against);

    /// <summary>What all its rows in the Center say; null where they differ, or there is none.</summary>
    public ProtectionState? Claim => _registered.Select(each => each.Claim).Distinct().Count() == 1 ? _registered[0].Claim : null;

    public (ProtectionState? State, Gap? Why) Judge(DateTimeOffset? now)
    {
        var runs = _services.IsRunning(DefenderReader.Service);
        if (_status?.State == ProtectionState.Off || (runs == false && _services.Exists(DefenderReader.Service) && _status?.State is null))
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
                claim.Then(
                    new LocalText(
                        $"だが、サービス {DefenderReader.Service} が実行されていない",
                        $", but its service {DefenderReader.Service} doesn't run"
                    )
                )
            );
        }

        var gap =
            _services.Gap
            ?? new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_Service",
                _services.Contradiction(DefenderReader.Service)
                    ?? new LocalText("サービスの状態が示されないか、複数示されている", "the host doesn't tell its state, or tells several")
            );
        return gap.Saying(
            claim
                .Then(
                    new LocalText(
                        $"だが、サービス {DefenderReader.Service} が実行中か分からない: ",
                        $"; whether its service {DefenderReader.Service} runs isn't known: "
                    )
                )
                .Then(gap.Told)
        );
    }
}
