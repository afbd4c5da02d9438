using System.Text;

namespace ConfigAudit.Telling.Schedules;

/// <summary>Values as systemd's unit files quote them (systemd.syntax(7), systemd.service(5) "Command lines", systemd.unit(5)
/// "Specifiers").</summary>
internal static class SystemdText
{
    /// <summary>For a setting that is one text, such as Description.</summary>
    /// <exception cref="ScheduleException">It has control characters.</exception>
    public static string Plain(string text)
    {
        PowerShellText.Refuse(text);
        return text.Replace("%", "%%");
    }

    /// <summary>For a setting that is a list of paths, and for the program of a command, in which variables aren't replaced.</summary>
    /// <exception cref="ScheduleException">It has control characters.</exception>
    public static string Word(string text) =>
        new StringBuilder(Plain(text)).Replace("\\", "\\\\").Replace("\"", "\\\"").Insert(0, '"').Append('"').ToString();

    /// <summary>For an argument of a command, in which $NAME would be a variable.</summary>
    /// <exception cref="ScheduleException">It has control characters.</exception>
    public static string Argument(string text) => Word(text).Replace("$", "$$");
}
