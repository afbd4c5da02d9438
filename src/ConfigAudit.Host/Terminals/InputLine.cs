using System;
using System.Text;

namespace ConfigAudit.Host.Terminals;

/// <summary>
/// A line of standard input. At a terminal it is read key by key, because Console.ReadLine can neither be left with Ctrl+C nor hide what is typed.
/// </summary>
internal static class InputLine
{
    /// <summary>The line, or null at the end of input (Ctrl+D).</summary>
    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public static string? Read(char? mask = null) => Console.IsInputRedirected ? Console.In.ReadLine() : ReadKeys(mask);

    private static string? ReadKeys(char? mask)
    {
        var line = new StringBuilder();
        Console.TreatControlCAsInput = true;
        try
        {
            while (true)
            {
                var key = Console.ReadKey(intercept: true);
                switch (key.Key, key.Modifiers)
                {
                    case (ConsoleKey.Enter, _):
                        return line.ToString();
                    case (ConsoleKey.C, ConsoleModifiers.Control):
                        Console.Write("^C");
                        throw new OperationCanceledException();
                    case (ConsoleKey.D, ConsoleModifiers.Control) when line.Length == 0:
                        return null;
                    case (ConsoleKey.U, ConsoleModifiers.Control):
                        Erase(line, line.Length, mask);
                        break;
                    case (ConsoleKey.Backspace, _) when line.Length > 0:
                        Erase(line, EndsInPair(line) ? 2 : 1, mask);
                        break;
                    case (ConsoleKey.Tab, _):
                        Add(line, ' ', mask);
                        break;
                    default:
                        if (!char.IsControl(key.KeyChar))
                            Add(line, key.KeyChar, mask);
                        break;
                }
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
            Console.WriteLine();
        }
    }

    private static void Add(StringBuilder line, char character, char? mask)
    {
        line.Append(character);
        // Half a character can't be shown; it waits for its other half.
        if (mask is { } hidden)
            Console.Write(hidden);
        else if (!char.IsHighSurrogate(character))
            Console.Write(EndsInPair(line) ? line.ToString(line.Length - 2, 2) : character.ToString());
    }

    private static void Erase(StringBuilder line, int count, char? mask)
    {
        var erased = line.ToString(line.Length - count, count);
        line.Length -= count;
        var cells = mask is null ? Cells.Of(erased) : erased.Length;
        Console.Write($"{new string('\b', cells)}{new string(' ', cells)}{new string('\b', cells)}");
    }

    private static bool EndsInPair(StringBuilder line) => line.Length > 1 && char.IsSurrogatePair(line[^2], line[^1]);
}
