using ConfigAudit.Telling.Schedules;
using Xunit;

namespace ConfigAudit.Tests.Telling.Schedules;

/// <summary>A value in a script says itself and nothing else.</summary>
public sealed class PowerShellTextTests
{
    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("\u2018a\u2019 \u201Ab\u201B", "'\u2018\u2018a\u2019\u2019 \u201A\u201Ab\u201B\u201B'")]
    [InlineData("$(exit 9) `n $x \"q\"", "'$(exit 9) `n $x \"q\"'")]
    [InlineData("台帳", "'台帳'")]
    [InlineData("", "''")]
    public void Every_quote_that_PowerShell_knows_is_doubled_and_nothing_else_is_changed(string text, string quoted) =>
        Assert.Equal(quoted, PowerShellText.Of(text));

    [Fact]
    public void Lists_numbers_and_truth_are_written_too()
    {
        Assert.Equal("@('a', 'b''c')", PowerShellText.Of(new[] { "a", "b'c" }));
        Assert.Equal("13", PowerShellText.Of(13));
        Assert.Equal("$true", PowerShellText.Of(true));
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("a\u2028b")]
    [InlineData("a\u001Bb")]
    public void A_line_break_or_another_control_character_is_refused(string text) =>
        Assert.Throws<ScheduleException>(() => PowerShellText.Of(text));
}
