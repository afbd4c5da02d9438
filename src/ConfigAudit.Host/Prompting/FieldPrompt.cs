using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using ConfigAudit.Host.Terminals;

namespace ConfigAudit.Host.Prompting;

/// <summary>The values of mandatory parameters that weren't given. They are asked of a person only; from a pipe their lack is an error.</summary>
internal sealed class FieldPrompt(UserInterface ui)
{
    public Dictionary<string, PSObject> Ask(string caption, string message, IEnumerable<FieldDescription> fields)
    {
        // The binder takes this for "nobody can be asked" and names the missing parameters.
        if (!Terminal.IsInteractive)
            throw new HostException("Values can only be prompted for at a terminal.");
        Heading.Write(ui, caption, message);
        var values = new Dictionary<string, PSObject>();
        foreach (var field in fields)
            values[field.Name] = PSObject.AsPSObject(Ask(field));
        return values;
    }

    // A text is enough for every other type: the binder converts it, and says so if it can't.
    private object Ask(FieldDescription field)
    {
        var type = Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string);
        if (type == typeof(PSCredential))
            return ui.PromptForCredential(field.Label, field.HelpMessage, string.Empty, string.Empty);
        if (type.IsArray || typeof(IList).IsAssignableFrom(type))
            return AskList(field.Name);
        ui.Write($"{field.Name}: ");
        return type == typeof(SecureString) ? ui.ReadLineAsSecureString() : ui.ReadLine() ?? string.Empty;
    }

    private string[] AskList(string name)
    {
        var values = new List<string>();
        while (true)
        {
            ui.Write($"{name}[{values.Count}]: ");
            var value = ui.ReadLine();
            if (string.IsNullOrEmpty(value))
                return [.. values];
            values.Add(value);
        }
    }
}
