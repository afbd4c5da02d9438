using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Host;

/// <summary>What to do.</summary>
internal enum RunMode
{
    Interactive,
    File,
    Command,
    Help,
}

/// <summary>The arguments of the process, read as pwsh reads its own.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Text">The script's path, or the command.</param>
/// <param name="Arguments">The script's arguments.</param>
internal sealed record CommandLine(RunMode Mode, string Text, IReadOnlyList<string> Arguments)
{
    public const string Usage = """
        Usage:  ConfigAudit.Host SCRIPT.ps1 [arguments]    runs a script
                ConfigAudit.Host -Command "commands"       runs commands
                ConfigAudit.Host                           a prompt; commands are read from standard input when it is redirected
        The ConfigAudit module is already imported.
        """;

    public static CommandLine? Parse(string[] args, out string problem)
    {
        problem = string.Empty;
        if (args.Length == 0)
            return new CommandLine(RunMode.Interactive, string.Empty, args);
        var rest = args.Skip(1).ToArray();
        switch (args[0].ToUpperInvariant())
        {
            case "-HELP" or "-H" or "-?" or "--HELP" or "/?":
                return new CommandLine(RunMode.Help, string.Empty, rest);
            case "-COMMAND" or "-C":
                problem = "-Command needs commands behind it.";
                return rest.Length == 0 ? null : new CommandLine(RunMode.Command, string.Join(" ", rest), Array.Empty<string>());
            case "-FILE" or "-F":
                problem = "-File needs a script behind it.";
                return rest.Length == 0 ? null : new CommandLine(RunMode.File, rest[0], rest.Skip(1).ToArray());
            default:
                problem = $"'{args[0]}' isn't understood.";
                return args[0].StartsWith('-') ? null : new CommandLine(RunMode.File, args[0], rest);
        }
    }
}
