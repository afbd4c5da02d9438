using System;
using System.IO;

namespace ConfigAudit.Base.Files;

/// <summary>
/// A file that is written whole or not at all: into a temporary file beside it, flushed to the disk, then renamed. Whoever looks in between
/// sees
/// the old file or none.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private bool _isDone;

    /// <exception cref="IOException">The folder can't be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to.</exception>
    public AtomicFile(string path)
    {
        _path = path;
        _temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        Stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024);
    }

    public FileStream Stream { get; }

    /// <summary>Makes what was written the file. Without this, disposing leaves no trace.</summary>
    public void Commit()
    {
        Stream.Flush(flushToDisk: true);
        Stream.Dispose();
        if (File.Exists(_path))
            File.Replace(_temporary, _path, null);
        else
            File.Move(_temporary, _path);
        _isDone = true;
    }

    public void Dispose()
    {
        Stream.Dispose();
        if (!_isDone)
            File.Delete(_temporary);
    }
}
