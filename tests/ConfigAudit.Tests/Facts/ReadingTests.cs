using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Facts;

/// <summary>One reading gives a value or the reason that there is none.</summary>
public sealed class ReadingTests
{
    private static readonly string[] Areas = { "OperatingSystem", "Update", "Device", "Log", "Network" };
    private static readonly Gap Denied = new(GapKind.Denied, "a", "no");
    private static readonly Gap Late = new(GapKind.Timeout, "b", "late");

    [Fact]
    public void A_reading_without_a_value_needs_a_reason() => Assert.Throws<ArgumentException>(() => Reading<bool?>.Of(null, null, null));

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(true, false, false, true)]
    [InlineData(false, null, false, null)]
    [InlineData(true, null, null, true)]
    [InlineData(null, null, null, null)]
    public void What_is_not_known_matters_where_it_can_change_the_answer(bool? one, bool? other, bool? all, bool? any)
    {
        var readings = new[] { Reading<bool?>.Of(one, Denied), Reading<bool?>.Of(other, Late) };
        Assert.Equal((all, any), (ReadingExtensions.All(readings).Value, ReadingExtensions.Any(readings).Value));
        Assert.Equal(all is null ? readings.SelectMany(each => each.Gaps) : Enumerable.Empty<Gap>(), ReadingExtensions.All(readings).Gaps);
    }

    [Fact]
    public void The_set_says_why_a_property_is_not_known()
    {
        var facts = new FactSetBuilder<ConfigAudit.Asking.Collectors.Updates.HotfixFact>();
        facts.Add(
            new ConfigAudit.Asking.Collectors.Updates.HotfixFact
            {
                Id = facts.Known("Id", Reading<string>.Unknown(Denied)),
                InstalledOn = facts.Known("InstalledOn", Reading<DateTime?>.Of(DateTime.MinValue)),
            }
        );
        Assert.Equal(Denied with { Property = "Id" }, Assert.Single(facts.Build().Gaps));
    }

    [Theory]
    [InlineData("as recorded")]
    [InlineData("null")]
    [InlineData("gone")]
    [InlineData("a text")]
    [InlineData("twice")]
    [InlineData("-1")]
    public void Whatever_a_host_keeps_back_each_property_that_is_not_known_has_its_reason(string fault)
    {
        var fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");
        foreach (var path in Directory.EnumerateFiles(fleet, "*-PC-00?.json").Append(Path.Combine(fleet, "LG-SV-002.json")))
        {
            var recording = JObject.Parse(File.ReadAllText(path));
            Break(recording, fault);
            var snapshot = Machine.Answering(recording.ToString());
            var types = Collector.All.Where(collector => Areas.Contains(collector.Area)).SelectMany(collector => collector.Facts);
            Assert.Empty(
                types.Select(snapshot.Table.Set).SelectMany(Unexplained).Distinct().Select(name => $"{Path.GetFileName(path)}: {name}")
            );
        }
    }

    private static IEnumerable<string> Unexplained(FactSet set) =>
        set
            .Type.Properties.Where(property =>
                set.Facts.Any(fact => property.Format(fact) is null) && !set.Gaps.Any(gap => gap.Property == property.Name)
            )
            .Select(property => $"{set.Type.Name}.{property.Name}");

    /// <summary>Every value of every instance and of the registry.</summary>
    private static void Break(JObject recording, string fault)
    {
        var instances = recording["instances"] as JObject ?? new JObject();
        foreach (
            var rows in instances
                .Properties()
                .SelectMany(name => ((JObject)name.Value).Properties())
                .Select(type => (JArray)type.Value)
                .ToArray()
        )
        {
            if (fault == "twice")
                rows.Add(rows.Select(row => row.DeepClone()).Select(Changed).ToArray());
            foreach (
                var value in rows.OfType<JObject>()
                    .SelectMany(row => row.Properties())
                    .Where(value => value.Name is not ("Name" or "InstanceID"))
                    .ToArray()
            )
            {
                Break(value, fault);
            }
        }

        foreach (
            var value in (recording["registry"] as JObject)?.Properties().SelectMany(key => ((JObject)key.Value).Properties()).ToArray()
                ?? Array.Empty<JProperty>()
        )
        {
            if (fault == "-1" && (string?)value.Value["type"] == "REG_DWORD")
                value.Value["data"] = -1;
            else if (fault == "null")
                value.Value["type"] = "unread";
        }
    }

    private static void Break(JProperty value, string fault)
    {
        switch (fault)
        {
            case "null":
                value.Value = JValue.CreateNull();
                break;
            case "gone":
                value.Remove();
                break;
            case "a text":
                value.Value = "あ";
                break;
            case "-1":
                value.Value = -1;
                break;
        }
    }

    /// <summary>A second instance that contradicts the first in all that it says.</summary>
    private static JToken Changed(JToken row)
    {
        foreach (
            var value in ((JObject)row)
                .Properties()
                .Where(value => value.Value.Type is JTokenType.Integer or JTokenType.Boolean or JTokenType.String)
        )
        {
            value.Value = value.Value.Type switch
            {
                JTokenType.Integer => (long)value.Value + 1,
                JTokenType.Boolean => !(bool)value.Value,
                _ => value.Value + "x",
            };
        }

        return row;
    }
}
