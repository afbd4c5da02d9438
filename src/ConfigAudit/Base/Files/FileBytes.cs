using System;
using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>A whole file, read once: what is hashed is what is parsed, whatever becomes of the file meanwhile.</summary>
internal static class FileBytes
{
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">What it may have at most.</param>
    /// <exception cref="InputException">It can't be opened, is empty, or has more.</exception>
    public static byte[] Read(string path, long maxBytes)
    {
        try
        {
            // Looked at before it is opened: to open a pipe would wait for whoever writes to it.
            var length = new FileInfo(path).Length;
            if (length == 0)
                throw new InputException(path, new LocalText("ファイルが空です", "the file is empty"));
            if (length > maxBytes)
            {
                throw new InputException(
                    path,
                    new LocalText(
                        $"{length / (1024 * 1024)} MBあり、読み取れるのは {maxBytes / (1024 * 1024)} MBまでです",
                        $"it has {length / (1024 * 1024)} MB, and at most {maxBytes / (1024 * 1024)} MB are read"
                    )
                );
            }

            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read | FileShare.Delete,
                1,
                FileOptions.SequentialScan
            );
            var bytes = new byte[length];
            var filled = 0;
            for (int count; filled < bytes.Length && (count = file.Read(bytes, filled, bytes.Length - filled)) > 0; )
                filled += count;
            return filled == length && file.ReadByte() < 0
                ? bytes
                : throw new InputException(path, new LocalText("読み取りの途中で変更されました", "it changed while it was read"));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InputException(path, FilePlace.Unopened(path, bad), bad);
        }
    }

    /// <summary>Writes a whole file, or none.</summary>
    /// <exception cref="IOException">It couldn't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It couldn't be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes, 0, bytes.Length);
        file.Commit();
    }
}
