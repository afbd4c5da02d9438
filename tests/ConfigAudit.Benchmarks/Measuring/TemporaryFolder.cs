using System;
using System.IO;

namespace ConfigAudit.Benchmarks.Measuring;

/// <summary>A folder that is gone when it is no longer needed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ConfigAudit.Benchmarks.").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
