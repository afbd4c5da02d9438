using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Where cmdlets have no base class in common, what they both take is declared alike.</summary>
public sealed class ParameterTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Theory]
    [InlineData("Baseline")]
    [InlineData("RegisterPath")]
    [InlineData("WaiverPath")]
    [InlineData("AttestationPath")]
    [InlineData("CatalogPath")]
    [InlineData("AsOf")]
    [InlineData("TrustedRoot")]
    [InlineData("UseSsl")]
    [InlineData("Check")]
    public void A_parameter_of_one_name_takes_the_same_everywhere(string name)
    {
        var declared = _script
            .Run("Get-Command -Module ConfigAudit")
            .Clean()
            .Select(command => (CommandInfo)command.BaseObject)
            .Where(command => command.Parameters.ContainsKey(name))
            .Select(command => (command.Name, Takes: Takes(command.Parameters[name])))
            .ToArray();
        Assert.InRange(declared.Length, 2, int.MaxValue);
        Assert.Single(declared.GroupBy(each => each.Takes));
    }

    private static string Takes(ParameterMetadata parameter) =>
        string.Join(
            " ",
            parameter
                .Attributes.Where(attribute => attribute is not ParameterAttribute && !IsOfCompiler(attribute))
                .Select(attribute => attribute.GetType().Name)
                .Order(StringComparer.Ordinal)
                .Prepend(parameter.ParameterType.ToString())
                .Concat(parameter.Aliases)
        );

    private static bool IsOfCompiler(Attribute attribute) => attribute.GetType().Namespace == "System.Runtime.CompilerServices";
}
