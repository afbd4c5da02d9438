using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Reads findings from JSON: of Export-ConfigAuditReport, which leaves out what a finding doesn't have, or of ConvertTo-Json,
/// which doesn't.</summary>
internal static class FindingJson
{
    private static readonly JsonLoadSettings Strict = new()
    {
        DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error,
        LineInfoHandling = LineInfoHandling.Load,
    };

    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each object that is no finding.</param>
    /// <exception cref="InputException">The file can't be opened, or holds something else.</exception>
    public static IEnumerable<Finding> Read(string path, Action<InputException> problem)
    {
        var root = JsonFile.Read(path, reader => JToken.Load(reader, Strict));
        var isReport = root is JObject && root["format"] is not null;
        if (isReport && (root["format"]!.ToString() != JsonReportWriter.Format || root["findings"] is not JArray))
        {
            throw new InputException(
                path,
                new LocalText($"判定結果ではありません（{root["format"]}）", $"it doesn't hold findings ({root["format"]})")
            );
        }
        // Windows PowerShell tells an array that came down a pipeline as an object of it and its count.
        var items =
            isReport ? root["findings"]!
            : root is JObject && root["value"] is JArray array && root["Count"] is not null ? array
            : root as JArray ?? new JArray(root);
        foreach (var item in items)
        {
            Finding? finding = null;
            try
            {
                var members =
                    item as JObject
                    ?? throw new FormatException(new LocalText("オブジェクトではありません", "this is no object").ToString());
                if (
                    members
                        .Properties()
                        .GroupBy(member => member.Name, StringComparer.OrdinalIgnoreCase)
                        .FirstOrDefault(same => same.Count() > 1) is
                    { } twice
                )
                {
                    throw new FormatException(new LocalText($"{twice.Key} が2つあります", $"{twice.Key} stands there twice").ToString());
                }

                finding = FindingRow.Read(column =>
                    members.TryGetValue(column.Name, StringComparison.OrdinalIgnoreCase, out var value) ? Text(value)
                    : isReport ? string.Empty
                    : null
                );
            }
            catch (FormatException bad)
            {
                var place = (IJsonLineInfo)item;
                problem(new InputException(path, place.LineNumber, place.LinePosition, WrittenException.Of(bad), bad));
            }

            if (finding is not null)
                yield return finding;
        }
    }

    private static string Text(JToken value) =>
        value switch
        {
            { Type: JTokenType.Null } => string.Empty,
            JValue plain => Convert.ToString(plain.Value, CultureInfo.InvariantCulture)!,
            // A moment, as Windows PowerShell writes it.
            JObject moment when moment["UtcTicks"] is { Type: JTokenType.Integer } ticks => Moment((long)ticks),
            _ => throw new FormatException(new LocalText("文字列ではない値があります", "a value isn't a text").ToString()),
        };

    private static string Moment(long utcTicks) =>
        utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(utcTicks, TimeSpan.Zero).ToString("o", CultureInfo.InvariantCulture)
            : "?";
}
