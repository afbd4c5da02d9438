using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Answers of StdRegProv to keys of a recording. A key of which not all was asked is partial; a value that nobody read is marked
/// as there.</summary>
internal sealed class RegistryRecorder
{
    private const string NotAll = "only the values that were asked for";

    private readonly Recording _recording;

    public RegistryRecorder(Recording recording) => _recording = recording;

    public void Keep(CimCall call, CimAnswer answer)
    {
        var key = RegistryKey.Of(call)!;
        var code = answer.Rows.Count == 1 ? answer.Rows[0].Number("ReturnValue") : null;
        if (call.Arguments.TryGetValue("sValueName", out var value))
            KeepValue(key, (string)value!, call.Method, answer, code);
        else
            KeepKey(key, call.Method, answer, code);
    }

    private void KeepKey(RegistryKey key, string method, CimAnswer answer, long? code)
    {
        if (code is 1 or 2)
            _recording.Absent.Add(key.Source);
        else if (Failure(answer, code) is { } failure)
            _recording.Failures[key.Source] = failure;
        if (code != 0)
            return;
        var names = answer.Rows[0].Texts("sNames") ?? Array.Empty<string>();
        if (method == "EnumValues")
        {
            var values = Values(key);
            foreach (var name in names)
                values[name] = values.TryGetValue(name, out var known) ? known : RegistryMark.Unread;
            _recording.Partial.Remove(key.Source);
            return;
        }

        Values(key);
        foreach (var name in names)
            Values(key.Below(name));
    }

    private void KeepValue(RegistryKey key, string name, string method, CimAnswer answer, long? code)
    {
        if (Failure(answer, code) is { } failure)
        {
            _recording.Failures[key.Source] = failure;
            return;
        }

        object? data = code switch
        {
            0 when method is "GetDWORDValue" or "GetQWORDValue" => answer.Rows[0].Number("uValue"),
            // Over WS-Management a list of one comes as a text alone.
            0 when method is "GetMultiStringValue" => answer.Rows[0].Texts("sValue")?.ToArray<object?>(),
            0 => answer.Rows[0]["sValue"],
            1 or 2 => RegistryMark.Absent,
            _ => null,
        };
        if (data is not null)
            Values(key)[name] = data is string text ? UserInfo.Removed(text) : data;
    }

    /// <summary>The key's entry. Until its values were listed, it is partial.</summary>
    private Dictionary<string, object?> Values(RegistryKey key)
    {
        if (!_recording.Registry.TryGetValue(key.FullName, out var values))
        {
            values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
            _recording.Registry.Add(key.FullName, values);
            _recording.Partial[key.Source] = NotAll;
        }

        return values;
    }

    private static GapKind? Failure(CimAnswer answer, long? code) =>
        code == 5 ? GapKind.Denied
        : answer.Gap?.Kind is GapKind.Denied or GapKind.Timeout or GapKind.Unreachable ? answer.Gap.Kind
        : null;
}
