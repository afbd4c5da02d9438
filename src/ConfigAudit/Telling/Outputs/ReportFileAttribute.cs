using System;

namespace ConfigAudit.Telling.Outputs;

/// <summary>What a writer of reports writes.</summary>
/// <param name="format">The format.</param>
/// <param name="extensions">How names of such files end; none for what has to be asked for.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ReportFileAttribute(ReportFormat format, params string[] extensions) : Attribute
{
    public ReportFormat Format { get; } = format;

    public string[] Extensions { get; } = extensions;
}
