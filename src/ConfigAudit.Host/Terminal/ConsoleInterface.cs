using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace ConfigAudit.Host.Terminal;

/// <summary>Writes to standard output and, for what isn't a result, standard error; reads from standard input.</summary>
internal sealed class ConsoleInterface : PSHostUserInterface
{
    private const string Red = "\u001b[31;1m";
    private const string Yellow = "\u001b[33;1m";
    private const string Reset = "\u001b[0m";

    private readonly ProgressLine _progress = new();

    /// <summary>Colours only for a terminal, and not where the user wants none (no-color.org).</summary>
    public bool HasColours { get; } =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    public override bool SupportsVirtualTerminal => HasColours;

    public override PSHostRawUserInterface RawUI { get; } = new ConsoleScreen();

    private static bool ErrorHasColours => !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public override void Write(string value)
    {
        _progress.Clear();
        // The engine leaves it to the host to take colours out where they would do harm.
        Console.Out.Write(GetOutputString(value, SupportsVirtualTerminal));
    }

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value)
    {
        if (!HasColours)
        {
            Write(value);
            return;
        }

        _progress.Clear();
        Console.ForegroundColor = foregroundColor;
        if (backgroundColor != RawUI.BackgroundColor)
            Console.BackgroundColor = backgroundColor;
        Console.Out.Write(value);
        Console.ResetColor();
    }

    public override void WriteErrorLine(string value) => WriteAside(Red, value);

    public override void WriteWarningLine(string message) => WriteAside(Yellow, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteAside(Yellow, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteAside(Yellow, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress.Show(record);

    public void EndProgress() => _progress.Clear();

    public override string ReadLine()
    {
        _progress.Clear();
        return Console.ReadLine() ?? throw new PSInvalidOperationException("Standard input is at its end.");
    }

    public override SecureString ReadLineAsSecureString()
    {
        var secret = new SecureString();
        if (Console.IsInputRedirected)
        {
            foreach (var letter in ReadLine())
                secret.AppendChar(letter);
            return secret;
        }

        for (var key = Console.ReadKey(true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(true))
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }

        Console.WriteLine();
        return secret;
    }

    public override Dictionary<string, PSObject?> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        WriteCaption(caption, message);
        return descriptions.ToDictionary(field => field.Name, Ask);
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        WriteCaption(caption, message);
        var keys = choices.Select(choice => Key(choice.Label)).ToArray();
        while (true)
        {
            Write(string.Join("  ", choices.Select((choice, at) => $"[{keys[at]}] {choice.Label.Replace("&", string.Empty, StringComparison.Ordinal)}")));
            Write(defaultChoice >= 0 ? $"  (default is \"{keys[defaultChoice]}\"): " : ": ");
            var answer = ReadLine().Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            var chosen = Array.FindIndex(keys, key => key.Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen < 0)
                chosen = choices.ToList().FindIndex(choice => choice.Label.Replace("&", string.Empty, StringComparison.Ordinal).Equals(answer, StringComparison.OrdinalIgnoreCase));
            if (chosen >= 0)
                return chosen;
        }
    }

    public override PSCredential? PromptForCredential(string caption, string message, string userName, string targetName) =>
        PromptForCredential(caption, message, userName, targetName, PSCredentialTypes.Default, PSCredentialUIOptions.Default);

    public override PSCredential? PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
    {
        WriteCaption(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            Write("User: ");
            userName = ReadLine();
        }

        Write($"Password for user {userName}: ");
        var password = ReadLineAsSecureString();
        return userName.Length == 0 ? null : new PSCredential(userName, password);
    }

    private static string Key(string label)
    {
        var at = label.IndexOf('&', StringComparison.Ordinal);
        return at >= 0 && at + 1 < label.Length ? label.Substring(at + 1, 1).ToUpperInvariant() : label;
    }

    private PSObject? Ask(FieldDescription field)
    {
        if (Console.IsInputRedirected)
            throw new PSInvalidOperationException($"A value for '{field.Name}' is missing, and there is nobody to ask: standard input is redirected.");
        Write($"{field.Name}: ");
        object value = field.ParameterTypeName == nameof(SecureString) ? ReadLineAsSecureString() : ReadLine();
        return PSObject.AsPSObject(LanguagePrimitives.ConvertTo(value, Type.GetType(field.ParameterAssemblyFullName) ?? typeof(string), CultureInfo.CurrentCulture));
    }

    private void WriteCaption(string caption, string message)
    {
        foreach (var text in new[] { caption, message }.Where(text => !string.IsNullOrEmpty(text)))
            WriteLine(text);
    }

    private void WriteAside(string colour, string text)
    {
        _progress.Clear();
        Console.Error.WriteLine(ErrorHasColours ? colour + text + Reset : text);
    }
}
