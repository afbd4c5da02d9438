using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Loads the authorities that a parameter names.</summary>
internal static class TrustedRootParameter
{
    /// <summary>A file that can't be used ends the command: without it, whom to trust isn't known.</summary>
    public static X509Certificate2Collection LoadRoots(this AuditCommand command, string? path)
    {
        try
        {
            return path is null ? new X509Certificate2Collection() : CertificateFile.Load(command.ResolveNew(path));
        }
        catch (InputException bad)
        {
            command.ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }
}
