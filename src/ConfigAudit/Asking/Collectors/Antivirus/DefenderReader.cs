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
/// </summary>
internal sealed class DefenderReader
{
    public const string Service = "WinDefend";

    private readonly IReadOnlyList<Registration> _registered;
    private readonly DefenderStatus? _status;
    private readonly CimRow? _row;
    private readonly Gap? _gap;
    private readonly ServiceStates _services;
    private readonly DefenderProtection _protection;
    private readonly AntivirusAnswers _answers;

    /// <param name="registered">Its rows in the Security Center.</param>
    /// <param name="answers">MSFT_MpComputerStatus, the service, and what is set, among others.</param>
    /// <param name="against">What speaks against its protecting, where its own class doesn't tell: switches that are set, and other
    /// products that run.</param>
    public DefenderReader(IReadOnlyList<Registration> registered, AntivirusAnswers answers, IReadOnlyList<LocalText> against)
    {
        _answers = answers;
        var one = new SoleInstance(answers.Defender, DefenderStatus.Source);
        (_registered, _row, _gap, _services) = (registered, one.Row, one.RowGap, answers.Services);
        _status = _row is null ? null : new DefenderStatus(_row);
        _protection = new DefenderProtection(registered, _status, _gap, answers, against);
        IsThere = registered.Count > 0 || answers.Defender.Rows.Count > 0 || _services.Exists(Service);
    }

    /// <summary>Whether the host shows a Defender.</summary>
    public bool IsThere { get; }

    /// <summary>Why its class tells nothing, or not all. A class that isn't there is a Defender that isn't there; anything else leaves room
    /// for one.</summary>
    public Gap? Gap => _gap is { Kind: GapKind.NotPresent } && _row is null && !IsThere ? null : _gap;

    private ProtectionState? Claim => _protection.Claim;

    public SeenProduct Read(AntivirusFact fact, SecurityProduct? product, DateTimeOffset? now)
    {
        var (state, why) = _protection.Judge(now);
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
}
