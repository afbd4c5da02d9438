using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>CIM instances and results to rows.</summary>
internal static class MmiRows
{
    public static CimRow Of(CimInstance instance)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in instance.CimInstanceProperties)
            values[property.Name] = property.CimType == CimType.Reference ? Reference(property.Value as CimInstance) : Value(property.Value);
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

    /// <summary>It holds the keys of the instance that it names, and nothing else of it.</summary>
    private static string? Reference(CimInstance? instance) => instance is null ? null : new CimPath(
        instance.CimSystemProperties.ClassName,
        instance.CimInstanceProperties.Where(key => key.Value is not null)
            .Select(key => new KeyValuePair<string, string>(key.Name, Convert.ToString(key.Value, CultureInfo.InvariantCulture)!))).ToString();

    private static object? Value(object? value) => value switch
    {
        CimInstance instance => Of(instance),
        IEnumerable<CimInstance> instances => instances.Select(Of).ToArray<object?>(),
        _ => value,
    };
}
