using System;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.Facts;
using ConfigAudit.Files;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Where every error record of the module is born: what happened, to which target, and what to do next.</summary>
internal static class Records
{
    public static ErrorRecord Of(AuditProblem problem)
    {
        var (name, gap) = (problem.Target.ComputerName, problem.Gap);
        var about = gap.Source == name ? name : $"{name}: {gap.Source}";
        return new ErrorRecord(
            new InvalidOperationException($"{about}: {gap.Message.TrimEnd('.')}. {Advice(gap.Kind)}"), "ConfigAudit" + gap.Kind, Category(gap.Kind), problem.Target);
    }

    public static ErrorRecord Of(InputException bad) => new(bad, "ConfigAuditInput", ErrorCategory.InvalidData, bad.Path);

    public static ErrorRecord Of(BaselineException bad, string baseline) => new(bad, "ConfigAuditBaseline", ErrorCategory.InvalidData, baseline);

    public static ErrorRecord NotWritten(Exception bad, string path) =>
        new(new InvalidOperationException($"{path} could not be written: {bad.Message}. What stood there before is unchanged.", bad), "ConfigAuditNotWritten", ErrorCategory.WriteError, path);

    public static ErrorRecord NotTold(Exception bad, string channel, int failures) => new(
        new InvalidOperationException($"{bad.Message.TrimEnd('.')}. {failures} new failures stay untold this way: the next run tells them.", bad), "ConfigAuditNotTold", ErrorCategory.ConnectionError, channel);

    public static ErrorRecord StateSetAside(InputException bad, string? aside) => new(
        new InvalidOperationException($"{bad.Message.TrimEnd('.')}. Nothing of what was told before is known, so everything is told again. "
            + (aside is null ? "The file stays where it is: move it away, or give another -StatePath." : $"The file is now {aside}: look at it, and delete it; a new one takes its place."), bad),
        "ConfigAuditNoticeState", ErrorCategory.InvalidData, bad.Path);

    public static ErrorRecord RunNotKept(Exception bad) => new(
        new InvalidOperationException($"The run could not be kept: {bad.Message}. What was written before is whole: make room, and go on with -Resume.", bad),
        "ConfigAuditRunNotKept", ErrorCategory.WriteError, null);

    public static ErrorRecord AlreadyThere(string path) =>
        new(new InvalidOperationException($"{path} exists already. Leave out -NoClobber to replace it."), "ConfigAuditAlreadyThere", ErrorCategory.ResourceExists, path);

    public static ErrorRecord NotReplaced(string path) =>
        new(new InvalidOperationException($"{path} exists already, and somebody may have filled it in. Give another name, or -Force to replace it."), "ConfigAuditAlreadyThere", ErrorCategory.ResourceExists, path);

    public static ErrorRecord WrittenTwice(string path, object snapshot) => new(
        new InvalidOperationException($"{path} was written in this run already: two are of the same host and moment. This one is left out."),
        "ConfigAuditWrittenTwice", ErrorCategory.ResourceExists, snapshot);

    public static ErrorRecord UnknownFormat(string path) => new(
        new ArgumentException($"{path}: the format of the report can't be told from its name. Use a name that ends in .html, .xlsx, .csv, .json, .xml (JUnit) or .sarif, or say it with -Format."),
        "ConfigAuditUnknownFormat", ErrorCategory.InvalidArgument, path);

    public static ErrorRecord NothingFound(string path) => new(
        new InvalidOperationException($"{path} holds no .json file."), "ConfigAuditNothingFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord UnknownMailPort(string host, int port) => new(
        new ArgumentException($"{host}: which protocol port {port} speaks isn't known. Say it with -Protocol, and -ImplicitTls where TLS begins at once."),
        "ConfigAuditUnknownMailPort", ErrorCategory.InvalidArgument, host);

    private static ErrorCategory Category(GapKind kind) => kind switch
    {
        GapKind.Denied => ErrorCategory.PermissionDenied,
        GapKind.Timeout => ErrorCategory.OperationTimeout,
        GapKind.Busy => ErrorCategory.ResourceBusy,
        GapKind.Unreachable => ErrorCategory.ConnectionError,
        GapKind.NotSupported => ErrorCategory.NotImplemented,
        _ => ErrorCategory.ReadError,
    };

    private static string Advice(GapKind kind) => kind switch
    {
        GapKind.Denied => "Ask as an administrator of that host.",
        GapKind.Timeout => "Ask again, or look whether the host is overloaded.",
        GapKind.Busy => "Ask again later, or fewer at once (-ThrottleLimit).",
        GapKind.NotRecorded => "Name the folder that holds it with -RecordingPath, or the file in the inventory's Recording column.",
        GapKind.Unreachable => "See that it is on, can be reached from here and proves who it is.",
        _ => "What depends on it stays Unknown.",
    };
}
