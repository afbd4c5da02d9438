using ConfigAudit.Sessions.Replay;
using ConfigAudit.Targets;

namespace ConfigAudit.Sessions;

/// <summary>Opens the session that suits a target.</summary>
internal static class SessionOpener
{
    /// <exception cref="SessionException">The target can't be asked; says why and what to do.</exception>
    public static ICimSource Open(Target target)
    {
        if (target.RecordingPath is not null)
            return ReplaySource.Open(target.RecordingPath);
        throw new SessionException(
            Facts.GapKind.NotSupported,
            "this version asks recorded machines only: name a folder of recordings with -RecordingPath, or a recording in the inventory's Recording column");
    }
}
