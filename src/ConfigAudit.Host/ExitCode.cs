using ConfigAudit.Host.Running;

namespace ConfigAudit.Host;

/// <summary>The exit codes, which are pwsh's.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadCommandLine = 64;
    public const int CannotStart = 70;
    public const int Terminated = 128 + 15;

    public static int OfCommand(Ending ending) => ending == Ending.Succeeded ? Success : Failure;

    /// <summary>A script's errors don't count unless one of them ends it. Nor does Ctrl+C, and that is pwsh's way, too.</summary>
    public static int OfScript(Ending ending) => ending == Ending.Threw ? Failure : Success;
}
