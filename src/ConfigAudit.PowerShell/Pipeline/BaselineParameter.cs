using System.Linq;
using System.Management.Automation;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Loads the baseline, or several as one, that a parameter names.</summary>
internal static class BaselineParameter
{
    /// <summary>A baseline that can't be used ends the command: no verdict may rest on half of one.</summary>
    public static Baseline LoadBaseline(this PSCmdlet cmdlet, params string[] namesOrPaths)
    {
        try
        {
            return ModuleFiles.Baselines.Load(
                namesOrPaths
                    .Select(each =>
                        ModuleFiles.Baselines.Shipped(each) ?? cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(each)
                    )
                    .ToArray()
            );
        }
        catch (BaselineException bad)
        {
            cmdlet.ThrowTerminatingError(Records.Of(bad, string.Join(", ", namesOrPaths)));
            throw;
        }
    }
}
