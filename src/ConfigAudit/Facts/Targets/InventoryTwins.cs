using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>
/// Finds rows of an inventory that are of one machine: under the same name, with its domain and without, cut where NetBIOS cuts it, or by
/// its
/// address. One that certainly is a row that stands before is left out; one that may be is told, and stays.
/// </summary>
internal sealed class InventoryTwins
{
    private readonly ILookup<string, (int Line, Target Target)> _alike;
    private readonly Dictionary<string, (int Line, Target Target)> _byAddress = new(StringComparer.Ordinal);
    private readonly HashSet<Target> _kept = new(ByReference.Instance);

    public InventoryTwins(IEnumerable<(int Line, Target Target)> rows) => _alike = rows.ToLookup(row => Likeness(row.Target.ComputerName));

    /// <summary>Whether the row is to be kept; it comes after those that stand before it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="told">What is to be said of it; null for nothing.</param>
    public bool Keep((int Line, Target Target) row, out LocalText? told)
    {
        var name = row.Target.ComputerName;
        var before = _alike[Likeness(name)]
            .Where(each => _kept.Contains(each.Target) && HostName.AreSame(each.Target.ComputerName, name) != false)
            .OrderByDescending(each => HostName.AreEqual(each.Target.ComputerName, name))
            .Take(1)
            .Concat(ByAddress(row.Target))
            .ToArray();
        told = null;
        if (before.Length > 0)
        {
            var (line, twin) = before[0];
            var differences = SettingDifference.Differing(twin, row.Target);
            var differ = string.Join(", ", differences.Where(each => each.IsContradiction));
            // Another role or protocol is no sign of another machine.
            var isOther = differences.Any(each => each.IsContradiction && each.Column is "Zone" or "Address" or "Recording");
            var isSame = HostName.AreEqual(twin.ComputerName, name);
            var are = new LocalText(
                $"'{twin.ComputerName}'（{line}行目）と '{name}'（{row.Line}行目）は",
                $"'{twin.ComputerName}' (line {line}) and '{name}' (line {row.Line})"
            );
            if (isSame || (!isOther && !IsAmbiguous(twin.ComputerName, name)))
            {
                told = (
                    isSame
                        ? new LocalText(
                            $"'{name}' が{line}行目と{row.Line}行目に2回あり",
                            $"'{name}' stands in the file twice, on the lines {line} and {row.Line}"
                        )
                        : are.Then(new LocalText("同じホストで", " are one machine"))
                ).Then(
                    differ.Length == 0
                        ? new LocalText("、この行は使用しません", "; this row is left out").Then(Lost(differences))
                        : new LocalText(
                            $"、{differ} が異なります。この行は使用しません。別のホストであれば別の名前にし、同じホストであれば一方の行を消してください",
                            $", with another {differ}; this row is left out: give the machines names of their own, or take one row out"
                        )
                );
                return false;
            }

            told = are.Then(
                new LocalText(
                    $"同じホストかもしれません{(differ.Length > 0 ? $"（{differ} が異なります）" : string.Empty)}。両方に問い合わせます。それぞれドメイン付きで書くか、一方の行を消してください",
                    $" may be one machine{(differ.Length > 0 ? $", with another {differ}" : string.Empty)}; both are asked: write each with its domain, or take one row out"
                )
            );
        }

        _kept.Add(row.Target);
        if ((row.Target.Address ?? name) is var address && HostName.IsAddress(address) && !_byAddress.ContainsKey(HostName.Plain(address)))
            _byAddress.Add(HostName.Plain(address), row);
        return true;
    }

    /// <summary>What the row says and the other doesn't.</summary>
    private static LocalText Lost(IReadOnlyList<SettingDifference> differences) =>
        string.Join(", ", differences.Where(each => each.Second is not null).Select(each => $"{each.Column} {each.Second}"))
            is { Length: > 0 } lost
            ? new LocalText($"。{lost} も失われるため、もう一方の行に書いてください", $", and {lost} with it: write it into the other row")
            : LocalText.Empty;

    private static string Likeness(string name) => new HostIdentity(name, null, null, null, Array.Empty<string>()).Likeness;

    /// <summary>A row that names a machine by nothing but the address that another gives it, or the other way round.</summary>
    private IEnumerable<(int Line, Target Target)> ByAddress(Target target) =>
        (target.Address ?? target.ComputerName) is var address
        && _byAddress.TryGetValue(HostName.Plain(address), out var found)
        && (HostName.IsAddress(target.ComputerName) || HostName.IsAddress(found.Target.ComputerName))
        && found.Target.Port == target.Port
            ? new[] { found }
            : Array.Empty<(int, Target)>();

    /// <summary>Whether a third name of the file may be either.</summary>
    private bool IsAmbiguous(string a, string b) =>
        _alike[Likeness(a)]
            .Select(each => each.Target.ComputerName)
            .Any(third =>
                !HostName.AreEqual(third, a)
                && !HostName.AreEqual(third, b)
                && (HostName.AreSame(third, a) != false || HostName.AreSame(third, b) != false)
            );

    private sealed class ByReference : IEqualityComparer<Target>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(Target x, Target y) => ReferenceEquals(x, y);

        public int GetHashCode(Target target) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(target);
    }
}
