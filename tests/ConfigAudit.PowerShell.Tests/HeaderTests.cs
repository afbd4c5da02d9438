using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What a table shows can be filtered by: Where-Object is silently empty where there is no such property.</summary>
public sealed class HeaderTests : IDisposable
{
    private static readonly string Module = Path.GetDirectoryName(Script.Manifest)!;

    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void Every_header_of_a_table_is_a_property_of_what_it_shows()
    {
        var added = XDocument
            .Load(Path.Combine(Module, "ConfigAudit.Types.ps1xml"))
            .Descendants("Type")
            .SelectMany(type =>
                type.Descendants()
                    .Where(member => member.Name.LocalName is "AliasProperty" or "ScriptProperty")
                    .Select(member => (type.Element("Name")!.Value, member.Element("Name")!.Value))
            )
            .ToHashSet();
        // The module loads it in a context of its own.
        Assert.NotEmpty(_script.Run("Get-ConfigAuditCatalog").Clean());
        var engines = AppDomain.CurrentDomain.GetAssemblies().Where(each => each.GetName().Name == "ConfigAudit").ToArray();
        Assert.NotEmpty(engines);
        var missing =
            from file in Directory.GetFiles(Module, "*.Format.ps1xml", SearchOption.AllDirectories)
            from view in XDocument.Load(file).Descendants("View")
            where view.Element("TableControl") is not null
            from type in view.Element("ViewSelectedBy")!.Elements("TypeName").Select(name => name.Value)
            from header in view.Descendants("Label").Select(label => label.Value)
            where engines.All(engine => engine.GetType(type)?.GetProperty(header) is null) && !added.Contains((type, header))
            select $"{type}: {header}";
        Assert.Empty(missing);
    }

    [Fact]
    public void What_is_seen_can_be_filtered_by() =>
        Assert.NotEmpty(
            _script.Run($"Get-ConfigAuditUpdate LG-PC-002 -RecordingPath '{Script.Fleet}' | Where-Object FromInternet -EQ $true").Clean()
        );

    /// <summary>Each value once: the name that a table shows is another one for a column that is there.</summary>
    [Theory]
    [InlineData("Get-ConfigAuditUpdate LG-PC-002 -RecordingPath $fleet", "FromInternet")]
    [InlineData("Get-ConfigAuditCatalog", "Days")]
    public void But_is_not_exported_twice(string script, string header) =>
        Assert.Equal(
            "True False",
            _script
                .Run(
                    $"$item = @({script})[0]; \"$($null -ne $item.{header}) $(@($item.PSObject.Properties | ForEach-Object Name) -contains '{header}')\""
                )
                .Clean()
                .Single()
                .ToString()
        );
}
