using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Targets;

/// <summary>
/// Finds rows of an inventory that are of one machine: under the same name, with its domain and without, cut where NetBIOS cuts it, or by its address. One that certainly is a row that
/// stands before is left out; one that may be is told, and stays.
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
    public bool Keep((int Line, Target Target) row, out string? told)
    {
        var name = row.Target.ComputerName;
        var before = _alike[Likeness(name)].Where(each => _kept.Contains(each.Target) && HostName.AreSame(each.Target.ComputerName, name) != false)
            .OrderByDescending(each => HostName.AreEqual(each.Target.ComputerName, name)).Take(1).Concat(ByAddress(row.Target)).ToArray();
        told = null;
        if (before.Length > 0)
        {
            var (line, twin) = before[0];
            var differ = Differ(twin, row.Target);
            var isSame = HostName.AreEqual(twin.ComputerName, name);
            var are = $"'{twin.ComputerName}' (line {line}) and '{name}' (line {row.Line})";
            if (isSame || (differ.Length == 0 && !IsAmbiguous(twin.ComputerName, name)))
            {
                told = isSame ? $"'{name}' stands in the file twice, on the lines {line} and {row.Line}" : are + " are one machine";
                told += differ.Length == 0 ? "; this row is left out" : $", with another {differ}; this row is left out: give the machines names of their own, or take one row out";
                return false;
            }

            told = $"{are} may be one machine{(differ.Length > 0 ? $", with another {differ}" : string.Empty)}; both are asked: write each with its domain, or take one row out";
        }

        _kept.Add(row.Target);
        if ((row.Target.Address ?? name) is var address && HostName.IsAddress(address) && !_byAddress.ContainsKey(HostName.Plain(address)))
            _byAddress.Add(HostName.Plain(address), row);
        return true;
    }

    private static string Likeness(string name) => new HostIdentity(name, null, null, null, Array.Empty<string>()).Likeness;

    /// <summary>A row that names a machine by nothing but the address that another gives it, or the other way round.</summary>
    private IEnumerable<(int Line, Target Target)> ByAddress(Target target) =>
        (target.Address ?? target.ComputerName) is var address && _byAddress.TryGetValue(HostName.Plain(address), out var found)
        && (HostName.IsAddress(target.ComputerName) || HostName.IsAddress(found.Target.ComputerName)) && found.Target.Port == target.Port
            ? new[] { found } : Array.Empty<(int, Target)>();

    /// <summary>Whether a third name of the file may be either.</summary>
    private bool IsAmbiguous(string a, string b) => _alike[Likeness(a)].Select(each => each.Target.ComputerName)
        .Any(third => !HostName.AreEqual(third, a) && !HostName.AreEqual(third, b) && (HostName.AreSame(third, a) != false || HostName.AreSame(third, b) != false));

    /// <summary>In what two rows contradict each other.</summary>
    private static string Differ(Target a, Target b) => string.Join(", ", new[]
    {
        (Column: "Zone", A: a.Zone?.ToString(), B: b.Zone?.ToString()), (Column: "Address", A: a.Address, B: b.Address), (Column: "Recording", A: a.RecordingPath, B: b.RecordingPath),
    }.Where(each => each.A is not null && each.B is not null && !string.Equals(each.A, each.B, StringComparison.OrdinalIgnoreCase)).Select(each => each.Column));

    private sealed class ByReference : IEqualityComparer<Target>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(Target x, Target y) => ReferenceEquals(x, y);

        public int GetHashCode(Target target) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(target);
    }
}
