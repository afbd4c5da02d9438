using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>
/// <c>openssl s_client</c>, once for each version and each suite that it has, at its lowest level of security: whether it completes a
/// handshake. It says more than a
/// ServerHello does, and of fewer suites: what OpenSSL no longer has can't be tried with it.
/// </summary>
internal static class OpenSslClient
{
    /// <summary>For one handshake: with a server that answers nothing at its end, s_client waits for ever.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>With a server that answers so many in a row at no end, no handshake ends.</summary>
    private const int Endless = 12;

    private static readonly (string Version, string Option, string[] Protocols)[] Versions =
    {
        ("Tls10", "-tls1", new[] { "SSLv3", "TLSv1" }),
        ("Tls11", "-tls1_1", new[] { "SSLv3", "TLSv1" }),
        ("Tls12", "-tls1_2", new[] { "SSLv3", "TLSv1", "TLSv1.2" }),
        ("Tls13", "-tls1_3", new[] { "TLSv1.3" }),
    };

    /// <summary>What it could try, and what of that it completed a handshake with.</summary>
    /// <param name="port">On loopback.</param>
    /// <param name="protocol">In which TLS is begun; null for TLS from the start.</param>
    /// <param name="names">Of suites, by their codes.</param>
    public static (HashSet<string> Tried, HashSet<string> Completed) Ask(
        int port,
        MailProtocol? protocol,
        IReadOnlyDictionary<int, string> names
    )
    {
        var suites = Regex
            .Matches(
                Run("ciphers -V ALL:COMPLEMENTOFALL:@SECLEVEL=0").Output,
                @"^\s*0x([0-9A-F]{2}),0x([0-9A-F]{2}) - (\S+)\s+(\S+)",
                RegexOptions.Multiline
            )
            .Select(match =>
                (
                    Code: int.Parse(
                        match.Groups[1].Value + match.Groups[2].Value,
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture
                    ),
                    Name: match.Groups[3].Value,
                    Protocol: match.Groups[4].Value
                )
            )
            .ToArray();
        var tried = Versions
            .SelectMany(version =>
                suites
                    .Where(suite => version.Protocols.Contains(suite.Protocol))
                    .Select(suite => (version.Version, version.Option, suite.Code, suite.Name))
            )
            .ToArray();
        var (asked, completed, endless) = (new ConcurrentBag<string>(), new ConcurrentBag<string>(), 0);
        Parallel.ForEach(
            tried,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            each =>
            {
                if (Volatile.Read(ref endless) >= Endless)
                    return;
                var suite =
                    each.Version == "Tls13" ? $"-ciphersuites {each.Name} -cipher DEFAULT@SECLEVEL=0" : $"-cipher {each.Name}:@SECLEVEL=0";
                var (output, status) = Run(
                    $"s_client -connect 127.0.0.1:{port} {(protocol is { } begun ? $"-starttls {begun.ToString().ToLowerInvariant()} " : string.Empty)}{each.Option} {suite}"
                );
                asked.Add(Named(each.Version, each.Code));
                if (status is null)
                    Interlocked.Increment(ref endless);
                else
                    Volatile.Write(ref endless, 0);
                if (status == 0 && output.Contains($"Cipher is {each.Name}", StringComparison.Ordinal))
                    completed.Add(Named(each.Version, each.Code));
            }
        );
        return (asked.ToHashSet(), completed.ToHashSet());

        string Named(string version, int code) => $"{version} {names[code]}";
    }

    private static (string Output, int? Status) Run(string arguments) => LimitedProcess.Run("openssl", arguments, Limit);
}
