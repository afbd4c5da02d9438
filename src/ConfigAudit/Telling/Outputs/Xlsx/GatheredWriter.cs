using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs.Xlsx;

/// <summary>A workbook begins with its summary, so findings are held until the last has come.</summary>
internal abstract class GatheredWriter : ReportWriter
{
    private readonly List<Finding> _findings = new();

    protected GatheredWriter(string path, ReportSettings settings)
        : base(path, settings) => Found = new FoundWords(settings.Language);

    protected FoundWords Found { get; }

    protected IReadOnlyList<Finding> Findings => _findings;

    protected Tally Tally { get; } = new();

    protected Language Language => Settings.Language;

    protected override void Add(Finding finding)
    {
        _findings.Add(finding);
        Tally.Add(finding);
    }

    protected override void Finish()
    {
        using var book = new Workbook(Stream);
        Write(book);
        book.Finish();
    }

    protected abstract void Write(Workbook book);

    protected string Say(LocalText text) => text.In(Language);

    protected string Header(LocalText text) => text.In(Settings.Header);
}
