using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Notices;

/// <summary>
/// What an administrator is told: failures, each with the host's names, its addresses and the moment at which it had them, and what was found
/// against what was expected. A notice names all its failures: more than one holds make several.
/// </summary>
internal sealed record Notice
{
    /// <summary>How a notice begins, in whichever language.</summary>
    internal const string Beginning = "ConfigAudit";

    /// <summary>More in one would be read by nobody.</summary>
    internal const int MaxFailures = 100;

    /// <summary>In characters: an event's text may have 31,839 (ReportEventW), and a notice has a subject and a time besides.</summary>
    internal const int MaxText = 30_000;

    /// <summary>In characters. Names and addresses stand in front.</summary>
    private const int MaxLine = 1_000;

    /// <summary>In characters: so many in each line that a hundred of them are one notice, and one of them a datagram.</summary>
    private const int MaxReason = 200;

    /// <summary>A title says what should hold: read without this, it says that it does.</summary>
    private static readonly LocalText Fails = new("不適合", "fails");

    private readonly Language _language;
    private readonly (int Number, int Of) _part;

    public Notice(IReadOnlyList<Finding> failures, DateTimeOffset at, Language? language = null)
        : this(failures, at, language ?? LocalText.Spoken, (1, 1)) { }

    private Notice(IReadOnlyList<Finding> failures, DateTimeOffset at, Language language, (int Number, int Of) part) =>
        (Failures, At, _language, _part) = (failures, at, language, part);

    /// <summary>The gravest first.</summary>
    public IReadOnlyList<Finding> Failures { get; }

    public DateTimeOffset At { get; }

    public Severity Severity => Failures.Max(failure => failure.Severity);

    public string Subject
    {
        get
        {
            var hosts = Failures.Select(failure => failure.ComputerName).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            var counts = Failures
                .GroupBy(failure => failure.Severity)
                .OrderByDescending(group => group.Key)
                .Select(group => (Name: MemberNames<Severity>.Of(group.Key), Count: group.Count()))
                .ToArray();
            var part = _part.Of == 1 ? string.Empty : $" {_part.Number}/{_part.Of}";
            return new LocalText(
                $"{Beginning}{part}: 対象{hosts}件に新しい不適合が{Failures.Count}件（{string.Join("、", counts.Select(each => $"{each.Name.Ja} {each.Count}"))}）",
                $"{Beginning}{part}: {Failures.Count} new failure{(Failures.Count == 1 ? string.Empty : "s")} on {hosts} host{(hosts == 1 ? string.Empty : "s")} ({string.Join(", ", counts.Select(each => $"{each.Name.En} {each.Count}"))})"
            ).In(_language);
        }
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder(Subject).Append('\n').Append(Moment(At)).Append("\n\n");
            foreach (var failure in Failures)
                text.Append(Line(failure)).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>As few notices as name all the failures, in their order.</summary>
    public static IReadOnlyList<Notice> Of(IReadOnlyList<Finding> failures, DateTimeOffset at, Language? language = null)
    {
        var spoken = language ?? LocalText.Spoken;
        var parts = new List<List<Finding>>();
        var room = 0;
        foreach (var failure in failures)
        {
            var length = Line(failure, spoken, at.Offset).Length + 1;
            if (parts.Count == 0 || parts[parts.Count - 1].Count == MaxFailures || length > room)
            {
                parts.Add(new List<Finding>());
                room = MaxText;
            }

            parts[parts.Count - 1].Add(failure);
            room -= length;
        }

        return parts.Select((part, index) => new Notice(part, at, spoken, (index + 1, parts.Count))).ToArray();
    }

    /// <summary>One failure in one line.</summary>
    public string Line(Finding failure) => Line(failure, _language, At.Offset);

    private static string Line(Finding failure, Language language, TimeSpan offset)
    {
        var told = failure.In(language);
        var names =
            failure.HostName.Length == 0 || string.Equals(failure.HostName, failure.ComputerName, StringComparison.OrdinalIgnoreCase)
                ? failure.ComputerName
                : $"{failure.ComputerName} = {failure.HostName}";
        var place = string.Join(
            "; ",
            new[] { failure.IPAddress, failure.CollectedAt is { } moment ? Moment(moment.In(offset)) : string.Empty }.Where(part =>
                part.Length > 0
            )
        );
        var line = Plain(
            $"[{MemberNames<Severity>.Of(failure.Severity).In(language)}] {names}{(place.Length == 0 ? string.Empty : $" ({place})")} {failure.CheckId} {Fails.In(language)}: {told.Title}{Found(told.Reason)}"
        );
        return line.Length <= MaxLine ? line : line.Substring(0, MaxLine);
    }

    private static string Found(string reason)
    {
        if (reason.Length == 0)
            return string.Empty;
        if (reason.Length <= MaxReason)
            return $" - {reason}";
        // Half a character is none.
        var length = char.IsHighSurrogate(reason[MaxReason - 1]) ? MaxReason - 1 : MaxReason;
        return $" - {reason.Substring(0, length)}…";
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>Names come from hosts: none may begin a line, or a header, of its own, nor turn around what is read after it.</summary>
    private static string Plain(string text) =>
        new(
            text.Select(one =>
                    char.GetUnicodeCategory(one)
                        is UnicodeCategory.Control
                            or UnicodeCategory.Format
                            or UnicodeCategory.LineSeparator
                            or UnicodeCategory.ParagraphSeparator
                        ? ' '
                        : one
                )
                .ToArray()
        );
}
