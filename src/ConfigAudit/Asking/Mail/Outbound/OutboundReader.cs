using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>Makes a snapshot of what other servers wrote of the organisation's mail, out of files that somebody gave. What a file doesn't
/// tell stays a gap.</summary>
internal sealed class OutboundReader
{
    /// <summary>What a snapshot says of how it came to be.</summary>
    public const string Protocol = "File";

    private readonly OutboundOptions _options;
    private readonly Departure _departure;
    private readonly ReceivedTls _tls;
    private readonly FactSetBuilder<MailHopFact> _hops = new();
    private readonly FactSetBuilder<MailTlsReportFact> _reports = new();
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Gap> _ofHops = new();
    private readonly List<Gap> _ofReports = new();
    private int _oldMessages;
    private int _oldReports;

    public OutboundReader(OutboundOptions options) =>
        (_options, _departure, _tls) = (options, new Departure(options.Own), new ReceivedTls(new SuiteName(options.Suites)));

    /// <exception cref="InputException">It holds nothing that can be used; that stays a gap, too.</exception>
    public void Add(string path)
    {
        var file = HostileText.Shown(Path.GetFileName(path));
        try
        {
            var content = OutboundFile.Read(path);
            foreach (var report in content.Reports)
                AddReport(path, file, report);
            // A report comes from others: its own way here isn't a way out.
            if (content.Received is { } received && content.Reports.Count == 0)
                AddHop(path, file, content.Senders, received);
        }
        catch (InputException bad)
        {
            // Which of both it was meant to be nobody knows.
            var gap = new Gap(GapKind.Unusable, "file:" + file, bad.Told);
            _ofHops.Add(gap);
            _ofReports.Add(gap);
            throw;
        }
    }

    /// <summary>How many messages and reports were left out for their age.</summary>
    public int Old => _oldMessages + _oldReports;

    public Snapshot Build()
    {
        Close(_hops, _ofHops, _oldMessages, new LocalText("送信したメール", "message that left the organisation"));
        Close(_reports, _ofReports, _oldReports, new LocalText("TLSの報告", "report on TLS"));
        return new Snapshot
        {
            ComputerName = _options.Own.Domains[0],
            Zone = _options.Zone,
            CollectedAt = _options.Now,
            CollectedBy = Auditor.Name,
            ModuleVersion = ProductInfo.Version,
            Protocol = Protocol,
            Table = new FactTable(new FactSet[] { _hops.Build(), _reports.Build() }),
        };
    }

    /// <summary>Nothing is no evidence of anything.</summary>
    private void Close<T>(FactSetBuilder<T> set, List<Gap> gaps, int old, LocalText what)
        where T : Fact, new()
    {
        foreach (var gap in gaps)
            set.MayLack(gap);
        if (set.Items.Count > 0 || gaps.Count > 0)
            return;
        var days = _options.MaximumAge.TotalDays.ToString("0", CultureInfo.InvariantCulture);
        var but =
            old == 0
                ? LocalText.Empty
                : new LocalText($"（{days} 日より古いもの {old} 件を除く）", $", but for {old} older than {days} days");
        set.MayLack(
            new Gap(
                GapKind.NotCollected,
                "files",
                new LocalText($"{what.Ja}が1件も渡されていない{but.Ja}", $"no {what.En} was given{but.En}")
            )
        );
    }

    private LocalText OfOthers(IEnumerable<string> senders)
    {
        var (theirs, ours) = (HostileText.Shown(string.Join(", ", senders)), string.Join(", ", _options.Own.Domains));
        return new LocalText(
            $"{theirs} のメールであり、-Domain（{ours}）のものではないため、使用しません。組織のドメインであれば -Domain に加え、そうでなければ、そのドメインから送ったメールを指定してください",
            $"this is mail of {theirs} and not of -Domain ({ours}), and isn't used: "
                + "add that domain to -Domain if it is the organisation's, or give a message that was sent from it"
        );
    }

    private LocalText OfNobody()
    {
        var ours = string.Join(", ", _options.Own.Domains);
        return new LocalText(
            $"ヘッダに From も Return-Path もなく、-Domain（{ours}）のメールか分かりません。すべてのヘッダと共に保存したファイルを指定してください",
            $"its header has neither From nor Return-Path, so that nobody can tell whether it is mail of -Domain ({ours}): give it with its whole header"
        );
    }

    private void AddReport(string path, string file, JObject report)
    {
        var read = new FactSetBuilder<MailTlsReportFact>();
        try
        {
            _oldReports += TlsReportReader.Read(file, report, _options, read) ? 0 : 1;
        }
        catch (FormatException bad)
        {
            throw new InputException(path, WrittenException.Of(bad), bad);
        }

        var set = read.Build();
        // A report that was saved twice counts once.
        foreach (var fact in set.Items.Where(fact => _seen.Add("report|" + fact.Key)))
        {
            _reports.Add(fact);
            foreach (var gap in set.Gaps.Where(gap => gap.Item == fact.Label))
                _reports.Unread(fact, gap);
        }
    }

    private void AddHop(string path, string file, IReadOnlyList<string> senders, IReadOnlyList<string> received)
    {
        if (senders.Count > 0 && !senders.Any(_options.Own.HasMailOf))
            throw new InputException(path, OfOthers(senders));
        var hop = _departure.Of(path, received);
        // A server may send for many: its address says nothing of whose mail it is.
        if (senders.Count == 0 && !(hop.From.IsConfirmed && _options.Own.HasName(hop.From.Found)))
            throw new InputException(path, OfNobody());
        if (hop.At is null || hop.At > _options.Now + OutboundOptions.Ahead)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"{HostileText.Shown(hop.By)} の Received に日時がないか、未来の日時です",
                    $"the Received of {HostileText.Shown(hop.By)} has no time, or one that lies ahead"
                )
            );
        }

        if (hop.At < _options.Now - _options.MaximumAge)
        {
            _oldMessages++;
            return;
        }

        var (isEncrypted, version, suite) = _tls.Read(hop);
        var fact = new MailHopFact
        {
            ComputerName = _options.Own.Domains[0],
            Source = "file:" + file,
            File = file,
            SentBy = HostileText.Shown(hop.From.Said.Length > 0 ? hop.From.Said : hop.From.Found ?? string.Empty),
            Address = hop.From.Address?.ToString() ?? string.Empty,
            ReceivedBy = HostileText.Shown(hop.By),
            At = hop.At,
            With = HostileText.Shown(hop.With),
            IsEncrypted = isEncrypted,
            Version = version,
            Suite = suite?.Name,
            Cryptrec = suite?.Cryptrec,
            Ncsc = suite?.Ncsc,
        };
        _hops.Add(fact);
        var unsaid = new Gap(
            GapKind.NotSupported,
            fact.Source,
            new LocalText(
                $"{fact.ReceivedBy} は記録していないか、知られていない書き方で記録している",
                $"{fact.ReceivedBy} doesn't write it, or in a way that isn't known"
            )
        );
        foreach (
            var property in new[]
            {
                nameof(MailHopFact.IsEncrypted),
                nameof(MailHopFact.Version),
                nameof(MailHopFact.Suite),
                nameof(MailHopFact.Cryptrec),
                nameof(MailHopFact.Ncsc),
            }
        )
        {
            _hops.Unread(fact, unsaid with { Property = property });
        }
    }
}
