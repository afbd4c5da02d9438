using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;

namespace ConfigAudit.Mail.Enumeration;

/// <summary>
/// The suites of a version in the groups in which they are offered. Measured: a server may pick a suite for which it then has no credentials and end the
/// handshake, so one batch of everything under-counts; groups of one key exchange and authentication found what one suite a hello finds on 23 of 23
/// servers. At most 64 to a hello, since old servers read no further.
/// </summary>
internal static class SuiteGroups
{
    private const int MaxSuites = 64;
    private const int Tls13 = 0x13;

    /// <summary>The suites of TLS 1.3 stand apart: each works with no other version.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> OfTls13(IEnumerable<TlsSuite> suites) => new[] { suites.Where(IsOfTls13).Select(suite => suite.Code).ToArray() };

    public static IReadOnlyList<IReadOnlyList<int>> OfOlder(IEnumerable<TlsSuite> suites) => suites
        .Where(suite => !IsOfTls13(suite))
        .GroupBy(suite => Key(suite.Name))
        .OrderByDescending(group => group.Key)
        .SelectMany(group => group.Select((suite, index) => (suite.Code, Chunk: index / MaxSuites)).GroupBy(pair => pair.Chunk))
        .Select(chunk => (IReadOnlyList<int>)chunk.Select(pair => pair.Code).ToArray())
        .ToArray();

    /// <summary>
    /// What is left of a group, by the kind of its ephemeral key. A server that picks a suite with Diffie-Hellman and has no parameters for it fails, and with it
    /// everything that was offered beside (seen with Dovecot).
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<int>> Split(IReadOnlyList<int> group, IReadOnlyDictionary<int, string> names) =>
        group.GroupBy(code => Has(names[code], "ECDHE_", "ECDH_") ? 2 : Has(names[code], "DHE_", "DH_") ? 1 : 0).Select(kind => (IReadOnlyList<int>)kind.ToArray()).ToArray();

    private static bool IsOfTls13(TlsSuite suite) => suite.Code >> 8 == Tls13;

    /// <summary>The usual ones have the highest number: they are asked first, and a server that doesn't know the version says so at once.</summary>
    private static int Key(string name)
    {
        if (Has(name, "anon"))
            return 0;
        if (Has(name, "PSK", "SRP", "KRB5", "ECCPWD"))
            return 1;
        if (Has(name, "_DSS_", "TLS_DH_", "TLS_ECDH_"))
            return 2;
        if (Has(name, "EXPORT", "NULL", "GOST", "KUZNYECHIK", "MAGMA", "SM4"))
            return 3;
        return Has(name, "CAMELLIA", "ARIA") ? 4 : 5;
    }

    private static bool Has(string name, params string[] parts) => parts.Any(part => name.IndexOf(part, StringComparison.Ordinal) >= 0);
}
