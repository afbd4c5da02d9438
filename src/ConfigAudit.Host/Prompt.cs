using System;
using System.Management.Automation.Language;
using System.Linq;
using System.Text;

namespace ConfigAudit.Host;

/// <summary>Reads commands from the console, or from redirected standard input, until exit or its end.</summary>
internal sealed class Prompt(Session session)
{
    private const string Continuation = ">> ";

    public int Run()
    {
        var code = 0;
        while (session.ExitCode is null && ReadCommand() is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
                code = session.Run(command);
        }

        return session.ExitCode ?? (Console.IsInputRedirected ? code : 0);
    }

    /// <summary>A whole command: further lines are read while the text can't be one yet. An empty line gives an unfinished one to the parser as it is.</summary>
    private string? ReadCommand()
    {
        var text = new StringBuilder();
        while (true)
        {
            Show(text.Length == 0 ? session.PromptText() : Continuation);
            if (Console.ReadLine() is not { } line)
                return text.Length > 0 ? text.ToString() : null;
            text.AppendLine(line);
            Parser.ParseInput(text.ToString(), out _, out var errors);
            if (line.Length == 0 || !errors.Any(error => error.IncompleteInput))
                return text.ToString();
        }
    }

    private static void Show(string prompt)
    {
        if (!Console.IsInputRedirected)
            Console.Write(prompt);
    }
}
