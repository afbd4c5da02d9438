using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What a person would see: a host whose screen is a text of some width.</summary>
internal static class Screen
{
    public static string Show(string manifest, string script, string folder, int width)
    {
        var screen = new TextHost(width);
        var state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(manifest);
        using var runspace = RunspaceFactory.CreateRunspace(screen, state);
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("folder", folder);
        using var powershell = System.Management.Automation.PowerShell.Create(runspace);
        powershell.AddScript(script).AddCommand("Out-Default");
        powershell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        powershell.Invoke();
        return screen.Text;
    }

    /// <summary>The columns that a line takes: colours take none, Japanese letters two.</summary>
    public static int Columns(string line) =>
        Regex
            .Replace(line, "\u001b\\[[0-9;]*m", string.Empty)
            .EnumerateRunes()
            .Sum(rune => rune.Value >= 0x1100 && CharUnicodeInfo.GetUnicodeCategory(rune.Value) == UnicodeCategory.OtherLetter ? 2 : 1);

    private sealed class TextHost(int width) : PSHost
    {
        private readonly TextInterface _interface = new(width);

        public string Text => _interface.Text.ToString();

        public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

        public override CultureInfo CurrentUICulture => CultureInfo.GetCultureInfo("en-US");

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override string Name => "Screen";

        public override PSHostUserInterface UI => _interface;

        public override Version Version => new(1, 0);

        public override void EnterNestedPrompt() => throw new NotSupportedException();

        public override void ExitNestedPrompt() => throw new NotSupportedException();

        public override void NotifyBeginApplication() { }

        public override void NotifyEndApplication() { }

        public override void SetShouldExit(int exitCode) { }
    }

    private sealed class TextInterface(int width) : PSHostUserInterface
    {
        public StringBuilder Text { get; } = new();

        public override PSHostRawUserInterface RawUI { get; } = new RawInterface(width);

        public override void Write(string value) => Text.Append(value);

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Text.Append(value);

        public override void WriteLine(string value) => Text.Append(value).Append('\n');

        public override void WriteErrorLine(string value) => WriteLine("error: " + value);

        public override void WriteWarningLine(string message) => WriteLine("error: warning: " + message);

        public override void WriteDebugLine(string message) { }

        public override void WriteVerboseLine(string message) { }

        public override void WriteProgress(long sourceId, ProgressRecord record) { }

        public override string ReadLine() => throw new NotSupportedException();

        public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
            throw new NotSupportedException();

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
            defaultChoice;

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
            throw new NotSupportedException();

        public override PSCredential PromptForCredential(
            string caption,
            string message,
            string userName,
            string targetName,
            PSCredentialTypes allowedCredentialTypes,
            PSCredentialUIOptions options
        ) => throw new NotSupportedException();
    }

    private sealed class RawInterface(int width) : PSHostRawUserInterface
    {
        public override Size BufferSize { get; set; } = new(width, 50);

        public override Size WindowSize { get; set; } = new(width, 50);

        public override Size MaxPhysicalWindowSize => WindowSize;

        public override Size MaxWindowSize => WindowSize;

        public override ConsoleColor BackgroundColor { get; set; }

        public override ConsoleColor ForegroundColor { get; set; }

        public override Coordinates CursorPosition { get; set; }

        public override Coordinates WindowPosition { get; set; }

        public override int CursorSize { get; set; }

        public override bool KeyAvailable => false;

        public override string WindowTitle { get; set; } = string.Empty;

        // As a Japanese console counts; the base class would count letters.
        public override int LengthInBufferCells(string source, int offset) => Columns(source[offset..]);

        public override int LengthInBufferCells(string source) => Columns(source);

        public override int LengthInBufferCells(char source) => Columns(source.ToString());

        public override void FlushInputBuffer() { }

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
            throw new NotSupportedException();

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();
    }
}
