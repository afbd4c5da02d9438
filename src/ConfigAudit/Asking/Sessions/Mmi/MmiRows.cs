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
            values[property.Name] = Value(property.Value, property.CimType);
        return new CimRow(values);
    }

    /// <summary>The out parameters, and the return value as StdRegProv and others document it.</summary>
    public static CimRow Of(CimMethodResult result)
    {
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in result.OutParameters)
            values[parameter.Name] = Value(parameter.Value, parameter.CimType);
        values["ReturnValue"] = result.ReturnValue?.Value;
        return new CimRow(values);
    }

    /// <summary>A reference comes as an instance that holds the keys of what it names and nothing else; an embedded instance is a row of
    /// its own.</summary>
    private static object? Value(object? value, CimType type) =>
        (value, type) switch
        {
            (CimInstance instance, CimType.Reference) => Reference(instance),
            (IEnumerable<CimInstance> instances, CimType.ReferenceArray) => instances.Select(Reference).ToArray<object?>(),
            (CimInstance instance, _) => Of(instance),
            (IEnumerable<CimInstance> instances, _) => instances.Select(Of).ToArray<object?>(),
            _ => value,
        };

    private static string Reference(CimInstance instance) =>
        new CimPath(
            instance.CimSystemProperties.ClassName,
            instance
                .CimInstanceProperties.Where(key => key.Value is not null)
                .Select(key => new KeyValuePair<string, string>(key.Name, Key(key.Value)))
        ).ToString();

    /// <summary>A key may be a reference itself: that of an association.</summary>
    private static string Key(object value) =>
        value is CimInstance instance ? Reference(instance) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
