using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Telling.Notices;

/// <summary>
/// Which failures were told already, by the way they were told: a JSON file, format ConfigAudit.Notices/1. A failure is told once; it is
/// new again after the check
/// has held in between. What couldn't be read leaves things as they were.
/// </summary>
internal sealed class NoticeState
{
    private const string Format = "ConfigAudit.Notices/1";

    /// <summary>How a record begins, without its blanks, whichever version of the format it has.</summary>
    private const string Beginning = "{\"format\":\"ConfigAudit.Notices/";

    private readonly Dictionary<string, Dictionary<string, string>> _told;

    private NoticeState(Dictionary<string, Dictionary<string, string>> told) => _told = told;

    /// <summary>Nothing was told yet.</summary>
    public static NoticeState Blank() => new(new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal));

    /// <exception cref="InputException">The file can't be used.</exception>
    public static NoticeState Load(string path)
    {
        if (!File.Exists(path))
            return Blank();
        var told = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        var root = JsonDocument.Load(path, Format).Root;
        root.AllowOnly("format", "told");
        foreach (var (channel, failures) in root["told"].Members())
        {
            var seen = told[channel] = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (failure, moment) in failures.Members())
                seen[failure] = moment.Text();
        }

        return new NoticeState(told);
    }

    /// <summary>
    /// Whether a file is of another kind, and so nobody's to put aside. One of ours begins as such, however early it was cut off; what
    /// holds nothing
    /// can be no loss.
    /// </summary>
    public static bool IsOther(string path)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var read = new char[1024];
            var start = string.Concat(
                read.Take(text.ReadBlock(read, 0, read.Length)).Where(letter => letter != '\0' && !char.IsWhiteSpace(letter))
            );
            return !start.StartsWith(Beginning, StringComparison.Ordinal) && !Beginning.StartsWith(start, StringComparison.Ordinal);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The failures at or above a severity that weren't told this way; those that are waived aren't among them.</summary>
    public IReadOnlyList<Finding> New(string channel, IEnumerable<Finding> findings, Severity least) =>
        findings
            .Where(finding =>
                finding.Outcome == Outcome.Fail
                && finding.Severity >= least
                && finding.WaiverState != WaiverState.Honoured
                && !Told(channel).ContainsKey(Key(finding))
            )
            .OrderByDescending(finding => finding.Severity)
            .ThenBy(finding => finding.ComputerName, StringComparer.OrdinalIgnoreCase)
            // What came twice, or by two baselines, is told once, as the gravest.
            .GroupBy(Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First())
            .ToArray();

    /// <summary>Marks failures as told, and forgets those whose check holds now.</summary>
    public void Keep(string channel, IEnumerable<Finding> told, IEnumerable<Finding> findings, DateTimeOffset at)
    {
        // Where another baseline, or another run, says that it fails or isn't known, it doesn't hold.
        foreach (
            var same in findings
                .GroupBy(Key, StringComparer.OrdinalIgnoreCase)
                .Where(same => same.All(finding => finding.Outcome is Outcome.Pass or Outcome.NotApplicable))
        )
        {
            Told(channel).Remove(same.Key);
        }

        foreach (var finding in told)
            Told(channel)[Key(finding)] = at.ToString("o", CultureInfo.InvariantCulture);
    }

    /// <summary>Puts a file that can't be used aside, under a name that isn't taken, for somebody to look at.</summary>
    /// <returns>Its name now.</returns>
    /// <exception cref="IOException">It can't be moved.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be moved.</exception>
    public static string SetAside(string path)
    {
        var aside = Enumerable
            .Range(1, int.MaxValue)
            .Select(number => $"{path}.{number.ToString(CultureInfo.InvariantCulture)}.bad")
            .First(name => !File.Exists(name));
        File.Move(path, aside);
        return aside;
    }

    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public void Save(string path)
    {
        var told = new JObject(
            _told.Select(channel => new JProperty(
                channel.Key,
                new JObject(channel.Value.Select(each => new JProperty(each.Key, each.Value)))
            ))
        );
        JsonFile.Write(path, writer => new JObject { ["format"] = Format, ["told"] = told }.WriteTo(writer));
    }

    private Dictionary<string, string> Told(string channel)
    {
        if (!_told.TryGetValue(channel, out var told))
            _told[channel] = told = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        return told;
    }

    private static string Key(Finding finding) => $"{finding.ComputerName}|{finding.CheckId}";
}
