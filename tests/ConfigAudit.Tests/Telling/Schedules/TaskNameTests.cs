using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A name is a file's, a task's and a unit's at once.</summary>
public sealed class TaskNameTests
{
    [Theory]
    [InlineData("weekly", "configaudit-weekly")]
    [InlineData("LGWAN-1.b_c", "configaudit-LGWAN-1.b_c")]
    [InlineData("two words", @"configaudit-two\x20words")]
    [InlineData("監査", @"configaudit-\xe7\x9b\xa3\xe6\x9f\xbb")]
    public void As_a_unit_it_is_written_as_systemd_writes_it(string name, string unit) => Assert.Equal(unit, new TaskName(name).Unit);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("../x")]
    [InlineData(@"..\x")]
    [InlineData("a/b")]
    [InlineData("-x")]
    [InlineData("x.")]
    [InlineData("x ")]
    [InlineData("con")]
    [InlineData("NUL.txt")]
    [InlineData("com1")]
    [InlineData("a'b")]
    [InlineData("a\"b")]
    [InlineData("$(x)")]
    [InlineData("a`b")]
    [InlineData("50%")]
    [InlineData("a\nb")]
    [InlineData("a\u2019b")]
    [InlineData("a:b")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("とても長いので単位の名前にはならない監査の名前")]
    public void What_some_system_would_read_otherwise_names_none(string name) =>
        Assert.Equal(ScheduleProblem.Invalid, Assert.Throws<ScheduleException>(() => new TaskName(name)).Problem);

    [Theory]
    [InlineData("console")]
    [InlineData("communal")]
    [InlineData("com12")]
    public void A_name_that_merely_begins_like_a_device_is_one(string name) => Assert.Equal(name, new TaskName(name).ToString());
}
