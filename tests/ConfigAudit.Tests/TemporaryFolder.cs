using System;
using System.IO;
using System.Text;
using System.Threading;

namespace ConfigAudit.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "ConfigAudit." + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(this[name], text, new UTF8Encoding(false));
        return this[name];
    }

    /// <summary>The children of a server that was ended may still write into it for a moment.</summary>
    public void Dispose()
    {
        for (var left = 20; ; left--)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (left > 0)
            {
                Thread.Sleep(100);
            }
        }
    }
}
