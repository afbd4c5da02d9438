using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Running;

namespace ConfigAudit.Telling.Outputs;

/// <summary>A writer of reports, found by looking: a new format is a member of <see cref="ReportFormat"/> and a file.</summary>
internal sealed class ReportKind
{
    private readonly Type _writer;

    private ReportKind(Type writer)
    {
        var file =
            writer.GetCustomAttribute<ReportFileAttribute>()
            ?? throw new InvalidOperationException($"{writer.Name} doesn't say what it writes.");
        (_writer, Format, Extensions) = (writer, file.Format, file.Extensions);
    }

    public static IReadOnlyList<ReportKind> All { get; } =
        TypeScan.Concrete<ReportWriter>(typeof(ReportKind).Assembly).Select(writer => new ReportKind(writer)).ToArray();

    public ReportFormat Format { get; }

    public IReadOnlyList<string> Extensions { get; }

    public ReportWriter Create(string path, ReportSettings settings)
    {
        try
        {
            return (ReportWriter)Activator.CreateInstance(_writer, path, settings)!;
        }
        catch (TargetInvocationException bad) when (bad.InnerException is { } why)
        {
            // What couldn't be opened is told as if the constructor had been called by name.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(why).Throw();
            throw;
        }
    }
}
