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
    public const string EdgeScript = "ProxyPacUrl";
    public const string PerUser = "ProxySettingsPerUser";

    /// <summary>Null, with the reason, unless every place was read.</summary>
    public static (IReadOnlyList<string>? Values, Gap? Gap) Servers(ProxyAnswers answers)
    {
        var gap = answers.UsersGap
            ?? answers.Settings.Select(row => row.Number(Enable).GapIfUnread ?? (IsOn(row) ? row.Text(Server).GapIfUnread : null)).FirstOrDefault(found => found is not null)
            ?? answers.Edge.Text(Server).GapIfUnread;
        return List(answers.Settings.Where(IsOn).Select(row => row.Text(Server).Value).Append(answers.Edge.Text(Server).Value), gap);
    }

    /// <inheritdoc cref="Servers"/>
    public static (IReadOnlyList<string>? Values, Gap? Gap) Scripts(ProxyAnswers answers)
    {
        var found = answers.Settings.Select(row => row.Text(Script)).Append(answers.Edge.Text(EdgeScript)).ToArray();
        return List(found.Select(text => text.Value), answers.UsersGap ?? found.Select(text => text.GapIfUnread).FirstOrDefault(gap => gap is not null));
    }

    private static bool IsOn(RegistryRow row) => row.Number(Enable).Flag(whenAbsent: false) == true;

    private static (IReadOnlyList<string>? Values, Gap? Gap) List(IEnumerable<string?> values, Gap? gap) =>
        (gap is null ? values.Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => UserInfo.Removed(text!)).Distinct(StringComparer.OrdinalIgnoreCase).ToArray() : null, gap);
}
