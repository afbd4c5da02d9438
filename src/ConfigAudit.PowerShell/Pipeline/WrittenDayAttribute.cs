using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes a day, with or without a time, as registers have it: the year first, or an era. Without this, PowerShell would read 2027-03-31 by
/// the user's calendar, and it would be a day of 1484 in Thailand and of 4045 where Windows counts by Reiwa; and a day without signs, or a
/// year, which it hands over as a number, for as many ticks since the year 1.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WrittenDayAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Offset = LinearPattern.Of("(?:Z|[+-][0-9]{2}:[0-9]{2})$");

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => null,
            DateTime => inputData,
            DateTimeOffset moment => moment.LocalDateTime,
            _ => Of((Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Trim()),
        };
    }

    private static DateTime Of(string text)
    {
        // As programs write a moment, with parts of a second.
        if (DateTimeOffset.TryParseExact(text, "o", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole))
            return whole.LocalDateTime;
        if (DateTime.TryParseExact(text, new[] { "H:mm", "H:mm:ss" }, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        try
        {
            return text.IndexOf(':') < 0 ? JapaneseDate.Day(text)
                : Offset.IsMatch(text) ? JapaneseDate.Moment(text).LocalDateTime
                : JapaneseDate.Moment(text).DateTime;
        }
        catch (FormatException bad)
        {
            throw new ArgumentTransformationMetadataException(bad.Message, bad);
        }
    }
}
