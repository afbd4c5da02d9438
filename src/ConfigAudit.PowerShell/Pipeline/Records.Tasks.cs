using System;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Telling.Schedules;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of scheduled tasks and of notices.</summary>
internal static partial class Records
{
    public static ErrorRecord Of(ScheduleException bad, string task) =>
        new(
            bad,
            "ConfigAuditSchedule" + bad.Problem,
            bad.Problem switch
            {
                ScheduleProblem.Unsafe => ErrorCategory.SecurityError,
                ScheduleProblem.NotRegistered => ErrorCategory.ResourceUnavailable,
                _ => ErrorCategory.InvalidArgument,
            },
            task
        );

    public static ErrorRecord NotTold(Exception bad, string channel, int failures) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。新しい不適合{failures}件をこの方法では通知できませんでした。次回の実行で通知します。",
                    $"{Bare(bad)}. {failures} new failures stay untold this way: the next run tells them."
                ),
                bad
            ),
            "ConfigAuditNotTold",
            ErrorCategory.ConnectionError,
            channel
        );

    public static ErrorRecord StateSetAside(InputException bad, string? aside) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。これまでに通知した内容が分からないため、すべてを改めて通知します。",
                    $"{Bare(bad)}. Nothing of what was told before is known, so everything is told again. "
                )
                    + (
                        aside is null
                            ? Say(
                                "ファイルはそのまま残っています。移動するか、別の -StatePath を指定してください。",
                                "The file stays where it is: move it away, or give another -StatePath."
                            )
                            : Say(
                                $"ファイルは {aside} に移しました。確認のうえ削除してください。代わりに新しいファイルを作ります。",
                                $"The file is now {aside}: look at it, and delete it; a new one takes its place."
                            )
                    ),
                bad
            ),
            "ConfigAuditNoticeState",
            ErrorCategory.InvalidData,
            bad.Path
        );

    /// <summary>What is said of a file that was named as the record of what was told, and is something else.</summary>
    public static ErrorRecord NoNoticeState(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は通知の記録ではなく、別の種類のファイルです。何も通知しておらず、このファイルは元のままです。-StatePath に別の名前を指定してください。",
                    $"{path} is no record of notices but a file of another kind. Nothing was told, and the file is as it was: give another -StatePath."
                )
            ),
            "ConfigAuditNoticeState",
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord TaskThere(string script) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{script} は既に存在します。同じ名前のタスクがあります。別の名前にするか、-Force で置き換えてください。",
                    $"{script} exists already: there is a task of that name. Give another name, or -Force to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            script
        );
}
