using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules.Access;

/// <summary>
/// Who may change a file or folder of Windows, by its security descriptor as text (SDDL, [MS-DTYP] §2.5.1). Entries that deny are left out
/// of account: they
/// only take away, and who is allowed and denied at once is said to be allowed.
/// </summary>
internal sealed class SecurityDescriptor
{
    /// <summary>Write data or add file, append data or add subfolder, write extended attributes, delete child, write attributes, delete,
    /// change permissions, take ownership, all, write.</summary>
    private const uint Changing = 0x2 | 0x4 | 0x10 | 0x40 | 0x100 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000 | 0x4000_0000;

    /// <summary>What lets somebody put another folder in a folder's place: delete child, delete, change permissions, take ownership,
    /// all.</summary>
    private const uint Replacing = 0x40 | 0x1_0000 | 0x4_0000 | 0x8_0000 | 0x1000_0000;

    private static readonly Regex Owner = LinearPattern.Of(@"O:(?<owner>S-[0-9-]+|[A-Z]{2})");

    /// <summary>Up to whom it is for: a condition may follow, and holds parentheses of its own.</summary>
    private static readonly Regex Entry = LinearPattern.Of(
        @"\((?<type>[A-Z]+);(?<flags>[A-Z]*);(?<rights>[^;]*);[^;]*;[^;]*;(?<who>S-[0-9-]+|[A-Z]{2})(?=[;)])"
    );

    /// <summary>Standard and generic rights, and those of files ([MS-DTYP] §2.5.1.1).</summary>
    private static readonly Dictionary<string, uint> Rights = new(StringComparer.Ordinal)
    {
        ["GA"] = 0x1000_0000,
        ["GX"] = 0x2000_0000,
        ["GW"] = 0x4000_0000,
        ["GR"] = 0x8000_0000,
        ["RC"] = 0x2_0000,
        ["SD"] = 0x1_0000,
        ["WD"] = 0x4_0000,
        ["WO"] = 0x8_0000,
        ["FA"] = 0x1F_01FF,
        ["FR"] = 0x12_0089,
        ["FW"] = 0x12_0116,
        ["FX"] = 0x12_00A0,
        ["CC"] = 0x1,
        ["DC"] = 0x2,
        ["LC"] = 0x4,
        ["SW"] = 0x8,
        ["RP"] = 0x10,
        ["WP"] = 0x20,
        ["DT"] = 0x40,
        ["LO"] = 0x80,
        ["CR"] = 0x100,
    };

    /// <summary>SYSTEM, Administrators, TrustedInstaller, and CREATOR OWNER and OWNER RIGHTS, who are nobody of their own.</summary>
    private static readonly string[] Trusted =
    {
        "SY",
        "S-1-5-18",
        "BA",
        "S-1-5-32-544",
        "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464",
        "CO",
        "S-1-3-0",
        "OW",
        "S-1-3-4",
    };

    private readonly string _text;
    private readonly string? _ours;

    /// <param name="text">With owner and DACL, as ConvertSecurityDescriptorToStringSecurityDescriptor writes it.</param>
    /// <param name="ours">A SID that is trusted besides; null for none.</param>
    public SecurityDescriptor(string text, string? ours = null) => (_text, _ours) = (text, ours);

    /// <summary>Who, besides the system, administrators and the trusted account, may change it or what is in it: SIDs or their
    /// abbreviations.</summary>
    public IReadOnlyList<string> Changers => Others(Changing);

    /// <summary>Who may put another folder in its place.</summary>
    public IReadOnlyList<string> Replacers => Others(Replacing);

    private string[] Others(uint wanted)
    {
        var owner = Owner.Match(_text).Groups["owner"].Value;
        // No DACL at all lets everybody do anything.
        if (_text.IndexOf("D:", StringComparison.Ordinal) < 0 || _text.IndexOf("NO_ACCESS_CONTROL", StringComparison.Ordinal) >= 0)
            return new[] { "WD" };
        return Entry
            .Matches(Dacl())
            .Cast<Match>()
            // Allowing entries, also with a condition. Those that are only handed down don't hold for the folder itself.
            .Where(entry =>
                entry.Groups["type"].Value is "A" or "XA"
                && !Flags(entry).Contains("IO")
                && (Mask(entry.Groups["rights"].Value) & wanted) != 0
            )
            .Select(entry => entry.Groups["who"].Value)
            .Append(owner)
            .Where(who => !Trusted.Contains(who, StringComparer.Ordinal) && who != _ours)
            .Distinct()
            .ToArray();
    }

    /// <summary>Without the SACL, whose entries don't allow.</summary>
    private string Dacl()
    {
        var from = _text.IndexOf("D:", StringComparison.Ordinal);
        var to = _text.IndexOf("S:", from, StringComparison.Ordinal);
        return to < 0 ? _text.Substring(from) : _text.Substring(from, to - from);
    }

    private static IEnumerable<string> Flags(Match entry)
    {
        var flags = entry.Groups["flags"].Value;
        for (var at = 0; at + 1 < flags.Length; at += 2)
            yield return flags.Substring(at, 2);
    }

    /// <summary>What isn't understood allows all.</summary>
    private static uint Mask(string rights)
    {
        if (rights.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return uint.TryParse(rights.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
                ? number
                : uint.MaxValue;
        }

        var mask = 0u;
        for (var at = 0; at < rights.Length; at += 2)
            mask |= at + 1 < rights.Length && Rights.TryGetValue(rights.Substring(at, 2), out var right) ? right : uint.MaxValue;
        return mask;
    }
}
