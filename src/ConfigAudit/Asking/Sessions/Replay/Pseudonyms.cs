using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// Other names for what identifies a machine, its organisation and its people: computer, domain, accounts, SIDs, addresses, VPN servers. The same name
/// becomes the same everywhere, so that what belongs together stays together. Names of programs are facts, and stay.
/// </summary>
internal sealed class Pseudonyms
{
    private static readonly Regex SidPattern = LinearPattern.Of(@"S-1-(5-21|12-1)-\d+-\d+-\d+", RegexOptions.IgnoreCase);

    /// <summary>A part of a DNS name, or of DOMAIN\\name.</summary>
    private static readonly Regex Word = LinearPattern.Of(@"[\w-]+");

    /// <summary>A server in a URL or a UNC path, an address, or a DNS name, which begins where a word does or the last one ended.</summary>
    private static readonly Regex Server = LinearPattern.Of(
        @"(?<=//|\\\\)(?<named>[\w.-]+)|\b(?<number>(?:\d{1,3}\.){3}\d{1,3})\b|(?:\G|(?<![\w-]))(?<dns>[\w-]+(?:\.[\w-]+)+)");

    /// <summary>A person's folder, wherever a path goes through it.</summary>
    private static readonly Regex Home = LinearPattern.Of(@"(?<=:\\Users\\)(?!Public\b|Default\b)[^\\|]+", RegexOptions.IgnoreCase);

    private const string EventStrings = "InsertionStrings";

    /// <summary>Event 4778: name, domain, logon, session, client's name, client's address.</summary>
    private const int ReconnectionStrings = 6;

    private readonly HashSet<string> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly OtherAddresses _addresses = new();
    private readonly Dictionary<string, string> _sids = new(StringComparer.OrdinalIgnoreCase);

    private Pseudonyms(string computerName) => Computer = Add(computerName, "HOST");

    /// <summary>What the computer is called instead.</summary>
    public string Computer { get; }

    /// <param name="recording">Changed in place.</param>
    /// <param name="computerName">The name that it was asked by.</param>
    public static Pseudonyms Apply(Recording recording, string computerName)
    {
        var pseudonyms = new Pseudonyms(computerName);
        pseudonyms.Collect(recording);
        pseudonyms.Replace(recording);
        return pseudonyms;
    }

    private static IEnumerable<CimRow> Rows(Recording recording, string @class) =>
        recording.Instances.Where(pair => pair.Key.EndsWith(":" + @class, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value);

    private static CimRow Mapped(CimRow row, Func<string, object?, object?> map) =>
        new(row.Names.ToDictionary(name => name, name => map(name, row[name]), StringComparer.OrdinalIgnoreCase));

    private void Collect(Recording recording)
    {
        foreach (var row in Rows(recording, "Win32_ComputerSystem"))
        {
            Add(row.Text("Name"), "HOST");
            Add(row.Text("Domain"), "DOMAIN");
            if (row.Text("Domain") is { } domain && domain.Contains('.'))
                _domains.Add(Tail(domain));
        }

        foreach (var row in Rows(recording, "Win32_OperatingSystem"))
            Add(row.Text("CSName"), "HOST");
        foreach (var row in Rows(recording, "Win32_UserAccount"))
        {
            AddUser(row.Text("Name"));
            Add(row.Text("FullName"), row.Text("FullName") is { } full && GenericWords.MakeFull(full) ? "Staff" : "Person");
        }

        foreach (var path in Rows(recording, "Win32_GroupUser").Concat(Rows(recording, "Win32_LoggedOnUser")).SelectMany(row => new[] { row.Path("PartComponent"), row.Path("Antecedent") }))
        {
            if (path?["Name"] is not { } account || DesktopAccounts.Has(account))
                continue;
            Add(path["Domain"], "DOMAIN");
            if (path.Class is "Win32_UserAccount" or "Win32_Account")
                AddUser(account);
        }

        // A profile's folder is named after its account.
        foreach (var row in Rows(recording, "Win32_UserProfile").Where(row => SidPattern.IsMatch(row.Text("SID") ?? string.Empty)))
            AddUser(Folder(row.Text("LocalPath")));

        foreach (var row in Rows(recording, "Win32_NTLogEvent"))
            CollectEvent(row.Slots(EventStrings) ?? Array.Empty<string>());

        foreach (var row in recording.Methods.SelectMany(pair => pair.Value).SelectMany(call => call.Out.Names.SelectMany(name => call.Out.Rows(name) ?? Array.Empty<CimRow>())))
        {
            Add(row.Text("Name"), "Connection");
            Add(row.Text("ServerAddress"), "server");
        }
    }

    /// <summary>Logon events name an account behind its SID, and its domain behind that; a reconnection begins with them, and names the client.</summary>
    private void CollectEvent(IReadOnlyList<string> strings)
    {
        for (var i = 0; i + 2 < strings.Count; i++)
        {
            if (SidPattern.IsMatch(strings[i]))
                AddAccount(strings[i + 1], strings[i + 2]);
        }

        if (strings.Count == ReconnectionStrings)
        {
            AddAccount(strings[0], strings[1]);
            // At the host's own screen, what stands there is no name.
            if (OtherAddresses.IsAddress(strings[5]))
                Add(strings[4], "HOST");
        }
    }

    private void AddAccount(string name, string domain)
    {
        Add(domain, "DOMAIN");
        AddUser(name);
    }

    /// <summary>Whether a name is somebody's or everybody's is what accounts are judged by, and stays.</summary>
    private string AddUser(string? name) => Add(name, name is not null && GenericWords.Make(name) ? "user" : "person");

    private static string? Folder(string? path) => path?.Substring(path.LastIndexOf('\\') + 1);

    private string Add(string? name, string kind)
    {
        if (string.IsNullOrWhiteSpace(name))
            return string.Empty;
        if (!_names.TryGetValue(name!, out var other))
        {
            if (kind is "HOST" or "DOMAIN")
                _hosts.Add(name!);
            _names.Add(name!, other = System.Net.IPAddress.TryParse(name, out _) ? _addresses.Address(name!) : $"{kind}-{(_names.Count + 1).ToString("000", CultureInfo.InvariantCulture)}");
        }

        return other;
    }

    private void Replace(Recording recording)
    {
        foreach (var source in recording.Instances.Keys.ToArray())
            recording.Instances[source] = recording.Instances[source].Select(row => Mapped(row, Changed)).ToArray();
        foreach (var source in recording.Methods.Keys.ToArray())
            recording.Methods[source] = recording.Methods[source].Select(call => call with { Out = Mapped(call.Out, Changed) }).ToArray();
        // Names and versions of programs are facts; servers stand in policies.
        foreach (var pair in recording.Registry.Where(pair => pair.Key.IndexOf(@"\Uninstall", StringComparison.OrdinalIgnoreCase) < 0))
        {
            Func<string, object?>? special = pair.Key.EndsWith(@"\FirewallRules", StringComparison.OrdinalIgnoreCase) ? Rule
                : pair.Key.EndsWith(@"\UserSyncRoots", StringComparison.OrdinalIgnoreCase) ? SyncFolder
                : null;
            foreach (var name in pair.Value.Keys.ToArray())
                pair.Value[name] = special is not null && pair.Value[name] is string text ? special(text) : Located(pair.Value[name]);
            Renamed(pair.Value);
        }

        foreach (var key in recording.Registry.Keys.Where(key => SidPattern.IsMatch(key)).ToArray())
        {
            var values = recording.Registry[key];
            recording.Registry.Remove(key);
            recording.Registry[Sids(key)] = values;
        }

        foreach (var source in recording.Conditions.Keys.ToArray())
            recording.Conditions[source] = recording.Conditions[source].Select(Hosts).ToArray();
        // Why it broke off may name the host.
        foreach (var scope in recording.Partial.Keys.Where(scope => !scope.StartsWith("registry:", StringComparison.OrdinalIgnoreCase)).ToArray())
            recording.Partial[scope] = "the answer broke off";
        Renamed(recording.Partial);
        Renamed(recording.Failures);
        foreach (var scope in recording.Absent.Where(scope => SidPattern.IsMatch(scope)).ToArray())
        {
            recording.Absent.Remove(scope);
            recording.Absent.Add(Sids(scope));
        }
    }

    private void Renamed<V>(Dictionary<string, V> table)
    {
        foreach (var scope in table.Keys.Where(scope => SidPattern.IsMatch(scope)).ToArray())
        {
            var value = table[scope];
            table.Remove(scope);
            table[Sids(scope)] = value;
        }
    }

    private object? Changed(string property, object? value) => value switch
    {
        string text when AddressPlaces.Properties.Contains(property) => _addresses.Prefix(text),
        string text when property.Equals(EventStrings, StringComparison.OrdinalIgnoreCase) && OtherAddresses.IsAddress(text) => _addresses.Address(text),
        string text when AddressPlaces.MacProperties.Contains(property) => _addresses.Mac(text),
        string text when CimPath.Parse(text) is { } path =>
            new CimPath(path.Class, path.Keys.Select(key => new KeyValuePair<string, string>(key.Key, (string)Changed(key.Key, key.Value)!))).ToString(),
        string text when property.Equals("LocalPath", StringComparison.OrdinalIgnoreCase) && Folder(text) is { } folder && _names.TryGetValue(folder, out var user) =>
            text.Substring(0, text.Length - folder.Length) + user,
        string text => _names.TryGetValue(text, out var other) ? other : Homes(Sids(Hosts(text))),
        CimRow row => Mapped(row, Changed),
        System.Collections.IEnumerable values => values.Cast<object?>().Select(each => Changed(property, each)).ToArray(),
        _ => value,
    };

    private object? Located(object? value) => value switch
    {
        string text => Homes(Server.Replace(text, match => Located(match))),
        System.Collections.IEnumerable values => values.Cast<object?>().Select(Located).ToArray(),
        _ => value,
    };

    private string Located(Match match)
    {
        var text = match.Value;
        if (System.Net.IPAddress.TryParse(text, out _))
            return _addresses.Address(text);
        // Microsoft's own are everybody's, and facts depend on them.
        if (text.EndsWith("microsoft.com", StringComparison.OrdinalIgnoreCase) || text.EndsWith("windowsupdate.com", StringComparison.OrdinalIgnoreCase))
            return text;
        return match.Groups["named"].Success || _domains.Contains(Tail(text)) ? Add(text, "server") : text;
    }

    /// <summary>The last two parts of a DNS name.</summary>
    private static string Tail(string name) => string.Join(".", name.Split('.') is { Length: > 2 } parts ? parts.Skip(parts.Length - 2) : name.Split('.'));

    private string Hosts(string text) => Word.Replace(text, word => _hosts.Contains(word.Value) ? _names[word.Value] : word.Value);

    private string Homes(string text) => Home.Replace(text, folder => AddUser(folder.Value));

    /// <summary>A firewall rule: fields with addresses, and others that name whom it is for.</summary>
    private string Rule(string text) => string.Join("|", text.Split('|').Select(field =>
    {
        var sign = field.IndexOf('=');
        return sign > 0 && AddressPlaces.RuleFields.Contains(field.Substring(0, sign))
            ? field.Substring(0, sign + 1) + _addresses.Prefix(field.Substring(sign + 1))
            : Sids(Hosts((string)Located(field)!));
    }));

    /// <summary>A folder of a cloud client bears its person's name, and often the organisation's. The volume is a fact.</summary>
    private object? SyncFolder(string path) => path.Length > 2 && path[1] == ':' ? path.Substring(0, 2) + @"\folder" : Located(path);

    private string Sids(string text) => SidPattern.Replace(text, match =>
    {
        if (!_sids.TryGetValue(match.Value, out var other))
            _sids.Add(match.Value, other = $"S-1-5-21-1000-2000-{(_sids.Count + 1).ToString(CultureInfo.InvariantCulture)}");
        return other;
    });
}
