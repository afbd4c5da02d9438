using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>A TXT record of fields such as <c>v=STSv1; id=1;</c> (RFC 8461 §3.1, RFC 8460 §3).</summary>
internal static class TextFields
{
    /// <summary>Those records that begin with that version.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> records, string version) =>
        records
            .Where(record =>
                record.StartsWith("v=" + version, StringComparison.Ordinal)
                && record.Substring(version.Length + 2).TrimStart(' ', '\t') is { } rest
                && (rest.Length == 0 || rest[0] == ';')
            )
            .ToArray();

    /// <summary>The first field of that name; null when there is none. Of a field that stands twice the first counts.</summary>
    public static string? Value(string record, string name) =>
        record
            .Split(';')
            .Select(field => field.Trim(' ', '\t'))
            .FirstOrDefault(field => field.StartsWith(name + "=", StringComparison.Ordinal))
            ?.Substring(name.Length + 1);
}
