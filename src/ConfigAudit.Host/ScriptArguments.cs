using System;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace ConfigAudit.Host;

/// <summary>A script's arguments, read as <c>pwsh -File</c> reads them: every value is text, but for <c>-Switch:$false</c>.</summary>
internal static class ScriptArguments
{
    // PowerShell takes the dashes of a word processor for dashes.
    private const string Dashes = "-\u2013\u2014\u2015";

    public static IReadOnlyList<CommandParameter> Parse(IEnumerable<string> words)
    {
        var parameters = new List<CommandParameter>();
        using var word = words.GetEnumerator();
        while (word.MoveNext())
            parameters.Add(Read(word));
        return parameters;
    }

    private static CommandParameter Read(IEnumerator<string> word)
    {
        var text = word.Current;
        if (text.Length < 2 || !Dashes.Contains(text[0], StringComparison.Ordinal))
            return new CommandParameter(null, text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // A name alone may be a switch or may take the next word; the binder, who knows the script's parameters, decides.
        if (colon < 0)
            return new CommandParameter(text);
        var name = text[..colon];
        if (colon < text.Length - 1)
            return new CommandParameter(name, Value(text[(colon + 1)..]));
        return word.MoveNext() ? new CommandParameter(name, word.Current) : new CommandParameter(name);
    }

    private static object Value(string text) =>
        bool.TryParse(text.StartsWith('$') ? text[1..] : text, out var truth) ? truth : text;
}
