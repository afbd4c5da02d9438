using System;
using System.Management.Automation;
using System.Text;
using ConfigAudit.Host.Running;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host;

/// <summary>Runs a ConfigAudit script, a command or a prompt, and ends with the exit code that pwsh would give.</summary>
internal static class Program
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.InputEncoding = Console.OutputEncoding;
        switch (CommandLine.Parse(args))
        {
            case CommandLine.ShowVersion:
                Console.WriteLine($"ConfigAudit {Product.Version} (PowerShell {Product.EngineVersion})");
                return ExitCode.Success;
            case CommandLine.ShowUsage:
                Console.WriteLine(CommandLine.Usage);
                return ExitCode.Success;
            case CommandLine.Refused refused:
                Console.Error.WriteLine(refused.Reason);
                return ExitCode.BadCommandLine;
            case var wanted:
                return Run(wanted);
        }
    }

    private static int Run(CommandLine wanted)
    {
        if (BundledModule.FindManifest() is not { } manifest)
        {
            Console.Error.WriteLine($"The ConfigAudit module is not beside this program: no {BundledModule.ManifestName} in {BundledModule.Folder}.");
            return ExitCode.CannotStart;
        }

        using var interruption = new Interruption();
        var host = new AuditHost(interruption);
        Session session;
        try
        {
            session = Session.Open(host, interruption, manifest);
        }
        catch (RuntimeException error)
        {
            Console.Error.WriteLine($"The ConfigAudit module could not be imported from {manifest}: {error.Message}");
            return ExitCode.CannotStart;
        }

        using (session)
        {
            var code = Run(wanted, session, host);
            return interruption.IsTerminated ? ExitCode.Terminated : host.RequestedExit ?? code;
        }
    }

    private static int Run(CommandLine wanted, Session session, AuditHost host)
    {
        var prompt = new PromptLoop(session, host);
        switch (wanted)
        {
            case CommandLine.RunScript script:
                return ExitCode.OfScript(session.RunScript(script.Path, script.Arguments));
            case CommandLine.RunCommand command:
                return ExitCode.OfCommand(session.RunText(command.Text));
            default:
                if (Terminal.IsInteractive)
                    host.UI.WriteLine($"ConfigAudit {Product.Version}. \"Get-Command -Module ConfigAudit\" lists what there is; \"exit\" leaves.");
                return ExitCode.OfCommand(prompt.Run());
        }
    }
}
