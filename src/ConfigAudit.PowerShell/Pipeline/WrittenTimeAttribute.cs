using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes a time of the day: 7:30, 07:30:00, 午前7時30分, in full width too. Without this, PowerShell would take 730 for as many ticks, and a day
/// for its midnight.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WrittenTimeAttribute : ArgumentTransformationAttribute
{
    private static readonly Regex Form = LinearPattern.Of(
        "^(?<half>午前|午後|AM|PM)? ?(?<hour>[0-9]{1,2})"
            + "(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?|時(?:(?<minute>[0-9]{1,2})分|(?<thirty>半))?)"
            + " ?(?<half>AM|PM)?$",
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
            TimeSpan time when time >= TimeSpan.Zero && time < TimeSpan.FromDays(1) => DateTime.Today + time,
            _ => Of((Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Trim()),
        };
    }

    private static DateTime Of(string text)
    {
        var match = Form.Match(HostileText.Compatible(text));
        var half = match.Groups["half"];
        var (minute, second) = (match.Groups["thirty"].Success ? 30 : Number("minute"), Number("second"));
        return match.Success && half.Captures.Count < 2 && minute < 60 && second < 60 && HourOf(Number("hour"), half.Value) is { } hour
            ? DateTime.Today + new TimeSpan(hour, minute, second)
            : throw new ArgumentTransformationMetadataException(
                Records.Say(
                    $"'{text}' は時刻ではありません。実行する時刻を指定してください（例: 7:30、07:30、午前7時30分）。",
                    $"'{text}' is no time of the day: a time such as 7:30 or 07:30 is wanted."
                )
            );

        int Number(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Of 24; null for none. Midnight is 午前0時 or 12 AM, and noon 午後0時 or 12 PM.</summary>
    private static int? HourOf(int hour, string half) =>
        half.Length == 0
            ? hour < 24
                ? hour
                : null
            : hour > 12
                ? null
                : hour % 12 + (half == "午後" || half.Equals("PM", StringComparison.OrdinalIgnoreCase) ? 12 : 0);
}
