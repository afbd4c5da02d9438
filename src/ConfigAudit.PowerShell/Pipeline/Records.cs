using System;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Handovers;
using ConfigAudit.Schedules;
using ConfigAudit.Runs;

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

    public static ErrorRecord Of(HandoverException bad) => new(
        new InvalidOperationException($"{bad.Message}. {Advice(bad.Refusal)}", bad), "ConfigAuditHandover" + bad.Refusal, ErrorCategory.SecurityError, bad.Path);

    public static ErrorRecord NotSigned(string folder, int missing) => new(
        new InvalidOperationException($"{folder}: the hand-over isn't signed, since {missing} snapshots could not be written. Make room, and hand over into a new folder."),
        "ConfigAuditNotSigned", ErrorCategory.WriteError, folder);

    public static ErrorRecord HandedOver(string folder) => new(
        new InvalidOperationException($"{folder} holds a signed hand-over, which nothing can be added to. Name another folder."),
        "ConfigAuditHandedOver", ErrorCategory.ResourceExists, folder);

    public static ErrorRecord Of(ScheduleException bad, string task) => new(
        bad,
        "ConfigAuditSchedule" + bad.Problem,
        bad.Problem switch
        {
            ScheduleProblem.Unsafe => ErrorCategory.SecurityError,
            ScheduleProblem.NotRegistered => ErrorCategory.ResourceUnavailable,
            _ => ErrorCategory.InvalidArgument,
        },
        task);

    public static ErrorRecord NotWritten(Exception bad, string path) =>
        new(new InvalidOperationException($"{path} could not be written: {bad.Message}. What stood there before is unchanged.", bad), "ConfigAuditNotWritten", ErrorCategory.WriteError, path);

    public static ErrorRecord NotRead(Exception bad, string path) =>
        new(new InvalidOperationException($"{path} could not be read: {bad.Message}. The others go on.", bad), "ConfigAuditNotRead", ErrorCategory.ReadError, path);

    public static ErrorRecord NoRun(string path) => new(
        new InvalidOperationException($"{path} holds no run. Name a folder whose folders were kept by Invoke-ConfigAudit -RunPath."), "ConfigAuditNothingFound", ErrorCategory.ObjectNotFound, path);

    public static ErrorRecord BaselineNotGiven(KeptRun run) => new(
        new ArgumentException(run.Manifest.Baseline is { } id
            ? $"{run.Path}: this run was judged by {id}, which doesn't ship with the module. Name the file with -Baseline."
            : $"{run.Path}: this run wasn't judged. Say by what with -Baseline."),
        "ConfigAuditBaselineNotGiven", ErrorCategory.InvalidArgument, run.Path);

    public static ErrorRecord NotTold(Exception bad, string channel, int failures) => new(
        new InvalidOperationException($"{bad.Message.TrimEnd('.')}. {failures} new failures stay untold this way: the next run tells them.", bad), "ConfigAuditNotTold", ErrorCategory.ConnectionError, channel);

    public static ErrorRecord RunNotKept(Exception bad) => new(
        new InvalidOperationException($"The run could not be kept: {bad.Message}. What was written before is whole: make room, and go on with -Resume.", bad),
        "ConfigAuditRunNotKept", ErrorCategory.WriteError, null);

    public static ErrorRecord AlreadyThere(string path) =>
        new(new InvalidOperationException($"{path} exists already. Leave out -NoClobber to replace it."), "ConfigAuditAlreadyThere", ErrorCategory.ResourceExists, path);

    public static ErrorRecord NotReplaced(string path) =>
        new(new InvalidOperationException($"{path} exists already, and somebody may have filled it in. Give another name, or -Force to replace it."), "ConfigAuditAlreadyThere", ErrorCategory.ResourceExists, path);

    public static ErrorRecord TaskThere(string script) =>
        new(new InvalidOperationException($"{script} exists already: there is a task of that name. Give another name, or -Force to replace it."), "ConfigAuditAlreadyThere", ErrorCategory.ResourceExists, script);

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

    private static string Advice(Refusal refusal) => refusal switch
    {
        Refusal.NoManifest or Refusal.NoSignature => "Nothing of it was taken. Name the folder that Export-ConfigAuditSnapshot -Sign wrote, or ask for the hand-over again.",
        Refusal.BadManifest or Refusal.BadSignature => "Nothing of it was taken. Ask for the hand-over again, and find out how it was changed.",
        Refusal.Expired => "Nothing of it was taken. Have it signed again with a certificate that is valid, and look at the clock of the computer that signed.",
        Refusal.WrongPurpose => "Nothing of it was taken. Have it signed again with a certificate for signing: see about_ConfigAudit_AirGap.",
        Refusal.Untrusted => "Nothing of it was taken. If this is the right signer, make sure of the fingerprint by another way, and name the certificate with -Trusted.",
        Refusal.TooOld => "Nothing of it was taken. Ask for a new one.",
        Refusal.NotYet => "Nothing of it was taken. Compare the clocks of the two computers.",
        Refusal.Replayed => "Nothing of it was taken. Ask for the newest; to look again at one that was accepted, leave out -SeenPath.",
        _ => "It was not taken. Ask for the hand-over again, and find out who had it on the way.",
    };
}
