using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace ConfigAudit.Host.Terminal;

/// <summary>The console's size and cursor. Of a redirected output the width is what COLUMNS says, else wide enough for most tables.</summary>
internal sealed class ConsoleScreen : PSHostRawUserInterface
{
    private const int DefaultWidth = 120;
    private const int DefaultHeight = 50;

    public override Size BufferSize
    {
        get => new(Width, Height);
        set => throw new NotSupportedException("The console's size is the terminal's own.");
    }

    public override Size WindowSize
    {
        get => BufferSize;
        set => throw new NotSupportedException("The console's size is the terminal's own.");
    }

    public override Size MaxWindowSize => BufferSize;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    public override Coordinates CursorPosition
    {
        get => Console.IsOutputRedirected ? new Coordinates(0, 0) : new Coordinates(Console.CursorLeft, Console.CursorTop);
        set => Console.SetCursorPosition(value.X, value.Y);
    }

    public override Coordinates WindowPosition { get; set; }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override string WindowTitle { get; set; } = "ConfigAudit";

    private static int Width => !Console.IsOutputRedirected && Console.WindowWidth > 0
        ? Console.WindowWidth
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns : DefaultWidth;

    private static int Height => !Console.IsOutputRedirected && Console.WindowHeight > 0 ? Console.WindowHeight : DefaultHeight;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        var key = Console.ReadKey((options & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException("A terminal's contents can't be read.");

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new NotSupportedException("A terminal's contents can't be moved.");

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException("A terminal's contents can't be set.");

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (IsWholeScreen(rectangle))
            Console.Clear();
    }

    private static bool IsWholeScreen(Rectangle rectangle) => rectangle.Left == -1 && !Console.IsOutputRedirected;
}
