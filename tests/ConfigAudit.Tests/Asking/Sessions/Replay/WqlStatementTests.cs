using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>WQL as a recording answers it.</summary>
public sealed class WqlStatementTests
{
    private static readonly CimRow Row = new(
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Name"] = "WinDefend",
            ["State"] = "Running",
            ["ProcessId"] = 4711L,
            ["Started"] = true,
            ["Description"] = null,
            ["Blank"] = " ",
            ["PathName"] = "C:\\Program Files\\x.exe",
            ["Owner"] = "O'Hara",
            ["Since"] = "20261116090000.000000+540",
            ["Changed"] = "2026-11-16T00:00:00Z",
            ["Group"] = "\\\\PC001\\root\\cimv2:Win32_Group.Domain=\"PC001\",Name=\"Agents d'accueil\"",
        }
    );

    [Theory]
    [InlineData("Name='WinDefend'", true)]
    [InlineData("name = \"windefend\"", true)]
    [InlineData("Name<>'WinDefend'", false)]
    [InlineData("ProcessId > 4000 AND ProcessId <= 4711", true)]
    [InlineData("ProcessId = '4711'", true)]
    [InlineData("Started=TRUE", true)]
    [InlineData("Started = 0", false)]
    [InlineData("NOT Started = FALSE", true)]
    [InlineData("Name LIKE 'win%'", true)]
    [InlineData("Name LIKE '_inDefen[a-f]'", true)]
    [InlineData("Name LIKE 'Win'", false)]
    [InlineData("Name = 'x' OR (State = 'Running' AND Started = TRUE)", true)]
    [InlineData("Name = 'x' OR State = 'Running' AND Started = FALSE", false)]
    [InlineData("Description IS NULL", true)]
    [InlineData("Since >= '20261116000000.000000+000'", true)]
    [InlineData("Since < '20261116090000.000000+540'", false)]
    [InlineData("Changed > '20261115235959.000000+000'", true)]
    [InlineData("Name IS NOT NULL", true)]
    [InlineData("PathName = 'C:\\\\Program Files\\\\x.exe'", true)]
    [InlineData("Owner = 'O\\'Hara'", true)]
    [InlineData("Group = \"Win32_Group.Domain=\\\"pc001\\\",Name=\\\"Agents d'accueil\\\"\"", true)]
    [InlineData("Group = \"Win32_Group.Domain=\\\"PC001\\\",Name=\\\"Agents\\\"\"", false)]
    [InlineData("Group = \"Win32_SystemAccount.Domain=\\\"PC001\\\",Name=\\\"Agents d'accueil\\\"\"", false)]
    public void A_condition_selects_as_WMI_does(string condition, bool matches) =>
        Assert.Equal(matches, WqlStatement.Parse("SELECT * FROM Win32_Service WHERE " + condition).Matches(Row));

    [Theory]
    [InlineData("Name = 'WinDefend' OR Description = 'x'", true)]
    [InlineData("Name = 'x' AND Description = 'x'", false)]
    [InlineData("Description IS NOT NULL", false)]
    public void What_it_does_not_tell_matters_only_where_it_can_decide(string condition, bool matches) =>
        Assert.Equal(matches, WqlStatement.Parse("SELECT * FROM C WHERE " + condition).Matches(Row));

    [Theory]
    [InlineData("Description = 'x'")]
    [InlineData("Description <> 'x'")]
    [InlineData("NoSuchProperty > 0")]
    [InlineData("NoSuchProperty IS NULL")]
    [InlineData("NOT Description = 'x'")]
    [InlineData("Started = 'perhaps'")]
    [InlineData("ProcessId = 'many'")]
    [InlineData("Name LIKE 'win%' AND Description = 'x'")]
    [InlineData("Name = 'x' OR Description = 'x'")]
    [InlineData("Blank = 'x'")]
    [InlineData("Name = \"Win32_Group.Domain=\\\"PC001\\\",Name=\\\"Agents\\\"\"")]
    public void What_a_row_does_not_tell_leaves_it_open_whether_it_is_meant(string condition) =>
        Assert.Null(WqlStatement.Parse("SELECT * FROM C WHERE " + condition).Matches(Row));

    [Fact]
    public void A_projection_leaves_only_what_was_asked_for()
    {
        var row = WqlStatement.Parse("SELECT Name, ProcessId FROM Win32_Service").Project(Row);
        Assert.Equal(new[] { "Name", "ProcessId" }, row.Names);
        Assert.Equal("WinDefend", row.Text("name"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SELECT")]
    [InlineData("SELECT * FROM")]
    [InlineData("SELECT * FROM C WHERE")]
    [InlineData("SELECT * FROM C WHERE (a = 1")]
    [InlineData("SELECT * FROM C WHERE a = 'x")]
    [InlineData("SELECT * FROM C WHERE a = 1 a")]
    [InlineData("DELETE FROM C")]
    [InlineData("SELECT * FROM C; DROP")]
    public void Anything_else_is_refused(string wql) => Assert.Throws<FormatException>(() => WqlStatement.Parse(wql));
}
