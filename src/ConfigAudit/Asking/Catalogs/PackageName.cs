using System;
using System.Linq;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>
/// A package's full name: Name_Version_Architecture_ResourceId_PublisherId, as Microsoft documents the identity of packages. The resource's
/// id is empty for
/// most, and ~ for a bundle. No part can have an underscore in it.
/// </summary>
/// <param name="Name">Identity.Name of its manifest.</param>
/// <param name="Version">Four numbers.</param>
/// <param name="Publisher">Thirteen letters and digits that stand for the publisher's whole name.</param>
internal sealed record PackageName(string Name, Version Version, string Publisher)
{
    private const int PublisherLength = 13;

    /// <summary>Null for what is no full name.</summary>
    public static PackageName? Parse(string text)
    {
        var parts = text.Split('_');
        return
            parts.Length == 5
            && parts[0].Length > 0
            && parts[1].Count(letter => letter == '.') == 3
            && Version.TryParse(parts[1], out var version)
            && parts[4].Length == PublisherLength
            && parts[4].All(char.IsLetterOrDigit)
            ? new PackageName(parts[0], version, parts[4])
            : null;
    }
}
