using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>Lets this machine's systemd take up units that stand in its folder.</summary>
internal static class SystemdRegistration
{
    private const int Patience = 60_000;

    /// <summary>sd_booted(3).</summary>
    public static bool IsRunning => Directory.Exists("/run/systemd/system");

    /// <exception cref="ScheduleException">It wasn't taken.</exception>
    public static void Enable(TaskName name)
    {
        if (!IsRunning)
            throw Failed(name, new LocalText("systemdが動作していません", "systemd doesn't run here"));
        Run(name, "daemon-reload");
        // The unit's name has no quotes, and only before a quote would a backslash be more than itself.
        Run(name, $"enable --now -- \"{name.Unit}.timer\"");
    }

    private static void Run(TaskName name, string arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo("systemctl", arguments) { UseShellExecute = false, RedirectStandardError = true }
            )!;
            var said = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                throw Failed(
                    name,
                    new LocalText(
                        $"systemctl {arguments} が1分以内に終わりませんでした",
                        $"systemctl {arguments} didn't end within a minute"
                    )
                );
            }

            if (process.ExitCode != 0)
                throw Failed(name, LocalText.Of(said.GetAwaiter().GetResult().Trim()));
        }
        catch (Win32Exception bad)
        {
            throw Failed(name, new LocalText("systemctlを起動できません", "systemctl can't be started"), bad);
        }
    }

    private static ScheduleException Failed(TaskName name, LocalText why, Exception? inner = null) =>
        new(
            ScheduleProblem.NotRegistered,
            new LocalText(
                $"systemdがタスク '{name}' を受け付けませんでした: {why.Ja.TrimEnd('.')}。ファイルは書き込み済みです。rootで systemctl daemon-reload と systemctl enable --now '{name.Unit}.timer' を実行してください",
                $"systemd did not take the task '{name}': {why.En.TrimEnd('.')}. Its files are written: as root, run systemctl daemon-reload and systemctl enable --now '{name.Unit}.timer'"
            ),
            inner
        );
}
