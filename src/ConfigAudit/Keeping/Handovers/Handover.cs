using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>What was handed over, by whom and when: the manifest, format ConfigAudit.Handover/1.</summary>
internal sealed record Handover
{
    private const string Format = "ConfigAudit.Handover/1";

    /// <summary>Names this hand-over and no other.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>By the clock of the computer that made it.</summary>
    public DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.Now;

    /// <summary>DOMAIN\user.</summary>
    public string By { get; init; } = Auditor.Name;

    /// <summary>The computer that made it.</summary>
    public string From { get; init; } = Environment.MachineName;

    public string ModuleVersion { get; init; } = ProductInfo.Version;

    public IReadOnlyList<HandoverFile> Files { get; init; } = Array.Empty<HandoverFile>();

    /// <summary>How many hosts it is about: one may have several snapshots.</summary>
    public int Hosts => Files.Select(file => file.ComputerName).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    /// <param name="path">The manifest, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="InputException">It isn't one.</exception>
    public static Handover Read(string path, byte[] bytes)
    {
        var root = JsonDocument.Load(path, bytes, Format).Root;
        root.AllowOnly("format", "id", "createdAt", "by", "from", "moduleVersion", "hosts", "files");
        var handover = new Handover
        {
            Id = Guid.TryParseExact(root.Text("id"), "D", out var id)
                ? id
                : throw root["id"].Error(new LocalText("識別子が必要です", "an id is wanted here")),
            CreatedAt = Instant(root["createdAt"]),
            By = root.Text("by"),
            From = root.Text("from"),
            ModuleVersion = root.Text("moduleVersion"),
            Files = root.Objects("files").Select(HandoverFile.Read).ToArray(),
        };
        if (handover.Files.Count == 0)
            throw root["files"].Error(new LocalText("ファイルが書かれていません", "it names no file"));
        if (handover.Files.Select(file => file.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != handover.Files.Count)
            throw root["files"].Error(new LocalText("同じファイルが2回書かれています", "it names a file twice"));
        return root["hosts"].Number() == handover.Hosts
            ? handover
            : throw root["hosts"].Error(new LocalText($"ファイルは{handover.Hosts}台分です", $"its files are of {handover.Hosts} hosts"));
    }

    public byte[] ToBytes() => JsonFile.Bytes(Write);

    internal static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    internal static DateTimeOffset Instant(JsonNode node) =>
        DateTimeOffset.TryParseExact(
            node.Text(),
            "yyyy-MM-dd'T'HH:mm:sszzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? moment
            : throw node.Error(
                new LocalText(
                    "2026-11-16T09:00:00+09:00 のような日時が必要です",
                    "a moment is wanted here, such as 2026-11-16T09:00:00+09:00"
                )
            );

    private void Write(JsonWriter writer)
    {
        writer.WriteStartObject();
        Member(writer, "format", Format);
        Member(writer, "id", Id.ToString("D"));
        Member(writer, "createdAt", Text(CreatedAt));
        Member(writer, "by", By);
        Member(writer, "from", From);
        Member(writer, "moduleVersion", ModuleVersion);
        writer.WritePropertyName("hosts");
        writer.WriteValue(Hosts);
        writer.WritePropertyName("files");
        writer.WriteStartArray();
        foreach (var file in Files)
            file.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Member(JsonWriter writer, string name, string value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }
}
