using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text.Json;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Runs script text in the real PowerShell engine, with the module imported from its manifest as it ships.</summary>
public sealed class Script : IDisposable
{
    private readonly Runspace _runspace;

    public Script()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Manifest);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        Folder = Directory.CreateTempSubdirectory("ConfigAudit.").FullName;
    }

    public static string Manifest { get; } = Metadata("ModuleManifest");

    public static string RepositoryRoot { get; } = Metadata("RepositoryRoot");

    public static string Fleet { get; } = Path.Combine(RepositoryRoot, "examples", "fleet");

    private static readonly string[] Apart = { "MAIL", "ACC", "FLW", "EXT", "AST", "SWR", "ORG" };

    /// <summary>How many checks of hosts the shipped baseline judges; those of mail servers and of registers are apart.</summary>
    public static int Checks { get; } =
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(RepositoryRoot, "module", "baselines", "MIC-2022-03.json")))
            .RootElement.GetProperty("checks")
            .EnumerateArray()
            .Count(check => !Apart.Contains(check.GetProperty("id").GetString()!.Split('-')[0]) && !check.TryGetProperty("enabled", out _));

    /// <summary>Every kind of fact of hosts, with the cmdlet that emits it.</summary>
    public static IReadOnlyList<(string Cmdlet, string Fact)> Facts { get; } = FactsOfCmdlets();

    /// <summary>A folder of the test's own.</summary>
    public string Folder { get; }

    public Runspace Runspace => _runspace;

    /// <summary>Runs it; $fleet, $folder and what <paramref name="variables"/> names are set.</summary>
    public ScriptResult Run(string script, params (string Name, object? Value)[] variables)
    {
        using var powershell = System.Management.Automation.PowerShell.Create(_runspace);
        foreach (var (name, value) in variables.Append(("fleet", Fleet)).Append(("folder", Folder)))
            _runspace.SessionStateProxy.SetVariable(name, value);
        powershell.AddScript(script);
        var output = new List<PSObject>();
        Exception? terminating = null;
        try
        {
            powershell.Invoke(null, output);
        }
        catch (RuntimeException error)
        {
            terminating = error;
        }

        return new ScriptResult(
            output,
            powershell.Streams.Error.ToArray(),
            powershell.Streams.Warning.Select(warning => warning.Message).ToArray(),
            powershell.Streams.Verbose.Select(verbose => verbose.Message).ToArray(),
            terminating as RuntimeException
        );
    }

    public void Dispose()
    {
        _runspace.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static (string Cmdlet, string Fact)[] FactsOfCmdlets()
    {
        using var script = new Script();
        // Those that ask hosts; what others wrote of mail is in files.
        return script
            .Run(
                "Get-Command -Module ConfigAudit -Verb Get | Where-Object { $_.Parameters.ContainsKey('Fact') -and $_.Parameters.ContainsKey('RecordingPath') }"
            )
            .Clean()
            .Select(command => (CmdletInfo)command.BaseObject)
            .SelectMany(command => command.OutputType.Select(type => (command.Name, type.Type.Name[..^"Fact".Length])))
            .ToArray();
    }

    internal static string Metadata(string key) =>
        typeof(Script).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>What a script said.</summary>
public sealed record ScriptResult(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    RuntimeException? Terminating
)
{
    /// <summary>The output, after making sure that nothing went wrong.</summary>
    public IReadOnlyList<PSObject> Clean()
    {
        if (Terminating is not null)
            throw new InvalidOperationException("terminated: " + Terminating.Message, Terminating);
        if (Errors.Count > 0)
            throw new InvalidOperationException("error: " + Errors[0], Errors[0].Exception);
        if (Warnings.Count > 0)
            throw new InvalidOperationException("warning: " + Warnings[0]);
        return Output;
    }

    /// <summary>A property of every output object.</summary>
    public string[] Values(string property) =>
        Output.Select(item => item.Properties[property]?.Value?.ToString() ?? string.Empty).ToArray();
}
