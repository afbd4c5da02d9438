using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>Reads a report on TLS (RFC 8460 §4). It comes from anybody: what can't be true isn't taken for a number, and says so.</summary>
internal static class TlsReportReader
{
    /// <summary>More kinds than there are; the rest would fill a screen.</summary>
    private const int MostKinds = 50;

    /// <summary>A policy is one domain's. Each is a fact that people read.</summary>
    private const int MostPolicies = 500;

    /// <param name="file">Its name, for the facts.</param>
    /// <param name="root">What it holds.</param>
    /// <param name="options">Whose it may be, and when.</param>
    /// <param name="into">Takes the facts, and why some aren't known.</param>
    /// <returns>False where it is too old to tell anything.</returns>
    /// <exception cref="FormatException">It is no such report.</exception>
    public static bool Read(string file, JObject root, OutboundOptions options, FactSetBuilder<MailTlsReportFact> into)
    {
        var organization = Text(root, "organization-name") ?? throw None(root, "organization-name");
        var policies = root["policies"] as JArray ?? throw None(root, "policies");
        var (from, until) = (
            Moment(root["date-range"] as JObject, "start-datetime"),
            Moment(root["date-range"] as JObject, "end-datetime")
        );
        if (from is null || until is null || from > until || from.Value.Year < 2000 || until > options.Now + OutboundOptions.Ahead)
        {
            throw Bad(
                "TLSの報告の期間（date-range）がないか、日時ではありません。又は、2000年より前に始まるか、始まる前に終わるか、未来の日時です",
                "its 'date-range' is missing, is none, begins before 2000, ends before it begins or lies ahead"
            );
        }

        if (policies.Count == 0)
            throw Bad("このTLSの報告には、ポリシーが1つもありません", "this report on TLS tells of no policy");
        if (policies.Count > MostPolicies)
        {
            throw Bad(
                FormattableString.Invariant(
                    $"このTLSの報告には {policies.Count} 件のポリシーがあり、読み取れるのは {MostPolicies} 件までです"
                ),
                FormattableString.Invariant($"this report on TLS tells of {policies.Count} policies, and at most {MostPolicies} are read")
            );
        }

        if (until < options.Now - options.MaximumAge)
            return false;
        var contact = Text(root, "contact-info");
        foreach (var policy in policies)
        {
            var fact = new MailTlsReportFact
            {
                ComputerName = options.Own.Domains[0],
                Source = "file:" + file,
                File = file,
                Organization = organization,
                Contact = contact ?? string.Empty,
                ReportId = Text(root, "report-id") ?? string.Empty,
                From = from,
                Until = until,
            };
            Add(policy as JObject, fact, contact, options, into);
        }

        return true;
    }

    private static WrittenException Bad(string ja, string en) => new(new LocalText(ja, en));

    /// <summary>Other files of ours are JSON, too, and say what they are.</summary>
    private static WrittenException None(JObject root, string lacking)
    {
        var format = Text(root, "format");
        return Bad(
            $"TLSの報告（TLSRPT、RFC 8460）ではありません{(format is null ? string.Empty : $"（'{format}' のファイルです）")}。'{lacking}' がありません。メールに添付されて届いた報告のファイル（.json、.json.gz）を指定してください",
            $"this is no report on TLS (TLSRPT, RFC 8460){(format is null ? string.Empty : $", but a file of '{format}'")}: it has no '{lacking}'. Give a report as it came, attached to a message (.json, .json.gz)"
        );
    }

    private static void Add(
        JObject? policy,
        MailTlsReportFact fact,
        string? contact,
        OutboundOptions options,
        FactSetBuilder<MailTlsReportFact> into
    )
    {
        var about = policy?["policy"] as JObject;
        var domain = Text(about, "policy-domain");
        var (successes, failures) = (
            Count(policy?["summary"] as JObject, "total-successful-session-count"),
            Count(policy?["summary"] as JObject, "total-failure-session-count")
        );
        var details = (policy?["failure-details"] as JArray)
            ?.OfType<JObject>()
            .Select(detail => (Kind: Text(detail, "result-type") ?? "?", Count: Count(detail, "failed-session-count")))
            .ToArray();
        // Details of none, of fewer than none, or in another form: a report that tells of failures tells of some.
        var isContradicted =
            failures == 0 && policy?["failure-details"] is { Type: not JTokenType.Null } told && told is not JArray { Count: 0 };
        fact = fact with
        {
            PolicyDomain = domain,
            PolicyType = Text(about, "policy-type") switch
            {
                "no-policy-found" => TlsReportPolicy.None,
                "sts" => TlsReportPolicy.Sts,
                "tlsa" => TlsReportPolicy.Tlsa,
                _ => null,
            },
            Direction =
                options.Own.HasDomain(domain) ? TlsReportDirection.Incoming
                : IsOwn(contact, fact.Organization!, options.Own) ? TlsReportDirection.Outgoing
                : null,
            Successes = successes,
            Failures = isContradicted ? null : failures,
            FailureKinds = details is null
                ? Array.Empty<string>()
                : details
                    .GroupBy(detail => detail.Kind, StringComparer.Ordinal)
                    .Take(MostKinds)
                    .Select(kind => FormattableString.Invariant($"{kind.Key} {kind.Sum(detail => detail.Count ?? 0)}"))
                    .ToArray(),
        };
        into.Add(fact);
        Unread(
            nameof(MailTlsReportFact.PolicyType),
            new LocalText(
                "policy-type が sts、tlsa、no-policy-found のいずれでもない",
                "its policy-type is none of sts, tlsa and no-policy-found"
            )
        );
        Unread(nameof(MailTlsReportFact.PolicyDomain), new LocalText("policy-domain がない", "it names no policy-domain"));
        Unread(
            nameof(MailTlsReportFact.Direction),
            new LocalText(
                "対象のドメインも報告元も -Domain のものではない",
                "neither the domain that it is about nor who reports is one of -Domain"
            )
        );
        Unread(
            nameof(MailTlsReportFact.Successes),
            new LocalText(
                "TLSになった接続の数がないか、あり得ない値である",
                "its summary has no count of sessions that came to TLS, or one that can't be"
            )
        );
        Unread(
            nameof(MailTlsReportFact.Failures),
            isContradicted
                ? new LocalText(
                    "失敗した接続はないとされていますが、失敗の内訳がある",
                    "its summary says that no session failed, and its details tell of some that did"
                )
                : new LocalText(
                    "失敗した接続の数がないか、あり得ない値である",
                    "its summary has no count of sessions that failed, or one that can't be"
                )
        );

        void Unread(string property, LocalText why) =>
            into.Unread(fact, new Gap(GapKind.Unusable, fact.Source!, why) { Property = property });
    }

    /// <summary>A server's own report names its organisation, or is to be answered there.</summary>
    private static bool IsOwn(string? contact, string organization, OwnHosts own) =>
        own.HasName(organization) || (contact is not null && own.HasName(contact.Substring(contact.LastIndexOf('@') + 1)));

    private static string? Text(JObject? of, string name) =>
        of?[name] is JValue { Value: string { Length: > 0 } text } ? HostileText.Shown(text) : null;

    /// <summary>Null for what isn't a whole number from nothing up.</summary>
    private static long? Count(JObject? of, string name) =>
        of?[name] is JValue { Value: long and >= 0 and <= int.MaxValue } value ? (long)value : null;

    /// <summary>RFC 3339, with its offset.</summary>
    private static DateTimeOffset? Moment(JObject? of, string name) =>
        of?[name] is JValue { Value: string text }
        && text.Length < 40
        && (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase) || text.LastIndexOfAny(new[] { '+', '-' }) > 10)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : null;
}
