using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Texts with something of the organisation's in them, each as its kind is treated.</summary>
internal sealed class OtherTexts
{
    private static readonly Regex Guid = LinearPattern.Of(@"^\{?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$", RegexOptions.IgnoreCase);

    /// <summary>A text of a program's own resources, which is everybody's.</summary>
    private static readonly Regex Resource = LinearPattern.Of(@"^@[\w.%\\() -]+\.(?:dll|exe),-\d+$", RegexOptions.IgnoreCase);

    /// <summary>Also what a user's key of HKEY_USERS is called.</summary>
    private static readonly Regex Sid = LinearPattern.Of(@"^(?:S-1(?:-\d+)+(?:_Classes)?|\.DEFAULT)$", RegexOptions.IgnoreCase);

    /// <summary>A device's bus and model, before its instance.</summary>
    private static readonly Regex DevicePlace = LinearPattern.Of(@"^\w+\\[^\\]+\\");

    private static readonly Regex Drive = LinearPattern.Of("^[A-Za-z]:$");

    /// <summary>Numbers, and no address: one of four parts is nothing that can be told from one.</summary>
    private static readonly Regex Versions = LinearPattern.Of(@"^(?!\d{1,3}(?:\.\d{1,3}){3}$)\d+(?:[ ./-]\d+)*(?: ?\(\d+\))?$");

    /// <summary>Of a text that names servers: the sign of a scheme or a field, a number, an address, and what is left, which names
    /// something.</summary>
    private static readonly Regex ServerParts = LinearPattern.Of(
        @"(?<kept>\b(?:https?|socks|ftp|file)://|\b(?:http|https|socks|ftp|Server|Refresh|IssuerCA)=|0x[0-9a-f]+\b)|(?<address>\[[0-9a-f:.%]+\]|(?<![\w.:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])|(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]))|(?<name>[^\s,;|/\\:=\[\]""'<>{}()@]+)",
        RegexOptions.IgnoreCase
    );

    /// <summary>Paths that every such server has.</summary>
    private static readonly string[] ServerPaths = { "wsman", "SubscriptionManager", "WEC" };

    /// <summary>Where programs and Windows stand: what is below is named by its makers.</summary>
    private static readonly string[] ProgramPlaces =
    {
        "Windows",
        "WINNT",
        "Program Files",
        "Program Files (x86)",
        "ProgramData",
        "%SystemRoot%",
        "%windir%",
        "%ProgramFiles%",
        "%ProgramFiles(x86)%",
        "%ProgramW6432%",
        "%CommonProgramFiles%",
        "%ProgramData%",
        "%AllUsersProfile%",
    };

    private static readonly string[] PersonPlaces = { "Users", "Documents and Settings" };

    private static readonly string[] ProgramEndings = { ".exe", ".dll", ".sys", ".com", ".msi", ".ps1", ".bat", ".cmd" };

    private static readonly HashSet<string> AddressFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "RA4",
        "RA6",
        "LA4",
        "LA6",
        "RA42",
        "RA62",
    };

    /// <summary>Fields of a firewall rule that hold what somebody chose, and those that are understood and hold nothing of the
    /// kind.</summary>
    private static readonly Dictionary<string, Disclosure> RuleFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["App"] = Disclosure.Path,
        ["Svc"] = Disclosure.Program,
        ["Name"] = Disclosure.Label,
        ["Desc"] = Disclosure.Label,
        ["EmbedCtxt"] = Disclosure.Label,
        ["LUAuth"] = Disclosure.Label,
        ["LUAuth2_24"] = Disclosure.Label,
        ["RMAuth"] = Disclosure.Label,
        ["RUAuth"] = Disclosure.Label,
        ["LUOwn"] = Disclosure.Sid,
    };

    private static readonly HashSet<string> PlainFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "Action",
        "Active",
        "Dir",
        "Protocol",
        "Profile",
        "LPort",
        "LPort2_10",
        "LPort2_20",
        "LPort2_24",
        "LPort2_25",
        "LPort2_29",
        "RPort",
        "RPort2_10",
        "RPort2_28",
        "IF",
        "IFType",
        "Security",
        "Security2_9",
        "Security2",
        "AppPkgId",
        "Edge",
        "Defer",
        "LSM",
        "ICMP4",
        "ICMP6",
        "Platform",
        "Platform2",
        "AuthByPassOut",
        "SkipVer",
        "LOM",
        "PCross",
    };

    private readonly OtherAddresses _addresses = new();

    public OtherNames Names { get; } = new();

    public string Treat(Disclosure kind, string text) =>
        kind switch
        {
            Disclosure.Fact => text,
            Disclosure.Program => Names.Words(text),
            Disclosure.Version => text,
            Disclosure.Path => Path(text),
            Disclosure.Command => Command(text),
            Disclosure.Device => (DevicePlace.Match(text) is { Success: true } place ? place.Value : string.Empty)
                + Names.Of(text, "device"),
            Disclosure.Host => IsAddress(text) ? _addresses.Address(text) : Names.Of(text, OtherNames.Host),
            Disclosure.Domain => Names.Of(text, OtherNames.Domain),
            Disclosure.Account => Names.Account(text),
            Disclosure.FullName => Names.FullName(text),
            Disclosure.Sid => Sid.IsMatch(text) ? Names.Sids(text) : Names.Of(text, "sid"),
            Disclosure.Address => _addresses.Prefix(text),
            Disclosure.Mac => _addresses.Mac(text),
            Disclosure.Server => Servers(text),
            Disclosure.Label => Resource.IsMatch(text) ? text : Names.Of(text, "label"),
            Disclosure.Identifier => Guid.IsMatch(text) ? text : Names.Of(text, "id"),
            Disclosure.Rule => Rule(text),
            Disclosure.SyncRoot => SyncRoot(text),
            Disclosure.SyncFolder => text.Length > 1 && text[1] == ':' ? text.Substring(0, 2) + @"\folder"
            : text.StartsWith(@"\\", StringComparison.Ordinal) ? @"\\server\folder"
            : "folder",
            _ => throw new InvalidOperationException(kind.ToString()),
        };

    /// <summary>Whether a catalogue's value is of the kind that catalogues are for.</summary>
    public static bool IsVersion(string text) => Versions.IsMatch(text);

    private static bool IsAddress(string text) => OtherAddresses.IsAddress(text);

    /// <summary>Servers, one or more. Microsoft's own are everybody's, and facts depend on them; of a URL or a share, what follows the
    /// server is named too.</summary>
    private string Servers(string text) =>
        ServerParts.Replace(
            text,
            match =>
            {
                if (match.Groups["kept"].Success)
                    return match.Value;
                if (match.Groups["address"].Success)
                    return match.Value[0] == '[' ? $"[{_addresses.Address(match.Value.Trim('[', ']'))}]" : _addresses.Address(match.Value);
                return match.Value.All(char.IsDigit) || IsEverybodys(match.Value) ? match.Value : Names.Of(match.Value, "server");
            }
        );

    private static bool IsEverybodys(string name) =>
        ServerPaths.Contains(name, StringComparer.OrdinalIgnoreCase)
        || new[] { "microsoft.com", "windowsupdate.com", "windows.com", "live.com", "azure.com" }.Any(domain =>
            name.Equals(domain, StringComparison.OrdinalIgnoreCase) || name.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>A path, or a name of a program without one. One that begins with a variable or a scheme of Windows' own is as
    /// everywhere.</summary>
    private string Path(string text)
    {
        if (
            text.StartsWith(@"\\", StringComparison.Ordinal)
            && !text.StartsWith(@"\\?\", StringComparison.Ordinal)
            && !text.StartsWith(@"\\.\", StringComparison.Ordinal)
        )
        {
            return Servers(text);
        }

        var parts = text.Split('\\', '/');
        // Before the first folder stands a drive, a variable, or nothing; a text without folders names a program.
        var first =
            parts.Length > 1
                ? Array.FindIndex(parts, part => part.Length > 0 && !Drive.IsMatch(part) && part is not ("?" or "??" or "."))
                : 0;
        if (first < 0 || text.Equals("windowsdefender://", StringComparison.OrdinalIgnoreCase))
            return text;
        if (IsOf(ProgramPlaces, parts[first]))
            return Names.Words(text);
        var isPersons = IsOf(PersonPlaces, parts[first]) && parts.Length > first + 1;
        // Below a person's own folder, those of programs stay.
        var from = isPersons ? first + 1 : first;
        var isBelowPerson = isPersons && parts.Length > from + 1 && parts[from + 1].Equals("AppData", StringComparison.OrdinalIgnoreCase);
        var last = parts.Length - 1;
        var other = parts
            .Select(
                (part, at) =>
                    at < from || part.Length == 0 || part is "*" or ".." ? part
                    : isPersons && at == from
                        ? IsOf(new[] { "Public", "Default", "All Users", "*" }, part) ? part
                            : Names.Account(part)
                    : (isBelowPerson && at > from) || (at == last && IsProgram(part) && part.IndexOfAny(new[] { '|', '=' }) < 0)
                        ? Names.Words(part)
                    : Names.Of(part, "folder")
            )
            .ToArray();
        return Joined(text, other);
    }

    private static bool IsOf(IEnumerable<string> names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsProgram(string name) =>
        name is "Any" or "System"
        || ProgramEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        || name is "Temp" or "TEMP" or "temp";

    /// <summary>The parts with the separators that stood between them.</summary>
    private static string Joined(string text, string[] parts)
    {
        var at = 0;
        return string.Concat(
            text.Split('\\', '/')
                .Select(
                    (part, index) =>
                    {
                        at += part.Length + 1;
                        return index == parts.Length - 1 ? parts[index] : parts[index] + text[at - 1];
                    }
                )
        );
    }

    private string Command(string text)
    {
        if (text.StartsWith("\"", StringComparison.Ordinal))
            return text.IndexOf('"', 1) is var end && end > 0 ? $"\"{Path(text.Substring(1, end - 1))}\"" : Path(text.TrimStart('"'));
        var ending = text.IndexOf(".exe", StringComparison.OrdinalIgnoreCase);
        return Path(ending < 0 ? text.Split(' ')[0] : text.Substring(0, ending + 4));
    }

    private string Rule(string text) =>
        string.Join(
            "|",
            text.Split('|')
                .Select(
                    (field, at) =>
                    {
                        var parts = field.Split(new[] { '=' }, 2);
                        if (parts.Length < 2)
                        {
                            return at == 0 && field.Length < 9 && field.StartsWith("v", StringComparison.OrdinalIgnoreCase) ? field
                                : field.Length == 0 ? field
                                : Names.Of(field, "label");
                        }

                        return AddressFields.Contains(parts[0]) ? $"{parts[0]}={_addresses.Prefix(parts[1])}"
                            : RuleFields.TryGetValue(parts[0], out var kind) ? $"{parts[0]}={Treat(kind, parts[1])}"
                            : PlainFields.Contains(parts[0]) ? field
                            : $"{(parts[0].All(char.IsLetterOrDigit) && parts[0].Length < 17 ? parts[0] : Names.Of(parts[0], "label"))}={Names.Of(parts[1], "label")}";
                    }
                )
        );

    private string SyncRoot(string text) =>
        string.Join(
            "!",
            text.Split('!')
                .Select(
                    (part, at) =>
                        at == 0 ? Names.Words(part)
                        : part.StartsWith("S-1-", StringComparison.OrdinalIgnoreCase) ? Names.Sids(part)
                        : part.Equals("Personal", StringComparison.OrdinalIgnoreCase) ? part
                        : Names.Of(part, "account")
                )
        );
}
