using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using Newtonsoft.Json;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>A recording to its file (tests/Recordings/README.md), in the order of names, so that two recordings of one machine can be
/// compared.</summary>
internal static class RecordingWriter
{
    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="IOException">It couldn't be written.</exception>
    public static void Save(Recording recording, string name, string path) =>
        JsonFile.Write(path, writer => Write(writer, recording, name));

    private static void Write(JsonWriter writer, Recording recording, string name)
    {
        writer.WriteStartObject();
        Member(writer, "format", RecordingFile.Format);
        Member(writer, "name", name);
        Member(
            writer,
            "recordedAt",
            recording.RecordedAt?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        );
        Member(writer, "recordedAtFrom", "the clock of the machine that asked");
        ByNamespace(writer, "instances", recording.Instances, rows => Value(writer, rows));
        ByNamespace(writer, "methods", recording.Methods, calls => Calls(writer, calls));
        Table(writer, "registry", recording.Registry, values => Registry(writer, values));
        Member(writer, "absent", recording.Absent.OrderBy(scope => scope, StringComparer.OrdinalIgnoreCase).ToArray<object>());
        Table(writer, "partial", recording.Partial, why => Value(writer, why));
        Table(writer, "conditions", recording.Conditions, conditions => Value(writer, conditions));
        Table(writer, "failures", recording.Failures, kind => Value(writer, Named(kind)));
        writer.WriteEndObject();
    }

    private static string Named(GapKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>namespace → member → value, from <c>namespace:member</c>.</summary>
    private static void ByNamespace<V>(JsonWriter writer, string name, Dictionary<string, V> table, Action<V> write)
    {
        writer.WritePropertyName(name);
        writer.WriteStartObject();
        foreach (
            var @namespace in table
                .GroupBy(pair => pair.Key.Substring(0, pair.Key.IndexOf(':')), StringComparer.OrdinalIgnoreCase)
                .OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase)
        )
        {
            Table(
                writer,
                @namespace.Key,
                @namespace.ToDictionary(pair => pair.Key.Substring(pair.Key.IndexOf(':') + 1), pair => pair.Value),
                write
            );
        }

        writer.WriteEndObject();
    }

    private static void Table<V>(JsonWriter writer, string name, Dictionary<string, V> table, Action<V> write)
    {
        writer.WritePropertyName(name);
        writer.WriteStartObject();
        foreach (var pair in table.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            writer.WritePropertyName(pair.Key);
            write(pair.Value);
        }

        writer.WriteEndObject();
    }

    private static void Calls(JsonWriter writer, IEnumerable<RecordedCall> calls)
    {
        writer.WriteStartArray();
        foreach (var call in calls)
        {
            writer.WriteStartObject();
            Member(writer, "in", new CimRow(call.In));
            Member(writer, "out", call.Out);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Registry(JsonWriter writer, Dictionary<string, object?> values)
    {
        writer.WriteStartObject();
        foreach (var pair in values.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase))
        {
            writer.WritePropertyName(pair.Key);
            writer.WriteStartObject();
            Member(writer, "type", TypeOf(pair.Value));
            if (pair.Value is not RegistryMark)
                Member(writer, "data", pair.Value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static string TypeOf(object? data) =>
        data switch
        {
            RegistryMark mark => mark == RegistryMark.Absent ? RecordingFile.AbsentType : RecordingFile.UnreadType,
            long => "REG_DWORD",
            string => "REG_SZ",
            _ => "REG_MULTI_SZ",
        };

    private static void Member(JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        Value(writer, value);
    }

    private static void Value(JsonWriter writer, object? value)
    {
        switch (value)
        {
            case CimRow row:
                writer.WriteStartObject();
                foreach (var name in row.Names)
                    Member(writer, name, row[name]);
                writer.WriteEndObject();
                break;
            case IEnumerable values and not string:
                writer.WriteStartArray();
                foreach (var each in values)
                    Value(writer, each);
                writer.WriteEndArray();
                break;
            case DateTime moment:
                Value(writer, new DateTimeOffset(moment));
                break;
            case DateTimeOffset moment:
                writer.WriteValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
