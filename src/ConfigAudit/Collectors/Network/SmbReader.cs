using System.Globalization;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network;

/// <summary>A switch of SMB: as the method GetConfiguration has it, else as the registry has.</summary>
internal static class SmbReader
{
    /// <summary>The configuration that the method gave; null when it gave none.</summary>
    public static CimRow? Output(CimAnswer call) =>
        First(call) is { } row && row.Number("ReturnValue") == 0 && row.Rows("Output") is { Count: > 0 } output ? output[0] : null;

    public static (bool? Value, Gap? Gap) Read(SmbAnswer answer, string property, string value)
    {
        if (Output(answer.Call)?.Flag(property) is { } told)
            return (told, null);
        var gap = answer.Call.Gap ?? new Gap(GapKind.Unusable, "root/Microsoft/Windows/SMB", $"the method returned {Code(answer.Call) ?? "nothing"}");
        if (answer.Registry is not { } registry)
            return (null, gap);
        var read = registry.Number(value);
        return read.Value is { } number
            ? (number != 0, null)
            // Which default holds depends on the Windows, and on whether the feature is installed.
            : (null, read.GapIfUnread ?? gap with { Message = $"{gap.Message}; and the registry leaves it to Windows" });
    }

    private static CimRow? First(CimAnswer call) => call.Rows.Count > 0 ? call.Rows[0] : null;

    private static string? Code(CimAnswer call) => First(call)?.Number("ReturnValue")?.ToString(CultureInfo.InvariantCulture);
}
