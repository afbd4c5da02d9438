using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.Sessions.Mmi;

/// <summary>CIM instances and errors to rows and kinds.</summary>
internal static class MmiRows
{
    public static CimRow Of(CimInstance instance)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in instance.CimInstanceProperties)
            values[property.Name] = Value(property.Value);
        return new CimRow(values);
    }

    /// <summary>The out parameters, and the return value as StdRegProv and others document it.</summary>
    public static CimRow Of(CimMethodResult result)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in result.OutParameters)
            values[parameter.Name] = Value(parameter.Value);
        values["ReturnValue"] = result.ReturnValue?.Value;
        return new CimRow(values);
    }

    /// <summary>What an error means. The provider's own code, where there is one, is more particular than the CIM status.</summary>
    public static GapKind Kind(CimException error) => Kind((int)error.NativeErrorCode, error.ErrorData?.CimInstanceProperties["error_Code"]?.Value, error.MessageId);

    /// <param name="status">NativeErrorCode, a CIM status code.</param>
    /// <param name="code">error_Code of the error's data: an HRESULT.</param>
    /// <param name="messageId">"HRESULT 0x800706ba", where the data has no code.</param>
    internal static GapKind Kind(int status, object? code, string? messageId)
    {
        var hresult = code as uint? ?? MessageCode(messageId);
        return hresult is { } known && CimErrors.OfCode(known) is { } kind ? kind : CimErrors.OfStatus(status);
    }

    private static uint? MessageCode(string? messageId)
    {
        const string Prefix = "HRESULT 0x";
        return messageId is not null && messageId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            && uint.TryParse(messageId.Substring(Prefix.Length), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var code) ? code : null;
    }

    private static object? Value(object? value) => value switch
    {
        CimInstance instance => Of(instance),
        IEnumerable<CimInstance> instances => instances.Select(Of).ToArray<object?>(),
        _ => value,
    };
}
