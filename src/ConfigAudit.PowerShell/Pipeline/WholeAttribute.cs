using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes findings, and what holds a whole one. Anything less is an error that says what it lacks: a finding without its outcome would be
/// whatever an
/// enumeration's zero means.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        try
        {
            return (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
            {
                Finding[] findings => findings,
                IEnumerable several and not (string or IDictionary) => several.Cast<object?>().Select(FindingBag.Read).ToArray(),
                _ => new[] { FindingBag.Read(inputData) },
            };
        }
        catch (FormatException bad)
        {
            return RefusedInput.Of<Finding>(inputData, Advice(bad).ToString());
        }
    }

    private static LocalText Advice(FormatException bad) =>
        new(
            $"{bad.Message}。判定結果は Invoke-ConfigAudit が出力したまま渡してください（Select-Object は最後に使います）。ファイルに保存したものは Import-ConfigAuditFinding で読み込みます。",
            $"{Records.Bare(bad)}. Pass findings on as Invoke-ConfigAudit emits them, and leave Select-Object to the end of the pipeline; Import-ConfigAuditFinding reads them from files."
        );
}
