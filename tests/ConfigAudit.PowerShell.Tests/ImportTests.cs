using System;
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
        var present = assembly.GetExportedTypes()
            .Select(type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(cmdlet => $"{cmdlet.VerbName}-{cmdlet.NounName}")
            .Order();
        Assert.Equal(present, exported);
    }

    [Fact]
    public void The_manifest_is_valid() =>
        Assert.Single(_script.Run($"Test-ModuleManifest '{Script.Manifest}'").Clean());

    [Fact]
    public void Its_version_is_that_of_the_folder_where_PowerShell_looks_for_it() =>
        Assert.Equal(Path.GetFileName(Path.GetDirectoryName(Script.Manifest)), _script.Run("(Get-Module ConfigAudit).Version.ToString()").Clean().Single().ToString());

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
        var own = new[] { "ConfigAudit", "ConfigAudit.PowerShell" };
        var foreign = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => own.Contains(assembly.GetName().Name))
            .SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetProperties().Select(property => property.PropertyType).Append(type.BaseType ?? typeof(object)))
            .Select(type => type.Assembly.GetName().Name!)
            .Distinct()
            .Where(name => name is "Newtonsoft.Json" or "CsvHelper" or "DnsClient");
        Assert.Empty(foreign);
    }
}
