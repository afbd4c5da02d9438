using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs.Html.Servers;
using Newtonsoft.Json;

namespace ConfigAudit.Telling.Outputs.Html;

/// <summary>
/// Findings as one page that needs no network: it may come on a USB stick. Each finding is a row of numbers, written as it comes, that
/// point into tables of hosts, checks and
/// texts which stand behind the rows; so a hundred thousand of them are a few megabytes, and memory grows with the texts that differ. The
/// summary is markup and readable without
/// script; the script makes the lists.
/// </summary>
[ReportFile(ReportFormat.Html, ".html", ".htm")]
internal sealed class HtmlReportWriter : ReportWriter
{
    private readonly StreamWriter _text;
    private readonly Markup _page;
    private readonly Tally _tally = new();
    private readonly Index<string> _texts = new(StringComparer.Ordinal);
    private readonly Index<Finding> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Index<Finding> _checks = new(StringComparer.OrdinalIgnoreCase);
    private readonly ServerPages _servers = new();
    private readonly FoundWords _words;
    private bool _isFirst = true;

    public HtmlReportWriter(string path, ReportSettings settings)
        : base(path, settings)
    {
        _words = new FoundWords(settings.Language);
        _text = new StreamWriter(Stream, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        _page = new Markup(_text);
        _page.Raw($"<!DOCTYPE html>\n<html lang=\"{(settings.Language == Language.Japanese ? "ja" : "en")}\">\n");
        _page.Element(
            "head",
            () =>
            {
                _page.Element("meta", string.Empty, ("charset", "utf-8"));
                _page.Element("meta", string.Empty, ("http-equiv", "Content-Security-Policy"), ("content", Assets.Policy));
                _page.Element("meta", string.Empty, ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
                _page.Element("meta", string.Empty, ("name", "referrer"), ("content", "no-referrer"));
                _page.Element("title", Title);
                _page.Element("style", () => _page.Raw(Assets.Style));
            }
        );
        _page.Raw("<body>\n<script type=\"application/json\" id=\"rows\">[");
    }

    private string Title => Settings.Title ?? ReportWords.Title.In(Settings.Language);

    protected override void Add(Finding finding)
    {
        _tally.Add(finding);
        _servers.Add(finding);
        _text.Write(_isFirst ? "\n[" : ",\n[");
        _isFirst = false;
        Numbers(
            _hosts.Of(finding.ComputerName, finding),
            _checks.Of(finding.CheckId, finding),
            (int)finding.Outcome,
            Text(finding.Reason),
            Text(_words.Of(finding)),
            Text(finding.Evidence),
            Text(Said(finding))
        );
        _text.Write(']');
    }

    protected override void Finish()
    {
        _page.Raw("]</script>\n");
        Data("texts", json => json.WriteArray(_texts.Items));
        Data("tables", json => PageData.Write(json, _hosts.Items, _checks.Items, Settings, _servers));
        new PageBody(_page, _tally, Settings, Title, _servers).Write();
        _page.Element("script", () => _page.Raw(Assets.Script));
        _page.Raw("</body>\n</html>\n");
    }

    protected override void LetGo() => _text.Dispose();

    private string Said(Finding finding)
    {
        var parts = new List<string>();
        if (finding.WaiverState is { } waiver)
        {
            parts.Add(
                $"{FindingColumns.Named("Waiver").Header.In(Settings.Language)} {MemberNames<WaiverState>.Of(waiver).In(Settings.Language)}: {finding.Waiver}"
            );
        }

        if (finding.AttestationState is { } attestation)
        {
            parts.Add(
                $"{FindingColumns.Named("Attestation").Header.In(Settings.Language)} {MemberNames<AttestationState>.Of(attestation).In(Settings.Language)}: {finding.Attestation}"
            );
        }

        return string.Join("; ", parts);
    }

    private int Text(string text) => _texts.Of(text, text);

    private void Numbers(params int[] numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
                _text.Write(',');
            _text.Write(numbers[i]);
        }
    }

    /// <summary>Data for the script: no markup can begin in it, since what would is escaped.</summary>
    private void Data(string id, Action<JsonTextWriter> write)
    {
        _page.Raw($"<script type=\"application/json\" id=\"{id}\">");
        using (
            var json = new JsonTextWriter(_text)
            {
                StringEscapeHandling = StringEscapeHandling.EscapeHtml,
                CloseOutput = false,
                AutoCompleteOnClose = false,
            }
        )
        {
            write(json);
        }

        _page.Raw("</script>\n");
    }

    /// <summary>Things in the order in which they first came.</summary>
    private sealed class Index<T>
    {
        private readonly Dictionary<string, int> _places;
        private readonly List<T> _items = new();

        public Index(StringComparer comparer) => _places = new Dictionary<string, int>(comparer);

        public IReadOnlyList<T> Items => _items;

        public int Of(string key, T item)
        {
            if (_places.TryGetValue(key, out var place))
                return place;
            _places[key] = _items.Count;
            _items.Add(item);
            return _items.Count - 1;
        }
    }
}
