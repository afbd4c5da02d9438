using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Runspaces;

namespace ConfigAudit.Host;

/// <summary>What the user wants, said as to pwsh.</summary>
internal abstract record CommandLine
{
    public const string Usage = """
        Runs ConfigAudit scripts where PowerShell isn't installed. The ConfigAudit module is already imported.

          ConfigAudit.Host [-File] SCRIPT.ps1 [arguments]    runs a script; its parameters follow as they do on pwsh
          ConfigAudit.Host -Command TEXT                     runs the rest of the line as commands
          ConfigAudit.Host                                   prompts for commands, or reads them from standard input
          ConfigAudit.Host -Version | -Help
        """;

    public static CommandLine Parse(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
            return new Prompt();
        var rest = args.Skip(1).ToArray();
        return args[0].ToUpperInvariant() switch
        {
            "-HELP" or "-H" or "-?" or "--HELP" => new ShowUsage(),
            "-VERSION" or "-V" or "--VERSION" => new ShowVersion(),
            "-COMMAND" or "-C" => Command(rest),
            "-FILE" or "-F" => Script(rest),
            ['-', _, ..] => new Refused($"The argument '{args[0]}' is not recognized.{Environment.NewLine}{Environment.NewLine}{Usage}"),
            _ => Script(args),
        };
    }

    private static CommandLine Command(string[] words) => words switch
    {
        [] => new Refused("A command must follow -Command."),
        ["-"] => new Prompt(),
        _ => new RunCommand(string.Join(' ', words)),
    };

    private static CommandLine Script(IReadOnlyList<string> args)
    {
        if (args.Count == 0)
            return new Refused("The path of a script must follow -File.");
        if (args[0] == "-")
            return new Prompt();
        // The full path: a bare name would be looked up in PATH.
        var path = Path.GetFullPath(args[0]);
        if (!File.Exists(path))
            return new Refused($"The argument '{args[0]}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
        if (!path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase))
            return new Refused($"'{args[0]}' is not a PowerShell script: its name does not end in .ps1.");
        return new RunScript(path, ScriptArguments.Parse(args.Skip(1)));
    }

    public sealed record RunScript(string Path, IReadOnlyList<CommandParameter> Arguments) : CommandLine;

    public sealed record RunCommand(string Text) : CommandLine;

    public sealed record Prompt : CommandLine;

    public sealed record ShowVersion : CommandLine;

    public sealed record ShowUsage : CommandLine;

    public sealed record Refused(string Reason) : CommandLine;
}
