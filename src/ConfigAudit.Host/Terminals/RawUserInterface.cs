using System;
using System.Management.Automation.Host;

namespace ConfigAudit.Host.Terminals;

/// <summary>The terminal as a grid of cells: above all its width, which tables are fitted to.</summary>
internal sealed class RawUserInterface : PSHostRawUserInterface
{
    private static readonly Rectangle s_everything = new(-1, -1, -1, -1);

    private string _title = string.Empty;

    public override ConsoleColor ForegroundColor
    {
        get => Console.ForegroundColor;
        set
        {
            if (Terminal.OutputShowsColor)
                Console.ForegroundColor = value;
        }
    }

    public override ConsoleColor BackgroundColor
    {
        get => Console.BackgroundColor;
        set
        {
            if (Terminal.OutputShowsColor)
                Console.BackgroundColor = value;
        }
    }

    public override Size BufferSize
    {
        get => Terminal.Size;
        set => throw NotOnEveryTerminal();
    }

    public override Size WindowSize
    {
        get => Terminal.Size;
        set => throw NotOnEveryTerminal();
    }

    public override Size MaxWindowSize => Terminal.Size;

    public override Size MaxPhysicalWindowSize => Terminal.Size;

    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NotOnEveryTerminal();
    }

    public override Coordinates CursorPosition
    {
        get
        {
            if (Console.IsOutputRedirected)
                return default;
            var (left, top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }

        set
        {
            if (!Console.IsOutputRedirected)
                Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override string WindowTitle
    {
        get => _title;
        set
        {
            _title = value;
            if (!Console.IsOutputRedirected)
                Console.Title = value;
        }
    }

    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected)
            throw new HostException("A key can only be read from a terminal.");
        var key = Console.ReadKey(intercept: options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    public override int LengthInBufferCells(char source) => Cells.Of(source);

    public override int LengthInBufferCells(string source) => Cells.Of(source);

    public override int LengthInBufferCells(string source, int offset) => Cells.Of(source[offset..]);

    /// <summary>Only as Clear-Host calls it.</summary>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        if (rectangle != s_everything)
            throw NotOnEveryTerminal();
        if (!Console.IsOutputRedirected)
            Console.Clear();
    }

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotOnEveryTerminal();

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotOnEveryTerminal();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotOnEveryTerminal();

    private static NotSupportedException NotOnEveryTerminal() => new("Not every terminal can do this, so this host doesn't.");
}
