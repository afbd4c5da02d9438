using System;
using System.IO;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>A script file of the test's own, in a folder whose name needs care.</summary>
public sealed class ScriptFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("it's a test [1] ");

    public ScriptFile(string text)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "script.ps1");
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public string Folder => _folder.FullName;

    public static HostResult Run(string text, params string[] arguments)
    {
        using var script = new ScriptFile(text);
        return HostProcess.Run([script.Path, .. arguments]);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
