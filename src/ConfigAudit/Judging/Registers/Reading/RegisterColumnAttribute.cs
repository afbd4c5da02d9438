using System;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>A property that is a column of a register.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RegisterColumnAttribute : Attribute
{
    /// <param name="japanese">The header for Japanese readers.</param>
    public RegisterColumnAttribute(string japanese) => Japanese = japanese;

    public string Japanese { get; }

    /// <summary>Whether it tells rows apart.</summary>
    public bool IsKey { get; set; }

    public bool IsRequired { get; set; }

    /// <summary>Whether an empty cell stands for any, so that what tells nothing (－, なし, 不明) can't be taken for one.</summary>
    public bool EmptyIsAny { get; set; }

    /// <summary>Another property that can't be known where this one couldn't be read; null for none.</summary>
    public string? Decides { get; set; }

    /// <summary>What has to stand there, where something does.</summary>
    public CellContent Content { get; set; }

    /// <summary>A cell as it may be written, for templates.</summary>
    public string Example { get; set; } = string.Empty;
}
