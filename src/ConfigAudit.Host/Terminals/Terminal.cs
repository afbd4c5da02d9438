using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace ConfigAudit.Host.Terminals;

/// <summary>What stands at the three ends of this process.</summary>
internal static class Terminal
{
    // Nobody's screen is known when the output goes to a file; reports are read on wide ones.
    private const int WidthOfFile = 120;
    private const int HeightOfFile = 50;

    public static bool IsInteractive => !Console.IsInputRedirected;

    public static bool OutputShowsColor { get; } = !Console.IsOutputRedirected && TakesEscapes && WindowsConsole.EnableEscapes(WindowsConsole.Output);

    public static bool ErrorShowsColor { get; } = !Console.IsErrorRedirected && TakesEscapes && WindowsConsole.EnableEscapes(WindowsConsole.Error);

    public static bool ErrorShowsProgress => !Console.IsErrorRedirected;

    /// <summary>https://no-color.org</summary>
    public static bool WantsNoColor { get; } = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static Size Size
    {
        get
        {
            var (width, height) = Console.IsOutputRedirected ? (0, 0) : (Console.WindowWidth, Console.WindowHeight);
            return new Size(width > 0 ? width : WidthWanted ?? WidthOfFile, height > 0 ? height : HeightOfFile);
        }
    }

    private static int? WidthWanted =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var width) && width > 0 ? width : null;

    private static bool TakesEscapes => !WantsNoColor && Environment.GetEnvironmentVariable("TERM") != "dumb";
}
