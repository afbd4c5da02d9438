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

    private static readonly Regex Time = LinearPattern.Of(
        "^(?:午前|午後|AM|PM)? ?[0-9]{1,2}(?::[0-9]{1,2}(?::[0-9]{1,2})?|時(?:[0-9]{1,2}分|半)?) ?(?:AM|PM)?$",
        RegexOptions.IgnoreCase
    );

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
        // Of which day, nobody said: PowerShell would take today's, on whichever day a script runs.
        if (Time.IsMatch(HostileText.Compatible(text)))
        {
            throw new ArgumentTransformationMetadataException(
                Records.Say(
                    $"'{text}' は時刻だけで、日付がありません。日付から指定してください（例: 2026-11-16、2026-11-16 7:30、R8.11.16 7:30）。",
                    $"'{text}' is a time without a day: write the day, too (2026-11-16, 2026-11-16 7:30 or R8.11.16 7:30)."
                )
            );
        }

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
