using System;
using System.Diagnostics;
using System.IO;
using System.Linq;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The simulator in a process of its own. Referenced, its copy of the engine could be taken for the module's.</summary>
public sealed class LiveFleet : IDisposable
{
    private readonly Process _process;

    public LiveFleet()
        : this(Array.Empty<string>()) { }

    internal LiveFleet(params string[] arguments)
    {
        Folder = Directory.CreateTempSubdirectory("ConfigAudit.").FullName;
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            new[] { Script.Metadata("SimulatorAssembly"), Script.Fleet, "--inventory", Inventory, "--certificate", Certificate }.Concat(
                arguments
            )
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["FLEET_PASSWORD"] = Password;
        _process = Process.Start(start)!;
        if (_process.StandardOutput.ReadLine()?.StartsWith('{') != true)
            throw new InvalidOperationException("The simulator didn't start.");
    }

    public string Folder { get; }

    public string Inventory => Path.Combine(Folder, "inventory.csv");

    public string Certificate => Path.Combine(Folder, "authority.pem");

    public string Password { get; } = "pw-" + Guid.NewGuid().ToString("N");

    /// <summary>Sets what a script needs to ask it: $inventory and $how.</summary>
    public string Prelude =>
        $"""
            $inventory = '{Inventory}'
            $credential = [pscredential]::new('auditor', [System.Net.NetworkCredential]::new('', '{Password}').SecurePassword)
            $how = @{"{"} Credential = $credential; Authentication = 'Basic'; TrustedRoot = '{Certificate}' {"}"}

            """;

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(10_000))
            _process.Kill();
        _process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
