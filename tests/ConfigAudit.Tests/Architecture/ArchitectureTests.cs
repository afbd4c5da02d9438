using System.Linq;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Architecture;

public sealed class ArchitectureTests
{
    [Fact]
    public void Data_flows_one_way_through_the_folders_of_the_engine()
    {
        var broken = Layers.Broken(Uses.Of(typeof(Fact).Assembly.Location));
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [Fact]
    public void An_arrow_that_goes_back_up_is_told_with_type_and_member()
    {
        var planted = new Use("ConfigAudit.Base.Values.DisplayText", "Of", "ConfigAudit.Telling.Outputs.Report");
        Assert.Equal(["ConfigAudit.Base.Values.DisplayText.Of uses ConfigAudit.Telling.Outputs.Report"], Layers.Broken([planted]));
    }

    [Fact]
    public void A_ring_of_folders_in_one_group_is_told()
    {
        Use[] ring =
        [
            new("ConfigAudit.Asking.Mail.A", "One", "ConfigAudit.Asking.Catalogs.B"),
            new("ConfigAudit.Asking.Catalogs.B", "Two", "ConfigAudit.Asking.Sessions.C"),
            new("ConfigAudit.Asking.Sessions.C", "Three", "ConfigAudit.Asking.Mail.A"),
        ];
        Assert.Equal(3, Layers.Broken(ring).Count);
        Assert.Empty(Layers.Broken(ring.Take(2).ToArray()));
    }
}
