using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>The host as a user starts it: a process with arguments and, perhaps, something on its standard input.</summary>
public sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _error;

    private HostProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardInputEncoding =
            start.StandardOutputEncoding =
            start.StandardErrorEncoding =
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static HostResult Run(params string[] arguments) => Run(string.Empty, arguments);

    public static HostResult RunWithInput(string input, params string[] arguments) => Run(input, arguments);

    public static HostResult RunWith(string variable, string value, params string[] arguments)
    {
        var start = Dotnet(arguments);
        start.Environment[variable] = value;
        using var host = new HostProcess(start);
        return host.Finish(string.Empty);
    }

    /// <summary>Starts it so that it heeds SIGINT, even if whoever runs the tests ignores it, as a background job does.</summary>
    public static HostProcess StartInterruptible(params string[] arguments)
    {
        var dotnet = Dotnet(arguments);
        return new HostProcess(new ProcessStartInfo("env", new[] { "--default-signal=INT", dotnet.FileName }.Concat(dotnet.ArgumentList)));
    }

    public string? ReadLine() => _process.StandardOutput.ReadLine();

    public HostResult Finish(string input)
    {
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        var output = _process.StandardOutput.ReadToEndAsync();
        if (!_process.WaitForExit(s_patience))
            throw new TimeoutException($"The host is still running after {s_patience}.");
        return new HostResult(_process.ExitCode, output.Result.ReplaceLineEndings("\n"), _error.Result.ReplaceLineEndings("\n"));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static HostResult Run(string input, IEnumerable<string> arguments)
    {
        using var host = new HostProcess(Dotnet(arguments));
        return host.Finish(input);
    }

    private static ProcessStartInfo Dotnet(IEnumerable<string> arguments)
    {
        var assembly = typeof(HostProcess)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(each => each.Key == "HostAssembly")
            .Value!;
        return new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments.Prepend(assembly));
    }
}

/// <summary>What a run of the host left behind.</summary>
public sealed record HostResult(int ExitCode, string Output, string Error);
