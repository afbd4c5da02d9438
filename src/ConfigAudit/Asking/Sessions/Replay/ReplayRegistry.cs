using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>StdRegProv over a recorded registry.</summary>
internal sealed class ReplayRegistry
{
    private const int NotFound = 2;
    private const string RegistryPlace = "registry:";

    /// <summary>WBEM_E_TYPE_MISMATCH: the value isn't of the type that the method reads.</summary>
    private const long TypeMismatch = 0x80041005;

    private readonly Recording _recording;
    private readonly IReadOnlyList<string> _keys;
    private readonly ILookup<string, string> _subkeys;

    public ReplayRegistry(Recording recording)
    {
        _recording = recording;
        _keys = recording.Registry.Keys.Concat(Failed(recording)).ToArray();
        _subkeys = _keys
            .SelectMany(Upwards)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToLookup(
                key => key.Substring(0, key.LastIndexOf('\\')),
                key => key.Substring(key.LastIndexOf('\\') + 1),
                StringComparer.OrdinalIgnoreCase
            );
    }

    public CimAnswer Invoke(CimCall call)
    {
        var key = RegistryKey.Of(call)!;
        if (Failure(key) is { } failure)
        {
            return CimAnswer.Failed(
                failure,
                key.Source,
                new LocalText($"記録による: {MemberNames<GapKind>.Of(failure).Ja}", $"{failure.ToString().ToLowerInvariant()}, as recorded")
            );
        }

        if (_recording.Absent.Contains(key.Source))
            return Returns(NotFound);
        if (!_recording.Registry.TryGetValue(key.FullName, out var values))
            return call.Method == "EnumKey" ? Implied(key) : NotHeld(key);

        return call.Method switch
        {
            "EnumKey" => Returns(0, ("sNames", _subkeys[key.FullName].ToArray())),
            "EnumValues" => ValueNames(key, values),
            _ => Value(key, values, call),
        };
    }

    /// <summary>Keys that were refused, or gave no answer, are there, or may be: whoever lists the one above sees them.</summary>
    private static IEnumerable<string> Failed(Recording recording) =>
        recording
            .Failures.Keys.Where(scope =>
                scope.StartsWith(RegistryPlace, StringComparison.OrdinalIgnoreCase)
                && scope.Contains('\\')
                && !recording.Absent.Contains(scope)
            )
            .Select(scope => scope.Substring(RegistryPlace.Length));

    private static CimAnswer NotHeld(RegistryKey key) =>
        CimAnswer.Failed(GapKind.NotRecorded, key.Source, new LocalText("記録に含まれていない", "the recording doesn't hold it"));

    /// <summary>A key that isn't held, though some below it are: those are there, and others may be.</summary>
    private CimAnswer Implied(RegistryKey key)
    {
        var below = key.FullName + "\\";
        var names = _keys
            .Where(each => each.StartsWith(below, StringComparison.OrdinalIgnoreCase))
            .Select(each => each.Substring(below.Length).Split('\\')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        var gap = NotHeld(key).Gap;
        return names.Length == 0 ? NotHeld(key) : CimAnswer.Of(Returns(0, ("sNames", names)).Rows, gap);
    }

    private CimAnswer ValueNames(RegistryKey key, Dictionary<string, object?> values)
    {
        if (_recording.Partial.TryGetValue(key.Source, out var why))
        {
            return CimAnswer.Failed(
                GapKind.NotRecorded,
                key.Source,
                new LocalText("キーの一部だけが記録されている: " + why, "the key was recorded in part: " + why)
            );
        }

        var there = values.Where(pair => pair.Value != RegistryMark.Absent).ToArray();
        // A recording tells REG_SZ and REG_EXPAND_SZ apart as little as what asks for them has to.
        object? Type(object? data) => data is > (long)uint.MaxValue ? (long)RegistryType.LongNumber : null;
        return Returns(
            0,
            ("sNames", there.Select(pair => pair.Key).ToArray()),
            ("Types", there.Select(pair => Type(pair.Value)).ToArray())
        );
    }

    private CimAnswer Value(RegistryKey key, Dictionary<string, object?> values, CimCall call)
    {
        var name = (string)call.Arguments["sValueName"]!;
        if (!values.TryGetValue(name, out var value))
        {
            return _recording.Partial.TryGetValue(key.Source, out var why)
                ? CimAnswer.Failed(
                    GapKind.NotRecorded,
                    $"{key.Source}\\{name}",
                    new LocalText("キーの一部だけが記録されている: " + why, "the key was recorded in part: " + why)
                )
                : Returns(NotFound);
        }

        if (value == RegistryMark.Absent)
            return Returns(NotFound);
        if (value == RegistryMark.Unread)
        {
            return CimAnswer.Failed(
                GapKind.NotRecorded,
                $"{key.Source}\\{name}",
                new LocalText("値は存在するが、内容は記録されていない", "the value exists; what it holds wasn't recorded")
            );
        }

        // Null is an answer that was recorded: found, without a value.
        return (call.Method, value) switch
        {
            ("GetStringValue" or "GetExpandedStringValue", null or string) => Returns(0, ("sValue", value)),
            ("GetMultiStringValue", null or object?[]) => Returns(0, ("sValue", value)),
            ("GetDWORDValue" or "GetQWORDValue", null or long) => Returns(0, ("uValue", value)),
            ("GetStringValue" or "GetExpandedStringValue" or "GetMultiStringValue" or "GetDWORDValue" or "GetQWORDValue", _) => Returns(
                TypeMismatch
            ),
            _ => CimAnswer.Failed(
                GapKind.NotSupported,
                call.Source,
                new LocalText("記録ではこのメソッドに応答できない", "a recording can't answer this method")
            ),
        };
    }

    /// <summary>The key and those above it below the hive: they are there too, recorded or not.</summary>
    private static IEnumerable<string> Upwards(string key)
    {
        for (; key.Contains('\\'); key = key.Substring(0, key.LastIndexOf('\\')))
            yield return key;
    }

    /// <summary>A failure of a key holds for everything below it.</summary>
    private GapKind? Failure(RegistryKey key)
    {
        for (var scope = key.Source; ; )
        {
            if (_recording.Failures.TryGetValue(scope, out var kind))
                return kind;
            var end = scope.LastIndexOf('\\');
            if (end < 0)
                return null;
            scope = scope.Substring(0, end);
        }
    }

    private static CimAnswer Returns(long code, params (string Name, object? Value)[] outs)
    {
        var row = outs.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        row["ReturnValue"] = code;
        return CimAnswer.Of(new[] { new CimRow(row) });
    }
}
