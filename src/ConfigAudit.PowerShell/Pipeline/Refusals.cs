using System;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>The objects that a cmdlet was given and can't use: the first are told each, and of the others how many they are.</summary>
internal sealed class Refusals
{
    private const int Shown = 3;

    private int _count;

    /// <summary>Tells what was refused; nothing for what was taken.</summary>
    public void Take(Cmdlet cmdlet, Array given)
    {
        if (RefusedInput.Behind(given) is { } refused && ++_count <= Shown)
            cmdlet.WriteError(Records.Refused(refused));
    }

    /// <summary>Tells how many there were besides.</summary>
    public void Finish(Cmdlet cmdlet)
    {
        if (_count > Shown)
            cmdlet.WriteError(Records.MoreRefused(_count - Shown));
    }
}
