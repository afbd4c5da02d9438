using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A version, or line of versions, that is supported as one.</summary>
internal sealed record LifecycleCycle(string Name)
{
    /// <summary>The cycle of what doesn't tell its version.</summary>
    public static readonly LifecycleCycle Untold = new(string.Empty);

    public string? Title { get; init; }

    /// <summary>For a Windows: its build.</summary>
    public long? Build { get; init; }

    /// <summary>For a Windows: the editions (OperatingSystemSKU) meant; empty for all.</summary>
    public IReadOnlyList<long> Skus { get; init; } = Array.Empty<long>();

    /// <summary>For a Windows 10 or 11: its release as the registry names it (22H2, 1809), which stands in the cycle's name behind the
    /// system's; null for what has none.</summary>
    public string? Release =>
        Build is not null && Name.Split('-') is { Length: > 1 } parts && parts[0] is ("10" or "11") && IsRelease(parts[1])
            ? parts[1].ToUpperInvariant()
            : null;

    /// <summary>The last day of ordinary security support; null when it has ended on an unknown day, or is open.</summary>
    public DateTime? Ends { get; init; }

    /// <summary>No end has been announced.</summary>
    public bool EndIsOpen { get; init; }

    /// <summary>The last day of extended support that must be bought.</summary>
    public DateTime? Extended { get; init; }

    /// <summary>No day of an end is published, or was found: it says neither that there is support nor that there is none.</summary>
    public bool IsUndated { get; init; }

    /// <summary>
    /// The days are those of another by which this one ended at the latest: of the next that is listed where this isn't, or of the last
    /// service pack where nothing tells which this has.
    /// </summary>
    public bool IsBound { get; init; }

    /// <summary>To be put in order by: what ended on an unknown day before, what is open after all days.</summary>
    public DateTime Ending => EndIsOpen ? DateTime.MaxValue : Ends ?? DateTime.MinValue;

    /// <summary>Versions in their order, the shorter of two that begin alike first.</summary>
    public static IComparer<IReadOnlyList<int>> ByNumber { get; } =
        Comparer<IReadOnlyList<int>>.Create(
            (left, right) =>
                IsBefore(left, right) ? -1
                : IsBefore(right, left) ? 1
                : left.Count.CompareTo(right.Count)
        );

    private static bool IsRelease(string text) =>
        text.Length == 4 && char.IsDigit(text[0]) && char.IsDigit(text[1]) && char.IsDigit(text[3]);

    public bool HasSameEnds(LifecycleCycle other) => Ends == other.Ends && EndIsOpen == other.EndIsOpen && Extended == other.Extended;

    /// <summary>The numbers of a version, or of as much of it as names a cycle; null for what isn't made of numbers.</summary>
    public static IReadOnlyList<int>? Numbers(string? version)
    {
        var parts = version
            ?.Trim()
            .Split('.')
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .ToArray();
        return parts is null || parts.Contains(-1) ? null : parts;
    }

    /// <summary>Whether a version comes before another. One that merely says less than the other may be it.</summary>
    public static bool IsBefore(IReadOnlyList<int> version, IReadOnlyList<int> other)
    {
        var difference = version.Zip(other, (left, right) => left.CompareTo(right)).FirstOrDefault(order => order != 0);
        return difference < 0;
    }
}
