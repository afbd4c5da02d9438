using System;
using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Where a product keeps, in the registry below HKEY_LOCAL_MACHINE, what it tells of its definitions.</summary>
/// <param name="Key">The key.</param>
/// <param name="Dates">The values that tell the day, for one way of working or another; empty and zero ones are in no use.</param>
/// <param name="DatePattern">With the groups year, month and day.</param>
internal sealed record DefinitionSource(RegistryKey Key, IReadOnlyList<string> Dates, BoundedPattern DatePattern)
{
    /// <summary>The value that tells the version; null for none.</summary>
    public string? Version { get; init; }

    /// <summary>With the group version; null when the whole value is the version.</summary>
    public BoundedPattern? VersionPattern { get; init; }

    public SourceInfo Info => new(Key.Source, Version is null ? Dates : new List<string>(Dates) { Version });

    /// <summary>The day in a value; null when it holds none.</summary>
    public DateTime? Day(string value)
    {
        var match = DatePattern.Match(value);
        return
            match is { Success: true }
            && DateTime.TryParseExact(
                $"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}",
                "yyyy-M-d",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            ? day
            : null;
    }

    /// <summary>The version in a value; null when it holds none. A number alone counts as one with .0 behind.</summary>
    public Version? VersionIn(string value)
    {
        var text =
            VersionPattern is null ? value
            : VersionPattern.Match(value) is { Success: true } match ? match.Groups["version"].Value
            : string.Empty;
        return System.Version.TryParse(text.IndexOf('.') < 0 ? text + ".0" : text, out var version) ? version : null;
    }
}
