using System;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a bare number for days, and "7days" too. Without this, PowerShell would take 7 for 7 ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DaysAttribute : ArgumentTransformationAttribute
{
    private const double Most = 3650;

    private static readonly Regex Days = LinearPattern.Of("^(?<number>[0-9.]+) *(d|days?|日)$", RegexOptions.IgnoreCase);

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => null,
            TimeSpan time => Of(time.TotalDays),
            string text => Of(Read(text.Trim())),
            IConvertible number => Of(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => inputData,
        };
    }

    /// <summary>Not a number for what is no time.</summary>
    private static double Read(string text)
    {
        var days = Days.Match(text) is { Success: true } match ? match.Groups["number"].Value : text;
        return double.TryParse(days, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time.TotalDays
            : double.NaN;
    }

    private static TimeSpan Of(double days) =>
        days is > 0 and <= Most
            ? TimeSpan.FromDays(days)
            : throw new ArgumentTransformationMetadataException(
                new LocalText(
                    "0より長く10年以内の期間を、日数（例: 180）又は「日.時:分:秒」（例: 180.00:00:00）で指定してください。",
                    "A time between zero and ten years is wanted: days, such as 180, or days.hours:minutes:seconds, such as 180.00:00:00."
                ).ToString()
            );
}
