using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ConfigAudit.Help;

/// <summary>Reads the cmdlets of an assembly without loading it: PowerShell needn't be there.</summary>
internal static class CmdletAssembly
{
    private const string Namespace = "System.Management.Automation.";

    public static IReadOnlyList<Cmdlet> Read(string path, IEnumerable<string> references)
    {
        var assemblies = references
            .Append(RuntimeEnvironment.GetRuntimeDirectory())
            .Append(Path.GetDirectoryName(Path.GetFullPath(path))!)
            .SelectMany(reference => Directory.Exists(reference) ? Directory.GetFiles(reference, "*.dll") : new[] { reference })
            .GroupBy(Path.GetFileName)
            .Select(same => same.First());
        using var context = new MetadataLoadContext(new PathAssemblyResolver(assemblies));
        return context
            .LoadFromAssemblyPath(Path.GetFullPath(path))
            .GetExportedTypes()
            .Where(type => !type.IsAbstract && Of(type, "CmdletAttribute").Any())
            .Select(Cmdlet)
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
            .ToArray();
    }

    private static Cmdlet Cmdlet(Type type)
    {
        var cmdlet = Of(type, "CmdletAttribute").Single();
        var name = cmdlet.ConstructorArguments.Select(argument => (string)argument.Value!).ToArray();
        var parameters = type.GetProperties().Where(property => Of(property, "ParameterAttribute").Any()).Select(Parameter);
        if (cmdlet.NamedArguments.Any(argument => argument.MemberName == "SupportsShouldProcess" && argument.TypedValue.Value is true))
            parameters = parameters.Concat(new[] { Common("WhatIf", "wi"), Common("Confirm", "cf") });
        var outputs = Of(type, "OutputTypeAttribute")
            .SelectMany(output => (IEnumerable<CustomAttributeTypedArgument>)output.ConstructorArguments[0].Value!)
            .Select(output => ((Type)output.Value!).FullName!);
        return new Cmdlet(name[0], name[1], parameters.ToArray(), outputs.ToArray());
    }

    private static CmdletParameter Common(string name, string alias) =>
        new(
            name,
            "SwitchParameter",
            true,
            new[] { alias },
            Array.Empty<string>(),
            new[] { new ParameterUse(null, false, null, false, false) }
        );

    private static CmdletParameter Parameter(PropertyInfo property)
    {
        var type = property.PropertyType;
        var isNullable = type.IsGenericType && type.Name.StartsWith("Nullable", StringComparison.Ordinal);
        var value = isNullable ? type.GetGenericArguments()[0] : type;
        var allowed = Of(property, "ValidateSetAttribute")
            .SelectMany(set => (IEnumerable<CustomAttributeTypedArgument>)set.ConstructorArguments[0].Value!)
            .Select(each => (string)each.Value!);
        return new CmdletParameter(
            property.Name,
            value.Name,
            value.Name == "SwitchParameter",
            Of(property, "AliasAttribute")
                .SelectMany(alias => (IEnumerable<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!)
                .Select(each => (string)each.Value!)
                .ToArray(),
            value.IsEnum ? value.GetEnumNames() : allowed.ToArray(),
            Of(property, "ParameterAttribute").Select(Use).ToArray()
        );
    }

    private static ParameterUse Use(CustomAttributeData attribute)
    {
        object? Named(string name) =>
            attribute
                .NamedArguments.Where(argument => argument.MemberName == name)
                .Select(argument => argument.TypedValue.Value)
                .FirstOrDefault();
        return new ParameterUse(
            (string?)Named("ParameterSetName"),
            Named("Mandatory") is true,
            (int?)Named("Position"),
            Named("ValueFromPipeline") is true,
            Named("ValueFromPipelineByPropertyName") is true
        );
    }

    private static IEnumerable<CustomAttributeData> Of(MemberInfo member, string attribute) =>
        member.GetCustomAttributesData().Where(data => data.AttributeType.FullName == Namespace + attribute);
}
