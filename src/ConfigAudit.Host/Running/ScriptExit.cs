using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ConfigAudit.Host.Running;

/// <summary>
/// Lets <c>exit 3</c> of a script file end the session with 3. Otherwise it only ends the script, and whether the 3 in $LASTEXITCODE is the
/// script's or that of a program that it called can't be told. pwsh sets the same switch, which the engine doesn't publish.
/// </summary>
internal static class ScriptExit
{
    private const string Context = "System.Management.Automation.ExecutionContext, System.Management.Automation";

    /// <summary>Holds for the next script file that is called, and not for those that it calls.</summary>
    public static void EndsSession(Runspace runspace) => SetShouldRethrow(GetContext(runspace), true);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ExecutionContext")]
    [return: UnsafeAccessorType(Context)]
    private static extern object GetContext(Runspace runspace);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_ScriptCommandProcessorShouldRethrowExit")]
    private static extern void SetShouldRethrow([UnsafeAccessorType(Context)] object context, bool value);
}
