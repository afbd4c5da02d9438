using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Asking.Mail;

namespace ConfigAudit.Benchmarks.Mail;

/// <summary>Another tool that lists what a server accepts, and how its output is read: versions by our names, suites by IANA's.</summary>
/// <param name="Name">Its command.</param>
/// <param name="Arguments">Of an address, a port, and the protocol in which TLS is begun there, or none for TLS from the start.</param>
/// <param name="Accepted">The versions and suites in its output.</param>
internal sealed record OtherTool(
    string Name,
    Func<int, MailProtocol?, string> Arguments,
    Func<string, IReadOnlyDictionary<int, string>, IEnumerable<(string Version, string Suite)>> Accepted
)
{
    /// <summary>Some hang on some servers; of the others testssl.sh takes the longest.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static readonly OtherTool Sslscan = new(
        "sslscan",
        (port, protocol) =>
            $"--xml=- {(protocol is { } begun ? $"--starttls-{begun.ToString().ToLowerInvariant()} " : string.Empty)}127.0.0.1:{port}",
        (output, names) =>
            Regex
                .Matches(output, "<cipher status=\"[a-z]+\" sslversion=\"([^\"]+)\"[^>]* id=\"0x([0-9A-Fa-f]+)\"")
                .Select(match => (Version(match.Groups[1].Value), Suite(match.Groups[2].Value, names)))
    );

    /// <summary>It takes a port for what a port of that number usually is; -sV has it look.</summary>
    public static readonly OtherTool Nmap = new(
        "nmap",
        (port, protocol) =>
            $"-Pn -n -p {port} {(protocol is not null ? "-sV --script ssl-enum-ciphers" : "--script +ssl-enum-ciphers")} -oX - 127.0.0.1",
        (output, _) =>
            Regex
                .Matches(output, "<table key=\"(SSLv3|TLSv1\\.[0-3])\">(.*?)<elem key=\"cipher preference\">", RegexOptions.Singleline)
                .SelectMany(version =>
                    Regex
                        .Matches(version.Groups[2].Value, "<elem key=\"name\">(TLS_[A-Za-z0-9_]+)")
                        .Select(suite => (Version(version.Groups[1].Value), Renamed(suite.Groups[1].Value)))
                )
    );

    public static readonly OtherTool Testssl = new(
        "testssl",
        (port, protocol) =>
            $"--quiet --color 0 --warnings off -p -E {(protocol is { } begun ? $"-t {begun.ToString().ToLowerInvariant()} " : string.Empty)}127.0.0.1:{port}",
        (output, names) =>
            Blocks(output)
                .SelectMany(block =>
                    Regex
                        .Matches(block.Text, @"^ x([0-9a-f]{2,4})\s", RegexOptions.Multiline)
                        .Select(match => (block.Version, Suite(match.Groups[1].Value, names)))
                )
    );

    /// <summary>What it writes, and whether it came to its end in time; null when it isn't installed.</summary>
    public (string Output, bool HasEnded)? Run(int port, MailProtocol? protocol)
    {
        try
        {
            var (output, status) = LimitedProcess.Run(Name, Arguments(port, protocol), Limit);
            return (output, status is not null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>"TLSv1.2" as "Tls12".</summary>
    private static string Version(string text) =>
        text switch
        {
            "SSLv3" => "Ssl3",
            "TLSv1.0" or "TLSv1" or "TLS 1" => "Tls10",
            _ => "Tls" + text[^3..].Replace(".", string.Empty, StringComparison.Ordinal),
        };

    private static string Suite(string hex, IReadOnlyDictionary<int, string> names) =>
        names.GetValueOrDefault(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), "0x" + hex);

    /// <summary>nmap writes suites of TLS 1.3 with "AKE".</summary>
    private static string Renamed(string name) => name.Replace("TLS_AKE_WITH_", "TLS_", StringComparison.Ordinal);

    /// <summary>testssl.sh writes a table for each version, under its name.</summary>
    private static IEnumerable<(string Version, string Text)> Blocks(string output)
    {
        var heads = Regex.Matches(output, @"^(SSLv3|TLS 1(?:\.[0-3])?)\s*$", RegexOptions.Multiline).ToArray();
        for (var i = 0; i < heads.Length; i++)
        {
            var end = i + 1 < heads.Length ? heads[i + 1].Index : output.Length;
            yield return (Version(heads[i].Groups[1].Value), output[heads[i].Index..end]);
        }
    }
}
