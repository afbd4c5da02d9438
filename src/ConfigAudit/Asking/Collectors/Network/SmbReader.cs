using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>A switch of SMB: as the method GetConfiguration has it, else as the registry has.</summary>
internal static class SmbReader
{
    private const string Source = "root/Microsoft/Windows/SMB";

    /// <summary>The configuration that the method gave; null when it gave none.</summary>
    public static SoleInstance? Output(CimAnswer call) =>
        call.Rows.Count == 1 && call.Rows[0].Number("ReturnValue") == 0 && call.Rows[0].Rows("Output") is { Count: > 0 } output
            ? new SoleInstance(CimAnswer.Of(output), Source)
            : null;

    public static Reading<bool?> Read(SmbAnswer answer, string property, string value)
    {
        // A method that told of the rest and not of this isn't made good by the registry.
        if (Output(answer.Call) is { } output)
            return output.Read(property, row => row.Flag(property));
        var gap = answer.Call.Gap ?? new Gap(GapKind.Unusable, Source, CimErrors.Returned(answer.Call));
        if (answer.Registry is not { } registry)
            return Reading<bool?>.Unknown(gap);
        // Which default holds depends on the Windows, and on whether the feature is installed.
        if (registry.Number(value).IsAbsent)
        {
            return Reading<bool?>.Unknown(
                gap.Saying(
                    gap.Told.Then(new LocalText("。レジストリでもWindowsの既定に任されている", "; and the registry leaves it to Windows"))
                )
            );
        }

        var told = registry.Choice(value, null, 0, 1).Then<bool?>(number => number == 1);
        // The method is what ought to have told; that the registry couldn't stand in for it is the second reason.
        return told.IsKnown ? told : Reading<bool?>.Unknown(told.Gaps.Prepend(gap).ToArray());
    }
}
