using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Network;

/// <summary>The proxies in force, out of several keys.</summary>
internal static class ProxyReader
{
    public const string Enable = "ProxyEnable";
    public const string Server = "ProxyServer";
    public const string Script = "AutoConfigURL";
    public const string EdgeMode = "ProxyMode";
    public const string EdgeScript = "ProxyPacUrl";
    public const string PerUser = "ProxySettingsPerUser";

    /// <summary>Null, with the reason, unless every place was read.</summary>
    public static (IReadOnlyList<string>? Values, Gap? Gap) Servers(ProxyAnswers answers)
    {
        var gap = answers.UsersGap
            ?? answers.Settings.Select(row => row.Number(Enable).GapIfUnread ?? (IsOn(row) ? row.Text(Server).GapIfUnread : null)).FirstOrDefault(found => found is not null)
            ?? EdgeGap(answers.Edge, Server, "fixed_servers");
        return List(answers.Settings.Where(IsOn).Select(row => row.Text(Server).Value).Append(OfEdge(answers.Edge, Server, "fixed_servers")), gap);
    }

    /// <inheritdoc cref="Servers"/>
    public static (IReadOnlyList<string>? Values, Gap? Gap) Scripts(ProxyAnswers answers)
    {
        var found = answers.Settings.Select(row => row.Text(Script)).ToArray();
        var gap = answers.UsersGap ?? found.Select(text => text.GapIfUnread).FirstOrDefault(unread => unread is not null) ?? EdgeGap(answers.Edge, EdgeScript, "pac_script");
        return List(found.Select(text => text.Value).Append(OfEdge(answers.Edge, EdgeScript, "pac_script")), gap);
    }

    /// <summary>
    /// Edge applies ProxyServer in the mode fixed_servers alone, and ProxyPacUrl in pac_script; in direct, system and auto_detect, or without a mode, it applies neither.
    /// </summary>
    private static string? OfEdge(RegistryRow edge, string name, string mode) => IsMode(edge, mode) ? edge.Text(name).Value : null;

    /// <summary>A mode that wasn't read matters where there may be something that it switches on.</summary>
    private static Gap? EdgeGap(RegistryRow edge, string name, string mode)
    {
        if (edge.Text(name).IsAbsent)
            return null;
        return edge.Text(EdgeMode).GapIfUnread ?? (IsMode(edge, mode) ? edge.Text(name).Gap : null);
    }

    private static bool IsMode(RegistryRow edge, string mode) => string.Equals(edge.Text(EdgeMode).Value?.Trim(), mode, StringComparison.OrdinalIgnoreCase);

    private static bool IsOn(RegistryRow row) => row.Number(Enable).Flag(whenAbsent: false) == true;

    private static (IReadOnlyList<string>? Values, Gap? Gap) List(IEnumerable<string?> values, Gap? gap) =>
        (gap is null ? values.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => UserInfo.Removed(text!)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() : null, gap);
}
