using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using Newtonsoft.Json;

namespace ConfigAudit.Facts;

/// <summary>A snapshot as a JSON file: format ConfigAudit.Snapshot/1.</summary>
internal sealed class SnapshotFile
{
    private const string Format = "ConfigAudit.Snapshot/1";

    private static readonly ValueKind<DateTimeOffset> Instants = Kind<DateTimeOffset>();
    private static readonly ValueKind<IReadOnlyList<string>> Texts = Kind<IReadOnlyList<string>>();
    private static readonly ValueKind<Zone> Zones = Kind<Zone>();
    private static readonly ValueKind<HostRole> Roles = Kind<HostRole>();
    private static readonly ValueKind<NetworkModel> Models = Kind<NetworkModel>();

    private readonly FactTypes _types;

    /// <param name="types">The kinds of fact that are understood; others, of a newer version, are left out.</param>
    public SnapshotFile(FactTypes types) => _types = types;

    /// <exception cref="InputException">The file can't be read, or isn't a snapshot of this format.</exception>
    public Snapshot Load(string path) => JsonFile.Read(path, Read);

    /// <summary>Reads what a file holds, which may be packed by gzip.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="bytes">What it holds.</param>
    /// <exception cref="InputException">It isn't a snapshot of this format, or unpacks to more than a file may have.</exception>
    public Snapshot Load(string path, byte[] bytes)
    {
        using var stream = Gzip.IsPacked(bytes) ? Gzip.Unpack(path, bytes, JsonFile.MaxBytes) : new MemoryStream(bytes);
        return JsonFile.Read(path, stream, Read);
    }

    /// <summary>What <see cref="Save"/> would write.</summary>
    public static byte[] Bytes(Snapshot snapshot) => JsonFile.Bytes(writer => Write(writer, snapshot));

    /// <summary>Writes it whole or not at all.</summary>
    public static void Save(Snapshot snapshot, string path) => JsonFile.Write(path, writer => Write(writer, snapshot));

    /// <summary>A name for the file that tells host and moment, and that every file system takes.</summary>
    public static string NameOf(Snapshot snapshot)
    {
        var host = SafeName(snapshot.ComputerName);
        return snapshot.CollectedAt is { } at
            ? $"{host}_{at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.json"
            : $"{host}.json";
    }

    /// <summary>The host after which a file is named that was written here; null for a file that somebody named.</summary>
    public static string? HostOf(string path) => Named(path)?.Host;

    /// <summary>The moment in the same name; null for a file that somebody named.</summary>
    public static DateTimeOffset? MomentOf(string path) => Named(path)?.At;

    private static (string Host, DateTimeOffset At)? Named(string path)
    {
        var name = Path.GetFileName(path);
        foreach (var ending in new[] { ".gz", ".json" })
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ending.Length) : name;
        return
            name.LastIndexOf('_') is > 0 and var at
            && DateTimeOffset.TryParseExact(
                name.Substring(at + 1),
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
            ? (name.Substring(0, at), moment)
            : null;
    }

    /// <summary>A host's name as every file system takes it.</summary>
    public static string SafeName(string name) =>
        new(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' ? letter : '_').ToArray());

    private Snapshot Read(JsonReader reader)
    {
        reader.ReadToken(JsonToken.StartObject);
        var snapshot = new Snapshot();
        var sets = new List<FactSet>();
        var format = (string?)null;
        foreach (var name in reader.Members())
        {
            // The format stands first, so that a foreign file is refused before anything of it is taken.
            if (format is null && name != "format")
            {
                throw reader.Error(
                    new LocalText(
                        $"スナップショットではありません（先頭に \"format\": \"{Format}\" がありません）",
                        $"this is no snapshot: it doesn't begin with \"format\": \"{Format}\""
                    )
                );
            }

            switch (name)
            {
                case "format":
                    format = reader.ReadAsString();
                    if (format != Format)
                    {
                        throw reader.Error(
                            new LocalText(
                                $"形式が '{format}' です。このバージョンが読み取るのは '{Format}' です",
                                $"the format is '{format}', and this version reads '{Format}'"
                            )
                        );
                    }

                    break;
                case "facts":
                    reader.Next();
                    sets.AddRange(ReadSets(reader, snapshot.ComputerName));
                    break;
                default:
                    snapshot = ReadMember(reader, name, snapshot);
                    break;
            }
        }

        if (snapshot.ComputerName.Length == 0)
        {
            throw reader.Error(
                new LocalText(
                    "スナップショットではありません（'facts' の前に 'computerName' がありません）",
                    "this is no snapshot: 'computerName' is missing, or doesn't stand before 'facts'"
                )
            );
        }

        return (snapshot with { Table = new FactTable(sets) }).Whole();
    }

    private List<FactSet> ReadSets(JsonReader reader, string computerName)
    {
        var sets = new List<FactSet>();
        foreach (var name in reader.Members())
        {
            reader.Next();
            if (_types.Find(name) is { } type)
                sets.Add(type.ReadSet(reader, computerName));
            else
                reader.Skip();
        }

        return sets;
    }

    private static Snapshot ReadMember(JsonReader reader, string name, Snapshot snapshot) =>
        name switch
        {
            "computerName" => snapshot with { ComputerName = Text(reader) ?? string.Empty },
            "hostName" => snapshot with { HostName = Text(reader) },
            "ipAddresses" => snapshot with { IPAddresses = Texts.TryRead(reader, out var addresses) ? addresses : Array.Empty<string>() },
            "zone" => snapshot with { Zone = Zones.TryRead(reader, out var zone) ? zone : null },
            "role" => snapshot with { Role = Roles.TryRead(reader, out var role) ? role : null },
            "model" => snapshot with { Model = Models.TryRead(reader, out var model) ? model : null },
            "tags" => snapshot with { Tags = Texts.TryRead(reader, out var tags) ? tags : Array.Empty<string>() },
            "collectedAt" => snapshot with { CollectedAt = Instants.TryRead(reader, out var at) ? ClockMoment.Shown(at) : null },
            "hostClock" => snapshot with { HostClock = Instants.TryRead(reader, out var clock) ? ClockMoment.Shown(clock) : null },
            "collectedBy" => snapshot with { CollectedBy = Text(reader) },
            "moduleVersion" => snapshot with { ModuleVersion = Text(reader) },
            "protocol" => snapshot with { Protocol = Text(reader) },
            _ => Skip(reader, snapshot),
        };

    private static string? Text(JsonReader reader) => Kind<string>().TryRead(reader, out var text) ? text : null;

    private static Snapshot Skip(JsonReader reader, Snapshot snapshot)
    {
        reader.SkipValue();
        return snapshot;
    }

    private static void Write(JsonWriter writer, Snapshot snapshot)
    {
        writer.WriteStartObject();
        Member(writer, "format", Format, Kind<string>());
        Member(writer, "computerName", snapshot.ComputerName, Kind<string>());
        Member(writer, "hostName", snapshot.HostName, Kind<string>());
        Member(writer, "ipAddresses", snapshot.IPAddresses, Texts);
        Member(writer, "zone", snapshot.Zone, Zones);
        Member(writer, "role", snapshot.Role, Roles);
        Member(writer, "model", snapshot.Model, Models);
        Member(writer, "tags", snapshot.Tags, Texts);
        Member(writer, "collectedAt", snapshot.CollectedAt, Instants);
        Member(writer, "hostClock", snapshot.HostClock, Instants);
        Member(writer, "collectedBy", snapshot.CollectedBy, Kind<string>());
        Member(writer, "moduleVersion", snapshot.ModuleVersion, Kind<string>());
        Member(writer, "protocol", snapshot.Protocol, Kind<string>());
        writer.WritePropertyName("facts");
        writer.WriteStartObject();
        foreach (var set in snapshot.Table.Sets)
            WriteSet(writer, set);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSet(JsonWriter writer, FactSet set)
    {
        writer.WritePropertyName(set.Type.Name);
        writer.WriteStartObject();
        writer.WritePropertyName("items");
        writer.WriteStartArray();
        foreach (var fact in set.Facts)
        {
            writer.WriteStartObject();
            foreach (var property in set.Type.Properties)
                property.Write(writer, fact);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("gaps");
        writer.WriteStartArray();
        foreach (var gap in set.Gaps)
            GapJson.Write(writer, gap, set.Type);
        writer.WriteEndArray();
        if (set.Sources.Count > 0)
        {
            writer.WritePropertyName("sources");
            Texts.Write(writer, set.Sources);
        }

        writer.WriteEndObject();
    }

    private static void Member<V>(JsonWriter writer, string name, V? value, ValueKind<V> kind)
        where V : class
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        kind.Write(writer, value);
    }

    private static void Member<V>(JsonWriter writer, string name, V? value, ValueKind<V> kind)
        where V : struct
    {
        if (value is null)
            return;
        writer.WritePropertyName(name);
        kind.Write(writer, value.Value);
    }

    private static ValueKind<V> Kind<V>()
        where V : notnull => (ValueKind<V>)ValueKind.Of(typeof(V));
}
