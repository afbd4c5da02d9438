using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using ConfigAudit.Baselines;
using ConfigAudit.Findings;

namespace ConfigAudit.Notices;

/// <summary>What an administrator is told: failures, each with the host's name and its address at that time, and nothing that was read from the host besides.</summary>
internal sealed record Notice
{
    /// <summary>More would be read by nobody; how many are left out is said.</summary>
    private const int MaxLines = 100;

    public Notice(IReadOnlyList<Finding> failures, DateTimeOffset at) => (Failures, At) = (failures, at);

    /// <summary>The gravest first.</summary>
    public IReadOnlyList<Finding> Failures { get; }

    public DateTimeOffset At { get; }

    public Severity Severity => Failures.Max(failure => failure.Severity);

    public string Subject
    {
        get
        {
            var hosts = Failures.Select(failure => failure.ComputerName).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            var counts = Failures.GroupBy(failure => failure.Severity).OrderByDescending(group => group.Key).Select(group => $"{group.Key} {group.Count()}");
            return $"ConfigAudit: {Failures.Count} new failure{(Failures.Count == 1 ? string.Empty : "s")} on {hosts} host{(hosts == 1 ? string.Empty : "s")} ({string.Join(", ", counts)})";
        }
    }

    public string Text
    {
        get
        {
            var text = new StringBuilder(Subject).Append('\n');
            text.Append(At.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)).Append("\n\n");
            foreach (var failure in Failures.Take(MaxLines))
                text.Append(Line(failure)).Append('\n');
            if (Failures.Count > MaxLines)
                text.Append("... and ").Append(Failures.Count - MaxLines).Append(" more\n");
            return text.ToString();
        }
    }

    /// <summary>One failure in one line.</summary>
    public static string Line(Finding failure) =>
        Plain($"[{failure.Severity}] {failure.ComputerName}{(failure.IPAddress.Length == 0 ? string.Empty : $" ({failure.IPAddress})")} {failure.CheckId} {failure.Title}");

    /// <summary>Names come from hosts: none may begin a line, or a header, of its own.</summary>
    private static string Plain(string text) => new(text.Select(one => char.IsControl(one) ? ' ' : one).ToArray());
}
