using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Sessions;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions;

/// <summary>Values are read as the type that is wanted, or not at all.</summary>
public sealed class CimRowTests
{
    private static CimRow Row(object? value) => new(new Dictionary<string, object?> { ["P"] = value });

    [Theory]
    [InlineData("20250311015218.000000+000", "2025-03-11T01:52:18+00:00")]
    [InlineData("20220413122541.000000-420", "2022-04-13T12:25:41-07:00")]
    [InlineData("20261116090000.500000+540", "2026-11-16T09:00:00.5+09:00")]
    public void A_DMTF_datetime_keeps_its_offset(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Row(text).Instant("P"));

    [Theory]
    [InlineData("20251016150735.000000+***")]
    [InlineData("16010101000000.000000+000")]
    [InlineData("20251332000000.000000+000")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(20250311L)]
    public void One_without_offset_or_with_the_sentinel_of_1601_is_not_known(object? value) => Assert.Null(Row(value).Instant("P"));

    [Theory]
    [InlineData(266240L, 266240L)]
    [InlineData("19045", 19045L)]
    [InlineData(4294967295L, 4294967295L)]
    [InlineData("x", null)]
    [InlineData(true, null)]
    [InlineData(1.5, null)]
    [InlineData(null, null)]
    public void A_number_is_a_number_or_not_known(object? value, object? expected) => Assert.Equal((long?)expected, Row(value).Number("P"));

    [Fact]
    public void A_number_beyond_63_bits_is_not_known() => Assert.Null(Row(ulong.MaxValue).Number("P"));

    [Fact]
    public void Names_are_looked_up_as_the_host_spells_them_or_not() => Assert.Null(Row("x").Text("Q"));

    [Theory]
    [InlineData("00010101000000.000000+060")]
    [InlineData("99991231235959.999999-060")]
    [InlineData("0001-01-01T00:00:00+09:00")]
    [InlineData("9999-12-31T23:59:59-09:00")]
    public void A_moment_beyond_the_calendar_is_none_and_no_error(string text) =>
        Assert.Null(new CimRow(new System.Collections.Generic.Dictionary<string, object?> { ["At"] = text }).Instant("At"));

    [Fact]
    public void Nor_is_the_least_date_of_a_machine_east_of_Greenwich() =>
        Assert.Null(
            new CimRow(new System.Collections.Generic.Dictionary<string, object?> { ["At"] = System.DateTime.MinValue }).Instant("At")
        );
}
