using System;
using System.Globalization;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a bare number for days. Without this, PowerShell would take 7 for 7 ticks.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DaysAttribute : ArgumentTransformationAttribute
{
    private const double Most = 3650;

    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) => Of(days),
            IConvertible number and not string => Of(number.ToDouble(CultureInfo.InvariantCulture)),
            _ => inputData,
        };
    }

    private static TimeSpan Of(double days) =>
        days is > 0 and <= Most
            ? TimeSpan.FromDays(days)
            : throw new ArgumentTransformationMetadataException(
                Records.Say(
                    "0より長く10年以下の期間を、日数又は「日.時:分:秒」で指定してください。",
                    "A time between zero and ten years is wanted: days, or days.hours:minutes:seconds."
                )
            );
}
