using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>
/// The targets of a run as they come, by name. A host that is named again is asked once, by what was said of it first. A name that stands
/// for two
/// places is two hosts until they have answered: the second counts under its place, so that no count and no report takes both for one.
/// </summary>
internal sealed class NamedTargets
{
    private readonly Dictionary<string, List<(int Number, Target Target)>> _byName = new(StringComparer.Ordinal);

    /// <summary>By the name that findings carry: how the target was named, and where it was asked.</summary>
    private readonly Dictionary<string, (string Called, string? AskedAt, string? Recording)> _taken = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>What becomes of a target.</summary>
    public NamedTarget Take(Target target)
    {
        _number++;
        var name = HostName.Plain(target.ComputerName);
        if (!_byName.TryGetValue(name, out var same))
            _byName.Add(name, same = new List<(int Number, Target Target)>());
        foreach (var (number, twin) in same)
        {
            if (IsOnePlace(twin, target))
                return new NamedTarget(null, twin, number, _number) { Differing = SettingDifference.Differing(twin, target) };
        }

        var isFirst = same.Count == 0;
        var asked = isFirst ? target : target with { ComputerName = FreeName(target) };
        same.Add((_number, target));
        if (!isFirst)
            _byName.Add(HostName.Plain(asked.ComputerName), new List<(int Number, Target Target)> { (_number, target) });
        lock (_taken)
        {
            _taken[asked.ComputerName] = (
                target.ComputerName,
                AskedAt(target),
                target.RecordingPath is { } path ? Path.GetFullPath(path) : null
            );
        }

        return isFirst
            ? new NamedTarget(asked, null, 0, _number)
            : new NamedTarget(asked, same[0].Target, same[0].Number, _number)
            {
                Differing = SettingDifference.Differing(same[0].Target, target),
            };
    }

    /// <summary>Who answered, with how it was called and where it was asked.</summary>
    public HostIdentity Asked(HostIdentity host)
    {
        lock (_taken)
        {
            return _taken.TryGetValue(host.Called, out var taken)
                ? host with
                {
                    Called = taken.Called,
                    AskedAt = taken.AskedAt,
                    Recording = taken.Recording,
                }
                : host;
        }
    }

    /// <summary>Address and port; null for a recording or a name, of which only a resolver knows the address.</summary>
    private static string? AskedAt(Target target) =>
        target.Address is { } address ? At(address, target.Port)
        : HostName.IsAddress(target.ComputerName) ? At(target.ComputerName, target.Port)
        : null;

    private static string At(string address, int? port) =>
        port is null
            ? address
            : (HostName.IsAddress(address) && address.IndexOf(':') >= 0 ? $"[{address}]" : address)
                + ":"
                + port.Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whoever doesn't say where doesn't contradict.</summary>
    private static bool IsOnePlace(Target a, Target b)
    {
        if (
            a.Address is not null
            && b.Address is not null
            && (!HostName.AreEqual(a.Address, b.Address) || (a.Port is not null && b.Port is not null && a.Port != b.Port))
        )
        {
            return false;
        }

        return a.RecordingPath is null || b.RecordingPath is null || SettingDifference.HaveOneRecording(a, b);
    }

    /// <summary>The place that tells it from the one of its name.</summary>
    private string FreeName(Target target)
    {
        var places = new[]
        {
            target.Address,
            AskedAt(target),
            target.RecordingPath is { } path ? Path.GetFileNameWithoutExtension(path) : null,
        };
        var numbered = Enumerable
            .Range(_number, int.MaxValue - _number)
            .Select(number => $"{target.ComputerName} ({number.ToString(CultureInfo.InvariantCulture)})");
        return places.OfType<string>().Concat(numbered).First(IsFree);
    }

    private bool IsFree(string name) => !_byName.ContainsKey(HostName.Plain(name));
}
