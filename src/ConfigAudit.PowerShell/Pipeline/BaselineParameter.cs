using System.Management.Automation;
using ConfigAudit.Baselines;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Loads the baseline that a parameter names.</summary>
internal static class BaselineParameter
{
    /// <summary>A baseline that can't be used ends the command: no verdict may rest on half of one.</summary>
    public static Baseline LoadBaseline(this PSCmdlet cmdlet, string nameOrPath)
    {
        try
        {
            return ModuleFiles.Baselines.Load(ModuleFiles.Baselines.Shipped(nameOrPath)
                ?? cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(nameOrPath));
        }
        catch (BaselineException bad)
        {
            cmdlet.ThrowTerminatingError(Records.Of(bad, nameOrPath));
            throw;
        }
    }
}
