using System;
using System.IO;
using System.Text;

namespace ConfigAudit.Host;

/// <summary>The entry: a script, a command, or a prompt.</summary>
internal static class Program
{
    private const int BadCommandLine = 64;
    private const int InitialisationFailed = 70;

    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        Console.InputEncoding = new UTF8Encoding(false);
        if (CommandLine.Parse(args, out var problem) is not { } line)
            return Refuse(problem);
        if (line.Mode == RunMode.Help)
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }

        if (line.Mode == RunMode.File && !File.Exists(line.Text))
            return Refuse($"The script '{line.Text}' isn't there.");

        try
        {
            using var session = new Session();
            return line.Mode switch
            {
                RunMode.File => session.Run(ScriptInvocation.Text(Path.GetFullPath(line.Text), line.Arguments)),
                RunMode.Command => session.RunToEnd(line.Text),
                _ => new Prompt(session).Run(),
            };
        }
        catch (ModuleMissingException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return InitialisationFailed;
        }
    }

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(problem);
        Console.Error.WriteLine(CommandLine.Usage);
        return BadCommandLine;
    }
}
