using System;
using System.Globalization;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a bare number for seconds. Without this, PowerShell would take 30 for 30 ticks and "30" for 30 days.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) => Of(seconds),
            IConvertible number and not string => Of(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => inputData,
        };
    }

    private static TimeSpan Of(double seconds) =>
        seconds is > 0 and < 7 * 24 * 3600
            ? TimeSpan.FromSeconds(seconds)
            : throw new ArgumentTransformationMetadataException(
                Records.Say(
                    "0より長く1週間未満の時間を、秒数又は「時:分:秒」で指定してください。",
                    "A time between zero and a week is wanted: seconds, or hours:minutes:seconds."
                )
            );
}
