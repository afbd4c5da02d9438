using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>A setting in which two declarations of one host differ; null where one of them doesn't say.</summary>
/// <param name="Column">The column of an inventory.</param>
/// <param name="First">As the first says.</param>
/// <param name="Second">As the second says.</param>
internal sealed record SettingDifference(string Column, string? First, string? Second)
{
    /// <summary>Whether both say something, and not the same.</summary>
    public bool IsContradiction => First is not null && Second is not null;

    /// <summary>Zone (MyNumber, Lgwan)</summary>
    public override string ToString() => $"{Column} ({First ?? "-"}, {Second ?? "-"})";

    /// <summary>In what two declarations differ. How their names are written doesn't count.</summary>
    public static IReadOnlyList<SettingDifference> Differing(Target first, Target second) =>
        Of(first)
            .Zip(Of(second), (a, b) => new SettingDifference(a.Column, a.Value, b.Value))
            .Where(each =>
                !string.Equals(each.First, each.Second, StringComparison.OrdinalIgnoreCase)
                && !(each.Column == "Recording" && HaveOneRecording(first, second))
            )
            .ToArray();

    /// <summary>Whether both mean one recording, however the name of the host after which it is called is written.</summary>
    public static bool HaveOneRecording(Target a, Target b) => string.Equals(Recording(a), Recording(b), StringComparison.Ordinal);

    /// <summary>The folder of one that is named after its host.</summary>
    private static string? Recording(Target target) =>
        target.RecordingPath is { } path && HostName.AreEqual(Path.GetFileNameWithoutExtension(path), target.ComputerName)
            ? Path.GetDirectoryName(path)
            : target.RecordingPath;

    private static (string Column, string? Value)[] Of(Target target) =>
        new[]
        {
            ("Zone", target.Zone?.ToString()),
            ("Address", target.Address),
            ("Recording", target.RecordingPath),
            ("Port", target.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("Protocol", target.Protocol?.ToString()),
            ("UseSsl", target.UseSsl?.ToString()),
            ("Role", target.Role?.ToString()),
            ("Model", target.Model?.ToString()),
            ("Tags", target.Tags.Count == 0 ? null : target.Tags.ToString()),
        };
}
