using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>A file that says that somebody works on what lies beside it.</summary>
internal static class LockFile
{
    /// <summary>Held until it is disposed or the process ends, however it ends.</summary>
    /// <param name="path">The file.</param>
    /// <param name="taken">What is said where another holds it.</param>
    /// <exception cref="InputException">Another holds it.</exception>
    /// <exception cref="IOException">It can't be made.</exception>
    public static FileStream Hold(string path, LocalText taken)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException why) when (File.Exists(path))
        {
            throw new InputException(path, taken, why);
        }
    }
}
