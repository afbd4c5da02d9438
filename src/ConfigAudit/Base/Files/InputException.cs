using System;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>A file that the user gave can't be used. The message says which, where in it, and why.</summary>
internal sealed class InputException : Exception
{
    public InputException(string path, int line, int column, LocalText problem, Exception? inner = null)
        : base(Place(path, line, column) + problem, inner)
    {
        Path = path;
        Line = line;
        Column = column;
        Told = problem;
    }

    public InputException(string path, LocalText problem, Exception? inner = null)
        : this(path, 0, 0, problem, inner) { }

    public string Path { get; }

    /// <summary>From 1; 0 when the whole file is meant.</summary>
    public int Line { get; }

    public int Column { get; }

    /// <summary>The message without the place, in English whatever the user speaks: it may be kept with what was collected.</summary>
    public string Problem => Told.En;

    /// <summary>The message without the place.</summary>
    public LocalText Told { get; }

    /// <summary>The message with the place, in both languages.</summary>
    public LocalText Placed => LocalText.Of(Place(Path, Line, Column)).Then(Told);

    private static string Place(string path, int line, int column) => line > 0 ? $"{path}({line},{column}): " : $"{path}: ";
}
