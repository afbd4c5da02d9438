using System;
using System.Management.Automation;

namespace ConfigAudit.Host.Terminals;

/// <summary>The escape sequences of the sixteen colours; none for a colour that is the terminal's own, which has no number.</summary>
internal static class Palette
{
    public static string Foreground(ConsoleColor color) =>
        Enum.IsDefined(color) ? PSStyle.MapForegroundColorToEscapeSequence(color) : string.Empty;

    public static string Background(ConsoleColor color) =>
        Enum.IsDefined(color) ? PSStyle.MapBackgroundColorToEscapeSequence(color) : string.Empty;
}
