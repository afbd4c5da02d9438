using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Reads a recording from its file.</summary>
internal static class RecordingFile
{
    public const string Format = "ConfigAudit.Recording/1";

    /// <summary>Types of registry values that stand for no data.</summary>
    public const string UnreadType = "unread";
    public const string AbsentType = "absent";

    /// <exception cref="InputException">The file can't be read, or isn't a recording.</exception>
    public static Recording Load(string path)
    {
        var root = JsonFile.Load(path);
        try
        {
            return Read(path, root);
        }
        catch (JsonReaderException bad)
        {
            throw new InputException(path, bad.LineNumber, bad.LinePosition, LocalText.Of(bad.Message), bad);
        }
    }

    private static Recording Read(string path, JObject root)
    {
        // Conversions of foreign dumps carry no format; a format that is there must be ours.
        if (root["format"] is { } format && (string?)(format as JValue) != Format)
            throw Error(format, $"the format is '{format}', and this version reads {Format}");
        if (root["instances"] is null && root["registry"] is null && root["failures"] is null)
            throw Error(root, "this is not a recording: it has neither 'instances' nor 'registry' nor 'failures'");

        var recording = new Recording { Path = path, RecordedAt = RecordedAt(root["recordedAt"]) };
        foreach (var (name, classes) in Members(root["instances"]))
        {
            foreach (var (@class, rows) in Members(classes))
                Add(recording.Instances, $"{Recording.Normalize(name)}:{@class}", Elements(rows).Select(Row).ToArray(), rows);
        }

        foreach (var (name, methods) in Members(root["methods"]))
        {
            foreach (var (method, calls) in Members(methods))
                Add(recording.Methods, $"{Recording.Normalize(name)}:{method}", Elements(calls).Select(Call).ToArray(), calls);
        }

        foreach (var (key, values) in Members(root["registry"]))
            Add(recording.Registry, key, Values(values), values);
        recording.Absent.UnionWith(Elements(root["absent"]).Select(name => Recording.Normalize(Text(name))));
        foreach (var (name, reason) in Members(root["partial"]))
            Add(recording.Partial, Recording.Normalize(name), Text(reason), reason);
        // "registry:KEY: why": a tool printed some of the key's values, not all of them.
        foreach (
            var note in Elements(root["untyped"])
                .Select(Text)
                .Where(note => note.StartsWith("registry:", StringComparison.OrdinalIgnoreCase))
        )
        {
            var end = note.IndexOf(": ", StringComparison.Ordinal);
            recording.Partial[end < 0 ? note : note.Substring(0, end)] = end < 0 ? "not all values were recorded" : note.Substring(end + 2);
        }

        foreach (var (scope, conditions) in Members(root["conditions"]))
            Add(recording.Conditions, Recording.Normalize(scope), Elements(conditions).Select(Text).ToArray(), conditions);
        foreach (var (scope, kind) in Members(root["failures"]))
            Add(recording.Failures, Recording.Normalize(scope), Failure(kind), kind);
        return recording;
    }

    private static DateTimeOffset? RecordedAt(JToken? token)
    {
        if (token is null || token.Type == JTokenType.Null)
            return null;
        return DateTimeOffset.TryParse(Text(token), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw Error(token, $"'{token}' is no moment (ISO 8601)");
    }

    private static GapKind Failure(JToken token) =>
        Text(token) switch
        {
            "denied" => GapKind.Denied,
            "timeout" => GapKind.Timeout,
            "unreachable" => GapKind.Unreachable,
            var other => throw Error(token, $"'{other}' is no failure: denied, timeout or unreachable is wanted"),
        };

    private static CimRow Row(JToken token) => new(Properties(token));

    private static RecordedCall Call(JToken token) =>
        token is JObject call
            ? new RecordedCall(Properties(call["in"]), Row(call["out"] ?? throw Error(token, "a recorded call needs 'out'")))
            : throw Error(token, "a recorded call is an object with 'in' and 'out'");

    private static Dictionary<string, object?> Properties(JToken? token)
    {
        var properties = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Members(token))
            Add(properties, name, Value(value), value);
        return properties;
    }

    private static Dictionary<string, object?> Values(JToken token)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Members(token))
        {
            Add(
                values,
                name,
                RegistryValue(value as JObject ?? throw Error(value, "a registry value is an object with 'type' and 'data'")),
                value
            );
        }

        return values;
    }

    /// <summary>The data of one value, or what stands for it. Data that isn't of the type that stands beside it is of none that can be
    /// read.</summary>
    private static object? RegistryValue(JObject value)
    {
        var type = value["type"] is { } named ? Text(named) : null;
        if (type is UnreadType or AbsentType)
            return type == AbsentType ? RegistryMark.Absent : RegistryMark.Unread;
        var data = value["data"] is { } token ? Value(token) : throw Error(value, "a registry value needs 'data'");
        return (type, data) switch
        {
            (_, null) => null,
            ("REG_SZ" or "REG_EXPAND_SZ" or null, string) => data,
            ("REG_DWORD", >= 0L and <= (long)uint.MaxValue) or ("REG_QWORD" or null, long) => data,
            ("REG_MULTI_SZ" or null, object?[]) => data,
            _ => RegistryMark.Other,
        };
    }

    private static object? Value(JToken token) =>
        token switch
        {
            JValue value => value.Value,
            JArray array => array.Select(Value).ToArray(),
            _ => Row(token),
        };

    private static IEnumerable<(string Name, JToken Value)> Members(JToken? token) =>
        token switch
        {
            null => Enumerable.Empty<(string, JToken)>(),
            JObject members => members.Properties().Select(member => (member.Name, member.Value)),
            _ => throw Error(token, "an object is wanted here"),
        };

    private static IEnumerable<JToken> Elements(JToken? token) =>
        token switch
        {
            null => Enumerable.Empty<JToken>(),
            JArray array => array,
            _ => throw Error(token, "an array is wanted here"),
        };

    private static string Text(JToken token) => token is JValue { Value: string text } ? text : throw Error(token, "a text is wanted here");

    private static void Add<V>(Dictionary<string, V> table, string key, V value, JToken at)
    {
        // JSON knows 'Root/CimV2' and 'root/cimv2' as two names; Windows doesn't.
        if (table.ContainsKey(key))
            throw Error(at, $"'{key}' stands in the recording twice");
        table.Add(key, value);
    }

    private static JsonReaderException Error(JToken token, string message)
    {
        IJsonLineInfo at = token;
        return new JsonReaderException(message, token.Path, at.LineNumber, at.LinePosition, null);
    }
}
