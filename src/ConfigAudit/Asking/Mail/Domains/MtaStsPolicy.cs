using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>A policy (RFC 8461 §3.2).</summary>
/// <param name="Mode">What it asks of senders.</param>
/// <param name="MaxAge">How long they may keep it.</param>
/// <param name="Exchangers">The hosts that may take the mail; a star stands for one first part.</param>
internal sealed record MtaStsPolicy(MtaStsMode Mode, TimeSpan MaxAge, IReadOnlyList<string> Exchangers)
{
    /// <summary>The longest that a policy may be kept, in seconds: a year.</summary>
    private const long MaxSeconds = 31557600;

    /// <summary>More hosts than any honest policy has.</summary>
    private const int MaxExchangers = 100;

    /// <summary>Reads a policy. Unknown keys are left aside, and of a key that stands twice the first counts, but for mx.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static MtaStsPolicy Read(string text)
    {
        var fields = Fields(text).ToArray();
        if (First(fields, "version") != "STSv1")
            throw new WrittenException(new LocalText("version: STSv1 がない", "it has no version STSv1"));
        var mode = First(fields, "mode") switch
        {
            "none" => MtaStsMode.None,
            "testing" => MtaStsMode.Testing,
            "enforce" => MtaStsMode.Enforce,
            _ => throw new WrittenException(
                new LocalText("mode が enforce、testing、none のいずれでもない", "its mode is none of enforce, testing and none")
            ),
        };
        if (
            !long.TryParse(First(fields, "max_age"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > MaxSeconds
        )
        {
            throw new WrittenException(
                new LocalText($"max_age が0～{MaxSeconds} 秒ではない", $"its max_age is not 0 to {MaxSeconds} seconds")
            );
        }

        var exchangers = fields.Where(field => field.Key == "mx").Select(field => field.Value.ToLowerInvariant()).Distinct().ToArray();
        if (exchangers.Length == 0 && mode != MtaStsMode.None)
            throw new WrittenException(new LocalText("mx がない", "it names no mx"));
        if (exchangers.Length > MaxExchangers)
            throw new WrittenException(new LocalText($"mx が {MaxExchangers} 件を超えている", $"it has more than {MaxExchangers} mx"));
        if (exchangers.FirstOrDefault(pattern => !IsPattern(pattern)) is { } bad)
        {
            throw new WrittenException(
                new LocalText(
                    $"mx '{HostileText.Shown(bad)}' が、ホストの名前でも「*.」とドメインでもない",
                    $"its mx '{HostileText.Shown(bad)}' is neither a host nor a star and a domain"
                )
            );
        }
        return new(mode, TimeSpan.FromSeconds(seconds), exchangers);
    }

    /// <summary>Whether it lets that host take the mail (RFC 8461 §4.1).</summary>
    public bool Covers(string host) => Exchangers.Any(pattern => MailCertificate.Matches(pattern, host));

    private static bool IsPattern(string pattern) =>
        DomainName.IsHost(pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern.Substring(2) : pattern);

    private static string? First(KeyValuePair<string, string>[] fields, string key) =>
        fields.Where(field => field.Key == key).Select(field => field.Value).FirstOrDefault();

    private static IEnumerable<KeyValuePair<string, string>> Fields(string text)
    {
        using var lines = new StringReader(text);
        while (lines.ReadLine() is { } line)
        {
            if (line.Trim(' ', '\t').Length == 0)
                continue;
            var colon = line.IndexOf(':');
            if (colon <= 0)
                throw new WrittenException(new LocalText("「キー: 値」の形ではない行がある", "a line has no key and value"));
            yield return new(line.Substring(0, colon), line.Substring(colon + 1).Trim(' ', '\t'));
        }
    }
}
