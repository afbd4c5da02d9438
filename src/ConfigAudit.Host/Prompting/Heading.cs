using System.Management.Automation;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host.Prompting;

/// <summary>What stands above a question.</summary>
internal static class Heading
{
    public static void Write(UserInterface ui, string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
            ui.WriteLine($"\n{PSStyle.Instance.Bold}{caption}{PSStyle.Instance.Reset}");
        if (!string.IsNullOrEmpty(message))
            ui.WriteLine(message);
    }
}
