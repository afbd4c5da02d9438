using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>
/// Windows PowerShell 5.1 can't be run here, but what it would bind can be looked up: each reference of each staged assembly must be
/// answered by
/// .NET Framework 4.8 itself, by the host, or by the module's own folder.
/// </summary>
public sealed class FrameworkBindingTests
{
    private static readonly string Bin = Path.Combine(Path.GetDirectoryName(Script.Manifest)!, "bin");

    /// <summary>What Windows PowerShell brings.</summary>
    private static readonly string[] OfHost = { "System.Management.Automation", "Microsoft.Management.Infrastructure" };

    [Fact]
    public void Every_reference_of_the_staged_module_is_answered()
    {
        var framework = Versions(Directory.GetFiles(Script.Metadata("FrameworkAssemblies"), "*.dll", SearchOption.AllDirectories));
        var own = Versions(Directory.GetFiles(Bin, "*.dll", SearchOption.AllDirectories));
        Assert.True(framework.Count > 200, "the list of .NET Framework's assemblies is missing");
        Assert.Contains("ConfigAudit", own.Keys);

        var open = Directory
            .GetFiles(Bin, "*.dll", SearchOption.AllDirectories)
            // .NET Framework never loads what stands in core.
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "core")
            .SelectMany(path => References(path).Select(reference => (From: Path.GetFileName(path), To: reference)))
            .Where(pair => !OfHost.Contains(pair.To.Name))
            // .NET Framework takes a newer one of its own for an older one asked for; our resolver gives what stands in the folder, which
            // must be no older.
            .Where(pair => !IsAnswered(framework, pair.To) && !IsAnswered(own, pair.To))
            .Select(pair => $"{pair.From} needs {pair.To.Name} {pair.To.Version}");
        Assert.Empty(open);
    }

    [Fact]
    public void No_assembly_of_the_host_is_shipped() =>
        Assert.DoesNotContain(
            Versions(Directory.GetFiles(Bin, "*.dll", SearchOption.AllDirectories)).Keys,
            name => OfHost.Contains(name) || name == "netstandard"
        );

    [Fact]
    public void Beside_the_cmdlets_stands_nothing_that_another_module_could_be_given() =>
        Assert.Equal(
            new[] { "ConfigAudit.Loading.dll", "ConfigAudit.PowerShell.dll" },
            Directory.GetFiles(Bin, "*.dll").Select(Path.GetFileName).Order()
        );

    private static bool IsAnswered(Dictionary<string, Version> by, AssemblyName reference) =>
        by.TryGetValue(reference.Name!, out var version) && version >= reference.Version;

    private static Dictionary<string, Version> Versions(IEnumerable<string> paths) =>
        paths
            .Select(Definition)
            .OfType<AssemblyName>()
            .GroupBy(name => name.Name!)
            .ToDictionary(group => group.Key, group => group.Max(name => name.Version)!);

    private static AssemblyName? Definition(string path) =>
        Read(path, metadata => metadata.IsAssembly ? metadata.GetAssemblyDefinition().GetAssemblyName() : null);

    private static AssemblyName[] References(string path) =>
        Read(
            path,
            metadata => metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName()).ToArray()
        ) ?? Array.Empty<AssemblyName>();

    private static T? Read<T>(string path, Func<MetadataReader, T> read)
    {
        using var file = new PEReader(File.OpenRead(path));
        return file.HasMetadata ? read(file.GetMetadataReader()) : default;
    }
}
