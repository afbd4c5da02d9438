using System;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A catalogue that is in use: how old it is, and which file exactly.</summary>
public sealed record CatalogInfo
{
    /// <summary>The name of its file, without the ending.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>The day of its data. What happened later isn't in it.</summary>
    public DateTime Edition { get; init; }

    /// <summary>How many products or tools it knows.</summary>
    public int Entries { get; init; }

    /// <summary>Of the file's bytes, in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The file.</summary>
    public string Path { get; init; } = string.Empty;
}
