using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// The stores that may set something of one profile. Group policy's value wins over the machine's own ([MS-FASP] §2.2.38). How device
/// management's is merged with both isn't
/// documented (the Firewall CSP repeats that law and names no third store): where it says the same, or is alone, it counts, and where it
/// says something else nobody knows.
/// </summary>
internal sealed class FirewallStores
{
    private readonly RegistryRow[] _policies;
    private readonly RegistryRow[] _devices;
    private readonly RegistryRow[] _locals;

    public FirewallStores(RegistryRow[] policies, RegistryRow[] devices, params RegistryRow[] locals) =>
        (_policies, _devices, _locals) = (policies, devices, locals);

    public IEnumerable<string> Sources =>
        _policies.Concat(_devices.Where(row => row.Gap is null)).Concat(_locals).Select(row => row.Source);

    /// <summary>0 or 1, or what Windows takes where nobody sets it; null where that isn't known either.</summary>
    public Reading<long?> Setting(string name, long? whenAbsent)
    {
        var settled = PolicyOrOwn(name, whenAbsent);
        // A recording made before this was asked doesn't hold it, which contradicts nothing.
        foreach (var device in _devices.Where(row => row.Number(name) is { IsAbsent: false, Gap: not { Kind: GapKind.NotRecorded } }))
        {
            var managed = device.Choice(name, null, 0, 1);
            if (!managed.IsKnown || !IsSet(name))
            {
                settled = managed;
            }
            else if (settled.IsKnown && settled.Value != managed.Value)
            {
                return Reading<long?>.Unknown(
                    Differ(
                        name,
                        new LocalText(
                            $"デバイス管理（{device.Source}）は {managed.Value}、{Setter(name).Source} は {settled.Value} で食い違う",
                            $"device management says {managed.Value} in {device.Source}, and {Setter(name).Source} says {settled.Value}"
                        )
                    )
                );
            }
        }

        return settled;
    }

    /// <summary>Whether any of them has it at this number.</summary>
    public bool Has(string name, long number) => _policies.Concat(_devices).Concat(_locals).Any(row => row.Number(name).Value == number);

    /// <summary>Who sets it.</summary>
    public SettingOrigin OriginOf(string name) =>
        _policies.Any(row => row.Number(name).Value is not null) ? SettingOrigin.Policy
        : _devices.Any(row => row.Number(name).Value is not null) ? SettingOrigin.Mdm
        : SettingOrigin.Local;

    private bool IsSet(string name) => _policies.Concat(_locals).Any(row => !row.Number(name).IsAbsent);

    private RegistryRow Setter(string name) => _policies.Concat(_locals).First(row => !row.Number(name).IsAbsent);

    /// <summary>
    /// By the first row that has the value; one that couldn't be read might have, so it ends the search. Two policies for one profile that
    /// say different things leave it unknown:
    /// which of them counts isn't documented.
    /// </summary>
    private Reading<long?> PolicyOrOwn(string name, long? whenAbsent)
    {
        var first = (IsSet(name) ? Setter(name) : _policies.Concat(_locals).Last()).Choice(name, whenAbsent, 0, 1);
        var second = _policies.Where(row => row.Number(name).Value is not null).Skip(1).FirstOrDefault();
        return second is null || first.Value is null || second.Number(name).Value == first.Value
            ? first
            : Reading<long?>.Unknown(
                Differ(
                    name,
                    new LocalText(
                        $"{first.Value} だが、{second.Source} は {second.Number(name).Value}",
                        $"it is {first.Value}, and {second.Source} says {second.Number(name).Value}"
                    )
                )
            );
    }

    private Gap Differ(string name, LocalText told) => new(GapKind.Unusable, $"{Setter(name).Source}\\{name}", told);
}
