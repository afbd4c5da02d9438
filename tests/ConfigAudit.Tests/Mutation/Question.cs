using System;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>One question that a host was asked.</summary>
/// <param name="Key">What tells it from all others.</param>
/// <param name="Group">The class, method or registry key: what is lost together.</param>
/// <param name="Place">The same without what differs from host to host, and with the registry value: questions of one place get answers of
/// one kind.</param>
internal sealed record Question(string Key, string Group, string Place)
{
    /// <summary>The condition that it was asked under; null for none.</summary>
    public string? Where { get; init; }

    private static readonly Regex Own = new(
        @"\{[0-9A-Fa-f-]{36}\}|S-1-5-21-[\d-]+|(?<=\\Uninstall\\)[^\\]+|(?<=ProfileList\\)S-[\d-]+|(?<=SyncRootManager\\)[^\\]+",
        RegexOptions.CultureInvariant
    );

    public static Question Of(CimQuery query) => new($"{query.Source} {query.Wql}", query.Source, query.Source) { Where = query.Where };

    public static Question Of(CimCall call)
    {
        if (!call.Class.Equals("StdRegProv", StringComparison.OrdinalIgnoreCase))
        {
            var arguments = string.Join(
                ",",
                call.Arguments.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")
            );
            return new Question($"{call.Source}({arguments})", call.Source, call.Source);
        }

        var key = new RegistryKey(Convert.ToUInt32(call.Arguments["hDefKey"], null), (string)call.Arguments["sSubKeyName"]!).Source;
        var value = call.Arguments.TryGetValue("sValueName", out var name) ? $"\\{name}" : $"\\({call.Method})";
        return new Question($"{key}{value} {call.Method}", key, Own.Replace(key, "*") + value);
    }
}
