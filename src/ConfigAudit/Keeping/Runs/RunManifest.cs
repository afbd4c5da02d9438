using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using Newtonsoft.Json;

namespace ConfigAudit.Keeping.Runs;

/// <summary>What a run asked, by whom and with what: format ConfigAudit.Run/1. Holds no credential and no option of the
/// connection.</summary>
internal sealed record RunManifest
{
    private const string Format = "ConfigAudit.Run/1";

    private static readonly ValueKind<DateTimeOffset> Instants = (ValueKind<DateTimeOffset>)ValueKind.Of(typeof(DateTimeOffset));

    private static readonly ValueKind<DateTime> Days = (ValueKind<DateTime>)ValueKind.Of(typeof(DateTime));

    public DateTimeOffset StartedAt { get; init; } = DateTimeOffset.Now;

    /// <summary>Null while hosts are still to be asked.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>DOMAIN\user.</summary>
    public string By { get; init; } = Auditor.Name;

    /// <summary>The computer that asked.</summary>
    public string From { get; init; } = Environment.MachineName;

    public string ModuleVersion { get; init; } = ProductInfo.Version;

    /// <summary>The areas asked.</summary>
    public IReadOnlyList<string> Areas { get; init; } = Array.Empty<string>();

    /// <summary>The baseline's id; null when nothing was judged.</summary>
    public string? Baseline { get; init; }

    /// <summary>The ids of the baselines that ship with the module, by which the run was judged; null when nothing was judged, or by a file
    /// of the organisation's own.</summary>
    /// <param name="isShipped">Whether a baseline of that id ships.</param>
    public string[]? ShippedBaselines(Func<string, bool> isShipped)
    {
        // Several baselines read as one join their ids. A file of one's own may bear any id: those that ship are named after theirs.
        var ids = Baseline?.Split('+');
        return
            ids is not null
            && Array.TrueForAll(
                ids,
                id => isShipped(id) && Inputs.Any(input => string.Equals(input.Name, id + ".json", StringComparison.OrdinalIgnoreCase))
            )
            ? ids
            : null;
    }

    /// <summary>The day until which what is installed was said to be used, which facts depend on; null when nobody said.</summary>
    public DateTime? PlannedUseUntil { get; init; }

    /// <summary>The moment since when logons were read from the event logs; null for not at all.</summary>
    public DateTimeOffset? LogonsSince { get; init; }

    /// <summary>The files that facts and findings depend on: catalogues, baseline.</summary>
    public IReadOnlyList<FileHash> Inputs { get; init; } = Array.Empty<FileHash>();

    /// <summary>The snapshots of a finished run.</summary>
    public IReadOnlyList<FileHash> Snapshots { get; init; } = Array.Empty<FileHash>();

    public static RunManifest Of(
        IReadOnlyList<Collector> collectors,
        CatalogFolder catalogs,
        CollectionOptions wanted,
        Baseline? baseline
    ) =>
        new()
        {
            PlannedUseUntil = wanted.PlannedUseUntil?.Date,
            LogonsSince = wanted.LogonsSince,
            Areas = collectors.Select(collector => collector.Area).ToArray(),
            Baseline = baseline?.Id,
            Inputs = catalogs.Files.Concat(baseline?.Files ?? Array.Empty<string>()).Select(FileHash.Of).ToArray(),
        };

    /// <exception cref="InputException">It isn't one.</exception>
    public static RunManifest Load(string path)
    {
        var root = JsonDocument.Load(path, Format).Root;
        return new RunManifest
        {
            StartedAt = Instant(root["startedAt"]),
            FinishedAt = root.Has("finishedAt") ? Instant(root["finishedAt"]) : null,
            By = root.Text("by"),
            From = root.Text("from"),
            ModuleVersion = root.Text("moduleVersion"),
            Areas = root["areas"].Elements().Select(area => area.Text()).ToArray(),
            Baseline = root.TextOrNull("baseline"),
            PlannedUseUntil = root.Has("plannedUseUntil") ? Day(root["plannedUseUntil"]) : null,
            LogonsSince = root.Has("logonsSince") ? Instant(root["logonsSince"]) : null,
            Inputs = Hashes(root, "inputs"),
            Snapshots = Hashes(root, "snapshots"),
        };
    }

    /// <summary>
    /// Why the two can't be one run; null when they can. Whatever changes what is asked, or what it is read by, is compared: snapshots of
    /// one kind and of another would look like
    /// one result. Names the option, and what it was then and is now.
    /// </summary>
    public LocalText? Difference(RunManifest other)
    {
        if (ModuleVersion != other.ModuleVersion)
        {
            return new LocalText(
                $"開始したバージョンは {ModuleVersion} で、現在は {other.ModuleVersion} です",
                $"version {ModuleVersion} began it, and this is {other.ModuleVersion}"
            );
        }

        if (!Areas.SequenceEqual(other.Areas))
        {
            return new LocalText(
                $"前回の問い合わせは {string.Join("、", Areas)}、今回は {string.Join("、", other.Areas)} です",
                $"it asked for {string.Join(", ", Areas)}, and now {string.Join(", ", other.Areas)} is asked for"
            );
        }

        if (Baseline != other.Baseline)
        {
            return new LocalText(
                $"前回のベースラインは {Baseline ?? "なし"}、今回は {other.Baseline ?? "なし"} です",
                $"it judged {By(Baseline)}, and now -Baseline is {other.Baseline ?? "left out"}"
            );
        }

        if (PlannedUseUntil != other.PlannedUseUntil)
        {
            return Option(
                "PlannedUseUntil",
                PlannedUseUntil is { } day ? Days.Format(day) : null,
                other.PlannedUseUntil is { } until ? Days.Format(until) : null
            );
        }

        if (
            LogonsSince is { } since && other.LogonsSince is { } now
                ? Instants.Format(since) != Instants.Format(now)
                : LogonsSince != other.LogonsSince
        )
        {
            return Option(
                "LogonsSince",
                LogonsSince is { } old ? Instants.Format(old) : null,
                other.LogonsSince is { } moment ? Instants.Format(moment) : null
            );
        }

        var changed = Inputs.Except(other.Inputs).Concat(other.Inputs.Except(Inputs)).Select(input => input.Name).FirstOrDefault();
        return changed is null
            ? null
            : new LocalText(
                $"{changed} が前回から変わりました（前回 {Hash(Inputs, changed)}、今回 {Hash(other.Inputs, changed)}）",
                $"{changed} has changed since ({Hash(Inputs, changed)}, and now {Hash(other.Inputs, changed)})"
            );

        static string By(string? baseline) => baseline is null ? "nothing" : $"by the baseline {baseline}";
        static LocalText Option(string name, string? then, string? now) =>
            new LocalText(
                $"-{name} が前回は {then ?? "なし"}、今回は {now ?? "なし"} です",
                $"it had {(then is null ? $"no -{name}" : $"-{name} {then}")}, and now {(now is null ? "there is none" : $"it is {now}")}"
            );
        static string Hash(IEnumerable<FileHash> inputs, string name) =>
            inputs
                .Where(input => input.Name == name)
                .Select(input => input.Sha256.Length > 8 ? input.Sha256.Substring(0, 8) : input.Sha256)
                .FirstOrDefault()
            ?? "not there";
    }

    /// <summary>Writes it whole or not at all.</summary>
    public void Save(string path) => JsonFile.Write(path, Write);

    private static DateTimeOffset Instant(JsonNode node) =>
        DateTimeOffset.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw node.Error(new LocalText("ここには日時が必要です", "a moment is wanted here"));

    private static DateTime Day(JsonNode node) =>
        DateTime.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Error(new LocalText("ここには日付が必要です", "a day is wanted here"));

    private static FileHash[] Hashes(JsonNode root, string name) =>
        root.Objects(name).Select(hash => new FileHash(hash.Text("file"), hash.Text("sha256"))).ToArray();

    private void Write(JsonWriter writer)
    {
        writer.WriteStartObject();
        Text(writer, "format", Format);
        writer.WritePropertyName("startedAt");
        Instants.Write(writer, StartedAt);
        if (FinishedAt is { } finished)
        {
            writer.WritePropertyName("finishedAt");
            Instants.Write(writer, finished);
        }

        Text(writer, "by", By);
        Text(writer, "from", From);
        Text(writer, "moduleVersion", ModuleVersion);
        writer.WritePropertyName("areas");
        writer.WriteStartArray();
        foreach (var area in Areas)
            writer.WriteValue(area);
        writer.WriteEndArray();
        if (Baseline is not null)
            Text(writer, "baseline", Baseline);
        if (PlannedUseUntil is { } day)
            Text(writer, "plannedUseUntil", Days.Format(day));
        if (LogonsSince is { } since)
        {
            writer.WritePropertyName("logonsSince");
            Instants.Write(writer, since);
        }

        Write(writer, "inputs", Inputs);
        Write(writer, "snapshots", Snapshots);
        writer.WriteEndObject();
    }

    private static void Write(JsonWriter writer, string name, IReadOnlyList<FileHash> hashes)
    {
        writer.WritePropertyName(name);
        writer.WriteStartArray();
        foreach (var hash in hashes)
        {
            writer.WriteStartObject();
            Text(writer, "file", hash.Name);
            Text(writer, "sha256", hash.Sha256);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(JsonWriter writer, string name, string value)
    {
        writer.WritePropertyName(name);
        writer.WriteValue(value);
    }
}
