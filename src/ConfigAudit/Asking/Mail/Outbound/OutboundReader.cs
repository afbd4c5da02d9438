using System;
using System.Collections.Generic;
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
    private readonly ReceivedTls _tls;
    private readonly FactSetBuilder<MailHopFact> _hops = new();
    private readonly FactSetBuilder<MailTlsReportFact> _reports = new();
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Gap> _ofHops = new();
    private readonly List<Gap> _ofReports = new();
    private int _oldMessages;
    private int _oldReports;

    public OutboundReader(OutboundOptions options) => (_options, _tls) = (options, new ReceivedTls(new SuiteName(options.Suites)));

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
                AddHop(path, file, received);
        }
        catch (InputException bad)
        {
            // Which of both it was meant to be nobody knows.
            var gap = new Gap(GapKind.Unusable, "file:" + file, bad.Message);
            _ofHops.Add(gap);
            _ofReports.Add(gap);
            throw;
        }
    }

    /// <summary>How many messages and reports were left out for their age.</summary>
    public int Old => _oldMessages + _oldReports;

    public Snapshot Build()
    {
        Close(_hops, _ofHops, _oldMessages, "message that left the organisation");
        Close(_reports, _ofReports, _oldReports, "report on TLS");
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
    private void Close<T>(FactSetBuilder<T> set, List<Gap> gaps, int old, string what)
        where T : Fact, new()
    {
        foreach (var gap in gaps)
            set.MayLack(gap);
        if (set.Items.Count == 0 && gaps.Count == 0)
        {
            set.MayLack(
                new Gap(
                    GapKind.NotCollected,
                    "files",
                    $"no {what} was given{(old > 0 ? FormattableString.Invariant($", but for {old} older than {_options.MaximumAge.TotalDays:0} days") : string.Empty)}"
                )
            );
        }
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

    /// <summary>The topmost step from one of the organisation's servers to one that isn't: what stands below it was written before, by
    /// whoever had the message then.</summary>
    private void AddHop(string path, string file, IReadOnlyList<string> received)
    {
        var hop = received
            .Select(ReceivedHeader.Read)
            .OfType<ReceivedHeader>()
            .FirstOrDefault(each =>
                _options.Own.IsFrom(each.FromNames.Append(each.From ?? string.Empty), each.Address) && !_options.Own.HasName(each.By)
            );
        if (hop is null)
        {
            throw new InputException(
                path,
                new LocalText(
                    "-Domain・-OwnHost のサーバから他のサーバへ渡したことを示す Received がありません",
                    "no Received tells of a step from a server of -Domain or -OwnHost to another's"
                )
            );
        }

        if (OwnHosts.IsInner(hop.By!) || _options.Own.MayStayInside(hop.Address))
        {
            throw new InputException(
                path,
                new LocalText(
                    $"{HostileText.Shown(hop.By!)} への受け渡しは、組織の中のものかもしれません。自分のサーバを -OwnHost で指定してください",
                    $"the step to {HostileText.Shown(hop.By!)} may have stayed inside the organisation: name its own servers with -OwnHost"
                )
            );
        }

        if (hop.At is null || hop.At > _options.Now + OutboundOptions.Ahead)
        {
            throw new InputException(
                path,
                new LocalText(
                    "受信したサーバの Received に日時がないか、未来の日時です",
                    "the Received of the server that took it has no time, or one that lies ahead"
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
            SentBy = HostileText.Shown(hop.From ?? string.Empty),
            Address = hop.Address?.ToString() ?? string.Empty,
            ReceivedBy = HostileText.Shown(hop.By!),
            At = hop.At,
            With = HostileText.Shown(hop.With),
            IsEncrypted = isEncrypted,
            Version = version,
            Suite = suite?.Name,
            Cryptrec = suite?.Cryptrec,
            Ncsc = suite?.Ncsc,
        };
        _hops.Add(fact);
        var unsaid = new Gap(GapKind.NotSupported, fact.Source, $"{fact.ReceivedBy} doesn't write it, or in a way that isn't known");
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
