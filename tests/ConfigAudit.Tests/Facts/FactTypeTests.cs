using System;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Facts;

/// <summary>Facts say what they don't know; collectors and facts belong together.</summary>
public sealed class FactTypeTests
{
    [Fact]
    public void Every_property_of_every_fact_can_be_unknown()
    {
        foreach (var type in FactTypes.Shipped.All)
        {
            var nothing = type.NewSet(Array.Empty<Fact>(), new[] { new Gap(GapKind.Denied, "x", "x") });
            var unknown = (Fact)Activator.CreateInstance(type.ClrType)!;
            Assert.All(type.Properties, property => Assert.Null(property.Format(unknown)));
            Assert.Single(nothing.SetGaps);
        }
    }

    [Fact]
    public void Every_kind_of_fact_about_a_host_has_exactly_one_collector_and_every_collector_has_facts()
    {
        var collected = Collector
            .All.SelectMany(collector => collector.Facts)
            .Select(type => type.Name)
            .OrderBy(name => name, StringComparer.Ordinal);
        Assert.Equal(
            FactTypes
                .Shipped.All.Where(type => type.Subject == FactSubject.Host)
                .Select(type => type.Name)
                .OrderBy(name => name, StringComparer.Ordinal),
            collected
        );
        Assert.All(Collector.All, collector => Assert.NotEmpty(collector.Sources));
    }

    [Fact]
    public void An_area_has_a_folder_a_name_and_a_test() =>
        Assert.All(
            Collector.All,
            collector =>
            {
                var folder = collector.GetType().Namespace!.Split('.').Last();
                Assert.StartsWith(folder, collector.GetType().Name, StringComparison.Ordinal);
                Assert.Contains(typeof(FactTypeTests).Assembly.GetTypes(), type => type.Name == $"{collector.Area}Tests");
            }
        );
}
