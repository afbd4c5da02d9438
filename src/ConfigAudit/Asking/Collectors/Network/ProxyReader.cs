using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>The proxies in force, out of several keys.</summary>
internal static class ProxyReader
{
    public const string Enable = "ProxyEnable";
    public const string Server = "ProxyServer";
    public const string Script = "AutoConfigURL";
    public const string EdgeMode = "ProxyMode";
    public const string EdgeScript = "ProxyPacUrl";
    public const string PerUser = "ProxySettingsPerUser";

    /// <summary>Not known unless every place was read.</summary>
    public static Reading<IReadOnlyList<string>> Servers(ProxyAnswers answers) =>
        List(answers, row => Switched(row), OfEdge(answers.Edge, Server, "fixed_servers"));

    /// <inheritdoc cref="Servers"/>
    public static Reading<IReadOnlyList<string>> Scripts(ProxyAnswers answers) =>
        List(answers, row => row.TextOr(Script, string.Empty), OfEdge(answers.Edge, EdgeScript, "pac_script"));

    /// <summary>A server matters where it is switched on; whether it is, where there is one.</summary>
    private static Reading<string> Switched(RegistryRow row)
    {
        var server = row.TextOr(Server, string.Empty);
        var isOn = row.Switch(Enable, whenAbsent: false);
        return isOn.Value == false || server.Value is { Length: 0 } ? Reading<string>.Of(string.Empty)
            : isOn.IsKnown ? server
            : Reading<string>.Unknown(isOn.Gaps.ToArray());
    }

    /// <summary>
    /// Edge applies ProxyServer in the mode fixed_servers alone, and ProxyPacUrl in pac_script; in direct, system and auto_detect, or
    /// without a mode, it applies neither. A mode that
    /// wasn't read matters where there may be something that it switches on.
    /// </summary>
    private static Reading<string> OfEdge(RegistryRow edge, string name, string mode)
    {
        var (set, told) = (edge.TextOr(name, string.Empty), edge.TextOr(EdgeMode, string.Empty));
        if (set.Value is { Length: 0 } || (told.IsKnown && !string.Equals(told.Value, mode, StringComparison.OrdinalIgnoreCase)))
            return Reading<string>.Of(string.Empty);
        return told.IsKnown ? set : Reading<string>.Unknown(told.Gaps.ToArray());
    }

    private static Reading<IReadOnlyList<string>> List(ProxyAnswers answers, Func<RegistryRow, Reading<string>> read, Reading<string> edge)
    {
        var all = answers.Settings.Select(read).Append(edge).ToArray();
        var gaps = all.SelectMany(each => each.Gaps).Prepend(answers.UsersGap).OfType<Gap>().ToArray();
        return gaps.Length > 0
            ? Reading<IReadOnlyList<string>>.Unknown(gaps)
            : Reading<IReadOnlyList<string>>.Of(
                all.Select(each => each.Value!)
                    .Where(text => text.Length > 0)
                    .Select(UserInfo.Removed)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToArray()
            );
    }
}
