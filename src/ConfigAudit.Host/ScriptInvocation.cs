using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace ConfigAudit.Host;

/// <summary>Calls a script with arguments from outside: names are names, everything else is text and never code.</summary>
internal static partial class ScriptInvocation
{
    /// <summary>
    /// The call, and the exit code that pwsh -File would give: what the script said with exit, else 0. A terminating error never gets as far as
    /// the second statement.
    /// </summary>
    public static string Text(string path, IReadOnlyList<string> arguments) =>
        $"& {Quote(path)} {string.Join(" ", arguments.Select(Argument))}; exit $(if ($?) {{ 0 }} elseif ($LASTEXITCODE) {{ $LASTEXITCODE }} else {{ 0 }})";

    private static string Argument(string argument)
    {
        var name = Name().Match(argument);
        if (!name.Success)
            return Quote(argument);
        return name.Groups["value"].Success ? $"{name.Groups["name"].Value}:{Value(name.Groups["value"].Value)}" : argument;
    }

    /// <summary>The three values that have no other way in, as for pwsh: a switch can be given as -Name:$false.</summary>
    private static string Value(string text) => text.ToUpperInvariant() is "$TRUE" or "$FALSE" or "$NULL" ? text : Quote(text);

    private static string Quote(string text) => $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    [GeneratedRegex(@"^(?<name>-[A-Za-z_]\w*)(?::(?<value>.*))?$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
