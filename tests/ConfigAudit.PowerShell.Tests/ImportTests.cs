using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The module imports from its manifest, as it ships.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void The_manifest_exports_exactly_the_cmdlets_that_are_there()
    {
        var exported = _script.Run("(Get-Module ConfigAudit).ExportedCmdlets.Keys").Clean().Select(name => name.ToString()).Order();
        var assembly = AppDomain.CurrentDomain.GetAssemblies().Single(each => each.GetName().Name == "ConfigAudit.PowerShell");
        var present = assembly
            .GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .Order();
        Assert.Equal(present, exported);
    }

    [Fact]
    public void The_manifest_is_valid() => Assert.Single(_script.Run($"Test-ModuleManifest '{Script.Manifest}'").Clean());

    [Fact]
    public void Its_version_is_that_of_the_folder_where_PowerShell_looks_for_it() =>
        Assert.Equal(
            Path.GetFileName(Path.GetDirectoryName(Script.Manifest)),
            _script.Run("(Get-Module ConfigAudit).Version.ToString()").Clean().Single().ToString()
        );

    [Fact]
    public void The_engine_and_what_it_brings_are_loaded_apart_from_everybody_elses()
    {
        _script.Run("Get-ConfigAuditBaseline").Clean();
        var engine = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "ConfigAudit");
        Assert.NotSame(AssemblyLoadContext.Default, AssemblyLoadContext.GetLoadContext(engine));
        Assert.EndsWith(Path.Combine("bin", "deps", "ConfigAudit.dll"), engine.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void No_type_of_a_third_party_appears_in_what_is_public()
    {
        _script.Run("Get-ConfigAuditBaseline").Clean();
        var own = AppDomain
            .CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name is "ConfigAudit" or "ConfigAudit.PowerShell")
            .ToArray();
        var shipped = Directory
            .GetFiles(Path.Combine(Path.GetDirectoryName(Script.Manifest)!, "bin"), "*.dll", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(name => !name.StartsWith("ConfigAudit", StringComparison.Ordinal))
            .ToArray();
        var foreign = own.SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => Shown(type).Select(each => (type, each)))
            .Where(pair => shipped.Contains(pair.each.Assembly.GetName().Name) || !IsEverywhere(pair.each.Assembly.GetName().Name!))
            .Select(pair => $"{pair.type} shows {pair.each}")
            .Distinct();
        Assert.Contains("Newtonsoft.Json", shipped);
        Assert.Empty(foreign);
    }

    /// <summary>Ours, the runtime's, PowerShell's, and the management infrastructure that comes with the host.</summary>
    private static bool IsEverywhere(string name) =>
        name is "ConfigAudit" or "ConfigAudit.PowerShell" or "netstandard" or "mscorlib" or "Microsoft.Management.Infrastructure"
        || name.StartsWith("System.", StringComparison.Ordinal);

    /// <summary>Every type that whoever uses a public one may meet.</summary>
    private static IEnumerable<Type> Shown(Type type)
    {
        const BindingFlags All =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(All)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(All))
            .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly)
            .ToArray();
        return type.GetInterfaces()
            .Append(type.BaseType ?? typeof(object))
            .Concat(
                type.GetFields(All)
                    .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
                    .Select(field => field.FieldType)
            )
            .Concat(methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(type.GetCustomAttributesData().Select(attribute => attribute.AttributeType))
            .SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
